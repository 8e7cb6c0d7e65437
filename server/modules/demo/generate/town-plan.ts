/**
 * The street plan: an irregular lattice of five rows and seven columns of blocks, cut by a river.
 * Each block is one grid; the park belongs to the grid west of it. The model compound has the widest block.
 * Source of the figures: 34 grids on 1.19 km² (docs/capabilities/demo.md, "Demo district").
 */
import { clip, mergeRings, signedArea, type Xy } from './geometry.ts'
import type { Random } from './random.ts'

export const AREA_KM2 = 1.19
const COLUMN_WIDTHS_M = [170, 180, 175, 272, 190, 175, 165]
const ROW_HEIGHTS_M = [168, 222, 185, 180, 165]
const RIVER_LINE = 3 // the river runs along the lattice line above row 3
export const RIVER_WIDTH_M = 34

/** `ground` is where houses may stand: the ring without a park that was merged into it. */
export type Block = { row: number; column: number; community: number; ring: Xy[]; ground: Xy[] }
export type Street = { name: string; line: Xy[]; widthM: number }
export type TownPlan = {
  blocks: Block[]
  model: Block
  parkRing: Xy[]
  outline: Xy[]
  streets: Street[]
  /** Centre line, running on through the whole district. */
  river: Xy[]
  bridges: Xy[][]
}

/** Which community a block belongs to, north to south, west to east; `P` is the park, `*` the model compound. */
const COMMUNITIES = ['0011122', '001*P22', '0333332', '4445566', '4445566'] as const
const MODEL_COMMUNITY = 1

const NORTH_SOUTH = ['柳堤路', '书香街', '织补巷', '桂园西路', '桂园东路', '云溪路', '石鼓路', '东环路']
const EAST_WEST = ['望岭路', '青砖街', '桂园路', '', '南浦路', '码头街']

export function planTown(random: Random): TownPlan {
  const node = latticeOf(random)
  const corner = (row: number, column: number) => node(row, column)
  const across = edgeMaker(random.fork('across'), (row, column) => [corner(row, column), corner(row, column + 1)])
  const down = edgeMaker(random.fork('down'), (row, column) => [corner(row, column), corner(row + 1, column)])

  // Counter-clockwise: south edge eastward, east edge northward, north edge westward, west edge southward.
  const ringOf = (row: number, column: number): Xy[] => [
    ...across(row + 1, column).slice(0, -1),
    ...[...down(row, column + 1)].reverse().slice(0, -1),
    ...[...across(row, column)].reverse().slice(0, -1),
    ...down(row, column).slice(0, -1),
  ]

  const blocks: Block[] = []
  let model: Block | undefined
  let parkRing: Xy[] = []
  COMMUNITIES.forEach((letters, row) =>
    [...letters].forEach((letter, column) => {
      const ring = ringOf(row, column)
      if (letter === 'P') parkRing = ring
      const community = letter === '*' || letter === 'P' ? MODEL_COMMUNITY : Number(letter)
      const block = { row, column, community, ring, ground: ring }
      if (letter === '*') model = block
      if (letter !== 'P') blocks.push(block)
    }),
  )
  if (!model) throw new Error('the plan has no model compound')
  // The park lies east of the model compound; the grid north of it looks after it.
  const keeper = blocks.find((block) => block.row === 0 && block.column === 4)
  if (keeper) keeper.ring = mergeRings([keeper.ring, parkRing])

  const rows = ROW_HEIGHTS_M.length
  const columns = COLUMN_WIDTHS_M.length
  const lineAcross = (row: number) => joined(range(columns).map((column) => across(row, column)))
  const lineDown = (column: number) => joined(range(rows).map((row) => down(row, column)))
  const inTown = lineAcross(RIVER_LINE)

  return {
    blocks,
    model,
    parkRing,
    outline: mergeRings([...blocks.map((block) => block.ring)]),
    streets: [
      ...range(columns + 1).map((c) => ({ name: NORTH_SOUTH[c] ?? '', line: lineDown(c), widthM: c === 4 ? 14 : 10 })),
      ...range(rows + 1)
        .filter((row) => row !== RIVER_LINE)
        .map((row) => ({ name: EAST_WEST[row] ?? '', line: lineAcross(row), widthM: row === 2 ? 14 : 10 })),
    ],
    river: [...riverBefore(inTown[0]), ...inTown, ...riverAfter(inTown[inTown.length - 1])],
    bridges: [2, 5].map((column) => {
      const [x, y] = corner(RIVER_LINE, column)
      return [
        [x, y - RIVER_WIDTH_M / 2 - 5],
        [x, y + RIVER_WIDTH_M / 2 + 5],
      ] as Xy[] // a two-point line
    }),
  }
}

/** The block inside its streets, cut by half-planes; good for the nearly convex blocks of this plan. */
export function inset(ring: readonly Xy[], metres: number): Xy[] {
  return ring.reduce<Xy[]>(
    (left, a, i) => {
      const b = ring[(i + 1) % ring.length] ?? a
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
      const nx = (b[1] - a[1]) / length
      const ny = -(b[0] - a[0]) / length
      return clip(left, nx, ny, nx * a[0] + ny * a[1] - metres)
    },
    [...ring],
  )
}

function latticeOf(random: Random) {
  const xs = offsets(COLUMN_WIDTHS_M)
  const ys = offsets(ROW_HEIGHTS_M)
  const nodes = ys.map((y, row) =>
    xs.map((x, column): Xy => {
      const calm = (row === 1 || row === 2) && (column === 3 || column === 4) // corners of the model compound
      const sway = calm ? 3 : 17
      const bend = row === RIVER_LINE ? riverBend(x) : 0
      return [x + random.real(-sway, sway), -y + random.real(-sway, sway) + bend]
    }),
  )
  const at = (row: number, column: number): Xy => nodes[row]?.[column] ?? [0, 0]
  // Scale to the reported area exactly.
  const border: Xy[] = [
    ...range(xs.length).map((c) => at(ys.length - 1, c)),
    ...range(ys.length)
      .reverse()
      .map((r) => at(r, xs.length - 1)),
    ...range(xs.length)
      .reverse()
      .map((c) => at(0, c)),
    ...range(ys.length).map((r) => at(r, 0)),
  ]
  const scale = Math.sqrt((AREA_KM2 * 1e6) / signedArea(border))
  return (row: number, column: number): Xy => {
    const [x, y] = at(row, column)
    return [x * scale, y * scale]
  }
}

/** One polyline per lattice edge, made once so that both neighbours get the same points. */
function edgeMaker(random: Random, ends: (row: number, column: number) => [Xy, Xy]) {
  const made = new Map<string, Xy[]>()
  return (row: number, column: number): Xy[] => {
    const key = `${row}/${column}`
    const known = made.get(key)
    if (known) return known
    const [a, b] = ends(row, column)
    // The bend is kept small and sums to zero, so that the area stays the reported one.
    const own = random.fork(key)
    const bow = own.real(-4, 4)
    const middle: Xy = [(a[0] + b[0]) / 2 + bow * 0.3, (a[1] + b[1]) / 2 + bow]
    const line = row === RIVER_LINE || own.chance(0.6) ? [a, middle, b] : [a, b]
    made.set(key, line)
    return line
  }
}

const riverBend = (x: number) => 26 * Math.sin(x / 210 + 0.6) + 8 * Math.sin(x / 90)
const riverBefore = (start?: Xy): Xy[] =>
  start
    ? range(16)
        .reverse()
        .map((i) => flow(start, -(i + 1) * 240))
    : []
const riverAfter = (end?: Xy): Xy[] => (end ? range(16).map((i) => flow(end, (i + 1) * 240)) : [])
const flow = ([x, y]: Xy, dx: number): Xy => [x + dx, y + 190 * Math.sin(dx / 900) + dx * 0.06]

const range = (n: number) => Array.from({ length: n }, (_, i) => i)
const joined = (lines: Xy[][]) => lines.flatMap((line, i) => (i === 0 ? line : line.slice(1)))
function offsets(sizes: readonly number[]): number[] {
  const half = sizes.reduce((sum, size) => sum + size, 0) / 2
  let at = -half
  return [at, ...sizes.map((size) => (at += size))]
}
