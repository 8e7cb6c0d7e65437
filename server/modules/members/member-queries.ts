/** SQL of members. Names and numbers leave this file masked or sealed; lists know the building, never the home. */
import type { CardState, MemberFilter, MemberRow } from '#contracts/members.ts'
import type { SealedPerson } from '#modules/accounts/index.ts'
import type { Tx } from '#platform/db.ts'
import { KEPT, LIVES_IN, RELATED_TO } from './scope.ts'

export type MemberFound = {
  personId: string
  name: string
  phoneMasked: string | null
  stage: MemberRow['stage']
  inService: boolean
  foundBy: MemberRow['foundBy']
  organisationId: string | null
  organisationName: string | null
  organisationPath: string | null
  elsewhere: string | null
  confirmedOn: string | null
  returnedAt: string | null
  answer: string | null
  leftOn: string | null
  homePlaceId: string | null
  homePath: string | null
  buildingPath: string | null
  buildingName: string | null
  /** Grids of level 2: of the home, and of the organisation where it lies in one. */
  homeGridId: string | null
  branchGridId: string | null
  cardStatus: CardState | null
}

/**
 * $1 tenant. The building of a home and the grid of an organisation are found by ids: what is computed from a path is no key under
 * row security (docs/decisions/0002-one-schema.md, rule 6).
 */
const MEMBERS = `
  SELECT m.person_id AS "personId", p.name_masked AS name, p.phone_masked AS "phoneMasked", m.stage, m.in_service AS "inService",
         m.found_by AS "foundBy", m.organisation_id AS "organisationId", g.name AS "organisationName", l.path AS "organisationPath",
         m.elsewhere, m.confirmed_on AS "confirmedOn", m.returned_at AS "returnedAt", m.answer, m.left_on AS "leftOn",
         h.id AS "homePlaceId", h.path AS "homePath", b.path AS "buildingPath", b.full_name AS "buildingName",
         b.grid_id AS "homeGridId", q.id AS "branchGridId", c.status AS "cardStatus"
    FROM member m
    JOIN person p ON p.tenant_id = $1 AND p.id = m.person_id
    LEFT JOIN place h ON h.tenant_id = $1 AND h.id = p.home_place_id
    LEFT JOIN place e ON e.tenant_id = $1 AND e.id = h.parent_id
    LEFT JOIN place b ON b.tenant_id = $1 AND b.id = CASE WHEN e.level = 'building' THEN e.id WHEN e.level = 'entrance' THEN e.parent_id END
    LEFT JOIN organisation g ON g.tenant_id = $1 AND g.id = m.organisation_id
    LEFT JOIN place l ON l.tenant_id = $1 AND l.id = g.place_id
    LEFT JOIN place q ON q.tenant_id = $1
         AND q.id = CASE WHEN l.grid_level = 2 THEN l.id WHEN l.grid_level = 3 THEN l.parent_id WHEN l.level = 'building' THEN l.grid_id END
    LEFT JOIN LATERAL (SELECT r.status FROM report_card r WHERE r.tenant_id = $1 AND r.person_id = m.person_id
                        ORDER BY r.id DESC LIMIT 1) c ON true
   WHERE m.tenant_id = $1`

/** What each filter asks; `$3` is the path of the place that is looked at. Those who have left are in none. */
// prettier-ignore
const ASKS: Record<MemberFilter, string> = {
  all: 'true',
  waiting: `((m.confirmed_on IS NULL AND m.returned_at IS NULL AND m.found_by = 'member') OR c.status = 'sent')`,
  gridTrouble: `m.confirmed_on IS NOT NULL AND ((b.grid_id IS NULL AND q.id IS NULL) OR b.grid_id <> q.id)`,
  relationElsewhere: `m.confirmed_on IS NOT NULL AND ${LIVES_IN} AND ${RELATED_TO} IS NOT TRUE`,
  livesElsewhere: `m.confirmed_on IS NOT NULL AND ${RELATED_TO} AND ${LIVES_IN} IS NOT TRUE`,
  noBranch: `m.confirmed_on IS NOT NULL AND m.organisation_id IS NULL AND m.elsewhere IS NULL`,
  notReported: `m.confirmed_on IS NOT NULL AND m.in_service AND ${LIVES_IN} AND (c.status IS NULL OR c.status IN ('returned', 'ended'))`,
}
const HERE = `(${LIVES_IN} OR ${RELATED_TO})`

type Wanted = {
  paths: readonly string[]
  placePath: string
  filter: MemberFilter
  after?: readonly string[]
  limit: number
}

/** Those whom the reader keeps, in the order of their buildings; whoever has no home here comes first. */
export function listMembersFound(tx: Tx, { paths, placePath, filter, after, limit }: Wanted) {
  const [building = null, id = null] = after ?? []
  return tx.many<MemberFound>({
    // Not prepared: each filter is a statement of its own.
    text: `${MEMBERS} AND m.left_on IS NULL AND ${KEPT} AND ${HERE} AND ${ASKS[filter]}
              AND ($5::uuid IS NULL OR (coalesce(b.path, ''), m.person_id) > ($4, $5))
            ORDER BY coalesce(b.path, ''), m.person_id LIMIT $6`,
    values: [tx.tenantId, paths, placePath, building, id, limit],
  })
}

export async function countWaiting(tx: Tx, paths: readonly string[], placePath: string): Promise<number> {
  const found = await tx.one<{ count: number }>({
    text: `SELECT count(*) AS count FROM (${MEMBERS} AND m.left_on IS NULL AND ${KEPT} AND ${HERE} AND ${ASKS.waiting}) waiting`,
    values: [tx.tenantId, paths, placePath],
  })
  return found?.count ?? 0
}

export const readMember = (tx: Tx, personId: string) =>
  tx.one<MemberFound>({ name: 'member_read', text: `${MEMBERS} AND m.person_id = $2`, values: [tx.tenantId, personId] })

/** Locked until the step is saved, so that two answers come one after the other. */
export async function lockMember(tx: Tx, personId: string): Promise<MemberFound | undefined> {
  const text = `SELECT person_id FROM member WHERE tenant_id = $1 AND person_id = $2 FOR UPDATE`
  const there = await tx.one({ name: 'member_lock', text, values: [tx.tenantId, personId] })
  return there ? readMember(tx, personId) : undefined
}

export type MemberToSave = {
  stage: MemberRow['stage']
  organisationId: string | null
  elsewhere: string | null
  inService: boolean
  foundBy: MemberRow['foundBy']
  confirmedOn: string | null
}

/** Enters a member, or enters anew one who was returned or has left. False when there is a standing entry. */
export async function saveMember(tx: Tx, personId: string, member: MemberToSave, now: Date): Promise<boolean> {
  const { stage, organisationId, elsewhere, inService, foundBy, confirmedOn } = member
  const saved = await tx.run({
    name: 'member_save',
    text: `INSERT INTO member AS m (tenant_id, person_id, stage, organisation_id, elsewhere, in_service, found_by, confirmed_on, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
           ON CONFLICT (tenant_id, person_id) DO UPDATE
             SET stage = excluded.stage, organisation_id = excluded.organisation_id, elsewhere = excluded.elsewhere, in_service = excluded.in_service,
                 found_by = excluded.found_by, confirmed_on = excluded.confirmed_on, created_at = excluded.created_at,
                 returned_at = NULL, left_on = NULL, answer = NULL
           WHERE m.returned_at IS NOT NULL OR m.left_on IS NOT NULL`,
    values: [tx.tenantId, personId, stage, organisationId, elsewhere, inService, foundBy, confirmedOn, now],
  })
  return saved === 1
}

export type MemberChange = {
  stage: MemberRow['stage']
  organisationId: string | null
  elsewhere: string | null
  inService: boolean
  confirmedOn: string | null
  returnedAt: Date | string | null
  answer: string | null
  leftOn: string | null
}

export async function updateMember(tx: Tx, personId: string, member: MemberChange): Promise<void> {
  const { stage, organisationId, elsewhere, inService, confirmedOn, returnedAt, answer, leftOn } = member
  await tx.run({
    name: 'member_update',
    text: `UPDATE member SET stage = $3, organisation_id = $4, elsewhere = $5, in_service = $6, confirmed_on = $7, returned_at = $8, answer = $9, left_on = $10
            WHERE tenant_id = $1 AND person_id = $2`,
    values: [
      tx.tenantId,
      personId,
      stage,
      organisationId,
      elsewhere,
      inService,
      confirmedOn,
      returnedAt,
      answer,
      leftOn,
    ],
  })
}

/** Only for opening behind a reason that is in the log, or for the person themself. */
export const sealedPerson = (tx: Tx, personId: string) =>
  tx.one<SealedPerson>({
    name: 'member_sealed',
    text: `SELECT p.id, p.key_sealed AS "keySealed", p.name_sealed AS "nameSealed", p.phone_sealed AS "phoneSealed"
             FROM person p WHERE p.tenant_id = $1 AND p.id = $2`,
    values: [tx.tenantId, personId],
  })

/** Home and name index of somebody found by their number. */
export const personFound = (tx: Tx, personId: string) =>
  tx.one<{ nameIndex: Buffer | null; homePath: string | null; disabled: boolean }>({
    name: 'member_person',
    text: `SELECT p.name_index AS "nameIndex", h.path AS "homePath", p.disabled_at IS NOT NULL AS disabled
             FROM person p LEFT JOIN place h ON h.tenant_id = $1 AND h.id = p.home_place_id
            WHERE p.tenant_id = $1 AND p.id = $2`,
    values: [tx.tenantId, personId],
  })

/** A home for somebody who was known without one. */
export async function giveHome(tx: Tx, personId: string, homePlaceId: string): Promise<void> {
  const text = `UPDATE person SET home_place_id = $3 WHERE tenant_id = $1 AND id = $2 AND home_place_id IS NULL`
  await tx.run({ name: 'member_home', text, values: [tx.tenantId, personId, homePlaceId] })
}

export const partyOrganisation = (tx: Tx, id: string, on: string) =>
  tx.one<{ placeId: string; path: string }>({
    name: 'member_organisation',
    text: `SELECT l.id AS "placeId", l.path FROM organisation g JOIN place l ON l.tenant_id = $1 AND l.id = g.place_id
            WHERE g.tenant_id = $1 AND g.id = $2 AND g.kind = 'partyOrganisation' AND (g.ended_on IS NULL OR g.ended_on > $3)`,
    values: [tx.tenantId, id, on],
  })

export async function deleteMember(tx: Tx, personId: string): Promise<void> {
  const text = `DELETE FROM member WHERE tenant_id = $1 AND person_id = $2`
  await tx.run({ name: 'member_delete', text, values: [tx.tenantId, personId] })
}
