/* eslint max-depth: off -- the product of states, variants, relations and actions is as many loops */
/** The lifecycle as a table: every state × relation × action, what is drawn and what is decided, and thousands of random lives. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  REQUEST_ACTIONS,
  REQUEST_KINDS,
  REQUEST_STATUSES,
  StepBody,
  type RequestAction,
  type RequestStatus,
} from '#contracts/requests.ts'
import { AppError } from '#platform/errors.ts'
import { DAY, MINUTE } from '#platform/calendar/calendar.ts'
import { filled, resolvedFor, saved, submitted, type PureRequest } from '#server/test/trust/pure-request.ts'
import { CALENDAR } from './calendar.ts'
import { nextDue, recompute } from './clock/clocks.ts'
import { limitsFor } from './clock/limits.ts'
import { allowedActions, decide, isForPeople } from './decide.ts'
import type { Situation } from './guards.ts'
import { LIFECYCLE } from './lifecycle.ts'
import type { Relation } from './policy.ts'
import type { LoadedRequest } from './record.ts'

const NOW = new Date('2026-11-18T02:00:00Z')
const RELATIONS: readonly Relation[] = [
  'reporter', 'joiner', 'helper', 'handler', 'coHandler', 'candidate', 'coordinator', 'field', 'duty', 'followUp', 'supervisor', 'auditor', 'neighbour', 'clock',
] // prettier-ignore
const OTHER = submitted('problem', NOW, 'other').request
const rowsOf = Object.entries(LIFECYCLE) as [RequestAction, (typeof LIFECYCLE)[RequestAction]][] // keys of the table are actions

const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'taken'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}
const attempt = (situation: Situation, action: RequestAction, choice = 0) => {
  const step = filled(action, situation.request, situation.now, choice)
  return decide(situation, step, resolvedFor(step, OTHER), CALENDAR)
}

const START = submitted('problem', NOW).request
const CO = {
  id: 'co',
  round: 1,
  part: 'co',
  organisation_id: 'street',
  post_id: null,
  name: '城管',
  task: null,
  due_at: null,
  reported_in_at: null,
} as const
const ASK = {
  kind: 'time',
  until: new Date(NOW.getTime() + DAY).toISOString(),
  reason: '',
  reasonCode: null,
  by: '',
  at: NOW.toISOString(),
} as const
const SUPERVISION = { dueAt: NOW.toISOString(), reason: '', by: '', at: NOW.toISOString(), answeredAt: null }
/** Everything beside the status that the guards look at. */
const VARIANTS: readonly Partial<LoadedRequest>[] = [
  {},
  { ask: ASK, resume_status: 'handling' },
  { ask: { ...ASK, kind: 'pause' }, returns: 1 },
  { ask: { ...ASK, kind: 'shelve' }, from_pool: true },
  { returns: 1 },
  { returns: 2, binding: true },
  { from_pool: true, urged_at: NOW.toISOString(), urge_count: 2 },
  { supervision: SUPERVISION, limited: true },
  { supervision: { ...SUPERVISION, answeredAt: NOW.toISOString() }, rated: true },
  { level: 'areaDispatch', assignments: [{ ...CO, state: 'called' }] },
  { level: 'jointConference', assignments: [{ ...CO, state: 'reportedIn' }] },
  { outcome: 'duplicate', lead_organisation_id: 'company', lead_name: '桂园物业' },
  { closed_at: new Date(NOW.getTime() - 40 * DAY).toISOString() },
]
const SETS: readonly (readonly Relation[])[] = [
  ...RELATIONS.map((one) => [one]),
  ['reporter', 'handler'], ['coordinator', 'handler'], ['supervisor', 'handler'], ['followUp', 'handler'], ['coordinator', 'coHandler'], ['joiner', 'reporter'],
] // prettier-ignore

test('what is drawn is what is decided: every state, relation, action and reason of the moment', () => {
  let cells = 0
  const disagreements: string[] = []
  for (const status of REQUEST_STATUSES)
    for (const variant of VARIANTS)
      for (const relations of SETS) {
        const request = { ...START, ...variant, status }
        const situation: Situation = { request, relations, myPart: request.assignments[0], now: NOW }
        const drawn = new Map(allowedActions(situation).map((one) => [one.action, one.blocked]))
        for (const action of REQUEST_ACTIONS) {
          cells += 1
          const code = codeOf(() => attempt(situation, action))
          const blocked = drawn.get(action)
          const closedDoors = [
            'not_permitted',
            'step_not_available',
            'already_claimed',
            'handler_cannot_decide',
            'handler_cannot_supervise',
          ]
          const agrees = drawn.has(action) ? code === (blocked ?? 'taken') : closedDoors.includes(code)
          if (!agrees)
            disagreements.push(
              `${status} ${relations.join('+')} ${action}: drawn ${drawn.has(action)} ${blocked ?? ''}, decided ${code}`,
            )
        }
      }
  console.log(
    `lifecycle: ${cells} cells, ${disagreements.length} disagreements between what is drawn and what is decided`,
  )
  expect(disagreements.slice(0, 10)).toEqual([])
})

/** Where a row can lead to. */
const targetsOf = (to: (typeof LIFECYCLE)[RequestAction]['to'], from: RequestStatus): RequestStatus[] =>
  to === 'same' ? [from] : to === 'back' ? ['accepted', 'handling'] : to === 'again' ? ['dispatched', 'accepted'] : [to]
/** Granting lays aside although its row stays. */
const reach = (start: RequestStatus): Set<RequestStatus> => {
  const seen = new Set([start])
  for (const status of seen)
    for (const [action, row] of rowsOf)
      if (row.from.includes(status)) {
        for (const target of targetsOf(row.to, status)) seen.add(target)
        if (action === 'grant') seen.add('paused').add('shelved')
      }
  return seen
}

test('every state can be reached from the beginning, and from every one it can be closed', () => {
  expect([...reach('submitted')].toSorted()).toEqual([...REQUEST_STATUSES].toSorted())
  for (const status of REQUEST_STATUSES) expect([...reach(status)], status).toContain('closed')
})

test('rows need only fields that a step has, and every row is somebody’s', () => {
  const fields = [...Object.keys(StepBody.properties), 'evidence']
  for (const [action, row] of rowsOf) {
    for (const need of row.needs ?? []) expect(fields, action).toContain(need)
    expect(row.by.length, action).toBeGreaterThan(0)
    expect(row.from.length, action).toBeGreaterThan(0)
  }
})

test('a step without what its row needs is refused with the field’s name', () => {
  for (const [action, row] of rowsOf)
    for (const need of row.needs ?? []) {
      const by = row.by.find((one) => !row.notBy?.includes(one)) ?? 'clock'
      const statuses = row.from.filter((status) => VARIANTS.some((variant) => open(status, variant, by, action)))
      for (const status of statuses) {
        const variant = VARIANTS.find((one) => open(status, one, by, action))
        const request = { ...START, ...variant, status }
        const { [need === 'evidence' ? 'note' : need]: _left, ...step } = filled(action, request, NOW, 1)
        const situation: Situation = { request, relations: [by], myPart: request.assignments[0], now: NOW }
        const code = codeOf(() => decide(situation, step as StepBody, resolvedFor(step as StepBody, OTHER), CALENDAR)) // action is never left out
        expect(['field_required', 'evidence_required'], `${action} ${need}`).toContain(code)
      }
    }
})
const open = (status: RequestStatus, variant: Partial<LoadedRequest>, by: Relation, action: RequestAction) => {
  const request = { ...START, ...variant, status }
  const drawn = allowedActions({ request, relations: [by], myPart: request.assignments[0], now: NOW })
  return drawn.some((one) => one.action === action && !one.blocked)
}

test('what is left to time is refused to people, whoever they are', () => {
  const people = RELATIONS.filter((one) => one !== 'clock')
  const timeOnly = rowsOf.filter(([action]) => !isForPeople(action)).map(([action]) => action)
  expect(timeOnly.toSorted()).toEqual(['closeSilently', 'remindLate'])
  for (const action of timeOnly)
    for (const status of LIFECYCLE[action].from) {
      const situation: Situation = { request: { ...START, status }, relations: people, myPart: undefined, now: NOW }
      expect(codeOf(() => attempt(situation, action))).toBe('not_permitted')
    }
})

test('nobody judges their own work, in whatever other way they stand to it', () => {
  const guarded = rowsOf.filter(([, row]) => row.notBy)
  expect(guarded.map(([action]) => action).toSorted()).toEqual([
    'callBack',
    'close',
    'confirm',
    'grant',
    'refuse',
    'rule',
    'supervise',
  ])
  for (const [action, row] of guarded)
    for (const own of row.notBy ?? [])
      for (const by of row.by)
        for (const status of row.from)
          for (const variant of VARIANTS) {
            const request = { ...START, ...variant, status }
            const situation: Situation = { request, relations: [by, own], myPart: undefined, now: NOW }
            expect(
              codeOf(() => attempt(situation, action)),
              `${action} ${by}+${own}`,
            ).toMatch(/^handler_cannot_/)
          }
})

const ONWARD: readonly RequestAction[] = [
  'dispatch', 'whistle', 'takeOn', 'claim', 'reportIn', 'partDone', 'finish', 'confirm', 'notSatisfied', 'callBack', 'rule',
] // prettier-ignore
type Move = { who: readonly Relation[]; pick: number; choice: number; minutes: number }
const moves = fc.array(
  fc.record<Move>({
    who: fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom<Relation[]>(['handler'], ['coordinator'], ['reporter']) },
      {
        weight: 1,
        arbitrary: fc.subarray(
          RELATIONS.filter((one) => one !== 'clock'),
          { minLength: 1, maxLength: 3 },
        ),
      },
      { weight: 1, arbitrary: fc.constant<Relation[]>(['clock']) },
    ),
    pick: fc.nat(1000),
    choice: fc.nat(59),
    minutes: fc.integer({ min: 0, max: 4 * 24 * 60 }),
  }),
  { minLength: 30, maxLength: 90 },
)

test('random lives keep their promises', () => {
  const seen = new Set<RequestStatus>()
  const taken = new Set<string>()
  let steps = 0
  fc.assert(
    fc.property(fc.constantFrom(...REQUEST_KINDS), moves, (kind, list) => {
      let life = submitted(kind, NOW)
      let now = NOW
      for (const { who, pick, choice, minutes } of list) {
        now = new Date(now.getTime() + minutes * MINUTE)
        const myPart = life.request.assignments.find(({ part }) => part === 'co')
        const situation: Situation = { request: life.request, relations: who, myPart, now }
        const drawn = allowedActions(situation).filter((one) => !one.blocked && isTimely(one.action, life.request, now))
        // Every fourth move goes on rather than round about, so that lives become long enough to be finished.
        const onward = drawn.filter((one) => choice % 4 === 1 && ONWARD.includes(one.action))
        const among = onward.length ? onward : drawn
        const action = among[pick % Math.max(1, among.length)]?.action
        if (!action) continue
        life = saved(life, action, attempt(situation, action, choice))
        steps += 1
        taken.add(action)
        seen.add(life.request.status)
        keepsPromises(life)
      }
      clocksAreThoseOfHistory(life, kind)
    }),
    { numRuns: Number(process.env['LINLI_WALKS'] ?? 400), seed: 20_261_122 },
  )
  console.log(
    `lifecycle: ${steps} random steps, ${seen.size} of ${REQUEST_STATUSES.length} states, ${taken.size} of ${REQUEST_ACTIONS.length} actions seen`,
  )
  expect(seen.size).toBe(REQUEST_STATUSES.length)
  expect([...REQUEST_ACTIONS].filter((action) => !taken.has(action))).toEqual([])
}, 60_000)

/** Time takes a step when its moment has come; clock-steps.ts asks for these in SQL. */
const isTimely = (action: RequestAction, request: LoadedRequest, now: Date) =>
  action !== 'closeSilently' || (request.silent_at !== null && Date.parse(request.silent_at) <= now.getTime())

function keepsPromises({ request, history }: PureRequest) {
  const { status, outcome } = request
  const verbs = history.map(({ action }) => action)
  const last = history.at(-1)
  expect(request.closed_at !== null).toBe(status === 'closed')
  expect(outcome !== null).toBe(status === 'closed' || status === 'shelved')
  if (outcome === 'solved') {
    expect(['confirm', 'callBack', 'closeSilently']).toContain(
      verbs.findLast((verb) => !['rate', 'noteInside', 'limitView', 'liftSupervision'].includes(verb)),
    )
    const round = history.filter((step) => step.round === request.round).map(({ action }) => action)
    expect(round).toContain('finish')
    expect(request.confirmed_by).not.toBe('staff')
  }
  const ruled = history.findLastIndex(({ action }) => action === 'rule')
  const since = history.slice(ruled + 1).filter(({ round }) => round === history[ruled]?.round)
  if (ruled >= 0)
    expect(since.map(({ action }) => action).filter((action) => action === 'giveBack' || action === 'dispute')).toEqual(
      [],
    )
  if (status === 'shelved' || status === 'paused') expect(request.review_on).not.toBeNull()
  if (request.ask) expect(['handling', 'waiting']).toContain(status)
  if (status === 'handling' || status === 'dispatched') expect(request.lead_name).not.toBeNull()
  if (status === 'handling') expect(request.handler_person_id).not.toBeNull()
  if (status === 'offered') expect([request.from_pool, request.lead_name]).toEqual([true, null])
  if (status === 'finished') expect([request.silent_at, request.claimed_outcome]).not.toContain(null)
  if (status === 'closed') expect([request.supervision, request.silent_at, request.ask]).toEqual([null, null, null])
  if (status === 'onLadder') expect(request.level).not.toBeNull()

  expect(request.seq).toBe(history.length)
  expect(request.round).toBe(1 + history.filter(({ again }) => again).length)
  expect(
    history.filter(({ again }) => again).every(({ action }) => ['notSatisfied', 'reopen', 'callBack'].includes(action)),
  ).toBe(true)
  expect(last?.status).toBe(status)
  const due = status === 'closed' || status === 'finished' ? null : nextDue(request.clocks)
  expect([request.due_kind, request.due_at, request.amber_at]).toEqual([
    due?.kind ?? null,
    due?.dueAt ?? null,
    due?.amberAt ?? null,
  ])
}

function clocksAreThoseOfHistory({ request, history }: PureRequest, kind: (typeof REQUEST_KINDS)[number]) {
  const clocks = recompute(
    history.flatMap(({ clockEvent }) => clockEvent ?? []),
    limitsFor(kind),
    CALENDAR,
  )
  expect(request.clocks).toEqual(clocks)
}
