/** Members and homes to be paired: where they are, what each member has already, what was refused. */
import type { PairPlanProposal, PairsWish } from '#contracts/planner.ts'
import { loadsOf, pairableMembers, pairingsBelow, refusedBelow } from '#modules/pairings/index.ts'
import { lineOf, readTree, type Place, type Tree } from '#modules/places/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import type { Position } from '#platform/geometry/convert.ts'
import { flatRound, middleOf, pointOf, type Flat } from './ground.ts'
import { homesBelow } from './queries.ts'
import type { Refused } from './refused.ts'
import type { PairTask } from './solve/pairs.ts'

/** Twice the largest figure reported (830 members, 2,483 households). */
export const MOST_HOMES = 5_000
export const MOST_MEMBERS = 2_000

/** Refused: plan_nobody_to_pair, plan_too_large. */
export async function gatherPairs(tx: Tx, place: Place, wish: PairsWish, now: Date): Promise<PairTask | Refused> {
  const on = shanghaiToday(now)
  const { tree } = await readTree(tx)
  const found = await pairableMembers(tx, place.path, on)
  const active = await pairingsBelow(tx, place.id)
  // Who is asked last is who it would be; who looks after it now comes first where both are there.
  const has = new Map(active.toReversed().map(({ homePlaceId, personId }) => [homePlaceId, personId]))
  const all = await homesBelow(tx, place.path, on, MOST_HOMES + 1)
  const wanted = wish.keep ? all.filter(({ id }) => !has.has(id)) : all
  if (found.length === 0 || wanted.length === 0)
    return { refused: 'plan_nobody_to_pair', details: { field: 'placeId' } }
  if (all.length > MOST_HOMES || found.length > MOST_MEMBERS)
    return { refused: 'plan_too_large', details: { most: MOST_HOMES } }

  const loads = await loadsOf(
    tx,
    found.map(({ personId }) => personId),
  )
  const replanned = new Set(wanted.map(({ id }) => id))
  const spots = spotsIn(tree, place)
  const kept = (personId: string) =>
    (loads.find((one) => one.personId === personId)?.count ?? 0) -
    active.filter((pair) => pair.personId === personId && replanned.has(pair.homePlaceId)).length
  const members = found.map(({ personId, name, homePlaceId, homePath }) => ({
    personId,
    name,
    homePlaceId,
    buildingName: lineOf(tree, homePath).find(({ level }) => level === 'building')?.name ?? '',
    kept: kept(personId),
    ...spots(homePath),
  }))
  const position = new Map(members.map(({ personId }, at) => [personId, at]))
  const homes: PairPlanProposal['homes'] = wanted.map(({ id, path, name }) => ({
    homePlaceId: id,
    name,
    ...spots(path),
    member: null,
    was: position.get(has.get(id) ?? '') ?? null,
  }))
  const never = (await refusedBelow(tx, place.id)).map(({ personId, homePlaceId }) => `${personId}|${homePlaceId}`)
  return { members, homes, never, weigh: wish.weigh, bounds: [wish.bounds[0] ?? 0, wish.bounds[1] ?? 0] }
}

/** Where a home is: its building’s point, and which stairwell. */
function spotsIn(tree: Tree, place: Place) {
  const middle: Position = middleOf([place, ...tree.all.filter(({ path }) => path.startsWith(place.path))]) ?? {
    lon: 0,
    lat: 0,
  }
  const flat = flatRound(middle)
  const known = new Map<string, Flat>()
  return (homePath: string) => {
    const building = lineOf(tree, homePath).findLast(({ level }) => level === 'building') ?? place
    const at = known.get(building.id) ?? flat(pointOf(tree, building, middle))
    known.set(building.id, at)
    const below = homePath.slice(building.path.length).split('.').filter(Boolean)
    return { ...at, building: building.id, entrance: below.length > 1 ? (below[0] ?? null) : null }
  }
}
