/**
 * Lines over time, at most four. The name and the last number stand at the end of each line, no legend. An axis that does not
 * start at zero says so. A period that is not over is dotted. Arrow keys and Tab go from one moment to the next.
 */
import { Fragment } from 'react'
import { useText } from '#web/platform/i18n.ts'
import { chartText } from '#web/texts/charts.ts'
import { marks } from '#web/texts/marks.ts'
import { Chart } from './Chart.tsx'
import { apartBy } from './apart.ts'
import { scaleOf } from './scale.ts'

export type Moment = {
  key: string
  /** As it stands under the axis, and in full. */
  short: string
  long: string
  unfinished?: boolean
}
export type Line = { name: string; values: readonly number[]; tone: 1 | 2 | 3 | 4 }
type TrendProps = {
  label: string
  moments: readonly Moment[]
  lines: readonly Line[]
  write: (value: number) => string
  head: string
  height?: number
  onOpen?: (moment: Moment) => void
}
const [LEFT, TOP, FOOT, LETTER] = [40, 12, 24, 12]
const LINE_APART = 18

export function Trend({ label, moments, lines, write, head, height = 208, onOpen }: TrendProps) {
  const t = useText(chartText)
  const { bracketed, comma } = useText(marks)
  const scale = scaleOf(
    lines.flatMap(({ values }) => values),
    { whole: true },
  )
  const last = moments.length - 1
  return (
    <Chart
      label={label}
      height={height}
      table={{
        head: [head, ...lines.map(({ name }) => name)],
        rows: moments.map(({ long }, at) => [long, ...lines.map(({ values }) => write(values[at] ?? 0))]),
      }}
      foot={scale.from > 0 && t.startsAt(write(scale.from))}
    >
      {({ width, k, height: high }, mark) => {
        const words = lines.map(({ name, values }) => `${name} ${write(values[last] ?? 0)}`)
        const right = 14 + Math.max(...words.map((word) => lengthOf(word) * LETTER * k))
        const [wide, tall] = [width - LEFT * k - right, high - TOP - FOOT * k]
        const x = (at: number) => LEFT * k + (last > 0 ? (at / last) * wide : wide)
        const y = (value: number) => TOP + (1 - scale.at(value)) * tall
        const ends = apartBy(
          lines.map(({ values }) => y(values[last] ?? 0)),
          LINE_APART * k,
          TOP + tall - (LETTER * k) / 2,
        )
        const every = Math.ceil((moments.length * 44 * k) / Math.max(wide, 1))
        const step = last > 0 ? wide / last : wide
        return (
          <svg width={width} height={high} className="trend">
            {scale.ticks.map((tick) => (
              <g key={tick} className="axis" aria-hidden="true">
                <line x1={LEFT * k} x2={LEFT * k + wide} y1={y(tick)} y2={y(tick)} />
                <text x={LEFT * k - 8} y={y(tick)} dy=".35em" textAnchor="end">
                  {write(tick)}
                </text>
              </g>
            ))}
            <g className="axis" aria-hidden="true">
              {moments.map(
                ({ key, short }, at) =>
                  (last - at) % every === 0 && (
                    <text key={key} x={x(at)} y={high - 4} textAnchor="middle">
                      {short}
                    </text>
                  ),
              )}
            </g>
            {lines.map(({ name, values, tone }, nth) => {
              const solid = moments[last]?.unfinished ? values.slice(0, -1) : values
              return (
                <g key={name} data-tone={tone} aria-hidden="true">
                  <polyline points={solid.map((value, at) => `${x(at)},${y(value)}`).join(' ')} />
                  {solid.length < values.length && last > 0 && (
                    <polyline
                      className="dotted"
                      points={`${x(last - 1)},${y(values[last - 1] ?? 0)} ${x(last)},${y(values[last] ?? 0)}`}
                    />
                  )}
                  <circle cx={x(last)} cy={y(values[last] ?? 0)} r={3.5} />
                  <text className="trend-end" x={x(last) + 10} y={ends[nth]} dy=".35em">
                    {words[nth]}
                  </text>
                </g>
              )
            })}
            {moments.map((moment, at) => {
              const said = lines.map(({ name, values }) => `${name} ${write(values[at] ?? 0)}`)
              const title = moment.unfinished ? `${moment.long}${bracketed(t.unfinished)}` : moment.long
              const top = Math.min(...lines.map(({ values }) => y(values[at] ?? 0)))
              return (
                <Fragment key={moment.key}>
                  <rect
                    className="hit-area"
                    x={x(at) - step / 2}
                    width={step}
                    y={TOP}
                    height={tall}
                    tabIndex={0}
                    role={onOpen ? 'link' : 'img'}
                    aria-label={[title, ...said].join(comma)}
                    {...(onOpen && {
                      onClick: () => onOpen(moment),
                      onKeyDown: ({ key }) => key === 'Enter' && onOpen(moment),
                    })}
                    {...mark({ x: x(at), y: top, title, lines: said })}
                  />
                  <line className="trend-at" x1={x(at)} x2={x(at)} y1={TOP} y2={TOP + tall} aria-hidden="true" />
                </Fragment>
              )
            })}
          </svg>
        )
      }}
    </Chart>
  )
}

/** In Chinese letters: Latin ones and figures take about half. */
const lengthOf = (words: string) => [...words].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 256 ? 0.6 : 1), 0)
