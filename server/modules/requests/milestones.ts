/**
 * How far a request has come over all its rounds, and what was said of it: the columns that figures are read from. A step
 * changes them in its decision, like any other column; milestones-of.ts reads the same from the whole history, for the nightly
 * check. Pure. Source: docs/capabilities/figures.md.
 */
import type { RequestAction, RequestStatus } from '#contracts/requests.ts'
import { CLOCK_BITS } from '#modules/figures/rules.ts'
import { HOUR } from '#platform/calendar/calendar.ts'
import { currentClocks, type Clocks } from './clock/clocks.ts'
import type { NewRating } from './effect.ts'
import type { RequestRecord } from './record.ts'

/** Whoever reports a thing and has it done within this time did it on the spot. Custom: the source counts them but names no limit. */
const ON_THE_SPOT_HOURS = 24

export type Milestones = Pick<
  RequestRecord,
  | 'sent_at' | 'taken_on_at' | 'done_at' | 'heard_at' | 'said_solved' | 'said_satisfied' | 'judged' | 'late'
  | 'not_reached' | 'returned' | 'absorbed' | 'on_the_spot' | 'exempted_at' | 'exemption'
> // prettier-ignore

/** Of a request that was just received; an urgent call is sent to those on duty at once. */
export const firstMilestones = (urgent: boolean, at: string): Milestones => ({
  sent_at: urgent ? at : null,
  taken_on_at: null,
  done_at: null,
  heard_at: null,
  said_solved: null,
  said_satisfied: null,
  judged: 0,
  late: 0,
  not_reached: false,
  returned: false,
  absorbed: false,
  on_the_spot: false,
  exempted_at: null,
  exemption: null,
})

/** What a step says about them. */
export type Passed = {
  action: RequestAction | 'submit' | 'join' | 'merged'
  status: RequestStatus
  at: string
  clocks: Clocks
  actorPersonId: string | null
  rating?: Pick<NewRating, 'by' | 'solved' | 'satisfied'>
  notReached?: boolean
  exemption?: RequestRecord['exemption']
}
type Known = Milestones & Pick<RequestRecord, 'created_at' | 'reporter_person_id' | 'helper_person_id'>

/** Only what changes. */
export function passed(before: Known, step: Passed): Partial<Milestones> {
  const { action, status, at } = step
  const after: Milestones = {
    sent_at: before.sent_at ?? (status === 'dispatched' || status === 'offered' ? at : null),
    taken_on_at: before.taken_on_at ?? (status === 'handling' ? at : null),
    done_at: before.done_at ?? (action === 'finish' ? at : null),
    ...heard(before, step),
    ...masksOf(step.clocks),
    not_reached: before.not_reached || step.notReached === true,
    returned: before.returned || action === 'giveBack' || action === 'dispute',
    absorbed: before.absorbed || action === 'merged',
    on_the_spot: before.on_the_spot || (action === 'finish' && before.done_at === null && isOnTheSpot(before, step)),
    exempted_at: step.exemption ? at : before.exempted_at,
    exemption: step.exemption ?? before.exemption,
  }
  const changed = (Object.keys(after) as (keyof Milestones)[]).filter((key) => after[key] !== before[key]) // the keys of the type
  return Object.fromEntries(changed.map((key) => [key, after[key]]))
}

/** The latest word counts; neighbours who joined speak for themselves, not for the one who reported it. */
function heard(before: Known, { rating, at }: Passed): Pick<Milestones, 'heard_at' | 'said_solved' | 'said_satisfied'> {
  const { heard_at, said_solved, said_satisfied } = before
  if (!rating || rating.by === 'joiner') return { heard_at, said_solved, said_satisfied }
  return { heard_at: heard_at ?? at, said_solved: rating.solved, said_satisfied: rating.satisfied }
}

export const isOnTheSpot = (
  before: Pick<RequestRecord, 'created_at' | 'reporter_person_id' | 'helper_person_id'>,
  { actorPersonId, at }: Pick<Passed, 'actorPersonId' | 'at'>,
) =>
  actorPersonId !== null &&
  [before.reporter_person_id, before.helper_person_id].includes(actorPersonId) &&
  Date.parse(at) - Date.parse(before.created_at) <= ON_THE_SPOT_HOURS * HOUR

/** Which kinds of clocks ended met or missed, in any round, and which missed. */
export function masksOf(clocks: Clocks): Pick<Milestones, 'judged' | 'late'> {
  let judged = 0
  let late = 0
  for (const { kind, outcome } of [...clocks.past, ...currentClocks(clocks)]) {
    if (outcome === 'met' || outcome === 'missed') judged |= CLOCK_BITS[kind]
    if (outcome === 'missed') late |= CLOCK_BITS[kind]
  }
  return { judged, late }
}
