/** SQL of pairs: one matter under two numbers. */
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'

export type Pair = {
  id: string
  requestId: string
  origin: 'ours' | 'theirs'
  theirId: string
  theirStatus: string | null
}
const PAIR = 'q.id, q.request_id AS "requestId", q.origin, q.their_id AS "theirId", q.their_status AS "theirStatus"'

export const pairsByTheirs = (tx: Tx, peerId: string, theirIds: readonly string[]) =>
  tx.many<Pair>({
    name: 'pair_by_theirs',
    text: `SELECT ${PAIR} FROM peer_request q WHERE q.tenant_id = $1 AND q.peer_id = $2 AND q.their_id = ANY($3)`,
    values: [tx.tenantId, peerId, theirIds],
  })

/** Ours that they have and that are still open here. */
export const openPairs = (tx: Tx, peerId: string) =>
  tx.many<Pair>({
    name: 'pair_open',
    text: `SELECT ${PAIR} FROM peer_request q JOIN request r ON r.tenant_id = $1 AND r.id = q.request_id
            WHERE q.tenant_id = $1 AND q.peer_id = $2 AND q.origin = 'ours' AND q.their_id IS NOT NULL AND r.closed_at IS NULL ORDER BY q.id LIMIT 500`,
    values: [tx.tenantId, peerId],
  })

export const tokenPairs = (tx: Tx, peerId: string) =>
  tx.many<{ id: string; token: string }>({
    name: 'pair_tokens',
    text: `SELECT id, their_token AS token FROM peer_request
            WHERE tenant_id = $1 AND peer_id = $2 AND their_token IS NOT NULL AND their_id IS NULL ORDER BY id LIMIT 50`,
    values: [tx.tenantId, peerId],
  })

/** A pair of ours that waits for its number there, by our number. */
export const pairByOurNumber = (tx: Tx, peerId: string, number: string) =>
  tx.one<{ id: string }>({
    name: 'pair_by_ours',
    text: `SELECT q.id FROM request r JOIN peer_request q ON q.tenant_id = $1 AND q.request_id = r.id
            WHERE r.tenant_id = $1 AND r.number = $3 AND q.peer_id = $2 AND q.origin = 'ours' AND q.their_id IS NULL`,
    values: [tx.tenantId, peerId, number],
  })

/** Of a request that we filed with them, by our number. */
export const pairFiledThere = (tx: Tx, peerId: string, number: string) =>
  tx.one<Pair>({
    name: 'pair_filed_there',
    text: `SELECT ${PAIR} FROM request r JOIN peer_request q ON q.tenant_id = $1 AND q.request_id = r.id
            WHERE r.tenant_id = $1 AND r.number = $3 AND q.peer_id = $2 AND q.origin = 'ours'`,
    values: [tx.tenantId, peerId, number],
  })

type NewPair = { peerId: string; requestId: string; origin: 'ours' | 'theirs'; theirId: string | null; sentSeq: number }

/** Undefined when the two have met already. */
export const insertPair = async (tx: Tx, one: NewPair, now: Date) => {
  const id = newId()
  const inserted = await tx.run({
    name: 'pair_insert',
    text: `INSERT INTO peer_request (tenant_id, id, peer_id, request_id, origin, their_id, sent_seq, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    values: [tx.tenantId, id, one.peerId, one.requestId, one.origin, one.theirId, one.sentSeq, now],
  })
  return inserted > 0 ? id : undefined
}

export const saveTheirId = (
  tx: Tx,
  pairId: string,
  { theirId, token }: { theirId: string | null; token: string | null },
) =>
  tx.run({
    name: 'pair_number',
    text: 'UPDATE peer_request SET their_id = coalesce($3, their_id), their_token = coalesce($4, their_token) WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, pairId, theirId, token],
  })

export const saveTheirStatus = (tx: Tx, pairId: string, status: string) =>
  tx.run({
    name: 'pair_status',
    text: 'UPDATE peer_request SET their_status = $3 WHERE tenant_id = $1 AND id = $2 AND their_status IS DISTINCT FROM $3',
    values: [tx.tenantId, pairId, status.slice(0, 60)],
  })
