/**
 * GeoJSON in WGS-84 for maps elsewhere: a feature for each row that has a place, rings by the right-hand rule.
 * Source: RFC 7946, 3.1.6 (winding), 4 (WGS-84), 6.1 (foreign members: our mark).
 */
import type { Geometry, Line } from './kinds/kind.ts'

type Ring = readonly (readonly number[])[]
type Areas = Exclude<Geometry, { type: 'Point' }>

/** Twice the signed area: positive runs against the clock. */
const turn = (ring: Ring) =>
  ring.reduce((sum, [x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? []
    return sum + x * nextY - nextX * y
  }, 0)

/** Outer rings against the clock, holes with it. */
export function wound(area: Areas): Areas {
  const polygon = (rings: number[][][]) =>
    rings.map((ring, at) => (turn(ring) > 0 === (at === 0) ? ring : [...ring].reverse()))
  return area.type === 'Polygon'
    ? { type: 'Polygon', coordinates: polygon(area.coordinates) }
    : { type: 'MultiPolygon', coordinates: area.coordinates.map(polygon) }
}

export async function* geojson(
  mark: Readonly<Record<string, string>>,
  heads: readonly string[],
  lines: AsyncIterable<Pick<Line, 'cells' | 'geometry'>>,
): AsyncGenerator<Buffer> {
  yield Buffer.from(`{"type":"FeatureCollection","about":${JSON.stringify(mark)},"features":[`)
  let first = true
  for await (const { cells, geometry } of lines) {
    if (!geometry) continue
    const properties = Object.fromEntries(heads.map((head, at) => [head, cells[at] ?? '']))
    yield Buffer.from(`${first ? '' : ','}\n${JSON.stringify({ type: 'Feature', geometry, properties })}`)
    first = false
  }
  yield Buffer.from('\n]}\n')
}
