/** Received and closed, by day or week, as shapes with their numbers: it stands still, on paper too. */
import type { Material } from '#contracts/bulletins.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { bulletinText } from '#web/texts/bulletins.ts'
import { marks } from '#web/texts/marks.ts'
import { dayOf } from './paper-data.ts'

const TALL = 120
const SLOT = 56
const BAR = 19

export function PaperBars({ trend }: Pick<Material, 'trend'>) {
  const t = useText(bulletinText)
  const { semicolon } = useText(marks)
  const lang = useLang()
  const most = Math.max(1, ...trend.flatMap(({ received, closed }) => [received, closed]))
  const words = trend.map(({ from, received, closed }) => `${dayOf(from, lang)} ${t.received} ${received} ${t.closed} ${closed}`) // prettier-ignore
  return (
    <figure className="paper-bars">
      <figcaption>
        <i data-series="1" />
        {t.received}
        <i data-series="2" />
        {t.closed}
      </figcaption>
      <svg viewBox={`0 0 ${trend.length * SLOT} ${TALL + 44}`} role="img" aria-label={words.join(semicolon)}>
        {trend.map(({ from, received, closed }, nth) => (
          <g key={from} transform={`translate(${nth * SLOT + SLOT / 2} ${TALL + 20})`}>
            {[received, closed].map((value, at) => {
              const high = (value / most) * TALL
              const x = (at - 1) * BAR
              return (
                <g key={at}>
                  <rect data-series={at + 1} x={x + 1} y={-high} width={BAR - 2} height={high} rx={3} />
                  {value > 0 && (
                    <text x={x + BAR / 2} y={-high - 5}>
                      {value}
                    </text>
                  )}
                </g>
              )
            })}
            <text y={18}>
              {lang === 'en' ? dayOf(from, lang) : `${Number(from.slice(5, 7))}.${Number(from.slice(8))}`}
            </text>
          </g>
        ))}
        <line x1={0} x2={trend.length * SLOT} y1={TALL + 20} y2={TALL + 20} />
      </svg>
    </figure>
  )
}
