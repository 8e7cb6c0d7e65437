/** What there is to plan with in a place, and what is proposed to wish for. Source: docs/capabilities/planner.md, "Targets". */
import type { GridsWish, PairsWish, Weigh } from '#contracts/planner.ts'
import {
  HOUSEHOLDS_PER_MEMBER,
  householdsOfBuildings,
  pairableMembers,
  pairingsBelow,
} from '#modules/pairings/index.ts'
import { covers, isValid, readTree, type Place, type Tree } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { reaches } from '#platform/reach.ts'
import { MOST_HOMES } from './gather-pairs.ts'
import { homesBelow } from './queries.ts'

/** Households of a grid of level 2 and how far off is still well. Source: custom of Jiaojiang, rule G-R2: 400 ± 25 %. */
export const GRID_HOUSEHOLDS = 400
const GRID_BAND = [300, 500] as const
/** Areas 片区 of a compound. Source: custom of Tongguan, rule G-R1: 5–9. */
const AREAS = [5, 9] as const

const WEIGH: Weigh = { even: 2, near: 1, stay: 1 }

export async function whatIsThere(tx: Tx, actor: Actor, place: Place, now: Date) {
  const on = shanghaiToday(now)
  const { tree } = await readTree(tx)
  const buildings = await householdsOfBuildings(tx, place.path, on)
  const households = buildings.reduce((sum, one) => sum + one.households, 0)
  const homes = await homesBelow(tx, place.path, on, MOST_HOMES + 1)
  const knowsMembers = reaches(actor, 'members.view', place.path)
  const members = knowsMembers ? (await pairableMembers(tx, place.path, on)).length : 0
  const paired = new Set((await pairingsBelow(tx, place.id)).map(({ homePlaceId }) => homePlaceId)).size
  const gridsToday = gridsIn(tree, place, on)
  return {
    place: { id: place.id, name: place.fullName, level: place.level },
    households,
    buildings: buildings.length,
    homes: homes.length,
    members,
    gridsToday: gridsToday.filter(({ gridLevel }) => gridLevel === 2).length,
    paired,
    grids: gridWishes(place, { households, buildings: buildings.length, today: gridsToday }),
    ...(knowsMembers && { pairings: PAIRS }),
  }
}

const PAIRS: PairsWish = { bounds: [...HOUSEHOLDS_PER_MEMBER], keep: true, partly: false, weigh: { ...WEIGH, even: 1 } }

const gridsIn = (tree: Tree, place: Place, on: string) =>
  tree.all.filter(
    (one) => one.level === 'grid' && one.id !== place.id && covers(place.path, one.path) && isValid(one, on),
  )

type There = { households: number; buildings: number; today: readonly Place[] }

/** A community gathers compounds; a compound is cut into grids, and into areas where these lie in one grid; a grid into areas. */
export function gridWishes({ level, gridLevel }: Pick<Place, 'level' | 'gridLevel'>, there: There): GridsWish[] {
  const { buildings, today } = there
  const has = (wanted: number) => today.filter((one) => one.gridLevel === wanted).length
  if (buildings === 0) return []
  const areas: GridsWish = {
    level: 3,
    count: clamp(has(3) || AREAS[0], 1, Math.min(AREAS[1], buildings)),
    weigh: WEIGH,
  }
  if (level === 'community') return [{ level: 1, count: has(1) || 2, weigh: WEIGH }]
  if (level === 'compound') return has(2) > 1 ? [basic(there)] : [basic(there), areas]
  if (level === 'grid' && gridLevel === 2) return [areas]
  return []
}

function basic({ households, buildings }: There): GridsWish {
  const count = clamp(Math.round(households / GRID_HOUSEHOLDS), 1, Math.min(40, buildings))
  const mean = households / count
  const inBand = mean >= GRID_BAND[0] && mean <= GRID_BAND[1]
  return { level: 2, count, weigh: WEIGH, ...(inBand && { band: [...GRID_BAND] }) }
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))
