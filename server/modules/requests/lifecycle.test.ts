/* eslint max-depth: off -- the product of states, variants, relations and actions is as many loops */
/** The lifecycle as a table: every state × relation × action, what is drawn and what is decided. */
import { expect, test } from 'vitest'
import {
  REQUEST_ACTIONS,
  REQUEST_STATUSES,
  StepBody,
  type RequestAction,
  type RequestStatus,
} from '#contracts/requests.ts'
import { AppError } from '#platform/errors.ts'
import { DAY } from '#platform/calendar/calendar.ts'
import { attempt, filled, NOW, OTHER, RELATIONS, resolvedFor, submitted } from '#server/test/trust/pure-request.ts'
import { CALENDAR } from './calendar.ts'
import { allowedActions, decide, isForPeople } from './decide.ts'
import type { Situation } from './guards.ts'
import { LIFECYCLE } from './lifecycle.ts'
import type { Relation } from './policy.ts'
import type { LoadedRequest } from './record.ts'

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
