/** Who opened what, when and why: the same list for the desk and for the household. */
import type { HouseholdFile } from '#contracts/households.ts'
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { householdsText } from '#web/texts/households.ts'
import { useFieldWord } from './field-word.ts'

export function OpenedList({ opened }: { opened: HouseholdFile['opened'] }) {
  const t = useText(householdsText)
  const { dayTime } = useTime()
  const wordOf = useFieldWord()
  if (opened.length === 0) return <p className="panel-none">{t.openedNone}</p>
  return (
    <ul className="hh-list">
      {opened.map(({ id, at, capacity, subject, field, reason }) => (
        <li key={id}>
          <span>
            <b>{capacity}</b> {wordOf(field)} {subject}
            <br />
            <small>
              <time dateTime={at}>{dayTime(at)}</time> {reason && t.because(reason)}
            </small>
          </span>
        </li>
      ))}
    </ul>
  )
}
