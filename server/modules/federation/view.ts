/** SQL of what the pages show: connections with what waits, and the list of what went and came. */
import type { ExchangeItem, PeerView } from '#contracts/federation.ts'
import type { Tx } from '#platform/db.ts'

export type PeerRow = PeerView & { placePath: string }

const VIEW = `SELECT p.id, p.name, p.url, p.jurisdiction, p.key_sealed IS NOT NULL AS "hasKey", p.organisation_id AS "organisationId", o.name AS "organisationName",
  p.place_id AS "placeId", l.full_name AS "placeName", p.place_path AS "placePath", p.pulls, p.pushes, p.photos = 'multipart' AS photos, p.services, p.meanings,
  p.created_at AS "createdAt", p.last_ok_at AS "lastOkAt", p.failing_since AS "failingSince", p.fault, p.paused_at AS "pausedAt", p.pause_reason AS "pauseReason",
  (SELECT count(*)::int FROM exchange_item i WHERE i.tenant_id = $1 AND i.peer_id = p.id AND i.state = 'waiting') AS waiting,
  (SELECT count(*)::int FROM exchange_item i WHERE i.tenant_id = $1 AND i.peer_id = p.id AND i.state = 'dead') AS dead,
  (SELECT count(*)::int FROM peer_request q WHERE q.tenant_id = $1 AND q.peer_id = p.id) AS pairs
  FROM peer p JOIN organisation o ON o.tenant_id = $1 AND o.id = p.organisation_id JOIN place l ON l.tenant_id = $1 AND l.id = p.place_id
  WHERE p.tenant_id = $1 AND p.removed_at IS NULL`

export const peerRows = (tx: Tx) =>
  tx.many<PeerRow>({ name: 'peer_list', text: `${VIEW} ORDER BY p.id DESC`, values: [tx.tenantId] })

export const peerView = (tx: Tx, id: string) =>
  tx.one<PeerRow>({ name: 'peer_find', text: `${VIEW} AND p.id = $2`, values: [tx.tenantId, id] })

type Wanted = { peerIds: readonly string[]; way?: string; state?: string; after?: string; limit: number }

/** Newest first. */
export const exchangeRows = (tx: Tx, { peerIds, way, state, after, limit }: Wanted) =>
  tx.many<ExchangeItem>({
    name: 'exchange_list',
    text: `SELECT i.id, i.peer_id AS "peerId", p.name AS "peerName", i.way, i.kind, i.what, i.state, q.request_id AS "requestId", r.number AS "ourNumber",
                  q.their_id AS "theirNumber", i.attempts, i.at, i.done_at AS "doneAt", i.due_at AS "dueAt", i.status_code AS "statusCode", i.fault
             FROM exchange_item i
             JOIN peer p ON p.tenant_id = $1 AND p.id = i.peer_id
             JOIN peer_request q ON q.tenant_id = $1 AND q.id = i.pair_id
             JOIN request r ON r.tenant_id = $1 AND r.id = q.request_id
            WHERE i.tenant_id = $1 AND i.peer_id = ANY($2) AND ($3::text IS NULL OR i.way = $3) AND ($4::text IS NULL OR i.state = $4)
              AND ($5::uuid IS NULL OR i.id < $5)
            ORDER BY i.id DESC LIMIT $6`,
    values: [tx.tenantId, peerIds, way ?? null, state ?? null, after ?? null, limit],
  })
