/**
 * The exchange with one server, one call after the other: first what waits to go, then, when it is time, what they have. Beside the
 * outbox, and only by one process at a time: the server's row says until when somebody does.
 */
import type { Tx } from '#platform/db.ts'
import { job } from '#platform/outbox.ts'
import { recurring } from '#platform/recurring.ts'
import type { Services } from '#platform/services.ts'
import { georeport } from './georeport.ts'
import { serverOf, type Peer } from './peer.ts'
import { pull } from './pull.ts'
import { duePeers, endLease, nextItem, peerById, startLease, type Item } from './queries.ts'
import { sendItem } from './send-item.ts'
import { EXCHANGE, wake, type WakePayload } from './wake.ts'

/** Longer than any single call with what follows it; prolonged before each. */
const LEASE_MS = 180_000
const FULL_MS = 1_000
const WATCH_MS = 60_000

export const exchangeJob = (services: Services) =>
  job<WakePayload>(EXCHANGE.name, async (tx, { peerId }, { now }) => {
    if (!(await startLease(tx, peerId, now, LEASE_MS))) return // who has it looks again before letting go
    if (services.beside.start(() => exchange(services, tx.tenantId, peerId))) return
    await endLease(tx, peerId)
    await wake(tx, peerId, { now, runAt: new Date(now.getTime() + FULL_MS) })
  })

/** Reads theirs every few minutes, and takes up what a process left lying. */
export const watchPeers = recurring('federation.watch', WATCH_MS, async (tx, { now }) => {
  for (const peerId of await duePeers(tx, now)) await wake(tx, peerId, { now })
})

async function exchange(services: Services, tenantId: number, peerId: string) {
  const { db, secrets, outgoing, now, beside } = services
  for (;;) {
    const next = await db.withTenant(tenantId, (tx) => take(tx, peerId, now(), beside.stopping()))
    if (!next) return
    const { peer, item } = next
    const api = georeport(outgoing, serverOf(secrets, tenantId, peer))
    const call = { services, tenantId, peer, api }
    await (item ? sendItem(call, item) : pull(call))
  }
}

/** What is next, with the lease prolonged; with nothing to do the lease ends in the same transaction. */
async function take(
  tx: Tx,
  peerId: string,
  now: Date,
  stopping: boolean,
): Promise<{ peer: Peer; item?: Item } | undefined> {
  // prettier-ignore
  const isHeld = await startLease(tx, peerId, now, LEASE_MS, { again: true })
  const peer = isHeld && !stopping ? await peerById(tx, peerId) : undefined
  if (peer) {
    const item = await nextItem(tx, peerId, now)
    if (item) return { peer, item }
    if (Date.parse(peer.pullAt) <= now.getTime()) return { peer }
  }
  await endLease(tx, peerId)
  return undefined
}
