/**
 * The columns that figures are read from, told again from a request's whole history. milestones.ts keeps them step by step;
 * this reads them backwards from what is written down, in other words, so that a fault in one shows in the other. Pure.
 */
import { CLOCK_KINDS } from '#contracts/requests.ts'
import { CLOCK_BITS } from '#modules/figures/rules.ts'
import { currentClocks } from './clock/clocks.ts'
import { isOnTheSpot, type Milestones } from './milestones.ts'
import type { History } from './packed/history.ts'
import type { Exemption, RequestRecord } from './record.ts'

type Own = Pick<
  RequestRecord,
  'kind' | 'created_at' | 'reporter_person_id' | 'helper_person_id' | 'on_the_spot' | 'exemption'
>
type Event = History['events'][number]

const ASKS = ['askTime', 'askPause', 'askShelve']

export function milestonesOf(own: Own, { events, ratings, clocks }: History): Milestones {
  const first = (is: (event: Event) => boolean) => events.find(is)?.at ?? null
  const any = (...actions: string[]) => events.some(({ action }) => actions.includes(action))
  const words = ratings.filter(({ by }) => by !== 'joiner').toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const latest = words.at(-1)
  const ended = [...clocks.past, ...currentClocks(clocks)].filter(
    ({ outcome }) => outcome === 'met' || outcome === 'missed',
  )
  const mask = (of: typeof ended) =>
    CLOCK_KINDS.reduce((sum, kind) => sum + (of.some((clock) => clock.kind === kind) ? CLOCK_BITS[kind] : 0), 0)
  const granted = events.findLast(({ action }) => action === 'grant')
  return {
    sent_at: own.kind === 'urgent' ? own.created_at : first(({ status }) => ['dispatched', 'offered'].includes(status)),
    taken_on_at: first(({ status }) => status === 'handling'),
    done_at: first(({ action }) => action === 'finish'),
    heard_at: words[0]?.at ?? null,
    said_solved: latest?.solved ?? null,
    said_satisfied: latest?.satisfied ?? null,
    judged: mask(ended),
    late: mask(ended.filter(({ outcome }) => outcome === 'missed')),
    not_reached: events.some(({ action, facts }) => action === 'callBack' && factsOf(facts)['reached'] === false),
    returned: any('giveBack', 'dispute'),
    absorbed: any('merged'),
    on_the_spot: onTheSpot(
      own,
      events.find(({ action }) => action === 'finish'),
    ),
    exempted_at: granted?.at ?? null,
    exemption: granted ? exemptionOf(own, granted, events) : null,
  }
}

/** Whoever is no longer known, because they were forgotten, cannot be compared: the row keeps its word. */
function onTheSpot(own: Own, finish: Event | undefined): boolean {
  if (!finish) return false
  const known = own.reporter_person_id ?? own.helper_person_id
  if (!finish.actor_person_id || !known) return own.on_the_spot
  return isOnTheSpot(own, { actorPersonId: finish.actor_person_id, at: finish.at })
}

/** Its reason may have been taken out of the history with its writer's words; what the row holds stands. */
function exemptionOf(own: Own, granted: Event, events: readonly Event[]): Exemption {
  const asked = events.findLast(({ action, seq }) => seq < granted.seq && ASKS.includes(action))
  const { kind, until } = factsOf(granted.facts)
  return {
    kind: kind as Exemption['kind'], // as effects.ts wrote it
    until: String(until),
    by: granted.capacity,
    reason: own.exemption ? own.exemption.reason : (asked?.note ?? null),
  }
}

const factsOf = (facts: unknown) => (facts ?? {}) as Record<string, unknown> // an object of the event's own words

/** Columns in which the row says something else than its history. */
export const differing = (row: Milestones, told: Milestones): (keyof Milestones)[] =>
  (Object.keys(told) as (keyof Milestones)[]).filter((key) => !same(row[key], told[key])) // the keys of the type

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (value: unknown) =>
  value !== null && typeof value === 'object' ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value
