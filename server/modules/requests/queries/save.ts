/** Saving one decision: row, history, assignments, rating, photos. Nothing is saved that the decision does not name. */
import { noteChange } from '#modules/figures/index.ts'
import { AppError } from '#platform/errors.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Decision } from '../decide.ts'
import type { NewAssignment, NewRating } from '../effect.ts'
import type { LoadedRequest, PhotoRef, RequestRecord } from '../record.ts'

export type Step = {
  action: string
  actorPersonId: string | null
  capacity: string
  now: Date
  photoIds: readonly string[]
  photoRole: 'before' | 'after' | 'progress'
}

/** @throws request_moved_on when another step was saved in between, photo_not_found */
export async function saveStep(tx: Tx, request: LoadedRequest, decision: Decision, step: Step): Promise<void> {
  const seq = request.seq + 1
  const photos = await bindPhotos(tx, step, request.id, seq, decision.event.internal)
  await updateRequest(tx, request, { ...decision.changes, ...photoChange(step.photoRole, photos, request) })
  await noteChange(tx, request, { ...request, ...decision.changes })
  await insertEvent(tx, request.id, seq, step, decision.event)
  if (decision.endAssignments) await endAssignments(tx, request, step)
  if (decision.assign?.length) await insertAssignments(tx, request.id, decision.event.round, decision.assign, step.now)
  if (decision.part) await moveAssignment(tx, decision.part, step.now)
  if (decision.rating) await insertRating(tx, request, decision.rating, step)
  if (decision.correction) await insertCorrection(tx, request, decision.correction, step.now)
}

/** Columns that a decision may change; the name of the prepared statement is their list. */
async function updateRequest(tx: Tx, request: LoadedRequest, changes: Partial<RequestRecord>) {
  const columns = Object.keys(changes).sort() as (keyof RequestRecord)[] // a decision's keys are columns by type
  const sets = columns.map((column, index) => `${column} = $${index + 4}`).join(', ')
  const touched = await tx.run({
    name: `request_save_${fingerprint(columns)}`,
    // eslint-disable-next-line house/constant-sql -- the columns are keys of a decision, never input
    text: `UPDATE request SET ${sets} WHERE tenant_id = $1 AND id = $2 AND seq = $3`,
    values: [tx.tenantId, request.id, request.seq, ...columns.map((column) => asColumn(changes[column]))],
  })
  if (touched === 0) throw new AppError('request_moved_on', { seq: request.seq })
}

/** Prepared statements need a short name; two sets of columns never share one within a process. */
const fingerprints = new Map<string, number>()
function fingerprint(columns: readonly string[]): number {
  const key = columns.join()
  const known = fingerprints.get(key) ?? fingerprints.size + 1
  fingerprints.set(key, known)
  return known
}

const asColumn = (value: unknown) =>
  value !== null && typeof value === 'object' && !Buffer.isBuffer(value) ? JSON.stringify(value) : value

export async function insertEvent(
  tx: Tx,
  requestId: string,
  seq: number,
  step: Pick<Step, 'action' | 'actorPersonId' | 'capacity' | 'now'>,
  event: Decision['event'],
) {
  await tx.run({
    name: 'request_event_insert',
    text: `INSERT INTO request_event (tenant_id, request_id, seq, at, action, round, status, actor_person_id, capacity, note, internal, facts, clock_event)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [
      tx.tenantId, requestId, seq, step.now, step.action, event.round, event.status, step.actorPersonId, step.capacity,
      event.note, event.internal, JSON.stringify(event.facts), event.clockEvent && JSON.stringify(event.clockEvent),
    ], // prettier-ignore
  })
}

const endAssignments = (tx: Tx, request: LoadedRequest, step: Step) =>
  tx.run({
    name: 'request_assignment_end',
    text: `UPDATE request_assignment SET state = 'ended', ended_at = $3, end_reason = $4 WHERE tenant_id = $1 AND request_id = $2 AND state <> 'ended'`,
    values: [tx.tenantId, request.id, step.now, step.action],
  })

async function insertAssignments(
  tx: Tx,
  requestId: string,
  round: number,
  assignments: readonly NewAssignment[],
  now: Date,
) {
  for (const one of assignments) {
    await tx.run({
      name: 'request_assignment_insert',
      text: `INSERT INTO request_assignment (tenant_id, id, request_id, round, part, organisation_id, post_id, name, task, state, due_at, called_at, reported_in_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      values: [
        tx.tenantId, newId(), requestId, round, one.part, one.organisationId, one.organisationId ? null : one.postId,
        one.name, one.task, one.state, one.dueAt, now, one.state === 'reportedIn' ? now : null,
      ], // prettier-ignore
    })
  }
}

const moveAssignment = (tx: Tx, part: { id: string; state: string }, now: Date) =>
  tx.run({
    name: 'request_assignment_move',
    text: `UPDATE request_assignment SET state = $3, reported_in_at = coalesce(reported_in_at, $4) WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, part.id, part.state, now],
  })

/** A rating belongs to the round that was just finished. @throws already_rated */
async function insertRating(tx: Tx, request: LoadedRequest, rating: NewRating, step: Step) {
  const personId =
    rating.by === 'callBack' ? (request.reporter_person_id ?? request.id) : (step.actorPersonId ?? request.id)
  const inserted = await tx.run({
    name: 'request_rating_insert',
    text: `INSERT INTO request_rating (tenant_id, request_id, round, by, person_id, solved, satisfied, stars, note, at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
    values: [
      tx.tenantId,
      request.id,
      request.round,
      rating.by,
      personId,
      rating.solved,
      rating.satisfied,
      rating.stars,
      rating.note,
      step.now,
    ],
  })
  if (inserted === 0) throw new AppError('already_rated')
}

const insertCorrection = (tx: Tx, request: LoadedRequest, categoryCode: string, now: Date) =>
  tx.run({
    name: 'category_correction_insert',
    text: `INSERT INTO category_correction (tenant_id, request_id, category_code, text, at) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (tenant_id, request_id) DO UPDATE SET category_code = $3, at = $5`,
    values: [tx.tenantId, request.id, categoryCode, `${request.title} ${request.text}`.slice(0, 500), now],
  })

/** Photos uploaded by this person and not yet used become part of the request. @throws photo_not_found */
export async function bindPhotos(
  tx: Tx,
  step: Pick<Step, 'photoIds' | 'photoRole' | 'actorPersonId'>,
  requestId: string,
  seq: number,
  internal: boolean,
): Promise<PhotoRef[]> {
  if (step.photoIds.length === 0) return []
  const bound = await tx.many<PhotoRef>({
    name: 'photo_bind',
    text: `UPDATE photo SET request_id = $3, event_seq = $4, role = $5, internal = $6
           WHERE tenant_id = $1 AND id = ANY($2) AND uploader_id = $7 AND request_id IS NULL
           RETURNING id, width, height, average_colour AS "averageColour"`,
    values: [tx.tenantId, step.photoIds, requestId, seq, step.photoRole, internal, step.actorPersonId],
  })
  if (bound.length !== new Set(step.photoIds).size) throw new AppError('photo_not_found', { field: 'photoIds' })
  return [...step.photoIds].flatMap((id) => bound.find((photo) => photo.id === id) ?? [])
}

/** Lists show one picture before and one after; the first before stays, the latest after wins. */
const photoChange = (role: Step['photoRole'], [first]: PhotoRef[], request: LoadedRequest): Partial<RequestRecord> =>
  !first || role === 'progress'
    ? {}
    : role === 'after'
      ? { after_photo: first }
      : request.before_photo
        ? {}
        : { before_photo: first }
