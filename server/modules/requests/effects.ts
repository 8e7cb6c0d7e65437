/**
 * What each step changes besides the status: columns, assignments, ratings, facts for its sentence, extra words to clocks.
 *
 * Pure. `resolved` is what the step's references turned out to be (names of handlers, the category, the other request),
 * loaded beforehand. Facts are snapshots: a later change of a name or a reason's wording never changes history.
 */
import type { LadderLevel, Outcome, RequestAction, StepBody } from '#contracts/requests.ts'
import { LADDER } from '#contracts/requests.ts'
import { dateOn } from '#platform/calendar/calendar.ts'
import { addDuration } from '#platform/calendar/duration.ts'
import { AppError } from '#platform/errors.ts'
import { ask, granted, refusePast } from './asks.ts'
import { CALENDAR } from './calendar.ts'
import { LADDER as RUNGS } from './categories/rule-pack.ts'
import type { Effect, EffectOf, NewAssignment, NewRating } from './effect.ts'
import { SILENT_DAYS, URGES_UNTIL_SUPERVISOR } from './guards.ts'
import type { LoadedRequest, RequestRecord } from './record.ts'

const NO_LEAD: Partial<RequestRecord> = {
  lead_organisation_id: null,
  lead_post_id: null,
  lead_name: null,
  handler_person_id: null,
}

const sentTo: EffectOf = (_situation, step, { handler, coHandlers = [] }) => {
  if (!handler) throw new AppError('handler_not_found', { field: 'handler' })
  return {
    changes: {
      lead_organisation_id: handler.organisationId,
      lead_post_id: handler.postId,
      lead_name: handler.name,
      handler_person_id: null,
      from_pool: false,
    },
    endAssignments: true,
    assign: [
      { ...handler, part: 'lead', state: 'called' },
      ...coHandlers.map((one): NewAssignment => ({ ...one, part: 'co', state: 'called' })),
    ],
    facts: {
      handler: handler.name,
      ...(coHandlers.length > 0 && { coHandlers: coHandlers.map((one) => one.name) }),
      ...(step.joint && { joint: step.joint }),
      ...(step.publicWords && { publicWords: step.publicWords }),
    },
  }
}

const closed = (outcome: Outcome, confirmedBy: RequestRecord['confirmed_by'], facts: Effect['facts'] = {}): Effect => ({
  changes: { outcome, confirmed_by: confirmedBy },
  facts: { outcome, ...facts },
})

const rated = (by: NewRating['by'], step: StepBody, solved: boolean | null, satisfied: boolean | null): NewRating => ({
  by,
  solved,
  satisfied,
  stars: step.stars ?? null,
  note: step.note ?? null,
})

export const EFFECTS: Partial<Record<RequestAction, EffectOf>> = {
  dispatch: sentTo,
  whistle: sentTo,
  rule: (situation, step, resolved) => {
    const effect = sentTo(situation, step, resolved)
    return { ...effect, changes: { ...effect.changes, binding: true }, facts: { ...effect.facts, binding: true } }
  },
  offer: () => ({ changes: { ...NO_LEAD, from_pool: true }, endAssignments: true }),

  claim: (_situation, _step, { actorPersonId, capacity, capacityPostId }) => ({
    changes: {
      handler_person_id: actorPersonId,
      lead_post_id: capacityPostId,
      lead_organisation_id: null,
      lead_name: capacity,
      from_pool: true,
    },
    facts: { handler: capacity },
    ...(capacityPostId && {
      assign: [
        {
          organisationId: null,
          postId: capacityPostId,
          name: capacity,
          task: null,
          dueAt: null,
          part: 'lead',
          state: 'reportedIn',
        },
      ],
    }),
  }),
  takeOn: ({ request }, _step, { actorPersonId }) => ({
    changes: { handler_person_id: actorPersonId },
    facts: { handler: request.lead_name ?? '', ...(request.due_at && { dueAt: request.due_at }) },
    part: partOf(request, 'lead', 'reportedIn'),
  }),
  reportIn: ({ myPart }) => ({
    part: myPart && { id: myPart.id, state: 'reportedIn' },
    facts: { handler: myPart?.name ?? '' },
  }),
  partDone: ({ myPart }) => ({
    part: myPart && { id: myPart.id, state: 'partDone' },
    facts: { handler: myPart?.name ?? '' },
  }),
  release: () => ({ changes: { ...NO_LEAD, ask: null }, endAssignments: true }),
  giveBack: ({ request }, _step, { reason }) => ({
    changes: { ...NO_LEAD, ask: null, returns: request.returns + 1 },
    endAssignments: true,
    facts: { handler: request.lead_name ?? '', reason: reason?.words ?? '' },
  }),
  dispute: ({ request }) => ({
    changes: { returns: request.returns + 1 },
    facts: { handler: request.lead_name ?? '' },
  }),

  askReporter: ({ request }) => ({ changes: { resume_status: request.status } }),
  askTime: ask('time'),
  askPause: ask('pause'),
  askShelve: ask('shelve'),
  grant: ({ request }, _step, { capacity }) => granted(request, capacity),
  refuse: ({ request }) => ({ changes: { ask: null }, facts: { kind: request.ask?.kind ?? '' } }),
  resume: () => ({ changes: { outcome: null, review_on: null } }),

  finish: ({ now }, step, { causeWords }) => {
    const outcome = step.outcome ?? 'solved'
    const silentAt = new Date(now.getTime() + SILENT_DAYS * 86_400_000).toISOString()
    return {
      changes: {
        claimed_outcome: outcome,
        cause: step.cause ?? null,
        finished_at: now.toISOString(),
        silent_at: silentAt,
        ask: null,
      },
      facts: { outcome, cause: causeWords ?? '', silentAt },
    }
  },
  confirm: ({ request }, step) => ({
    ...closed(request.claimed_outcome ?? 'solved', 'reporter', { ...(step.stars && { stars: step.stars }) }),
    rating: rated('reporter', step, true, (step.stars ?? 5) >= 3),
  }),
  notSatisfied: ({ request }, step) => ({
    rating: rated('reporter', step, step.solved ?? false, false),
    assign: again(request),
  }),
  rate: (_situation, step) => ({ rating: rated('joiner', step, step.solved ?? null, step.satisfied ?? null) }),
  reopen: ({ request }) => ({ assign: again(request) }),
  withdraw: () => closed('withdrawn', 'reporter'),
  closeSilently: ({ request }) => closed(request.claimed_outcome ?? 'solved', 'silence'),
  callBack: ({ request }, step) => {
    if (!step.reached) return { facts: { reached: false }, notReached: true }
    for (const field of ['solved', 'satisfied'] as const) {
      if (step[field] === undefined) throw new AppError('field_required', { field })
    }
    const facts = { reached: true, solved: step.solved ?? false, satisfied: step.satisfied ?? false }
    const rating = rated('callBack', step, step.solved ?? null, step.satisfied ?? null)
    if (step.solved) return { ...closed(request.claimed_outcome ?? 'solved', 'callBack', facts), to: 'closed', rating }
    return {
      again: true,
      to: leadStays(request) ? 'dispatched' : 'accepted',
      clocks: { newRound: true, start: ['accept', 'contact', 'handle', 'answer'] },
      rating,
      facts,
      assign: again(request),
    }
  },

  decline: (_situation, _step, { reason }) =>
    closed(reason?.signpost ? 'notOurs' : 'explained', 'staff', {
      reason: reason?.words ?? '',
      ...(reason?.signpost && { signpost: reason.signpost }),
    }),
  close: (_situation, step, { reason }) => {
    // Solved is what the reporter, a call-back or silence says; the desk closes only for the other reasons.
    if (step.outcome === 'solved' || step.outcome === undefined)
      throw new AppError('field_required', { field: 'outcome' })
    return closed(step.outcome, 'staff', { reason: reason?.words ?? '' })
  },
  merge: ({ request }, _step, { target }) => {
    if (!target) throw new AppError('not_found')
    if (target.id === request.id) throw new AppError('merge_with_itself', { field: 'intoId' })
    if (target.merged_into_id) throw new AppError('merge_cycle', { field: 'intoId' })
    if (target.status === 'closed') throw new AppError('merge_target_closed', { field: 'intoId' })
    if (target.community_id !== request.community_id) throw new AppError('merge_other_community', { field: 'intoId' })
    return { ...closed('duplicate', 'staff', { into: target.number }), mergeInto: target.id }
  },
  setCategory: ({ request }, _step, { category }) => {
    if (!category) throw new AppError('category_not_found', { field: 'categoryCode' })
    return {
      changes: { category_code: category.code, limited: request.limited || category.limited },
      clocks: { limits: category.limits },
      facts: { category: category.name },
      correction: category.code,
    }
  },
  limitView: () => ({ changes: { limited: true } }),

  urge: ({ request, now }) => ({
    changes: { urge_count: request.urge_count + 1, urged_at: now.toISOString() },
    facts: { times: request.urge_count + 1 },
    tells: [
      ...(request.urge_count + 1 === URGES_UNTIL_SUPERVISOR ? (['supervisors'] as const) : []),
      ...(request.kind === 'urgent' ? (['duty'] as const) : []), // called again, everybody is alerted again
    ],
  }),
  supervise: ({ now }, step, { capacity }) => {
    refusePast(step.until ?? '', now, 'until')
    return {
      changes: {
        supervision: {
          dueAt: step.until ?? '',
          reason: step.note ?? '',
          by: capacity,
          at: now.toISOString(),
          answeredAt: null,
        },
      },
      facts: { until: step.until ?? '' },
    }
  },
  answerSupervision: ({ request, now }) => ({
    changes: { supervision: request.supervision && { ...request.supervision, answeredAt: now.toISOString() } },
  }),
  liftSupervision: () => ({ changes: { supervision: null } }),

  escalate: ({ request, now }, step) => {
    const level = step.level as LadderLevel // needed by the lifecycle row
    if (request.level && LADDER.indexOf(level) <= LADDER.indexOf(request.level))
      throw new AppError('ladder_order', { field: 'level', level: request.level })
    const resume =
      request.status === 'onLadder' ? request.resume_status : request.handler_person_id ? 'handling' : 'accepted'
    const until = resultDueOn(level, now)
    return { changes: { level, resume_status: resume, ask: null, review_on: until }, facts: { level, until } }
  },
  bringBack: ({ request }) => ({ changes: { review_on: null }, facts: { level: request.level ?? '' } }),
}

/** The day by which a rung of the ladder records its result (rule pack). */
function resultDueOn(level: LadderLevel, now: Date): string {
  const { limit } = RUNGS.find(({ code }) => code === level) ?? RUNGS[0]
  return dateOn(addDuration(now, limit, CALENDAR), CALENDAR)
}

/** A team or company that had it gets the next round too; what a volunteer had claimed goes to the desk. */
export const leadStays = (request: RequestRecord) =>
  !request.from_pool && Boolean(request.lead_organisation_id ?? request.lead_post_id)

/** The next round's lead, when the same one gets it again. */
const again = (request: LoadedRequest): NewAssignment[] =>
  leadStays(request)
    ? [
        {
          organisationId: request.lead_organisation_id,
          postId: request.lead_post_id,
          name: request.lead_name ?? '',
          task: null,
          dueAt: null,
          part: 'lead',
          state: 'called',
        },
      ]
    : []

const partOf = (request: LoadedRequest, part: 'lead' | 'co', state: 'reportedIn' | 'partDone') => {
  const found = request.assignments.find((one) => one.part === part && one.state === 'called')
  return found && { id: found.id, state }
}
