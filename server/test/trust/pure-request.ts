/**
 * A request without a database: the start of submit.ts, and saving as queries/save.ts does it, on plain data.
 * For tests of the pure rules, which walk through thousands of histories.
 */
import type { RequestAction, RequestKind, RequestStatus, StepBody } from '#contracts/requests.ts'
import { LADDER } from '#contracts/requests.ts'
import { DAY } from '#platform/calendar/calendar.ts'
import { CALENDAR } from '#modules/requests/calendar.ts'
import { advance, nextDue, noClocks, type ClockEvent } from '#modules/requests/clock/clocks.ts'
import { limitsFor } from '#modules/requests/clock/limits.ts'
import { decide, type Decision } from '#modules/requests/decide.ts'
import type { Resolved } from '#modules/requests/effect.ts'
import type { Situation } from '#modules/requests/guards.ts'
import { LIFECYCLE } from '#modules/requests/lifecycle.ts'
import { firstMilestones } from '#modules/requests/milestones.ts'
import type { Relation } from '#modules/requests/policy.ts'
import type { AssignmentRecord, LoadedRequest } from '#modules/requests/record.ts'

export type Step = {
  action: RequestAction | 'submit'
  clockEvent: ClockEvent | null
  status: RequestStatus
  round: number
  again: boolean
}
export type PureRequest = { request: LoadedRequest; history: Step[] }

export function submitted(kind: RequestKind, now: Date, id = 'r1'): PureRequest {
  const at = now.toISOString()
  const urgent = kind === 'urgent'
  const clockEvent: ClockEvent = {
    at,
    start: urgent ? ['accept', 'contact', 'handle', 'answer'] : ['accept', 'answer'],
  }
  const clocks = advance(noClocks(limitsFor(kind)), clockEvent, CALENDAR)
  const due = nextDue(clocks)
  const status = urgent ? 'offered' : 'submitted'
  const request: LoadedRequest = {
    tenant_id: 1, id, number: '2026-000001', kind, channel: 'phone', status, outcome: null, confirmed_by: null, round: 1, seq: 1,
    title: '积水', text: '', answers: [], limited: false, category_code: null, category_proposals: [],
    place_id: 'p', place_name: '8 栋', place_path: '0001.0001.0001.0001.0001.0001.', door_name: null,
    subdistrict_id: 's', community_id: 'c', compound_id: 'x', grid_id: 'g', building_id: 'p', lon: null, lat: null,
    location_source: null, location_words: null, reporter_person_id: 'reporter', reporter_name_sealed: null, reporter_name_masked: null,
    reporter_phone_sealed: null, reporter_phone_masked: null, helper_person_id: null, helper_capacity: null,
    lead_organisation_id: null, lead_post_id: null, lead_name: null, handler_person_id: null, from_pool: urgent, level: null,
    returns: 0, binding: false, resume_status: null, ask: null, supervision: null, review_on: null, claimed_outcome: null, cause: null,
    merged_into_id: null, joiner_count: 0, urge_count: 0, urged_at: null, clocks,
    due_kind: due?.kind ?? null, due_at: due?.dueAt ?? null, amber_at: due?.amberAt ?? null, silent_at: null,
    before_photo: null, after_photo: null, created_at: at, updated_at: at, finished_at: null, closed_at: null, ...firstMilestones(urgent, at),
    assignments: [], joined: true, rated: false,
  } // prettier-ignore
  return { request, history: [{ action: 'submit', clockEvent, status, round: 1, again: false }] }
}

/** What queries/save.ts would leave behind. */
export function saved({ request, history }: PureRequest, action: RequestAction, decision: Decision): PureRequest {
  const { changes, event } = decision
  const kept = decision.endAssignments ? [] : request.assignments
  const assignments: AssignmentRecord[] = [
    ...kept.map((one) => (one.id === decision.part?.id ? { ...one, state: decision.part.state } : one)),
    ...(decision.assign ?? []).map((one, index) => ({
      id: `${request.seq}/${index}`, round: event.round, part: one.part, organisation_id: one.organisationId,
      post_id: one.organisationId ? null : one.postId, name: one.name, task: one.task, state: one.state, due_at: one.dueAt, reported_in_at: null,
    })),
  ] // prettier-ignore
  return {
    request: { ...request, ...changes, assignments },
    history: [
      ...history,
      {
        action,
        clockEvent: event.clockEvent,
        status: event.status,
        round: event.round,
        again: event.round > request.round,
      },
    ],
  }
}

/** A step with everything its row needs; `choice` picks among what may be chosen. */
export function filled(action: RequestAction, request: LoadedRequest, now: Date, choice = 0): StepBody {
  const later = new Date(now.getTime() + (1 + (choice % 20)) * DAY).toISOString()
  const above = LADDER.slice(request.level ? LADDER.indexOf(request.level) + 1 : 0)
  const values: Record<string, Partial<StepBody>> = {
    note: { note: '记一笔' },
    evidence: { note: '见照片' },
    reasonCode: { reasonCode: 'notOurDuty' },
    categoryCode: { categoryCode: 'road.puddle' },
    intoId: { intoId: 'other' },
    handler: { handler: choice % 2 ? { organisationId: 'company' } : { postId: 'post' } },
    coHandlers: { coHandlers: [{ organisationId: 'street', task: '配合' }] },
    until: { until: later },
    reviewOn: { reviewOn: later.slice(0, 10) },
    outcome: { outcome: choice % 2 ? 'explained' : 'notOurs' },
    cause: { cause: 'wear' },
    level: { level: above[choice % Math.max(1, above.length)] ?? 'jointConference' },
    reached: { reached: choice % 3 > 0, solved: choice % 2 > 0, satisfied: choice % 2 > 0 },
    solved: { solved: true },
    satisfied: { satisfied: true },
  }
  return Object.assign({ action }, ...(LIFECYCLE[action].needs ?? []).map((need) => values[need] ?? {})) as StepBody // its fields are above
}

export function resolvedFor(step: StepBody, target: LoadedRequest): Resolved {
  const named = (one: { organisationId?: string; postId?: string }) => ({
    organisationId: one.organisationId ?? null, postId: one.postId ?? null, name: '桂园物业', task: null, dueAt: null,
  }) // prettier-ignore
  return {
    actorPersonId: 'actor',
    capacity: '桂园社区 受理岗',
    capacityPostId: 'post',
    ...(step.handler && { handler: named(step.handler) }),
    ...(step.coHandlers && { coHandlers: step.coHandlers.map(named) }),
    ...(step.categoryCode && {
      category: {
        code: step.categoryCode,
        name: '积水',
        limits: limitsFor('problem', { level: 'utility' }),
        limited: false,
      },
    }),
    ...(step.intoId && { target }),
    ...(step.reasonCode && {
      reason: {
        code: step.reasonCode,
        words: '理由',
        signpost: step.action === 'decline' ? '12345' : null,
        outcome: null,
      },
    }),
    ...(step.cause && { causeWords: '自然老化' }),
  }
}

export const NOW = new Date('2026-11-18T02:00:00Z')
/** Every way of standing to a request. */
export const RELATIONS: readonly Relation[] = [
  'reporter', 'joiner', 'helper', 'handler', 'coHandler', 'candidate', 'coordinator', 'field', 'duty', 'followUp', 'supervisor', 'auditor', 'neighbour', 'clock',
] // prettier-ignore
/** The request that steps about a second one speak of. */
export const OTHER = submitted('problem', NOW, 'other').request

/** The step as somebody would fill it in, decided; `choice` varies what is filled in. */
export const attempt = (situation: Situation, action: RequestAction, choice = 0) => {
  const step = filled(action, situation.request, situation.now, choice)
  return decide(situation, step, resolvedFor(step, OTHER), CALENDAR)
}
