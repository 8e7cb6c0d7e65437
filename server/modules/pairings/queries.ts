/** SQL of pairings. Members leave this file masked. */
import type { PairingStatus } from '#contracts/pairings.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { PairingChange } from './lifecycle.ts'

export type PairingFound = {
  id: string
  personId: string
  memberName: string
  homePlaceId: string
  homePath: string
  homeName: string
  status: PairingStatus
  createdAt: string
  fromOn: string | null
  toOn: string | null
  reason: string | null
}

/** $1 tenant. */
const PAIRINGS = `
  SELECT r.id, r.person_id AS "personId", p.name_masked AS "memberName", r.home_place_id AS "homePlaceId", h.path AS "homePath",
         h.full_name AS "homeName", r.status, r.created_at AS "createdAt", r.from_on AS "fromOn", r.to_on AS "toOn", r.reason
    FROM pairing r
    JOIN place h ON h.tenant_id = $1 AND h.id = r.home_place_id
    JOIN person p ON p.tenant_id = $1 AND p.id = r.person_id
   WHERE r.tenant_id = $1`

export const lockPairing = (tx: Tx, id: string) =>
  tx.one<PairingFound>({
    name: 'pairing_lock',
    text: `${PAIRINGS} AND r.id = $2 FOR UPDATE OF r`,
    values: [tx.tenantId, id],
  })

/** What waits or holds for this member, the newest first. */
export const pairingsOf = (tx: Tx, personId: string) =>
  tx.many<PairingFound>({
    name: 'pairings_of_member',
    text: `${PAIRINGS} AND r.person_id = $2 AND r.status IN ('proposed', 'accepted') ORDER BY r.id DESC`,
    values: [tx.tenantId, personId],
  })

export const pairingsOfHome = (tx: Tx, homePlaceId: string) =>
  tx.many<PairingFound>({
    name: 'pairings_of_home',
    text: `${PAIRINGS} AND r.home_place_id = $2 AND r.status = 'accepted' ORDER BY r.id DESC`,
    values: [tx.tenantId, homePlaceId],
  })

type Wanted = { path: string; status?: PairingStatus; after?: string; limit: number }

/** Of the homes below a place, the newest first. */
export const listBelow = (tx: Tx, { path, status, after, limit }: Wanted) =>
  tx.many<PairingFound>({
    // Not prepared: which index serves depends on what is asked for.
    text: `${PAIRINGS} AND h.path >= $2 AND h.path < $2 || '~' AND ($3::text IS NULL OR r.status = $3)
             AND ($4::uuid IS NULL OR r.id < $4)
           ORDER BY r.id DESC LIMIT $5`,
    values: [tx.tenantId, path, status ?? null, after ?? null, limit],
  })

export type Paired = { personId: string; homePlaceId: string; homePath: string; status: 'proposed' | 'accepted' }

/** Every pairing that waits or holds for a home below the place, in the order of the homes. */
export const pairingsBelow = (tx: Tx, placeId: string) =>
  tx.many<Paired>({
    name: 'pairings_below',
    text: `SELECT r.person_id AS "personId", r.home_place_id AS "homePlaceId", h.path AS "homePath", r.status
             FROM place top
             JOIN place h ON h.tenant_id = $1 AND h.path >= top.path AND h.path < top.path || '~' AND h.level = 'home'
             JOIN pairing r ON r.tenant_id = $1 AND r.home_place_id = h.id AND r.status IN ('proposed', 'accepted')
            WHERE top.tenant_id = $1 AND top.id = $2
            ORDER BY h.path`,
    values: [tx.tenantId, placeId],
  })

/** Pairs that the member declined, or that either side ended: not proposed again. */
export const refusedBelow = (tx: Tx, placeId: string) =>
  tx.many<{ personId: string; homePlaceId: string }>({
    name: 'pairings_refused_below',
    text: `SELECT DISTINCT r.person_id AS "personId", r.home_place_id AS "homePlaceId"
             FROM place top
             JOIN place h ON h.tenant_id = $1 AND h.path >= top.path AND h.path < top.path || '~' AND h.level = 'home'
             JOIN pairing r ON r.tenant_id = $1 AND r.home_place_id = h.id
                  AND (r.status = 'declined' OR r.ended_by IN ('member', 'household'))
            WHERE top.tenant_id = $1 AND top.id = $2`,
    values: [tx.tenantId, placeId],
  })

export type NewPair = { personId: string; homePlaceId: string }

/** Puts the question to the members, in one statement; a home that has, or waits for, this or another member is left alone. */
export const insertProposed = (tx: Tx, pairs: readonly NewPair[], { planId, handover, now }: Asking) =>
  tx.many<NewPair & { id: string }>({
    name: 'pairings_propose',
    text: `INSERT INTO pairing (tenant_id, id, person_id, home_place_id, status, plan_id, created_at)
           SELECT $1, n.id, n.person_id, n.home_place_id, 'proposed', $5, $6
             FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS n (id, person_id, home_place_id)
            WHERE NOT EXISTS (SELECT 1 FROM pairing r WHERE r.tenant_id = $1 AND r.home_place_id = n.home_place_id AND r.status = 'accepted'
                                 AND (r.person_id = n.person_id OR NOT $7::bool))
           ON CONFLICT (tenant_id, home_place_id) WHERE status = 'proposed' DO NOTHING
           RETURNING id, person_id AS "personId", home_place_id AS "homePlaceId"`,
    values: [
      tx.tenantId,
      pairs.map(() => newId()),
      pairs.map(({ personId }) => personId),
      pairs.map(({ homePlaceId }) => homePlaceId),
      planId,
      now,
      handover,
    ],
  })

/** `handover`: also where somebody looks after the household, who goes on until the new one accepts. */
export type Asking = { planId: string | null; handover: boolean; now: Date }

/** Takes back questions that wait at these homes. */
export const withdrawAsked = (tx: Tx, homePlaceIds: readonly string[], now: Date) =>
  tx.many<{ personId: string }>({
    name: 'pairings_withdraw',
    text: `UPDATE pairing SET status = 'ended', ended_by = 'planner', answered_at = $3
            WHERE tenant_id = $1 AND home_place_id = ANY ($2::uuid[]) AND status = 'proposed'
        RETURNING person_id AS "personId"`,
    values: [tx.tenantId, homePlaceIds, now],
  })

/** Whoever looked after the household until now; ends with the day on which another accepts. */
export const endFormer = (tx: Tx, { id, homePlaceId }: { id: string; homePlaceId: string }, today: string, now: Date) =>
  tx.many<{ personId: string }>({
    name: 'pairing_end_former',
    text: `UPDATE pairing SET status = 'ended', ended_by = 'planner', to_on = $4, answered_at = $5
            WHERE tenant_id = $1 AND home_place_id = $2 AND id <> $3 AND status = 'accepted'
        RETURNING person_id AS "personId"`,
    values: [tx.tenantId, homePlaceId, id, today, now],
  })

/** How many households each of these members has or is asked to have, wherever they are. */
export const loadsOf = (tx: Tx, personIds: readonly string[]) =>
  tx.many<{ personId: string; count: number }>({
    name: 'pairing_loads',
    text: `SELECT person_id AS "personId", count(*) AS count FROM pairing
            WHERE tenant_id = $1 AND person_id = ANY ($2::uuid[]) AND status IN ('proposed', 'accepted')
            GROUP BY person_id`,
    values: [tx.tenantId, personIds],
  })

export async function saveStep(tx: Tx, id: string, change: PairingChange, now: Date): Promise<void> {
  const { status, fromOn = null, toOn = null, endedBy, reason } = change
  await tx.run({
    name: 'pairing_step',
    text: `UPDATE pairing SET status = $3, from_on = coalesce($4, from_on), to_on = coalesce($5, to_on), ended_by = $6, reason = $7, answered_at = $8
            WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, id, status, fromOn, toOn, endedBy, reason, now],
  })
}
