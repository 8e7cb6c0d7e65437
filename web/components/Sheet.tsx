/**
 * A sheet from the bottom of the phone, in the middle of a wide screen. A native <dialog>: the browser keeps the focus
 * inside, closes it with Esc, and gives the focus back. `Confirm` repeats what cannot be taken back before it is done.
 */
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useText } from '#web/platform/i18n.ts'
import { kitText } from '#web/texts/kit.ts'
import { Answers } from './Answers.tsx'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import './Sheet.css'

export type SheetProps = {
  open: boolean
  onClose: () => void
  title: string
  children: ReactNode
  /** Stays in view under long content. */ footer?: ReactNode
}

export function Sheet({ open, onClose, title, children, footer }: SheetProps) {
  const t = useText(kitText)
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      {open && (
        <div className="sheet-in">
          <header>
            <h2 id={titleId}>{title}</h2>
            <button type="button" className="icon-btn" aria-label={t.close} onClick={onClose}>
              <Icon name="close" />
            </button>
          </header>
          <div className="sheet-body">{children}</div>
          {footer && <footer>{footer}</footer>}
        </div>
      )}
    </dialog>
  )
}

export type ConfirmProps = {
  open: boolean
  onClose: () => void
  title: string
  /** What will be the case afterwards, in one or two sentences. */
  consequence: ReactNode
  /** The verb of the button: 结案, 撤回. */
  verb: string
  onConfirm: () => void
  busy?: string | false
}

export function Confirm({ open, onClose, title, consequence, verb, onConfirm, busy }: ConfirmProps) {
  const t = useText(kitText)
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={title}
      footer={
        <Answers>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="accent" onClick={onConfirm} {...(busy && { busy })}>
            {verb}
          </Button>
        </Answers>
      }
    >
      <p className="sheet-text">{consequence}</p>
    </Sheet>
  )
}
