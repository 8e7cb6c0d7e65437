/**
 * What was missing day by day over a year: three layers from law upwards, drawn as a plain SVG. The same numbers stand behind
 * it in words for whoever does not see it.
 */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { checkupDays } from '#contracts/standards.ts'
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { marks } from '#web/texts/marks.ts'
import { standardsText } from '#web/texts/standards.ts'

type Day = ReplyOf<typeof checkupDays>[number]
const [WIDTH, HEIGHT, FOOT] = [380, 120, 18]
const DAY_MS = 86_400_000
const LAYERS = ['must', 'should', 'advise'] as const

export function Curve({ days }: { days: readonly Day[] }) {
  const t = useText(standardsText)
  const { comma } = useText(marks)
  const { day } = useTime()
  const [first] = days
  const last = days.at(-1)
  if (!first || !last) return <p className="panel-none">{t.curveOne}</p>
  const most = Math.max(1, ...days.map(({ must, should, advise }) => must + should + advise))
  const span = Math.max(1, at(last) - at(first))
  const x = (one: Day) => (days.length === 1 ? WIDTH : ((at(one) - at(first)) / span) * WIDTH)
  const y = (count: number) => (HEIGHT - FOOT) * (1 - count / most)
  const upTo = (one: Day, layer: number) => LAYERS.slice(0, layer + 1).reduce((sum, key) => sum + one[key], 0)
  const area = (layer: number) => {
    const top = days.map((one) => `${x(one)},${y(upTo(one, layer))}`)
    const floor = days.map((one) => `${x(one)},${y(layer === 0 ? 0 : upTo(one, layer - 1))}`).reverse()
    return [...top, ...floor].join(' ')
  }
  const now = t.lineOf(last.must, last.should, last.advise)
  return (
    <figure className="st-curve">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${t.curve}${comma}${day(last.onDay)} ${now}`}>
        {days.length === 1
          ? LAYERS.map((key, layer) => (
              <rect
                key={key}
                data-layer={key}
                x={WIDTH - 10}
                width={10}
                y={y(upTo(last, layer))}
                height={y(layer === 0 ? 0 : upTo(last, layer - 1)) - y(upTo(last, layer))}
              />
            ))
          : LAYERS.map((key, layer) => <polygon key={key} data-layer={key} points={area(layer)} />)}
        <line x1={0} x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
        <text x={0} y={HEIGHT - 3}>
          {days.length > 1 && day(first.onDay)}
        </text>
        <text x={WIDTH} y={HEIGHT - 3} textAnchor="end">
          {day(last.onDay)}
        </text>
      </svg>
      <figcaption>
        {LAYERS.map((key) => (
          <span key={key} data-layer={key}>
            {t.severity[key]} {last[key]}
          </span>
        ))}
        {days.length === 1 && <em>{t.curveOne}</em>}
      </figcaption>
    </figure>
  )
}

const at = ({ onDay }: Day) => Date.parse(onDay) / DAY_MS
