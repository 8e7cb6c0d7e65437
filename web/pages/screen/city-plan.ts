/**
 * The city as it is drawn at night: shapes of our map put on a fixed sheet of 1400 × 1016, and the dots of lit windows.
 * Everything is worked out from the shapes alone, so the same place always gives the same picture.
 */
import type { MapShape } from '#contracts/places.ts'
import { linesOf, middleOf, pathOf, sheetFor, toSheet, type Point, type Sheet } from '#web/components/map-view.ts'

export const CITY = { width: 1400, height: 1016 }
/** The town fills the sheet and fades over its edges (ScreenPage.css). */
const FILL = 1.02
/** Room above the town for the headline, below for the figures. */
const MIDDLE_Y = 0.53

export type Drawn = { id: string; d: string; middle: Point; top: Point; name: string; kind: MapShape['kind'] }
export type CityPlan = {
  at: (lon: number, lat: number) => Point
  grids: Drawn[]
  buildings: Drawn[]
  ground: Drawn[]
  roads: Drawn[]
  windows: { x: number; y: number; r: number; light: number }[]
}

export function planCity(shapes: readonly MapShape[], bounds: readonly number[]): CityPlan {
  const sheet = sheetFor(bounds)
  const grids = shapes.filter(({ kind }) => kind === 'grid')
  const scale = scaleOf(sheet, grids.length > 0 ? grids : shapes, bounds)
  const place = ([x, y]: Point): Point => [scale.x + x * scale.by, scale.y + y * scale.by]
  const draw = (shape: MapShape, at: number): Drawn[] => {
    const lines = linesOf(sheet, shape).map((line) => line.map(place))
    const ring = lines[0]
    if (!ring) return []
    const isLine = shape.geometry.type === 'LineString'
    const { kind, name } = shape
    return [
      {
        id: shape.placeId ?? `${kind}${at}`,
        d: pathOf(lines, !isLine),
        middle: middleOf(ring),
        top: labelSpot(ring),
        name,
        kind,
      },
    ]
  }
  const of = (...kinds: MapShape['kind'][]) => shapes.filter(({ kind }) => kinds.includes(kind)).flatMap(draw)
  const buildings = of('building')
  return {
    at: (lon, lat) => place(toSheet(sheet, lon, lat)),
    grids: of('grid'),
    buildings,
    ground: of('green', 'water').filter(({ d }) => d.endsWith('Z')),
    roads: of('road').filter(({ d }) => !d.endsWith('Z')),
    windows: buildings.flatMap(({ id, middle, d }) => windowsOf(id, middle, extentOf(d))),
  }
}

/** Metres to the sheet: the named shapes fill it. */
function scaleOf(sheet: Sheet, shapes: readonly MapShape[], bounds: readonly number[]) {
  const [west = 0, south = 0, east = 0, north = 0] = bounds
  const corners = [toSheet(sheet, west, south), toSheet(sheet, east, north)]
  const points = shapes.flatMap((shape) => linesOf(sheet, shape).flat())
  const all = points.length > 0 ? points : corners
  const xs = all.map(([x]) => x)
  const ys = all.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const by = FILL * Math.min(CITY.width / (right - left || 1), CITY.height / (bottom - top || 1))
  return {
    by,
    x: CITY.width / 2 - ((left + right) / 2) * by,
    y: CITY.height * MIDDLE_Y - ((top + bottom) / 2) * by,
  }
}

/** Where a grid's number stands: near its upper left corner, a little inside. */
function labelSpot(ring: readonly Point[]): Point {
  const [mx, my] = middleOf(ring)
  const corner = ring.reduce(
    (best, point) => (point[0] + point[1] < best[0] + best[1] ? point : best),
    ring[0] ?? [0, 0],
  )
  return [corner[0] + (mx - corner[0]) * 0.16 + 6, corner[1] + (my - corner[1]) * 0.16 + 14]
}

type Extent = { width: number; height: number }
function extentOf(d: string): Extent {
  const numbers = d.match(/-?[\d.]+/g)?.map(Number) ?? []
  const xs = numbers.filter((_, at) => at % 2 === 0)
  const ys = numbers.filter((_, at) => at % 2 === 1)
  return { width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) }
}

/** About every third house has somebody at home: a dim dot or two, told from its id so that it never moves. */
function windowsOf(id: string, [x, y]: Point, { width, height }: Extent): CityPlan['windows'] {
  const dice = diceOf(id)
  const count = Math.floor(dice() * 3)
  return Array.from({ length: count }, () => ({
    x: x + (dice() - 0.5) * width * 0.7,
    y: y + (dice() - 0.5) * height * 0.55,
    r: 0.9 + dice() * 0.55,
    light: 0.35 + dice() * 0.5,
  }))
}

/** Numbers from 0 to 1 that follow from a word (FNV-1a, then a linear step). */
function diceOf(word: string): () => number {
  let state = [...word].reduce(
    (hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16_777_619) >>> 0,
    2_166_136_261,
  )
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
