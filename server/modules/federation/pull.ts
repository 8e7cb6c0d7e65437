/**
 * Reads what they have: numbers behind tokens, new requests, updates, and the state of what is open between us. From the last time
 * on, with an hour of overlap, so clocks may differ by that much; what was seen is known by its key.
 */
import { PROCESSED } from '#contracts/federation.ts'
import { peerAnswered, saveMarks } from './queries.ts'
import { wireTime, type Told } from './georeport.ts'
import { noteOutage, type Call } from './call.ts'
import { hearAll, type Heard } from './hear.ts'
import { openPairs, saveTheirId, saveTheirStatus, tokenPairs } from './pairs.ts'
import { MOST_ID, takeIn } from './take-in.ts'
import type { Row } from '#platform/outgoing/read-rows.ts'

const EVERY_MS = 5 * 60_000
const OVERLAP_MS = 3_600_000
/** GeoReport answers at most 90 days at once; a day less, as days are not equally long everywhere. */
const SPAN_MS = 89 * 86_400_000
const PAGE_SIZE = 200
const MOST_PAGES = 25
const MOST_UPDATES = 1000 // of one answer, by servers of our kind
const IDS_AT_ONCE = 40

type Outage = { fault: string }

export async function pull(call: Call): Promise<void> {
  const { services, tenantId, peer } = call
  const began = services.now()
  const marks = { requestsMark: peer.requestsMark, updatesMark: peer.updatesMark, hasUpdates: peer.hasUpdates }
  const outage = (await readTokens(call)) ?? (peer.pulls ? await readRequests(call, marks) : undefined) ?? (await readUpdates(call, marks)) ?? (await readStates(call, marks.hasUpdates)) // prettier-ignore
  const pullAt = new Date(began.getTime() + EVERY_MS)
  await services.db.withTenant(tenantId, async (tx) => {
    await saveMarks(tx, peer.id, { ...marks, pullAt })
    if (outage) await noteOutage(tx, peer, outage.fault, began)
    else await peerAnswered(tx, peer.id, began)
  })
}

type Marks = { requestsMark: string; updatesMark: string; hasUpdates: boolean | null }

async function readTokens({ services, tenantId, peer, api }: Call): Promise<Outage | undefined> {
  const waiting = await services.db.withTenant(tenantId, (tx) => tokenPairs(tx, peer.id), { readOnly: true })
  for (const { id, token } of waiting) {
    const answer = await api.token(token)
    const theirId = answer.ok ? answer.value[0]?.['service_request_id'] : undefined
    if (theirId) await services.db.withTenant(tenantId, (tx) => saveTheirId(tx, id, { theirId, token: null }))
  }
  return undefined
}

async function readRequests(call: Call, marks: Marks): Promise<Outage | undefined> {
  const seen = new Set<string>()
  const window = windowFrom(marks.requestsMark, call.services.now())
  for (let page = 1; page <= MOST_PAGES; page++) {
    const answer = await call.api.requests({ ...window, page: String(page), page_size: String(PAGE_SIZE), extensions: 'true' }) // prettier-ignore
    if (!answer.ok) return outageOf(answer)
    const rows = answer.value.filter((row) => !seen.has(row['service_request_id'] ?? ''))
    for (const row of rows) seen.add(row['service_request_id'] ?? '')
    for (const row of rows) await takeIn(call, row)
    marks.requestsMark = latest(marks.requestsMark, answer.value, 'requested_datetime', window.end_date)
    // Who does not know pages gives the same rows again.
    if (rows.length === 0 || answer.value.length < PAGE_SIZE) break
  }
  return undefined
}

async function readUpdates(call: Call, marks: Marks): Promise<Outage | undefined> {
  const window = windowFrom(marks.updatesMark, call.services.now())
  for (let page = 1; page <= MOST_PAGES; page++) {
    const answer = await call.api.updates({ ...window, page_size: String(MOST_UPDATES) })
    if (!answer.ok && (answer.statusCode === 404 || answer.statusCode === 400 || answer.statusCode === 405)) {
      marks.hasUpdates = false
      return undefined
    }
    if (!answer.ok) return outageOf(answer)
    marks.hasUpdates = true
    await hearAll(call, answer.value.flatMap(heardOf))
    const from = wireTime(new Date(latest(window.start_date, answer.value, 'updated_datetime', window.end_date)))
    if (Date.parse(from) > Date.parse(marks.updatesMark)) marks.updatesMark = new Date(from).toISOString()
    // Servers have no word in common for the next page: it begins where this one ends. What is met twice is known.
    if (answer.value.length < MOST_UPDATES || from === window.start_date) break
    window.start_date = from
  }
  return undefined
}

const heardOf = (row: Row): Heard[] => {
  const theirId = row['service_request_id']
  const key = row['update_id']
  if (!theirId || !key || Math.max(theirId.length, key.length) > MOST_ID) return []
  return [{ key, theirId, word: row['status'] ?? 'unchanged', words: row['description'] ?? '', at: row['updated_datetime'] ?? '', mediaUrl: row['media_url'] }] // prettier-ignore
}

/** What is done there and not confirmed is told by its state only; servers without updates tell everything by it. */
async function readStates(call: Call, hasUpdates: boolean | null): Promise<Outage | undefined> {
  const { services, tenantId, peer, api } = call
  const open = await services.db.withTenant(tenantId, (tx) => openPairs(tx, peer.id), { readOnly: true })
  for (let from = 0; from < open.length; from += IDS_AT_ONCE) {
    const some = open.slice(from, from + IDS_AT_ONCE)
    const answer = await api.requests({ service_request_id: some.map(({ theirId }) => theirId).join(','), extensions: 'true' }) // prettier-ignore
    if (!answer.ok) return outageOf(answer)
    for (const row of answer.value) {
      const pair = some.find(({ theirId }) => theirId === row['service_request_id'])
      const word = stateOf(row)
      if (!pair || !word || word === pair.theirStatus) continue
      const tells = word === PROCESSED || !hasUpdates
      const key = `${pair.theirId}@${word}@${row['updated_datetime'] ?? ''}`
      if (tells) await hearAll(call, [{ key, theirId: pair.theirId, word, words: row['status_notes'] ?? '', at: row['updated_datetime'] ?? '', mediaUrl: undefined }]) // prettier-ignore
      await services.db.withTenant(tenantId, (tx) => saveTheirStatus(tx, pair.id, word))
    }
  }
  return undefined
}

/** Done and not yet confirmed is open in GeoReport's own words; CitySDK's say it. */
function stateOf(row: Row): string | undefined {
  const isProcessed = row['extended_attributes.detailed_status']?.toLowerCase() === PROCESSED
  const status = row['extended_attributes.extended_status'] ?? row['status']
  return isProcessed ? PROCESSED : status?.toLowerCase()
}

function windowFrom(mark: string, now: Date) {
  const start = new Date(Date.parse(mark) - OVERLAP_MS)
  const end = new Date(Math.min(start.getTime() + SPAN_MS, now.getTime() + OVERLAP_MS))
  return { start_date: wireTime(start), end_date: wireTime(end) }
}

/** The newest moment by their clock, never beyond what was asked for; a window that ended in the past is behind us. */
function latest(mark: string, rows: readonly Row[], field: string, end: string): string {
  const times = rows.map((row) => Date.parse(row[field] ?? '')).filter((time) => time <= Date.parse(end))
  return new Date(Math.max(Date.parse(mark), ...times)).toISOString()
}

const outageOf = ({ fault, statusCode }: Extract<Told<unknown>, { ok: false }>): Outage => ({
  fault: fault || String(statusCode),
})
