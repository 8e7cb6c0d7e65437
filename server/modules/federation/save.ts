/** SQL of what the operator does to a connection. */
import type { BodyOf } from '#contracts/endpoint.ts'
import type { changePeer, makePeer } from '#contracts/federation.ts'
import type { Tx } from '#platform/db.ts'

type New = Omit<BodyOf<typeof makePeer>, 'key'> & { id: string; placePath: string; keySealed: Buffer | null }

/** Theirs are read from now on, by a clock that may be a little behind ours. */
export const insertPeer = (tx: Tx, one: New, now: Date) =>
  tx.run({
    name: 'peer_insert',
    text: `INSERT INTO peer (tenant_id, id, name, url, jurisdiction, key_sealed, organisation_id, place_id, place_path, pulls, pushes, photos, services, meanings,
                             requests_mark, updates_mark, pull_at, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15, $15, $15)`,
    values: [
      tx.tenantId, one.id, one.name, one.url, one.jurisdiction, one.keySealed, one.organisationId, one.placeId, one.placePath, one.pulls, one.pushes,
      one.photos ? 'multipart' : 'none', JSON.stringify(one.services), JSON.stringify(one.meanings), now,
    ], // prettier-ignore
  })

type Change = Omit<BodyOf<typeof changePeer>, 'key'> & { keySealed: Buffer | undefined }

export const savePeer = (tx: Tx, id: string, one: Change, now: Date) =>
  tx.run({
    name: 'peer_change',
    text: `UPDATE peer SET name = coalesce($3, name), url = coalesce($4, url), jurisdiction = CASE WHEN $5 THEN $6 ELSE jurisdiction END,
                  key_sealed = coalesce($7, key_sealed), pulls = coalesce($8, pulls), pushes = coalesce($9, pushes), photos = coalesce($10, photos),
                  services = coalesce($11, services), meanings = coalesce($12, meanings),
                  paused_at = CASE WHEN $13::boolean IS NULL THEN paused_at WHEN $13 THEN coalesce(paused_at, $14) END,
                  pause_reason = CASE WHEN $13::boolean IS NULL THEN pause_reason WHEN $13 THEN coalesce(pause_reason, 'person') END,
                  failing_since = CASE WHEN $13 IS FALSE THEN NULL ELSE failing_since END
            WHERE tenant_id = $1 AND id = $2`,
    values: [
      tx.tenantId, id, one.name ?? null, one.url ?? null, one.jurisdiction !== undefined, one.jurisdiction ?? null, one.keySealed ?? null,
      one.pulls ?? null, one.pushes ?? null, one.photos === undefined ? null : one.photos ? 'multipart' : 'none',
      one.services ? JSON.stringify(one.services) : null, one.meanings ? JSON.stringify(one.meanings) : null, one.paused ?? null, now,
    ], // prettier-ignore
  })

export const saveRemoved = (tx: Tx, id: string, now: Date) =>
  tx.run({
    name: 'peer_remove',
    text: 'UPDATE peer SET removed_at = $3, key_sealed = NULL WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, id, now],
  })

/** Their turn has come, and what waits for its next try is tried now. */
export async function hurry(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.run({
    name: 'peer_hurry',
    text: 'UPDATE peer SET pull_at = least(pull_at, $3) WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, id, now],
  })
  await tx.run({
    name: 'exchange_hurry',
    text: `UPDATE exchange_item SET due_at = $3 WHERE tenant_id = $1 AND peer_id = $2 AND state = 'waiting' AND due_at > $3`,
    values: [tx.tenantId, id, now],
  })
}

export const retryDead = (tx: Tx, peerId: string, itemId: string | null, now: Date) =>
  tx.run({
    name: 'exchange_retry',
    text: `UPDATE exchange_item SET state = 'waiting', attempts = 1, due_at = $4
            WHERE tenant_id = $1 AND peer_id = $2 AND ($3::uuid IS NULL OR id = $3) AND state = 'dead'`,
    values: [tx.tenantId, peerId, itemId, now],
  })

export const organisationIsTaken = (tx: Tx, organisationId: string) =>
  tx.one({
    name: 'peer_organisation_taken',
    text: 'SELECT 1 FROM peer WHERE tenant_id = $1 AND organisation_id = $2 AND removed_at IS NULL',
    values: [tx.tenantId, organisationId],
  })
