/** SQL of the exchange: whose turn it is, what waits, and what became of it. */
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Peer } from './peer.ts'

/** True when nobody else exchanges with it now; `again`: it is ours already and goes on. */
export const startLease = async (tx: Tx, id: string, now: Date, leaseMs: number, { again = false } = {}) =>
  (await tx.run({
    name: 'peer_lease',
    text: `UPDATE peer SET busy_until = $4 WHERE tenant_id = $1 AND id = $2 AND paused_at IS NULL AND removed_at IS NULL
              AND ($5 OR busy_until IS NULL OR busy_until < $3)`,
    values: [tx.tenantId, id, now, new Date(now.getTime() + leaseMs), again],
  })) > 0

export const endLease = (tx: Tx, id: string) =>
  tx.run({
    name: 'peer_lease_end',
    text: 'UPDATE peer SET busy_until = NULL WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, id],
  })

export const peerById = (tx: Tx, id: string) =>
  tx.one<Peer>({
    name: 'peer_load',
    text: `SELECT p.id, p.name, p.url, p.jurisdiction, p.key_sealed AS "keySealed", p.organisation_id AS "organisationId", o.name AS "organisationName",
                  p.place_id AS "placeId", p.place_path AS "placePath", p.pulls, p.pushes, p.photos, p.services, p.meanings, p.has_updates AS "hasUpdates",
                  p.requests_mark AS "requestsMark", p.updates_mark AS "updatesMark", p.pull_at AS "pullAt"
             FROM peer p JOIN organisation o ON o.tenant_id = $1 AND o.id = p.organisation_id
            WHERE p.tenant_id = $1 AND p.id = $2`,
    values: [tx.tenantId, id],
  })

/** Peers whose turn has come and that nobody exchanges with. */
export const duePeers = async (tx: Tx, now: Date) =>
  (
    await tx.many<{ id: string }>({
      name: 'peer_due',
      text: `SELECT p.id FROM peer p
              WHERE p.tenant_id = $1 AND p.paused_at IS NULL AND p.removed_at IS NULL AND (p.busy_until IS NULL OR p.busy_until < $2)
                AND (p.pull_at <= $2 OR EXISTS (SELECT 1 FROM exchange_item i WHERE i.tenant_id = $1 AND i.peer_id = p.id AND i.state = 'waiting' AND i.due_at <= $2))`,
      values: [tx.tenantId, now],
    })
  ).map(({ id }) => id)

export type Item = {
  id: string
  kind: 'request' | 'update'
  key: string
  what: string
  at: string
  attempts: number
  pairId: string
  requestId: string
  theirId: string | null
  theirToken: string | null
  theirStatus: string | null
}

/** The oldest that is due and has no older one of the same matter before it. */
export const nextItem = (tx: Tx, peerId: string, now: Date) =>
  tx.one<Item>({
    name: 'exchange_next',
    text: `SELECT i.id, i.kind, i.key, i.what, i.at, i.attempts, i.pair_id AS "pairId", q.request_id AS "requestId", q.their_id AS "theirId",
                  q.their_token AS "theirToken", q.their_status AS "theirStatus"
             FROM exchange_item i JOIN peer_request q ON q.tenant_id = $1 AND q.id = i.pair_id
            WHERE i.tenant_id = $1 AND i.peer_id = $2 AND i.state = 'waiting' AND i.way = 'out' AND i.due_at <= $3
              AND NOT EXISTS (SELECT 1 FROM exchange_item o WHERE o.tenant_id = $1 AND o.peer_id = i.peer_id AND o.pair_id = i.pair_id
                                 AND o.way = 'out' AND o.state = 'waiting' AND o.id < i.id)
            ORDER BY i.id LIMIT 1`,
    values: [tx.tenantId, peerId, now],
  })

type NewItem = { peerId: string; pairId: string; way: 'out' | 'in'; kind: 'request' | 'update'; key: string; what: string; state: string; at: Date | string } // prettier-ignore

/** False when it is there already: what came or went once does not a second time. */
export const insertItem = async (tx: Tx, one: NewItem, now: Date) =>
  (await tx.run({
    name: 'exchange_insert',
    text: `INSERT INTO exchange_item (tenant_id, id, peer_id, pair_id, way, kind, key, state, what, due_at, at, done_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, CASE WHEN $8 <> 'waiting' THEN $10::timestamptz END) ON CONFLICT DO NOTHING`,
    values: [tx.tenantId, newId(), one.peerId, one.pairId, one.way, one.kind, one.key, one.state, one.what.slice(0, 60), now, one.at], // prettier-ignore
  })) > 0

export const saveInState = (tx: Tx, peerId: string, key: string, state: 'done' | 'noted') =>
  tx.run({
    name: 'exchange_heard',
    text: `UPDATE exchange_item SET state = $4 WHERE tenant_id = $1 AND peer_id = $2 AND way = 'in' AND kind = 'update' AND key = $3`,
    values: [tx.tenantId, peerId, key, state],
  })

export const knownKeys = async (tx: Tx, peerId: string, keys: readonly string[]) =>
  new Set(
    (
      await tx.many<{ key: string }>({
        name: 'exchange_known',
        text: `SELECT key FROM exchange_item WHERE tenant_id = $1 AND peer_id = $2 AND way = 'in' AND kind = 'update' AND key = ANY($3)`,
        values: [tx.tenantId, peerId, keys],
      })
    ).map(({ key }) => key),
  )

export const saveDone = (tx: Tx, id: string, state: 'done' | 'noted', statusCode: number | null, now: Date) =>
  tx.run({
    name: 'exchange_done',
    text: `UPDATE exchange_item SET state = $3, attempts = attempts + 1, done_at = $4, status_code = $5, fault = NULL WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, id, state, now, statusCode],
  })

/** Without a next moment it is given up. */
export const saveFailed = (
  tx: Tx,
  id: string,
  { dueAt, statusCode, fault }: { dueAt: Date | null; statusCode: number | null; fault: string },
) =>
  tx.run({
    name: 'exchange_failed',
    text: `UPDATE exchange_item SET state = CASE WHEN $3::timestamptz IS NULL THEN 'dead' ELSE 'waiting' END, due_at = coalesce($3, due_at),
                  attempts = attempts + 1, status_code = $4, fault = $5 WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, id, dueAt, statusCode, fault],
  })

export const peerAnswered = (tx: Tx, id: string, now: Date) =>
  tx.run({
    name: 'peer_ok',
    text: 'UPDATE peer SET last_ok_at = $3, failing_since = NULL, fault = NULL WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, id, now],
  })

export const peerFailed = (tx: Tx, id: string, fault: string, now: Date) =>
  tx.one<{ failingSince: string }>({
    name: 'peer_failing',
    text: `UPDATE peer SET failing_since = coalesce(failing_since, $4), fault = $3 WHERE tenant_id = $1 AND id = $2
           RETURNING failing_since AS "failingSince"`,
    values: [tx.tenantId, id, fault, now],
  })

export const pauseFailing = (tx: Tx, id: string, now: Date) =>
  tx.run({
    name: 'peer_pause',
    text: `UPDATE peer SET paused_at = $3, pause_reason = 'failing' WHERE tenant_id = $1 AND id = $2 AND paused_at IS NULL`,
    values: [tx.tenantId, id, now],
  })

type Marks = { requestsMark: string; updatesMark: string; hasUpdates: boolean | null; pullAt: Date }
export const saveMarks = (tx: Tx, id: string, { requestsMark, updatesMark, hasUpdates, pullAt }: Marks) =>
  tx.run({
    name: 'peer_marks',
    text: `UPDATE peer SET requests_mark = greatest(requests_mark, $3), updates_mark = greatest(updates_mark, $4), has_updates = $5, pull_at = $6
            WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, id, requestsMark, updatesMark, hasUpdates, pullAt],
  })
