/**
 * How many members there are, for those who check standards and plan: counts, never names.
 *
 * Two counts that are easily taken for one: members who live in a place, and members whose organisational relation is with
 * an organisation there. Reporting in where one lives moves neither. Claims that nobody has confirmed yet do not count.
 * Source: docs/capabilities/members.md, "Two counts".
 */
import { lineOf, placeNow, readTree, type Tree } from '#modules/places/index.ts'
import type { Tx } from '#platform/db.ts'

export type Tally = { formal: number; probationary: number; inService: number }
export type MembersBelow = Tally & {
  /** Whose relation is with an organisation in the place, wherever they live. */
  related: Tally
  /** By building; buildings where no member lives are left out. */
  byBuilding: ReadonlyMap<string, Tally>
  /** By grid of level 2; a building in no grid counts in none. */
  byGrid: ReadonlyMap<string, Tally>
  inNoGrid: number
}

/** Members who live in the place, and those whose relation is there; nobody when there is no such place on that day. */
export async function membersBelow(tx: Tx, placeId: string, on: string): Promise<MembersBelow> {
  const place = await placeNow(tx, placeId, on)
  if (!place) return { ...none(), related: none(), byBuilding: new Map(), byGrid: new Map(), inNoGrid: 0 }
  const [homes, { tree }] = [await homesOfMembers(tx, place.path, on), await readTree(tx)]
  const related = none()
  for (const tally of (await membersByOrganisation(tx, place.path, on)).values()) add(related, tally)
  return { ...tallyHomes(tree, homes), related }
}

type MemberHome = { path: string; stage: 'formal' | 'probationary'; inService: boolean }

function tallyHomes(tree: Tree, homes: readonly MemberHome[]) {
  const all = none()
  const byBuilding = new Map<string, Tally>()
  const byGrid = new Map<string, Tally>()
  let inNoGrid = 0
  for (const { path, stage, inService } of homes) {
    const one = { ...none(), [stage]: 1, inService: inService ? 1 : 0 }
    const building = lineOf(tree, path).find(({ level }) => level === 'building')
    add(all, one)
    if (building) add(at(byBuilding, building.id), one)
    if (building?.gridId) add(at(byGrid, building.gridId), one)
    else inNoGrid++
  }
  return { ...all, byBuilding, byGrid, inNoGrid }
}

/** Members by the organisation that their relation is with, of organisations in the place (by its path). */
export async function membersByOrganisation(tx: Tx, placePath: string, on: string): Promise<Map<string, Tally>> {
  const rows = await tx.many<Tally & { organisationId: string }>({
    name: 'members_by_organisation',
    text: `SELECT g.id AS "organisationId", count(*) FILTER (WHERE m.stage = 'formal')::int AS formal,
                  count(*) FILTER (WHERE m.stage = 'probationary')::int AS probationary, count(*) FILTER (WHERE m.in_service)::int AS "inService"
             FROM place l
             JOIN organisation g ON g.tenant_id = $1 AND g.place_id = l.id
             JOIN member m ON m.tenant_id = $1 AND m.organisation_id = g.id
            WHERE l.tenant_id = $1 AND l.path >= $2 AND l.path < $2 || '~'
              AND m.confirmed_on <= $3 AND (m.left_on IS NULL OR m.left_on > $3)
            GROUP BY g.id`,
    values: [tx.tenantId, placePath, on],
  })
  return new Map(rows.map(({ organisationId, ...tally }) => [organisationId, tally]))
}

/** Who the members living in the place are, and in which home: for pairing them with households, by the planner only. */
export const homesOfMembers = (tx: Tx, placePath: string, on: string) =>
  tx.many<MemberHome & { personId: string; homePlaceId: string; organisationId: string | null }>({
    name: 'members_homes',
    text: `SELECT m.person_id AS "personId", h.id AS "homePlaceId", h.path, m.stage, m.in_service AS "inService", m.organisation_id AS "organisationId"
             FROM member m
             JOIN person p ON p.tenant_id = $1 AND p.id = m.person_id
             JOIN place h ON h.tenant_id = $1 AND h.id = p.home_place_id
            WHERE m.tenant_id = $1 AND h.path >= $2 AND h.path < $2 || '~'
              AND m.confirmed_on <= $3 AND (m.left_on IS NULL OR m.left_on > $3)
            ORDER BY h.path, m.person_id`,
    values: [tx.tenantId, placePath, on],
  })

const none = (): Tally => ({ formal: 0, probationary: 0, inService: 0 })

function at(tallies: Map<string, Tally>, id: string): Tally {
  const tally = tallies.get(id) ?? none()
  tallies.set(id, tally)
  return tally
}

function add(to: Tally, more: Tally): void {
  to.formal += more.formal
  to.probationary += more.probationary
  to.inService += more.inService
}
