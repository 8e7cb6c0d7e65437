/** What the map draws beside the places themselves: streets, river, park, paths, planting, trees. */
import { blob, centreOf, contains, toPolygon, toPosition, type Xy } from './geometry.ts'
import { GARDEN, GREENS, PATHS, POND, SHOPS, STATION } from './model-compound.ts'
import { inModel } from './places.ts'
import type { Random } from './random.ts'
import { inset, RIVER_WIDTH_M, type TownPlan } from './town-plan.ts'
import type { LineString, MapShape } from './types.ts'

export function buildMapShapes(plan: TownPlan, random: Random): MapShape[] {
  const model = (ring: readonly Xy[]) => ring.map((point) => inModel(plan, point))
  const park = inset(plan.parkRing, 9)
  const [px, py] = centreOf(plan.parkRing)
  const lake = blob([px - 8, py + 6], 46, 40, [0.08, 0.05, 0.04])

  return [
    ...plan.streets.map(({ name, line, widthM }): MapShape => ({ kind: 'road', name, geometry: toLine(line), widthM })),
    { kind: 'river', name: '清溪河', geometry: toPolygon(band(plan.river, RIVER_WIDTH_M)), widthM: RIVER_WIDTH_M },
    ...plan.bridges.map((line): MapShape => ({ kind: 'bridge', name: null, geometry: toLine(line), widthM: 11 })),
    { kind: 'park', name: '云溪公园', geometry: toPolygon(park), widthM: null },
    { kind: 'pond', name: '镜湖', geometry: toPolygon(lake), widthM: null },
    {
      kind: 'path',
      name: '环湖步道',
      geometry: toLine(closed(blob([px - 8, py + 6], 60, 53, [0.06, 0.04]))),
      widthM: 3,
    },
    { kind: 'green', name: '中心花园', geometry: toPolygon(model(GARDEN)), widthM: null },
    { kind: 'pond', name: '月塘', geometry: toPolygon(model(POND)), widthM: null },
    ...PATHS.map(({ name, line, widthM }): MapShape => ({ kind: 'path', name, geometry: toLine(model(line)), widthM })),
    ...GREENS.map((ring): MapShape => ({ kind: 'green', name: null, geometry: toPolygon(model(ring)), widthM: null })),
    ...SHOPS.map((ring): MapShape => ({
      kind: 'shop',
      name: '商业街',
      geometry: toPolygon(model(ring)),
      widthM: null,
    })),
    { kind: 'station', name: '好邻里驿站', geometry: toPolygon(model(STATION)), widthM: null },
    ...scatter(random.fork('garden'), model(GARDEN), model(POND), 12),
    ...scatter(random.fork('park'), park, lake, 90),
  ]
}

function scatter(random: Random, within: readonly Xy[], without: readonly Xy[], count: number): MapShape[] {
  const xs = within.map(([x]) => x)
  const ys = within.map(([, y]) => y)
  const trees: MapShape[] = []
  for (let tries = 0; trees.length < count && tries < count * 20; tries++) {
    const at: Xy = [random.real(Math.min(...xs), Math.max(...xs)), random.real(Math.min(...ys), Math.max(...ys))]
    if (!contains(within, at) || contains(without, at)) continue
    trees.push({
      kind: 'tree',
      name: null,
      geometry: { type: 'Point', coordinates: toPosition(at) },
      widthM: random.int(3, 8),
    })
  }
  return trees
}

/** Both banks of a line, `width` metres apart, with a little unevenness taken from the line itself. */
function band(line: readonly Xy[], width: number): Xy[] {
  const side = (sign: 1 | -1) =>
    line.map((point, i): Xy => {
      const [ax, ay] = line[i - 1] ?? point
      const [bx, by] = line[i + 1] ?? point
      const length = Math.hypot(bx - ax, by - ay) || 1
      const reach = (sign * (width + 4 * Math.sin(i * 1.3))) / 2
      return [point[0] - ((by - ay) / length) * reach, point[1] + ((bx - ax) / length) * reach]
    })
  return [...side(-1), ...side(1).reverse()]
}

const closed = (ring: readonly Xy[]): Xy[] => [...ring, ...ring.slice(0, 1)]
const toLine = (line: readonly Xy[]): LineString => ({ type: 'LineString', coordinates: line.map(toPosition) })
