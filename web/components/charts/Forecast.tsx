/**
 * The week to come: how much falls due each day (of it what nobody has taken on yet), what is usually done on such a day as a
 * short line over it, and what is then likely to be late. The axis starts at zero: columns are compared by their height.
 */
import { useText } from '#web/platform/i18n.ts'
import { marks } from '#web/texts/marks.ts'
import { Chart } from './Chart.tsx'
import { scaleOf } from './scale.ts'

export type ForecastDay = {
  key: string
  name: string
  note: string
  resting: boolean
  due: number
  notTakenOn: number
  usual: number | null
  late: number
  lines: readonly string[]
}
type ForecastProps = {
  label: string
  days: readonly ForecastDay[]
  head: readonly string[]
  write: (value: number) => string
  height: number
}
const [TOP, FOOT] = [24, 42]

export function Forecast({ label, days, head, write, height }: ForecastProps) {
  const { comma } = useText(marks)
  const scale = scaleOf(
    days.flatMap(({ due, usual }) => [due, usual ?? 0]),
    { whole: true, broken: false },
  )
  return (
    <Chart
      label={label}
      height={height}
      table={{
        head,
        rows: days.map(({ name, note, due, notTakenOn, usual, late }) => [
          `${note} ${name}`,
          due,
          notTakenOn,
          usual,
          late,
        ]),
      }}
    >
      {({ width, k, height: high }, mark) => {
        const part = width / days.length
        const wide = Math.min(part * 0.56, 56)
        const floor = high - FOOT * k
        const tall = floor - TOP * k
        const y = (value: number) => floor - scale.at(value) * tall
        return (
          <svg width={width} height={high} className="forecast">
            <line className="forecast-floor" x1={0} x2={width} y1={floor} y2={floor} />
            {days.map(({ key, name, note, resting, due, notTakenOn, usual, late, lines }, at) => {
              const middle = part * (at + 0.5)
              return (
                <g
                  key={key}
                  role="img"
                  tabIndex={0}
                  data-resting={resting}
                  aria-label={[`${note} ${name}`, ...lines].join(comma)}
                  {...mark({ x: middle, y: Math.min(y(due), y(usual ?? 0)), title: `${note} ${name}`, lines })}
                >
                  <rect className="hit-area" x={middle - part / 2} width={part} y={0} height={high} />
                  <rect
                    className="forecast-due"
                    x={middle - wide / 2}
                    width={wide}
                    y={y(due)}
                    height={floor - y(due)}
                    rx={3}
                  />
                  <rect
                    className="forecast-open"
                    x={middle - wide / 2}
                    width={wide}
                    y={y(notTakenOn)}
                    height={floor - y(notTakenOn)}
                    rx={3}
                  />
                  {usual !== null && (
                    <line
                      className="forecast-usual"
                      x1={middle - wide / 2 - 5}
                      x2={middle + wide / 2 + 5}
                      y1={y(usual)}
                      y2={y(usual)}
                    />
                  )}
                  <text
                    className="forecast-n"
                    x={middle}
                    y={y(Math.max(due, usual ?? 0)) - 7}
                    data-late={due > 0 && late > 0}
                  >
                    {write(due)}
                  </text>
                  <text className="forecast-day" x={middle} y={floor + 17 * k}>
                    {name}
                  </text>
                  <text className="forecast-note" x={middle} y={floor + 35 * k}>
                    {note}
                  </text>
                </g>
              )
            })}
          </svg>
        )
      }}
    </Chart>
  )
}
