/** What every part of an exchange works with, and what a call that failed means for the server as a whole. */
import { tellAll } from '#modules/notices/index.ts'
import { postsCovering } from '#modules/people/index.ts'
import type { Tx } from '#platform/db.ts'
import type { Services } from '#platform/services.ts'
import type { GeoReport } from './georeport.ts'
import type { Peer } from './peer.ts'
import { pauseFailing, peerFailed } from './queries.ts'

export type Call = { services: Services; tenantId: number; peer: Peer; api: GeoReport }

/** So long nothing at all came through: then it is paused, and the operator told. */
const PAUSE_AFTER_MS = 3 * 86_400_000

/** They could not be reached, or are not well: not what a single item is refused for. */
export const isOutage = (statusCode: number | null): boolean =>
  statusCode === null || statusCode >= 500 || [408, 425, 429].includes(statusCode)

export async function noteOutage(tx: Tx, peer: Peer, fault: string, now: Date): Promise<void> {
  const row = await peerFailed(tx, peer.id, fault, now)
  if (!row || now.getTime() - Date.parse(row.failingSince) < PAUSE_AFTER_MS) return
  if ((await pauseFailing(tx, peer.id, now)) === 0) return
  const posts = await postsCovering(tx, { path: peer.placePath, kinds: ['operator'], now })
  const news = { what: 'peer.paused', facts: { title: peer.name }, at: now.toISOString() }
  await tellAll(
    tx,
    posts.map(({ postId }) => ({ postId, ...news })),
  )
}
