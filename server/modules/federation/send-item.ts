/**
 * Sends one item: a request, once, or a step of it. An answer that got lost is looked for before a request is sent again: by our
 * number in its last line, besides the Idempotency-Key that servers like ours heed.
 */
import { NUMBER_PENDING } from '#contracts/federation.ts'
import { nextTry } from '#platform/outgoing/backoff.ts'
import { isOutage, noteOutage, type Call } from './call.ts'
import { loadOutgoing, loadStep, type OutgoingRequest } from './load-outgoing.ts'
import { wireTime, type Told } from './georeport.ts'
import { externalFor, markOf, meaningOf, wordFor } from './meanings.ts'
import { saveTheirId } from './pairs.ts'
import { insertItem, peerAnswered, saveDone, saveFailed, type Item } from './queries.ts'
import { photoParts } from './photo-parts.ts'
import { wake } from './wake.ts'

type Sent = Told<{ theirId: string | null; token: string | null }>
/** With the word that was refused. */
type Said = Sent & { word?: string }

const LOOK_BACK_MS = 3_600_000
const REOPENED = 'reopen'

export async function sendItem(call: Call, item: Item): Promise<void> {
  const sent: Said = item.kind === 'request' ? await sendRequest(call, item) : await sendStep(call, item)
  const { services, tenantId, peer } = call
  const now = services.now()
  await services.db.withTenant(tenantId, async (tx) => {
    if (sent.ok) {
      if (sent.value.theirId || sent.value.token) await saveTheirId(tx, item.pairId, sent.value)
      await saveDone(tx, item.id, 'done', 200, now)
      return void (await peerAnswered(tx, peer.id, now))
    }
    const { fault, statusCode } = sent
    const outage = isOutage(statusCode)
    if (outage) await noteOutage(tx, peer, fault || String(statusCode), now)
    else await peerAnswered(tx, peer.id, now)
    // Closed there and refused: whatever is said of it here has nowhere to go, but for beginning again.
    if (!outage && item.kind === 'update' && isOver(call, item)) {
      await saveDone(tx, item.id, 'noted', statusCode, now)
      if (sent.word === REOPENED)
        await insertItem(tx, { peerId: peer.id, pairId: item.pairId, way: 'out', kind: 'request', key: item.key, what: item.what, state: 'waiting', at: now }, now) // prettier-ignore
      return
    }
    const dueAt = outage || fault === NUMBER_PENDING ? nextTry(item.attempts + 1, item.id, now) : null
    await saveFailed(tx, item.id, { dueAt, statusCode, fault })
    if (dueAt) await wake(tx, peer.id, { now, runAt: dueAt })
  })
}

const isOver = ({ peer }: Call, { theirStatus }: Item) =>
  theirStatus !== null && ['solved', 'explained', 'givenBack'].includes(meaningOf(theirStatus, peer.meanings))

async function sendRequest(call: Call, item: Item): Promise<Sent> {
  const { services, tenantId, peer, api } = call
  const request = await services.db.withTenant(tenantId, (tx) => loadOutgoing(tx, item.requestId), { readOnly: true })
  if (!request) return { ok: false, fault: 'gone', statusCode: 410 }
  if (item.attempts > 0) {
    const found = await lookFor(call, item, request)
    if (!found.ok || found.value.theirId) return found
  }
  const files = peer.photos === 'multipart' ? await photoParts(services, tenantId, request.photoIds) : []
  const answer = await api.file(fieldsOf(call, request), files, item.id)
  if (!answer.ok) return answer
  const [row] = answer.value
  return { ok: true, value: { theirId: row?.['service_request_id'] ?? null, token: row?.['token'] ?? null } }
}

/** A request that arrived although its answer did not. */
async function lookFor({ api }: Call, item: Item, request: OutgoingRequest): Promise<Sent> {
  const from = new Date(Date.parse(item.at) - LOOK_BACK_MS)
  const answer = await api.requests({ start_date: wireTime(from) })
  if (!answer.ok) return answer
  const mark = markOf(request.number)
  const found = answer.value.find((row) => row['description']?.includes(mark) && row['service_request_id'] !== item.theirId) // prettier-ignore
  return { ok: true, value: { theirId: found?.['service_request_id'] ?? null, token: null } }
}

const MOST_TEXT = 3900 // of 4,000 characters by the specification, with the mark

function fieldsOf({ peer }: Call, request: OutgoingRequest): Record<string, string> {
  const { text, title, number, categoryCode, lon, lat, placeName } = request
  const code = peer.services.find(({ ours }) => ours === categoryCode)?.theirs ?? categoryCode ?? peer.services[0]?.theirs // prettier-ignore
  return {
    service_code: code ?? '',
    description: `${[...(text || title)].slice(0, MOST_TEXT).join('')}\n${markOf(number)}`,
    address_string: placeName,
    account_id: number,
    ...(lon !== null && lat !== null && { lat: String(lat), long: String(lon) }),
  }
}

async function sendStep({ services, tenantId, api }: Call, item: Item): Promise<Said> {
  if (!item.theirId && item.theirToken) return { ok: false, fault: NUMBER_PENDING, statusCode: 404 }
  const seq = Number(item.key.split('.').at(-1))
  const step = await services.db.withTenant(tenantId, (tx) => loadStep(tx, item.requestId, seq), { readOnly: true })
  if (!step || !item.theirId) return { ok: false, fault: 'gone', statusCode: 410 }
  const word = wordFor(step)
  const answer = await api.say(
    {
      service_request_id: item.theirId,
      // As our own list of updates names it: whoever hears it both ways hears it once.
      update_id: `${step.number}.${seq}`,
      status: word.toUpperCase(),
      updated_datetime: wireTime(new Date(step.at)),
      description: step.words,
      ...externalFor(step),
    },
    item.id,
  )
  if (answer.ok) return { ok: true, value: { theirId: null, token: null } }
  // What they have heard already, they have heard.
  if (answer.statusCode === 400 && /already exists/i.test(answer.fault)) return { ok: true, value: { theirId: null, token: null } } // prettier-ignore
  return { ...answer, word }
}
