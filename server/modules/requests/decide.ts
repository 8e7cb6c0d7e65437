/**
 * Decides one step: whether it may be taken, and everything that it changes. Touches nothing; the caller locks the row
 * before and saves after.
 *
 * Status and permission come from LIFECYCLE, reasons of the moment from GUARDS, the rest of the columns from EFFECTS.
 */
import {
  REQUEST_ACTIONS,
  type AllowedAction,
  type RequestAction,
  type RequestStatus,
  type StepBody,
} from '#contracts/requests.ts'
import { AppError } from '#platform/errors.ts'
import type { Calendar } from '#platform/calendar/calendar.ts'
import { advance, nextDue, type ClockEffect, type ClockEvent } from './clock/clocks.ts'
import type { Effect, Resolved } from './effect.ts'
import { EFFECTS, leadStays } from './effects.ts'
import { GUARDS, type Situation } from './guards.ts'
import { LIFECYCLE, type Audience, type Need, type Transition } from './lifecycle.ts'
import { passed } from './milestones.ts'
import type { RequestRecord } from './record.ts'

export type Decision = {
  /** Columns that change; nothing else is saved. */
  changes: Partial<RequestRecord>
  event: {
    note: string | null
    internal: boolean
    facts: Effect['facts']
    clockEvent: ClockEvent | null
    status: RequestStatus
    round: number
  }
  tells: readonly Audience[]
} & Pick<Effect, 'assign' | 'endAssignments' | 'part' | 'rating' | 'mergeInto' | 'correction'>

/** What these relations may do now. Sent with every request; the page draws its buttons from it. */
export function allowedActions(situation: Situation): AllowedAction[] {
  const allowed: AllowedAction[] = []
  for (const action of REQUEST_ACTIONS) {
    const row = LIFECYCLE[action]
    if (!isTheirs(row, situation) || !isOpenFrom(row, situation.request.status) || isOwnWork(row, situation)) continue
    const guard = GUARDS[action]?.(situation) ?? null
    if (guard && 'hidden' in guard) continue
    allowed.push({ action, needs: [...(row.needs ?? [])], blocked: guard?.code ?? null, until: guard?.until ?? null })
  }
  return allowed
}

/**
 * @throws not_permitted, handler_cannot_decide, handler_cannot_supervise, step_not_available, already_claimed,
 *   request_moved_on, field_required, evidence_required, and the codes of guards and effects
 */
export function decide(situation: Situation, step: StepBody, resolved: Resolved, calendar: Calendar): Decision {
  const { request, now } = situation
  const row = LIFECYCLE[step.action]
  refuseIfNotAllowed(situation, step, row)
  for (const need of row.needs ?? []) refuseIfMissing(need, step)

  const effect: Effect = EFFECTS[step.action]?.(situation, step, resolved) ?? {}
  const status = effect.to ?? nextStatus(row.to, request)
  const newRound = row.to === 'again' || effect.again === true
  const round = newRound ? request.round + 1 : request.round
  const clockEvent = clockEventOf({ ...row.clocks, ...effect.clocks }, request, now)
  const clocks = clockEvent ? advance(request.clocks, clockEvent, calendar) : request.clocks
  const due = status === 'closed' || status === 'finished' ? null : nextDue(clocks)

  return {
    changes: {
      ...effect.changes,
      ...(newRound && freshRound(request, status)),
      ...(status === 'closed' && closing(now)),
      ...(status !== 'closed' && request.status === 'closed' && { closed_at: null, outcome: null, confirmed_by: null }),
      status,
      round,
      seq: request.seq + 1,
      updated_at: now.toISOString(),
      ...(clockEvent && { clocks }),
      ...passed(request, {
        action: step.action,
        status,
        clocks,
        at: now.toISOString(),
        actorPersonId: resolved.actorPersonId || null,
        rating: effect.rating,
        notReached: effect.notReached,
        exemption: effect.exemption,
      }),
      due_kind: due?.kind ?? null,
      due_at: due?.dueAt ?? null,
      amber_at: due?.amberAt ?? null,
    },
    event: {
      note: step.note ?? null,
      internal: row.internal ?? false,
      facts: effect.facts ?? {},
      clockEvent,
      status,
      round,
    },
    tells: [...row.tells, ...(effect.tells ?? [])],
    assign: effect.assign,
    endAssignments: effect.endAssignments ?? (status === 'closed' || newRound),
    part: effect.part,
    rating: effect.rating,
    mergeInto: effect.mergeInto,
    correction: effect.correction,
  }
}

function refuseIfNotAllowed(situation: Situation, { action, seq }: StepBody, row: Transition) {
  const { request } = situation
  if (!isTheirs(row, situation) && !(action === 'claim' && request.status !== 'offered'))
    throw new AppError('not_permitted', { action })
  if (!isOpenFrom(row, request.status)) {
    if (action === 'claim') throw new AppError('already_claimed', { status: request.status })
    throw new AppError('step_not_available', { action, status: request.status })
  }
  if (isOwnWork(row, situation))
    throw new AppError(action === 'supervise' ? 'handler_cannot_supervise' : 'handler_cannot_decide', { action })
  const guard = GUARDS[action]?.(situation)
  if (guard && 'hidden' in guard) throw new AppError('step_not_available', { action, status: request.status })
  if (guard) throw new AppError(guard.code, { action, ...(guard.until && { until: guard.until }) })
  // Words added to a thing never collide; a decision on an older state does.
  if (seq !== undefined && seq !== request.seq && row.to !== 'same')
    throw new AppError('request_moved_on', { seq: request.seq })
}

function refuseIfMissing(need: Need, step: StepBody) {
  if (need === 'evidence') {
    if (!step.note?.trim() && !step.photoIds?.length) throw new AppError('evidence_required', { field: 'note' })
  } else if (need === 'handler') {
    if (!step.handler) throw new AppError('field_required', { field: 'handler' })
    if (Boolean(step.handler.organisationId) === Boolean(step.handler.postId))
      throw new AppError('handler_one_of_two', { field: 'handler' })
  } else if (step[need] === undefined || (need === 'note' && !step.note?.trim())) {
    throw new AppError('field_required', { field: need })
  }
}

const isTheirs = (row: Transition, { relations }: Situation) => relations.some((relation) => row.by.includes(relation))
const isOwnWork = (row: Transition, { relations }: Situation) =>
  relations.some((relation) => row.notBy?.includes(relation) ?? false)
const isOpenFrom = (row: Transition, status: RequestStatus) => row.from.includes(status)

function nextStatus(to: Transition['to'], request: RequestRecord): RequestStatus {
  if (to === 'same') return request.status
  if (to === 'back') return request.resume_status ?? 'accepted'
  if (to === 'again') return leadStays(request) ? 'dispatched' : 'accepted'
  return to
}

const freshRound = (request: RequestRecord, status: RequestStatus): Partial<RequestRecord> => ({
  handler_person_id: null,
  finished_at: null,
  silent_at: null,
  claimed_outcome: null,
  ask: null,
  returns: 0,
  binding: false,
  level: null,
  after_photo: null,
  ...(status !== 'dispatched' && { lead_organisation_id: null, lead_post_id: null, lead_name: null, from_pool: false }),
})

const closing = (now: Date): Partial<RequestRecord> => ({
  closed_at: now.toISOString(),
  silent_at: null,
  ask: null,
  supervision: null,
  review_on: null,
})

/** A clock that has ended in this round is not begun a second time, except the one that asks who takes it. */
function clockEventOf(effect: ClockEffect, request: RequestRecord, now: Date): ClockEvent | null {
  if (Object.keys(effect).length === 0) return null
  const start = effect.newRound
    ? effect.start
    : effect.start?.filter((kind) => kind === 'accept' || !request.clocks.current[kind])
  return { ...effect, ...(effect.start && { start }), at: now.toISOString() }
}

/** Actions that the lifecycle leaves to time itself are never sent by a person. */
export const isForPeople = (action: RequestAction): boolean =>
  LIFECYCLE[action].by.some((relation) => relation !== 'clock')
