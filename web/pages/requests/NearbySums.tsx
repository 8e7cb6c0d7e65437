/** How much was done around home in a week and a month, and by kind; below five nothing is counted, so that no neighbour shows. */
import { figuresNearby } from '#contracts/figures.ts'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { mineText } from '#web/texts/mine.ts'
import './NearbySums.css'

const HOUR_MS = 3_600_000

export function NearbySums({ chosen, onChoose }: { chosen: string; onChoose: (categoryCode: string) => void }) {
  const t = useText(mineText).done
  const { duration } = useTime()
  const { data } = useEndpoint(figuresNearby, {}, { topics: ['requests'] })
  if (!data) return null
  const { week, month, categories } = data
  const kinds = [
    { code: '', words: t.all },
    ...categories.map(({ code, name, solved }) => ({ code, words: t.kind(name, solved) })),
  ]
  return (
    <>
      <dl className="sums">
        <Sum word={t.week} value={week.solved} />
        <Sum word={t.month} value={month.solved} />
      </dl>
      {month.medianHours !== null && <p className="sums-note">{t.median(duration(month.medianHours * HOUR_MS))}</p>}
      {categories.length > 0 && (
        <ul className="kinds" aria-label={t.kinds} tabIndex={0}>
          {kinds.map(({ code, words }) => (
            <li key={code}>
              <button type="button" aria-pressed={code === chosen} onClick={() => onChoose(code)}>
                {words}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Sum({ word, value }: { word: string; value: number | null }) {
  const t = useText(mineText).done
  const { number } = useTime()
  return (
    <div>
      <dt>{word}</dt>
      <dd>
        <b>{value === null ? t.few : number(value)}</b> {t.thing}
      </dd>
    </div>
  )
}
