/**
 * The making of a file in the background: some pages of the list, a piece, one transaction, one job, and again. A restart
 * goes on where it stopped; other jobs come in between; whoever lost the right meanwhile gets nothing.
 * Source: docs/capabilities/exports.md, "Making".
 */
import { KEPT_HOURS, MOST_PERSONAL_ROWS, MOST_ROWS } from '#contracts/exports.ts'
import type { ErrorCode } from '#contracts/errors.ts'
import { actorOfPerson } from '#modules/accounts/index.ts'
import { record } from '#modules/audit/index.ts'
import { askerOf } from '#platform/ask.ts'
import { HOUR } from '#platform/calendar/calendar.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import type { App } from '#platform/http.ts'
import { enqueue, job, type Job } from '#platform/outbox.ts'
import type { Services } from '#platform/services.ts'
import { KINDS, missingRight } from './kinds.ts'
import type { About, GoOn, Line, Reading } from './kinds/kind.ts'
import { keepPiece } from './pieces.ts'
import { deletePieces, lockExport, ownersOf, saveExport, type ExportFound } from './queries.ts'
import { countRows, giveBack, monthOf } from './quota.ts'
import { penFor } from './words.ts'

/** A turn is about a second: then others' work comes in. */
const PAGES_A_TURN = 10

/** Only enqueues; its handler is made by fillJob. */
export const fill: Job<{ exportId: string }> = {
  name: 'exports.fill',
  run: () => Promise.reject(new AppError('internal')),
}

export const fillJob = (app: Pick<App, 'routes'>, services: Services): Job<{ exportId: string }> =>
  job(fill.name, async (tx, payload, { now }) => {
    const one = await lockExport(tx, payload.exportId)
    if (one?.state !== 'running') return
    const actor = await actorOfPerson(tx, one.personId, now)
    if (!actor || missingRight(actor, one.kind)) return refuse(tx, one, 'right_required', now)

    const reading: Reading = { ask: askerOf(app, { actor, tx, now }), tx, filters: one.filters, pen: penFor(one.language), now }
    const { lines, next } = await pages(reading, one, PAGES_A_TURN)
    const rowCount = one.rowCount + lines.length
    const most = one.personal ? MOST_PERSONAL_ROWS : MOST_ROWS
    if (rowCount > most || (next !== null && rowCount === most)) return refuse(tx, one, 'export_too_many', now)
    // The list may have grown since it was asked for.
    const more = one.personal ? Math.max(0, rowCount - one.counted) : 0
    if (more > 0 && !(await countRows(tx, one.personId, monthOf(new Date(one.createdAt)), more)))
      return refuse(tx, one, 'export_month_full', now)
    if (one.personal) await tellInTheLog(tx, one, lines, now)

    await keepPiece(services, tx, one.id, one.pieceCount, one.personal ? lines.map((line, at) => marked(line, one, at)) : lines)
    const moved = { ...one, rowCount, pieceCount: one.pieceCount + 1, counted: one.counted + more, goOn: next }
    if (next !== null) {
      await saveExport(tx, moved, now)
      return enqueue(tx, fill, payload, { now })
    }
    const endsAt = new Date(now.getTime() + KEPT_HOURS * HOUR).toISOString()
    await saveExport(tx, { ...moved, state: 'ready', readyAt: now.toISOString(), endsAt }, now)
    tx.wake()
  }) // prettier-ignore

/** Some pages from where it stopped. A list about persons is short: its file is one piece, so that its marks run through. */
async function pages(reading: Reading, one: ExportFound, most: number): Promise<{ lines: Line[]; next: GoOn }> {
  const lines: Line[] = []
  let next = one.goOn
  for (let n = 0; n < most; n += 1) {
    const page = await KINDS[one.kind].page(reading, next)
    lines.push(...page.lines)
    next = page.next
    if (next === null) break
  }
  return { lines, next }
}

/** Each row about a person says from which export it is: whoever finds one row knows where it leaked. */
export const markOf = (number: string, at: number) => `${number}-${String(at + 1).padStart(3, '0')}`
const marked = (line: Line, { number }: ExportFound, at: number): Line => ({
  ...line,
  cells: [...line.cells, markOf(number, at)],
})

/** A limit, or a right that ended: what was made so far goes, what was counted comes back. */
export async function refuse(tx: Tx, one: ExportFound, because: ErrorCode, now: Date): Promise<void> {
  await deletePieces(tx, [one.id])
  await giveBack(tx, one)
  await saveExport(tx, { ...one, state: 'refused', because, counted: 0, rowCount: 0, pieceCount: 0, goOn: null }, now)
  tx.wake()
}

/** Whom the rows are about read it where they see who looked. Source: Personal Information Protection Law art. 44. */
async function tellInTheLog(tx: Tx, one: ExportFound, lines: readonly Line[], now: Date): Promise<void> {
  const about = lines.flatMap((line) => line.about ?? [])
  const units = about.flatMap(({ unitId }) => unitId ?? [])
  const owners: About[] = units.length > 0 ? await ownersOf(tx, units) : []
  for (const { householdId = null, personId = null } of [...about, ...owners]) {
    if (!householdId && !personId) continue
    await record(tx, {
      at: now,
      what: 'export',
      actorPersonId: one.personId,
      capacity: one.capacity,
      subject: one.placeName ?? '',
      subjectPersonId: personId,
      householdId,
      field: 'export',
      reason: one.purpose,
    })
  }
}
