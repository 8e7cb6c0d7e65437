/** What was put right: before and after in the same shape, the title, where, and how long it took. */
import type { SolvedItem } from '#contracts/bulletins.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { bulletinText } from '#web/texts/bulletins.ts'
import { marks } from '#web/texts/marks.ts'
import { dayOf, photoSrc } from './paper-data.ts'

type PairsProps = { bulletinId: string; items: readonly SolvedItem[]; large: boolean }
export function Pairs({ bulletinId, items, large }: PairsProps) {
  const t = useText(bulletinText)
  const { comma } = useText(marks)
  const lang = useLang()
  return (
    <ul className="paper-pairs">
      {items.map(({ id, title, placeName, closedOn, days, before, after }) => (
        <li key={id}>
          <div>
            {[before, after].map((photo, at) => (
              <figure key={photo.id} style={{ backgroundColor: photo.averageColour }}>
                <img
                  src={photoSrc(bulletinId, photo.id, large ? 'full' : 'card')}
                  alt={`${title}${comma}${at === 0 ? t.beforePhoto : t.afterPhoto}`}
                  loading="lazy"
                />
                <figcaption>{at === 0 ? t.beforePhoto : t.afterPhoto}</figcaption>
              </figure>
            ))}
          </div>
          <b>{title}</b>
          <span>{[placeName, t.doneOn(dayOf(closedOn, lang)), t.took(days)].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}
