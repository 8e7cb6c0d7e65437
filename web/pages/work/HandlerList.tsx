/** Those who answer for the place, the likely one first, each with what it has in hand; a native radio group. */
import { useId, useState } from 'react'
import { Icon } from '#web/components/Icon.tsx'
import { useText } from '#web/platform/i18n.ts'
import { dispatchText } from '#web/texts/dispatch.ts'
import { keyOfHandler, type Handler } from './dispatch.ts'

/** More than these are found by typing. */
const SHOWN = 5

type Props = {
  title: string
  handlers: readonly Handler[] | undefined
  /** Chosen elsewhere already. */
  without: readonly Handler[]
  chosen: Handler | undefined
  onChoose: (handler: Handler) => void
  /** Shows only the chosen one until another is wanted. */
  folded: boolean
}

export function HandlerList({ title, handlers = [], without, chosen, onChoose, folded }: Props) {
  const t = useText(dispatchText)
  const name = useId()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(!folded)
  const taken = without.map(keyOfHandler)
  const free = handlers.filter((one) => !taken.includes(keyOfHandler(one)))
  const found = free.filter((one) => one.name.includes(typed.trim()))
  const isChosen = (one: Handler) => chosen !== undefined && keyOfHandler(one) === keyOfHandler(chosen)
  const first = found.filter((one, at) => at < SHOWN || isChosen(one))
  const shown = open || !chosen ? (typed.trim() ? found.slice(0, SHOWN * 2) : first) : [chosen]
  return (
    <fieldset className="hl">
      <legend>{title}</legend>
      {handlers.length === 0 && <p className="dp-say">{t.noHandlers}</p>}
      {shown.map((one) => (
        <label key={keyOfHandler(one)} className="un" data-on={isChosen(one)}>
          <input type="radio" name={name} checked={isChosen(one)} onChange={() => (onChoose(one), setOpen(!folded))} />
          <b>{one.name}</b>
          {one.suggested && <em>{t.suggested}</em>}
          <span>{t.load(one.openCount, one.sameKindDone)}</span>
        </label>
      ))}
      {!open && chosen && free.length > 1 && (
        <button type="button" className="link hl-more" onClick={() => setOpen(true)}>
          {t.change}
        </button>
      )}
      {open && free.length > SHOWN && (
        <label className="tok-in">
          <Icon name="search" size={16} />
          <input
            type="search"
            value={typed}
            aria-label={t.find}
            placeholder={typed ? t.find : t.more(free.length - SHOWN)}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
      )}
    </fieldset>
  )
}
