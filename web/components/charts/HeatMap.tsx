/**
 * How much, where: our own outlines of the grids in five shades, water and green under them. What rests on few cases is
 * hatched. Every grid is reached by the keyboard and opens its rows; the same is in the table.
 */
import { useId, useMemo } from 'react'
import type { MapShape } from '#contracts/places.ts'
import { boundsOf, linesOf, middleOf, pathOf, sheetFor, viewOf } from '#web/components/map-view.ts'
import { useText } from '#web/platform/i18n.ts'
import { chartText } from '#web/texts/charts.ts'
import { marks } from '#web/texts/marks.ts'
import { Chart } from './Chart.tsx'
import { rankShade } from './scale.ts'

export type HeatPlace = {
  id: string
  name: string
  /** Null: cannot be said, such as a grid whose households are not known. */
  value: number | null
  /** Too few to mean much. */
  small: boolean
  lines: readonly string[]
  cells: readonly (string | number | null)[]
}
type HeatMapProps = {
  label: string
  shapes: readonly MapShape[]
  bounds: readonly number[]
  places: readonly HeatPlace[]
  head: readonly string[]
  write: (value: number) => string
  smallBelow: number
  onOpen: (id: string) => void
}
const HEIGHT = 190

export function HeatMap({ label, shapes, bounds, places, head, write, smallBelow, onOpen }: HeatMapProps) {
  const t = useText(chartText)
  const { bracketed, comma } = useText(marks)
  const hatch = useId()
  const sheet = useMemo(() => sheetFor(bounds), [bounds])
  const drawn = useMemo(
    () =>
      shapes.flatMap((shape) => {
        const lines = linesOf(sheet, shape)
        const ring = lines[0]
        return ring && shape.geometry.type !== 'LineString' ? [{ shape, d: pathOf(lines), middle: middleOf(ring) }] : []
      }),
    [shapes, sheet],
  )
  const of = new Map(places.map((place) => [place.id, place]))
  const values = places.flatMap(({ value }) => value ?? [])
  const most = Math.max(0, ...values)
  const grids = drawn.filter(({ shape }) => shape.kind === 'grid' && of.has(shape.placeId ?? ''))
  // water runs on beyond the place: the sheet shows the grids
  const seen = useMemo(() => boundsOf(shapes.filter(({ kind }) => kind === 'grid')) ?? bounds, [shapes, bounds])
  const ground = drawn.filter(({ shape }) => shape.kind === 'water')
  const anySmall = places.some(({ small }) => small)
  return (
    <Chart
      label={label}
      height={HEIGHT}
      table={{ head, rows: places.map(({ name, cells }) => [name, ...cells]) }}
      foot={
        <span className="heat-legend">
          <span>{t.less}</span>
          {SHADES.map((shade) => (
            <i key={shade} data-shade={shade} />
          ))}
          <span>
            {t.more}
            {most > 0 && bracketed(write(most))}
          </span>
          <em>{t.byRank}</em>
          {anySmall && <em>{t.smallMark(smallBelow)}</em>}
        </span>
      }
    >
      {({ width, height }, mark) => {
        const view = viewOf(sheet, seen, width, height)
        const [left, top] = [view.x - (width / 2) * view.scale, view.y - (height / 2) * view.scale]
        return (
          <svg
            width={width}
            height={height}
            viewBox={`${left} ${top} ${width * view.scale} ${height * view.scale}`}
            className="heat"
          >
            <defs>
              <pattern
                id={hatch}
                width={6 * view.scale}
                height={6 * view.scale}
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <line y2={6 * view.scale} className="heat-hatch" />
              </pattern>
            </defs>
            {grids.map(({ shape, d, middle }) => {
              const id = shape.placeId ?? ''
              const place = of.get(id)
              const title = place?.name ?? shape.name
              const lines = place?.lines ?? [t.nothing]
              const at = { x: (middle[0] - left) / view.scale, y: (middle[1] - top) / view.scale }
              return (
                <g
                  key={id}
                  role="link"
                  tabIndex={0}
                  className="heat-place"
                  aria-label={[title, ...lines].join(comma)}
                  onClick={() => onOpen(id)}
                  onKeyDown={({ key }) => key === 'Enter' && onOpen(id)}
                  {...mark({ ...at, title, lines })}
                >
                  <path d={d} data-shade={rankShade(place?.value ?? null, values)} />
                  {place?.small && <path d={d} style={{ fill: `url(#${hatch})` }} />}
                </g>
              )
            })}
            {ground.map(({ d }, nth) => (
              <path key={nth} d={d} className="heat-water" aria-hidden="true" />
            ))}
          </svg>
        )
      }}
    </Chart>
  )
}

const SHADES = [0, 1, 2, 3, 4] as const
