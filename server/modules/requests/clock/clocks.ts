/**
 * The clocks of a request through all its rounds, moved on by what the lifecycle's rows say about clocks.
 *
 * `advance` is the step that is stored with each write; `recompute` is the same steps over the whole history. Both
 * give the same clocks, because a step reads nothing but the clocks, the event and the calendar.
 */
import { CLOCK_KINDS, type ClockKind } from '#contracts/requests.ts'
import type { Calendar } from '#platform/calendar/calendar.ts'
import type { Duration } from '#platform/calendar/duration.ts'
import {
  begun,
  cancelled,
  extended,
  isOpen,
  limited,
  paused,
  placed,
  resumed,
  stopped,
  type ClockState,
} from './clock.ts'
import type { Limits } from './limits.ts'

export type Clocks = {
  round: number
  limits: Limits
  /** The last event taken in; one that claims to be earlier counts as happening now, so time never runs backwards. */
  changedAt: string | null
  /** Clocks of this round. */
  current: Partial<Record<ClockKind, ClockState>>
  /** Clocks that ended in earlier rounds, or ended and began again in this one; the figures count them too. */
  past: readonly ClockState[]
}

/** What a row of the lifecycle says about clocks. Carried out in the order of the fields. */
export type ClockEffect = {
  /** Ends what is still open in the old round and begins the next; `start` says which clocks it begins with. */
  newRound?: true
  /** New limits, because category or kind changed; a kind they leave out keeps its own. Clocks that ended are not judged again. */
  limits?: Limits
  resume?: true
  stop?: readonly ClockKind[]
  cancel?: readonly ClockKind[] | 'all'
  /** A clock already running goes on as it is; one that has ended begins again. */
  start?: readonly ClockKind[]
  /** A new deadline, or an amount added to the present one. */
  extend?: { kinds: readonly ClockKind[]; to: string | Duration }
  pause?: true
}

export type ClockEvent = ClockEffect & { at: string }

export const noClocks = (limits: Limits): Clocks => ({ round: 1, limits, changedAt: null, current: {}, past: [] })

export const recompute = (events: readonly ClockEvent[], limits: Limits, calendar: Calendar): Clocks =>
  events.reduce((clocks, event) => advance(clocks, event, calendar), noClocks(limits))

/** The clocks after one more event. */
export function advance(before: Clocks, event: ClockEvent, calendar: Calendar): Clocks {
  const at = latest(new Date(event.at).toISOString(), before.changedAt)
  const limits = { ...before.limits, ...event.limits }
  let clocks: Clocks = { ...before, changedAt: at, limits }

  if (event.newRound) clocks = nextRound(change(clocks, 'all', (clock) => cancelled(clock, at, calendar)))
  if (event.limits)
    clocks = change(clocks, 'all', (clock) => limited(clock, limits[clock.kind] ?? clock.limit, calendar))
  if (event.resume) clocks = change(clocks, 'all', (clock) => resumed(clock, at, calendar))
  if (event.stop) clocks = change(clocks, event.stop, (clock) => stopped(clock, at, calendar))
  if (event.cancel) clocks = change(clocks, event.cancel, (clock) => cancelled(clock, at, calendar))
  if (event.start) clocks = event.start.reduce((all, kind) => started(all, kind, at, calendar), clocks)
  const { extend } = event
  if (extend) clocks = change(clocks, extend.kinds, (clock) => extended(clock, extend.to, at, calendar))
  if (event.pause) clocks = change(clocks, 'all', (clock) => paused(clock, at, calendar))
  return clocks
}

/** The same history under another calendar (the holidays of a year were announced); clocks that ended keep their verdict. */
export const underCalendar = (clocks: Clocks, calendar: Calendar): Clocks =>
  change(clocks, 'all', (clock) => (isOpen(clock) ? placed(clock, calendar) : clock))

/** The deadline a work list sorts by: the earliest of those that count now. A pause counts only if it began too late. */
export function nextDue(clocks: Clocks): Pick<ClockState, 'kind' | 'dueAt' | 'amberAt'> | null {
  const [first] = currentClocks(clocks)
    .filter((clock) => isOpen(clock) && (clock.pausedAt === null || clock.dueAt < clock.pausedAt))
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
  return first ? { kind: first.kind, dueAt: first.dueAt, amberAt: first.amberAt } : null
}

/** The clocks of the current round, in the order in which they usually begin. */
export const currentClocks = (clocks: Clocks): ClockState[] => CLOCK_KINDS.flatMap((kind) => clocks.current[kind] ?? [])

function change(clocks: Clocks, kinds: readonly ClockKind[] | 'all', to: (clock: ClockState) => ClockState): Clocks {
  const changed = currentClocks(clocks).map((clock) =>
    kinds === 'all' || kinds.includes(clock.kind) ? to(clock) : clock,
  )
  return { ...clocks, current: Object.fromEntries(changed.map((clock) => [clock.kind, clock])) }
}

/** A kind for which there is no limit has no clock. */
function started(clocks: Clocks, kind: ClockKind, at: string, calendar: Calendar): Clocks {
  const limit = clocks.limits[kind]
  const old = clocks.current[kind]
  if (!limit || (old && isOpen(old))) return clocks
  const clock = begun(kind, clocks.round, limit, at, calendar)
  return { ...clocks, current: { ...clocks.current, [kind]: clock }, past: old ? [...clocks.past, old] : clocks.past }
}

const nextRound = (clocks: Clocks): Clocks => ({
  ...clocks,
  round: clocks.round + 1,
  current: {},
  past: [...clocks.past, ...currentClocks(clocks)],
})

const latest = (a: string, b: string | null) => (b !== null && b > a ? b : a)
