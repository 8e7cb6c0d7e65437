/**
 * 王＊＊ with the way to see who it is: give a reason, see name and phone for this once. The page keeps what was opened in
 * its command only, so it is gone when the page is left; the person reads the reason under 谁看过我.
 *
 *   const reveal = useCommand(revealReporter)
 *   <MaskedPerson masked={reporter.name} seen={reveal.reply} busy={reveal.busy} onReveal={(reason) => reveal.send(…)} />
 */
import { useState } from 'react'
import { useText } from '#web/platform/i18n.ts'
import { kitText } from '#web/texts/kit.ts'
import { Button } from './Button.tsx'
import { TextArea } from './Field.tsx'
import { Sheet } from './Sheet.tsx'
import './MaskedPerson.css'

export type Revealed = { name: string; phone: string | null; address?: string | null }
export type MaskedPersonProps = {
  /** As the server masked it. */
  masked: string
  /** What was opened, once it was. */
  seen?: Revealed | undefined
  /** Left out: may not be opened. */
  onReveal?: (reason: string) => void
  busy?: boolean
  error?: string | undefined
}

export function MaskedPerson({ masked, seen, onReveal, busy = false, error }: MaskedPersonProps) {
  const t = useText(kitText)
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')

  if (seen) {
    return (
      <span className="person">
        <b>{seen.name}</b>
        {seen.phone && (
          <a className="link" href={`tel:${seen.phone}`}>
            {seen.phone}
          </a>
        )}
        {seen.address && <span>{seen.address}</span>}
      </span>
    )
  }
  return (
    <span className="person">
      {masked.replaceAll('*', '＊')}
      {onReveal && (
        <button type="button" className="link" onClick={() => setAsking(true)}>
          {t.reveal}
        </button>
      )}
      <Sheet
        open={asking}
        onClose={() => setAsking(false)}
        title={t.revealTitle}
        footer={
          <Button
            kind="accent"
            onClick={() => onReveal?.(reason.trim())}
            busy={busy && t.loading}
            blocked={reason.trim().length < 2 && t.reasonNeeded}
          >
            {t.show}
          </Button>
        }
      >
        <TextArea
          label={t.revealReason}
          value={reason}
          onChange={setReason}
          hint={t.revealHint}
          error={error}
          maxLength={200}
        />
      </Sheet>
    </span>
  )
}
