/**
 * Asking for an export: is the list open to this person with these filters, is it whole, and, where it is about persons, is
 * there a purpose, a place, and room in the month. The first page is read at once, so that every refusal of the list is
 * met by whoever asks.
 */
import { EXPORT_NEEDS, MAPPED_KINDS, MONTHLY_PERSONAL_ROWS, MOST_PERSONAL_ROWS, type ExportFormat, type ExportKind, type Filters } from '#contracts/exports.ts' // prettier-ignore
import { RIGHTS, type PostKind } from '#contracts/rights.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import { tellAll } from '#modules/notices/index.ts'
import { postsCovering } from '#modules/people/index.ts'
import { placeNow } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { askerOf } from '#platform/ask.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import type { App } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { enqueue } from '#platform/outbox.ts'
import { fill } from './fill.ts'
import { KINDS, missingRight } from './kinds.ts'
import type { Reading } from './kinds/kind.ts'
import { countRunning, insertExport } from './queries.ts'
import { countRows, monthOf, rowsLeft } from './quota.ts'
import { penFor, type Language } from './words.ts'

/** Files of one person that are made at the same time. Custom. */
const MOST_RUNNING = 5
const PURPOSE_LEAST = 2

type Asked = { kind: ExportKind; filters: Filters; language: Language }
export type Wanted = Asked & { format: ExportFormat; purpose: string }
type Asking = { app: Pick<App, 'routes'>; tx: Tx; actor: Actor; now: Date }

/** The list as this person may read it. @throws right_required */
export function readingOf({ app, tx, actor, now }: Asking, { kind, filters, language }: Asked): Reading {
  const right = missingRight(actor, kind)
  if (right) throw new AppError('right_required', { right })
  return { ask: askerOf(app, { actor, tx, now }), tx, filters, pen: penFor(language), now }
}

/** @throws what createExport says */
export async function askForExport(asking: Asking, wanted: Wanted): Promise<string> {
  const { tx, actor, now } = asking
  const what = KINDS[wanted.kind]
  const reading = readingOf(asking, wanted)
  if (wanted.format === 'geojson' && !MAPPED_KINDS.includes(wanted.kind)) throw new AppError('export_no_map')
  if ((await countRunning(tx, actor.personId)) >= MOST_RUNNING)
    throw new AppError('export_many_running', { most: MOST_RUNNING })

  const id = newId()
  const place = what.personal ? await placeOf(asking, wanted) : null
  const filters = place ? { ...wanted.filters, placeId: place.id } : wanted.filters
  const counted = place ? await countPersonal(asking, wanted, { ...reading, filters }) : 0
  if (!place) await what.page(reading, null)
  const capacity = actingCapacity(actor, 'exports.make')
  const number = numberOf(id, now)
  const { kind, format, language, purpose } = wanted
  const { personId } = actor
  const state = what.personal ? 'waiting' : 'running'
  await insertExport(tx, { id, number, kind, format, filters, language, purpose, personal: what.personal, placeId: place?.id ?? null, personId, capacity, state, counted }, now) // prettier-ignore
  await record(tx, { at: now, what: 'exportAsked', actorPersonId: personId, capacity, subject: `${what.title[0]} ${number} ${place?.fullName ?? ''}`.trim(), reason: purpose || null }) // prettier-ignore
  if (place) await tellApprovers(asking, place.path, `${what.title[0]}，${place.fullName}，${counted} 行`)
  else await enqueue(tx, fill, { exportId: id }, { now })
  return id
}

/** A day and eight letters that nobody mistakes for others: written on paper, it can be read out. */
function numberOf(id: string, now: Date): string {
  const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
  const random = BigInt(`0x${id.replaceAll('-', '').slice(-10)}`)
  const letters = Array.from({ length: 8 }, (_, at) => LETTERS[Number((random >> BigInt(at * 5)) & 31n)])
  return `${shanghaiToday(now).replaceAll('-', '')}-${letters.join('')}`
}

/** The place that the list is of; without one, where this person's own post is. @throws place_not_found, export_no_place */
async function placeOf({ tx, actor, now }: Asking, { kind, filters }: Asked) {
  const kinds: readonly PostKind[] = EXPORT_NEEDS[kind].flatMap((right) => RIGHTS[right])
  const id = filters['placeId'] ?? actor.capacities.find((post) => kinds.includes(post.kind))?.placeId
  if (!id) throw new AppError('export_no_place')
  const place = await placeNow(tx, String(id), shanghaiToday(now))
  if (!place) throw new AppError('place_not_found', { field: 'placeId' })
  return place
}

/** @throws export_purpose_required, export_too_many, export_month_full */
async function countPersonal({ tx, actor, now }: Asking, { kind, purpose }: Wanted, reading: Reading): Promise<number> {
  if (purpose.trim().length < PURPOSE_LEAST) throw new AppError('export_purpose_required', { field: 'purpose' })
  let rows = 0
  let next = null
  do {
    const page = await KINDS[kind].page(reading, next)
    rows += page.lines.length
    next = page.next
  } while (next !== null && rows <= MOST_PERSONAL_ROWS)
  if (rows > MOST_PERSONAL_ROWS) throw new AppError('export_too_many', { most: MOST_PERSONAL_ROWS })
  if (!(await countRows(tx, actor.personId, monthOf(now), rows)))
    throw new AppError('export_month_full', { left: await rowsLeft(tx, actor.personId, now), most: MONTHLY_PERSONAL_ROWS })
  return rows
} // prettier-ignore

async function tellApprovers({ tx, actor, now }: Asking, path: string, note: string): Promise<void> {
  const posts = await postsCovering(tx, { path, kinds: RIGHTS['exports.approve'], now })
  const others = posts.filter(({ personIds }) => personIds.some((id) => id !== actor.personId))
  await tellAll(tx, others.map(({ postId }) => ({ postId, what: 'export.waiting', facts: { note }, at: now.toISOString() }))) // prettier-ignore
}
