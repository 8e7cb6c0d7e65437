/**
 * Fair share: how households, members and pairings are spread over the grids of a place. Counts, never names: nobody is
 * ranked. Source: docs/capabilities/planner.md, "Fair share".
 */
import type { GridShare } from '#contracts/pairings.ts'
import type { Place, Tree } from '#modules/places/index.ts'
import { covers, isValid } from '#modules/places/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { pairableMembers } from './members.ts'
import { pairingsBelow } from './queries.ts'

/** A member serves 4–8 households; a grid has 30–50 members. Source: custom of Tongguan (G-R1, C-06 of the rules of the trade). */
export const HOUSEHOLDS_PER_MEMBER = [4, 8] as const
export const MEMBERS_PER_GRID = [30, 50] as const

type Counted = { path: string; households: number }

/** Households of each building: its homes where they are entered, else the number that was stated. */
export const householdsOfBuildings = (tx: Tx, path: string, on: string) =>
  tx.many<Counted & { id: string }>({
    name: 'households_of_buildings',
    text: `SELECT b.id, b.path, coalesce(nullif(count(h.id), 0), b.households, 0) AS households
             FROM place b
             LEFT JOIN place h ON h.tenant_id = $1 AND h.level = 'home' AND h.path > b.path AND h.path < b.path || '~'
                  AND h.valid_from <= $3 AND (h.valid_to IS NULL OR h.valid_to > $3)
            WHERE b.tenant_id = $1 AND b.level = 'building' AND b.path >= $2 AND b.path < $2 || '~'
              AND b.valid_from <= $3 AND (b.valid_to IS NULL OR b.valid_to > $3)
            GROUP BY b.id, b.path, b.households
            ORDER BY b.path`,
    values: [tx.tenantId, path, on],
  })

export async function shareOf(tx: Tx, tree: Tree, place: Place, now: Date) {
  const on = shanghaiToday(now)
  const buildings = await householdsOfBuildings(tx, place.path, on)
  const members = await pairableMembers(tx, place.path, on)
  const pairs = await pairingsBelow(tx, place.id)
  const grids = tree.all.filter((one) => one.gridLevel === 2 && covers(place.path, one.path) && isValid(one, on))
  const loads = new Map(members.map(({ personId }) => [personId, 0]))
  for (const { personId, status } of pairs)
    if (status === 'accepted') loads.set(personId, (loads.get(personId) ?? 0) + 1)
  const all = { buildings, members, pairs }
  return { ...sharesIn(place.path, all), grids: grids.map((grid) => gridShare(grid, all)), loads: histogram(loads) }
}

type All = {
  buildings: readonly Counted[]
  members: readonly { homePath: string }[]
  pairs: readonly { homePath: string; status: string }[]
}

const gridShare = (grid: Place, all: All): GridShare => ({
  placeId: grid.id,
  name: grid.fullName,
  ...sharesIn(grid.path, all),
})

function sharesIn(path: string, { buildings, members, pairs }: All) {
  const within = buildings.filter((one) => covers(path, one.path))
  const paired = pairs.filter((one) => covers(path, one.homePath))
  return {
    households: within.reduce((sum, one) => sum + one.households, 0),
    members: members.filter(({ homePath }) => covers(path, homePath)).length,
    paired: paired.filter(({ status }) => status === 'accepted').length,
    proposed: paired.filter(({ status }) => status === 'proposed').length,
  }
}

/** histogram[n]: how many have n. */
export function histogram(loads: ReadonlyMap<string, number>): number[] {
  const counts = [...loads.values()]
  return Array.from(
    { length: counts.reduce((most, one) => Math.max(most, one), 0) + 1 },
    (_, n) => counts.filter((one) => one === n).length,
  )
}
