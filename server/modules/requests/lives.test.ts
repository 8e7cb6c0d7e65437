/** Random lives of a request, whoever takes whatever step: what always holds, and that every state and step is seen. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  REQUEST_ACTIONS,
  REQUEST_KINDS,
  REQUEST_STATUSES,
  type RequestAction,
  type RequestStatus,
} from '#contracts/requests.ts'
import { MINUTE } from '#platform/calendar/calendar.ts'
import { attempt, NOW, RELATIONS, saved, submitted, type PureRequest } from '#server/test/trust/pure-request.ts'
import { CALENDAR } from './calendar.ts'
import { nextDue, recompute } from './clock/clocks.ts'
import { limitsFor } from './clock/limits.ts'
import { allowedActions } from './decide.ts'
import type { Situation } from './guards.ts'
import type { Relation } from './policy.ts'
import type { LoadedRequest } from './record.ts'

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
