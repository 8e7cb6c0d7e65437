/**
 * How far things came: a column for each stage and what fell away between them; under each gap how long the step took, half
 * and nine tenths, the slowest marked. A column opens its rows.
 */
import { useText } from '#web/platform/i18n.ts'
import { chartText } from '#web/texts/charts.ts'
import { marks } from '#web/texts/marks.ts'
import { Chart } from './Chart.tsx'

export type FunnelStage = {
  key: string
  name: string
  n: number
  /** The step from the stage before it. */
  step?: { median: string; ninety: string; said: string; slowest: boolean }
}
type FunnelProps = {
  label: string
  stages: readonly FunnelStage[]
  head: readonly string[]
  write: (n: number) => string
  onOpen: (key: string) => void
}
const HEIGHT = 240
const [TOP, NAME, TIMES] = [30, 26, 48]

export function Funnel({ label, stages, head, write, onOpen }: FunnelProps) {
  const t = useText(chartText)
  const { comma } = useText(marks)
  const most = Math.max(1, ...stages.map(({ n }) => n))
  return (
    <Chart
      label={label}
      height={HEIGHT}
      table={{
        head,
        rows: stages.map(({ name, n, step }) => [name, write(n), step?.median ?? null, step?.ninety ?? null]),
      }}
    >
      {({ width, k, height }, mark) => {
        const part = width / (stages.length * 1.75 - 0.75)
        const [wide, tall] = [part, height - (TOP + NAME + TIMES) * k]
        const floor = TOP * k + tall
        const x = (at: number) => at * part * 1.75
        const high = (n: number) => Math.max(n > 0 ? 2 : 0, (n / most) * tall)
        return (
          <svg width={width} height={height} className="funnel">
            {stages.map(({ key, n, step }, at) => {
              const before = stages[at - 1]
              if (!before) return null
              const [from, to] = [x(at - 1) + wide, x(at)]
              const fell = before.n - n
              const middle = (from + to) / 2
              return (
                <g key={`${key} from`} aria-hidden="true">
                  <polygon
                    points={`${from},${floor - high(before.n)} ${to},${floor - high(n)} ${to},${floor} ${from},${floor}`}
                  />
                  {fell > 0 && (
                    <text className="funnel-fell" x={middle} y={floor - 8}>
                      −{write(fell)}
                    </text>
                  )}
                  {step && (
                    <g data-slowest={step.slowest}>
                      <path d={`M${from + 4} ${floor + 25 * k}H${to - 4}m-6 -4l6 4l-6 4`} className="funnel-arrow" />
                      <text className="funnel-time" x={middle} y={floor + 45 * k}>
                        {step.median}
                      </text>
                      <text className="funnel-ninety" x={middle} y={floor + 63 * k}>
                        {step.ninety}
                      </text>
                    </g>
                  )}
                </g>
              )
            })}
            {stages.map(({ key, name, n, step }, at) => {
              const fell = (stages[at - 1]?.n ?? n) - n
              const said = [step?.said, step?.slowest && t.slowest, fell > 0 && t.fell(fell)].filter((one) => !!one)
              const lines = said.filter((one) => typeof one === 'string')
              return (
                <g
                  key={key}
                  role="link"
                  tabIndex={0}
                  className="funnel-stage"
                  data-last={at === stages.length - 1}
                  aria-label={[`${name} ${write(n)}`, ...lines].join(comma)}
                  onClick={() => onOpen(key)}
                  onKeyDown={(event) => event.key === 'Enter' && onOpen(key)}
                  {...mark({ x: x(at) + wide / 2, y: floor - high(n), title: `${name} ${write(n)}`, lines })}
                >
                  <rect className="hit-area" x={x(at)} width={wide} y={0} height={floor + NAME * k} />
                  <rect className="funnel-bar" x={x(at)} width={wide} y={floor - high(n)} height={high(n)} rx={4} />
                  <text className="funnel-n" x={x(at) + wide / 2} y={floor - high(n) - 9}>
                    {write(n)}
                  </text>
                  <text className="funnel-name" x={x(at) + wide / 2} y={floor + 18 * k}>
                    {name}
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
