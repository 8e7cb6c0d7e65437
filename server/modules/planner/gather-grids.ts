/** What is there to cut: units with their households, ground and today’s grid, and the grids that stay. */
import type { GridPlanProposal, GridsWish } from '#contracts/planner.ts'
import { householdsOfBuildings } from '#modules/pairings/index.ts'
import { covers, isValid, lineOf, readTree, type Place, type Tree } from '#modules/places/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import type { Refused } from './refused.ts'
import type { CutTask } from './solve/cutting.ts'
import type { Ground } from './solve/neighbours.ts'
import { flatRound, middleOf, pointOf, ringOf } from './ground.ts'

/** Larger than any community; the model grows with units × grids. */
export const MOST_UNITS = 400

export type CutUnitFound = { place: Place; households: number; buildingIds: string[]; today: Place | null }
export type Cuttable = { units: CutUnitFound[]; today: Place[] }

/** The units of a place at a level of grid, and the grids that stand. */
export async function cuttable(tx: Tx, place: Place, level: number, now: Date): Promise<Cuttable & { tree: Tree }> {
  const on = shanghaiToday(now)
  const { tree } = await readTree(tx)
  const counted = await householdsOfBuildings(tx, place.path, on)
  const inside = tree.all.filter((one) => one.id !== place.id && covers(place.path, one.path) && isValid(one, on))
  const units = inside.filter((one) => (level === 1 ? isGathered(one, place, inside) : one.level === 'building'))
  const today = inside.filter(({ gridLevel }) => gridLevel === level)
  return {
    tree,
    today,
    units: units.map((unit) => {
      const own = counted.filter(({ path }) => covers(unit.path, path))
      const line = lineOf(tree, unit.path)
      return {
        place: unit,
        households: own.reduce((sum, { households }) => sum + households, 0),
        buildingIds: own.map(({ id }) => id),
        today: line.find(({ gridLevel }) => gridLevel === level) ?? null,
      }
    }),
  }
}

/** Level 1 gathers what lies in the community itself or in its gatherings: whole compounds. */
function isGathered(one: Place, scope: Place, inside: readonly Place[]): boolean {
  const parent = inside.find(({ id }) => id === one.parentId)
  return one.gridLevel !== 1 && (one.parentId === scope.id || parent?.gridLevel === 1)
}

export type GridsGathered = {
  grounds: Ground[]
  task: Omit<CutTask, 'links'>
  /** The proposal without links and assignment. */
  grids: GridPlanProposal['grids']
  units: Omit<GridPlanProposal['units'][number], 'grid'>[]
}

/** Refused: plan_nothing_to_cut, plan_too_large. */
export async function gatherGrids(tx: Tx, place: Place, wish: GridsWish, now: Date): Promise<GridsGathered | Refused> {
  const { tree, units, today } = await cuttable(tx, place, wish.level, now)
  const middle = middleOf(units.map((unit) => unit.place))
  if (!middle) return { refused: 'plan_nothing_to_cut', details: { field: 'placeId' } }
  if (units.length > MOST_UNITS) return { refused: 'plan_too_large', details: { most: MOST_UNITS } }
  const flat = flatRound(middle)
  const grids = gridsToBe(wish, units, today)
  const known = units.map((unit) => ({ ...unit, ...flat(pointOf(tree, unit.place, middle)) }))
  const stays = (id: string | undefined) => grids.findIndex(({ key }) => key === id)
  return {
    grids,
    grounds: known.map(({ place: at, x, y }) => ({ x, y, ring: ringOf(at, flat) })),
    units: known.map(({ place: { id, name }, households, x, y, today: grid }) => ({
      id,
      name,
      households,
      x,
      y,
      today: grid?.id ?? null,
    })),
    task: {
      grids: wish.count,
      weigh: wish.weigh,
      ...(wish.band && { band: [wish.band[0] ?? 0, wish.band[1] ?? 0] as const }),
      units: known.map(({ households, x, y, today: grid }) => {
        const at = stays(grid?.id)
        return { households, x, y, today: at < 0 ? null : at }
      }),
    },
  }
}

const WORD: Record<number, string> = { 1: '组团', 2: '网格', 3: '片区' }

/** Today’s grids as far as they are wanted, the largest first; then new ones, numbered on. */
function gridsToBe({ count, level }: GridsWish, units: readonly CutUnitFound[], today: readonly Place[]) {
  const households = ({ id }: Place) =>
    units.reduce((sum, unit) => sum + (unit.today?.id === id ? unit.households : 0), 0)
  const filled = today.filter(({ id }) => units.some((unit) => unit.today?.id === id))
  const kept = new Set(
    filled
      .toSorted((a, b) => households(b) - households(a))
      .slice(0, count)
      .map(({ id }) => id),
  )
  const stays = filled.filter(({ id }) => kept.has(id)).map(({ id, name }) => ({ key: id, name, isNew: false }))
  const taken = new Set(today.map(({ name }) => name))
  const names = Array.from({ length: count + taken.size }, (_, at) => `第 ${at + 1} ${WORD[level] ?? ''}`)
  const free = names.filter((name) => !taken.has(name))
  const fresh = free.slice(0, count - stays.length).map((name, at) => ({ key: `new-${at + 1}`, name, isNew: true }))
  return [...stays, ...fresh]
}
