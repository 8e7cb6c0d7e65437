/**
 * Writes what another server is to be sent of a request, in the transaction that announces a step of it. As with webhooks, whatever of
 * the history has not been written yet up to that step. What came from a server is never sent back to it.
 */
import type { Tx } from '#platform/db.ts'
import { insertPair } from './pairs.ts'
import { insertItem } from './queries.ts'
import { wake } from './wake.ts'

export async function writeExchange(tx: Tx, { requestId, seq }: { requestId: string; seq: number }, now: Date) {
  for (const { peerId, seq: sentSeq } of await peersToSendTo(tx, requestId)) {
    // What was said before it was dispatched goes with it, what comes after follows as updates.
    const pairId = await insertPair(tx, { peerId, requestId, origin: 'ours', theirId: null, sentSeq }, now)
    if (!pairId) continue
    await insertItem(tx, { peerId, pairId, way: 'out', kind: 'request', key: requestId, what: 'dispatch', state: 'waiting', at: now }, now) // prettier-ignore
    await wake(tx, peerId, { now })
  }
  for (const one of await untold(tx, requestId, seq)) {
    await saveSent(tx, one.pairId, one.seq)
    if (one.isTheirs) continue
    await insertItem(tx, { peerId: one.peerId, pairId: one.pairId, way: 'out', kind: 'update', key: `${requestId}.${one.seq}`, what: one.action, state: 'waiting', at: one.at }, now) // prettier-ignore
    await wake(tx, one.peerId, { now })
  }
}

const peersToSendTo = (tx: Tx, requestId: string) =>
  tx.many<{ peerId: string; seq: number }>({
    name: 'peer_for_request',
    text: `SELECT p.id AS "peerId",
                  (SELECT max(e.seq) FROM request_event e WHERE e.tenant_id = $1 AND e.request_id = r.id AND e.action IN ('dispatch', 'whistle', 'rule')) AS seq
             FROM request r
             JOIN peer p ON p.tenant_id = $1 AND p.organisation_id = r.lead_organisation_id
            WHERE r.tenant_id = $1 AND r.id = $2 AND p.pushes AND p.removed_at IS NULL AND NOT r.limited
              AND r.status IN ('dispatched', 'handling') AND r.place_path >= p.place_path AND r.place_path < p.place_path || '~'
              AND NOT EXISTS (SELECT 1 FROM peer_request q WHERE q.tenant_id = $1 AND q.peer_id = p.id AND q.request_id = r.id)`,
    values: [tx.tenantId, requestId],
  })

type Untold = { pairId: string; peerId: string; seq: number; at: string; action: string; isTheirs: boolean }

/** Public steps that a server with a pair has not been told of. */
const untold = (tx: Tx, requestId: string, seq: number) =>
  tx.many<Untold>({
    name: 'exchange_untold',
    text: `SELECT q.id AS "pairId", q.peer_id AS "peerId", e.seq, e.at, e.action, e.internal OR e.actor_person_id IS NOT DISTINCT FROM q.peer_id AS "isTheirs"
             FROM peer_request q
             JOIN peer p ON p.tenant_id = $1 AND p.id = q.peer_id AND p.removed_at IS NULL
             JOIN request_event e ON e.tenant_id = $1 AND e.request_id = q.request_id AND e.seq > q.sent_seq
            WHERE q.tenant_id = $1 AND q.request_id = $2 AND e.seq <= $3 ORDER BY q.id, e.seq`,
    values: [tx.tenantId, requestId, seq],
  })

const saveSent = (tx: Tx, pairId: string, seq: number) =>
  tx.run({
    name: 'exchange_sent',
    text: 'UPDATE peer_request SET sent_seq = $3 WHERE tenant_id = $1 AND id = $2 AND sent_seq < $3',
    values: [tx.tenantId, pairId, seq],
  })
