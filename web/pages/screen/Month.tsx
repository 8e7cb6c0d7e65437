/** The last thirty days: the three rates with what they rest on, and a small bar for the lamps of each day. */
import type { ReplyOf } from '#contracts/endpoint.ts'
import { RANKED_FROM } from '#contracts/figures.ts'
import type { screenBoard } from '#contracts/requests.ts'
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { figuresText } from '#web/texts/figures.ts'
import { screenText } from '#web/texts/screen.ts'

const [STEP, BAR, HEIGHT] = [7, 5, 62]

export function Month({ month: { rates, days } }: { month: ReplyOf<typeof screenBoard>['month'] }) {
  const t = useText(screenText)
  const names = useText(figuresText).rates
  const { number } = useTime()
  const most = Math.max(1, ...days.map(({ confirmed }) => confirmed))
  const all = days.reduce((sum, { confirmed }) => sum + confirmed, 0)
  return (
    <div className="wall-month">
      <dl className="wall-figures">
        {rates.map(({ code, of, n }) => (
          <div key={code}>
            <dt>
              {names[code].name}
              <small>{n < RANKED_FROM ? t.few(number(n)) : t.rate(number(of), number(n))}</small>
            </dt>
            <dd aria-label={t.rateOf(names[code].name)}>
              {n < RANKED_FROM ? <small>{t.none1}</small> : ((of / n) * 100).toFixed(1)}
              {n >= RANKED_FROM && <small>%</small>}
            </dd>
          </div>
        ))}
      </dl>
      {all > 0 && (
        <figure className="wall-days">
          <svg
            viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={t.daysText(number(all), number(most))}
          >
            {days.map(({ on, confirmed }, at) => {
              const high = Math.max(1, (confirmed / most) * HEIGHT)
              return (
                <rect
                  key={on}
                  x={at * STEP}
                  y={HEIGHT - high}
                  width={BAR}
                  height={high}
                  rx={1.5}
                  data-today={at === days.length - 1}
                />
              )
            })}
          </svg>
          <figcaption>{t.days}</figcaption>
        </figure>
      )}
    </div>
  )
}
