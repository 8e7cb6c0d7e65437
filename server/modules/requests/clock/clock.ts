/**
 * One clock of a request: when it is due, when it turns amber, and what became of it.
 *
 * A clock stores only what happened to it (begun, paused, extended, stopped); every deadline is worked out anew from
 * that by `placed`, so a changed limit or calendar never loses a pause. Times left are kept in the limit's own kind of
 * time: a limit in working hours, paused with three of them left, has three left when it goes on.
 * Instants are ISO 8601 in UTC, so a state is stored as JSON and sent to the page as it is.
 */
import type { ClockKind } from '#contracts/requests.ts'
import type { Calendar } from '#platform/calendar/calendar.ts'
import { addDuration, addTime, durationBetween, type Duration } from '#platform/calendar/duration.ts'
import type { Limit } from './limits.ts'

export type ClockState = {
  kind: ClockKind
  round: number
  limit: Limit
  startedAt: string
  dueAt: string
  /** From here on the work list warns: AMBER_SHARE of the time is used up. */
  amberAt: string
  /** Pauses that are over, in order; the open one is `pausedAt`. */
  pauses: readonly { from: string; to: string }[]
  pausedAt: string | null
  /** While paused: what is left, in milliseconds of the limit's own kind of time (working time for a working limit). */
  remainingMs: number | null
  /** The latest extension: counted from `at`, for a deadline `to` that pauses after `at` still move. */
  extension: { at: string; to: string } | null
  stoppedAt: string | null
  outcome: 'running' | 'paused' | 'met' | 'missed' | 'cancelled'
}

/** How a clock looks at a given moment; a work list colours by it. */
export type Standing = 'running' | 'amber' | 'late' | 'paused' | 'met' | 'missed' | 'cancelled'

export const AMBER_SHARE = 0.8 // customary warning threshold of hotline and city-management platforms

export function begun(kind: ClockKind, round: number, limit: Limit, startedAt: string, calendar: Calendar): ClockState {
  const fresh: ClockState = {
    kind,
    round,
    limit,
    startedAt,
    dueAt: startedAt,
    amberAt: startedAt,
    pauses: [],
    pausedAt: null,
    remainingMs: null,
    extension: null,
    stoppedAt: null,
    outcome: 'running',
  }
  return placed(fresh, calendar)
}

export const isOpen = (clock: ClockState) => clock.stoppedAt === null

/** Waiting for the reporter, an approved pause, shelved. A clock already late can be paused but stays late. */
export function paused(clock: ClockState, at: string, calendar: Calendar): ClockState {
  if (clock.outcome !== 'running') return clock
  return placed({ ...clock, pausedAt: at, outcome: 'paused' }, calendar)
}

export function resumed(clock: ClockState, at: string, calendar: Calendar): ClockState {
  if (clock.outcome !== 'paused' || clock.pausedAt === null) return clock
  const pauses = [...clock.pauses, { from: clock.pausedAt, to: at }]
  return placed({ ...clock, pauses, pausedAt: null, outcome: 'running' }, calendar)
}

/** What it measured has happened: met up to and at `dueAt`, missed after it. A paused clock stops in time. */
export function stopped(clock: ClockState, at: string, calendar: Calendar): ClockState {
  if (!isOpen(clock)) return clock
  const ended = resumed(clock, at, calendar)
  return { ...ended, stoppedAt: at, outcome: at <= ended.dueAt ? 'met' : 'missed' }
}

/** What it measured is not wanted any more (withdrawn, returned); a deadline that had already passed stays missed. */
export function cancelled(clock: ClockState, at: string, calendar: Calendar): ClockState {
  const ended = stopped(clock, at, calendar)
  return isOpen(clock) && ended.outcome === 'met' ? { ...ended, outcome: 'cancelled' } : ended
}

/**
 * More time, to a new deadline or by a duration added to the present one. Never shortens, and does nothing once the
 * clock is late: what was promised has been missed, and a new promise does not undo that.
 */
export function extended(clock: ClockState, more: string | Duration, at: string, calendar: Calendar): ClockState {
  const to = typeof more === 'string' ? iso(more) : addDuration(new Date(clock.dueAt), more, calendar).toISOString()
  if (!isOpen(clock) || to <= clock.dueAt || clock.dueAt < (clock.pausedAt ?? at)) return clock
  return placed({ ...clock, extension: { at: clock.pausedAt ?? at, to } }, calendar)
}

/** Another limit for a clock that has not ended (the category changed): same start, same pauses, new deadline. */
export const limited = (clock: ClockState, limit: Limit, calendar: Calendar): ClockState =>
  isOpen(clock) ? placed({ ...clock, limit }, calendar) : clock

export function standing(clock: ClockState, now: Date): Standing {
  const { outcome, dueAt, amberAt, pausedAt } = clock
  const at = pausedAt ?? now.toISOString()
  if (outcome !== 'running' && outcome !== 'paused') return outcome
  if (dueAt < at) return 'late'
  if (outcome === 'paused') return 'paused'
  return amberAt <= at ? 'amber' : 'running'
}

/** The clock with its deadlines worked out from its start, limit, pauses and extension. */
export function placed(clock: ClockState, calendar: Calendar): ClockState {
  const { startedAt, limit, extension, pausedAt } = clock
  const limitMs = durationBetween(
    new Date(startedAt),
    addDuration(new Date(startedAt), limit, calendar),
    limit.unit,
    calendar,
  )
  const extendedMs = extension
    ? usedMs(clock, extension.at, calendar) +
      durationBetween(new Date(extension.at), new Date(extension.to), limit.unit, calendar)
    : 0
  const totalMs = Math.max(limitMs, extendedMs)
  return {
    ...clock,
    dueAt: whenUsed(clock, totalMs, calendar),
    amberAt: whenUsed(clock, Math.round(totalMs * AMBER_SHARE), calendar),
    remainingMs: pausedAt === null ? null : Math.max(0, totalMs - usedMs(clock, pausedAt, calendar)),
  }
}

/** The instant at which that much of the limit's own time is used up; pauses begun after it do not matter. */
function whenUsed(clock: ClockState, ms: number, calendar: Calendar): string {
  let from = clock.startedAt
  let left = ms
  for (const pause of clock.pauses) {
    if (reach(from, left, clock, calendar) < pause.from) break
    left -= durationBetween(new Date(from), new Date(pause.from), clock.limit.unit, calendar)
    from = pause.to
  }
  return reach(from, left, clock, calendar)
}

const reach = (from: string, ms: number, clock: ClockState, calendar: Calendar) =>
  addTime(new Date(from), ms, clock.limit.unit, calendar).toISOString()

/** How much of the limit's own time had run at an instant that lies in no pause (its beginning may be one's). */
function usedMs(clock: ClockState, at: string, calendar: Calendar): number {
  let from = clock.startedAt
  let used = 0
  for (const pause of clock.pauses) {
    if (pause.from >= at) break
    used += durationBetween(new Date(from), new Date(pause.from), clock.limit.unit, calendar)
    from = pause.to
  }
  return used + durationBetween(new Date(from), new Date(at), clock.limit.unit, calendar)
}

const iso = (at: string) => new Date(at).toISOString()
