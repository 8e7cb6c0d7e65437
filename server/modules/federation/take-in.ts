/** Makes one of their requests ours, once: with its pair, in the place that it names, in the category that stands for their service. */
import { locate, readTree } from '#modules/places/index.ts'
import { submit } from '#modules/requests/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import type { Row } from '#platform/outgoing/read-rows.ts'
import type { Call } from './call.ts'
import { insertPair, pairByOurNumber, pairsByTheirs, saveTheirId } from './pairs.ts'
import { asReporter, type Peer } from './peer.ts'
import { enterPhotos, keepTheirPhoto } from './photo-parts.ts'
import { insertItem } from './queries.ts'

const MOST_TEXT = 4000
const CLOSED = 'closed'
const MOST_ADDRESS = 200
/** Longer numbers are nobody's; an index holds no such key. */
export const MOST_ID = 200
/** Our own mark: a request of ours whose number there never reached us. */
const OUR_MARK = /（邻里 (\d{4}-\d{6,})）\s*$/

export async function takeIn({ services, tenantId, peer }: Call, row: Row): Promise<void> {
  const theirId = row['service_request_id']
  if (!theirId || theirId.length > MOST_ID) return
  const { db, secrets } = services
  const isKnown = await db.withTenant(tenantId, (tx) => isMet(tx, peer, theirId, row['description'] ?? ''))
  // What is over there already is nobody's work here.
  if (isKnown || row['status']?.toLowerCase() === CLOSED) return
  const kept = await keepTheirPhoto(services, tenantId, row['media_url'])
  const now = services.now()
  await db.withTenant(tenantId, async (tx) => {
    const location = await whereOf(tx, peer, row, now)
    if (!location || (await pairsByTheirs(tx, peer.id, [theirId])).length > 0) return
    const photoIds = await enterPhotos(tx, peer.id, kept, now)
    const categoryCode = await usableCode(tx, peer, row['service_code'])
    const text = [...cleaned(row['description'] || row['service_name'] || theirId)].slice(0, MOST_TEXT).join('')
    const requestId = await submit(
      tx,
      asReporter(tenantId, peer),
      { kind: 'problem', text, location, photoIds, ...(categoryCode && { categoryCode }) },
      secrets,
      now,
      {
        capacity: peer.name,
        name: null,
        phone: null,
        address: cleaned(row['address'] ?? '').slice(0, MOST_ADDRESS) || null,
      },
    )
    const pairId = await insertPair(tx, { peerId: peer.id, requestId, origin: 'theirs', theirId, sentSeq: 1 }, now)
    if (!pairId) throw new Error('a request of theirs was taken in twice') // rolls back the second
    await insertItem(tx, { peerId: peer.id, pairId, way: 'in', kind: 'request', key: theirId, what: 'submit', state: 'done', at: momentOf(row['requested_datetime']) ?? now }, now) // prettier-ignore
  })
}

/** Known by its number, or as ours that lost its way back. */
async function isMet(tx: Tx, peer: Peer, theirId: string, description: string): Promise<boolean> {
  if ((await pairsByTheirs(tx, peer.id, [theirId])).length > 0) return true
  const number = OUR_MARK.exec(description)?.[1]
  const ours = number && (await pairByOurNumber(tx, peer.id, number))
  if (ours) await saveTheirId(tx, ours.id, { theirId, token: null })
  return Boolean(ours)
}

/** Outside the place of the connection it is not ours; without a point it lies somewhere in it. */
async function whereOf(tx: Tx, { placeId, placePath }: Peer, row: Row, now: Date) {
  const [lat, lon] = [Number(row['lat'] || NaN), Number(row['long'] ?? row['lon'] ?? NaN)]
  if (!Number.isFinite(lat) || !Number.isFinite(lon) || Math.abs(lat) > 90 || Math.abs(lon) > 180) return { placeId }
  const { tree } = await readTree(tx)
  if (tree.areas.find(lon, lat, shanghaiToday(now)).length === 0) return undefined
  const found = await locate(tx, { lon, lat, now })
  return found.placePath.startsWith(placePath) ? { lon, lat } : undefined
}

/** Our category of their service, if it is one that may be reported; the desk chooses otherwise. */
async function usableCode(tx: Tx, { services }: Peer, theirs: string | undefined): Promise<string | undefined> {
  const code = services.find((pair) => pair.theirs === theirs)?.ours ?? theirs
  const found = await tx.one<{ code: string }>({
    name: 'peer_category',
    text: `SELECT c.code FROM category c WHERE c.tenant_id = $1 AND c.code = $2 AND c.active AND c.handled_by IS NULL
              AND NOT EXISTS (SELECT 1 FROM category b WHERE b.tenant_id = $1 AND b.parent_code = c.code)`,
    values: [tx.tenantId, code ?? ''],
  })
  return found?.code
}

/** Undefined for what is no time. */
const momentOf = (text: string | undefined): Date | undefined =>
  text === undefined || Number.isNaN(Date.parse(text)) ? undefined : new Date(text)

/** Line breaks as ours; what no text of ours may hold is left out. */
const cleaned = (text: string) =>
  text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uD800-\uDFFF]/gu, '')
