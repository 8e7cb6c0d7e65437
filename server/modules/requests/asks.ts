/**
 * What whoever handles a request may ask of the desk (more time, a pause, a shelf), and what granting it changes. Pure; rows of
 * the table in effects.ts. Source: docs/capabilities/requests.md.
 */
import { dateOn } from '#platform/calendar/calendar.ts'
import { AppError } from '#platform/errors.ts'
import { CALENDAR } from './calendar.ts'
import type { Effect, EffectOf } from './effect.ts'
import type { LoadedRequest } from './record.ts'

/** For more time, a pause, or to have it laid aside until a day: by whom, why, until when. */
export const ask =
  (kind: 'time' | 'pause' | 'shelve'): EffectOf =>
  ({ now }, step, { capacity, reason }) => {
    const until = step.until ?? step.reviewOn ?? ''
    refusePast(until, now, kind === 'shelve' ? 'reviewOn' : 'until')
    return {
      changes: {
        ask: {
          kind,
          until,
          reason: step.note ?? '',
          reasonCode: reason?.code ?? null,
          by: capacity,
          at: now.toISOString(),
        },
      },
      facts: { until, ...(reason && { reason: reason.words }) },
    }
  }

/** What a granted ask changes, and the exemption that figures count apart. @throws no_ask_pending */
export function granted(request: LoadedRequest, capacity: string): Effect {
  const { ask: asked } = request
  if (!asked) throw new AppError('no_ask_pending')
  const facts = { kind: asked.kind, until: asked.until }
  const exemption = { ...facts, reason: asked.reason, by: capacity }
  if (asked.kind === 'time')
    return {
      changes: { ask: null },
      clocks: { extend: { kinds: ['handle', 'answer'], to: asked.until } },
      facts,
      exemption,
    }
  const aside = { ask: null, resume_status: 'handling', review_on: dayOf(asked.until) } as const
  if (asked.kind === 'pause') return { to: 'paused', changes: aside, clocks: { pause: true }, facts, exemption }
  return { to: 'shelved', changes: { ...aside, outcome: 'shelved' }, clocks: { pause: true }, facts, exemption }
}

/** A pause ends at an instant, a shelf is looked at again on a day: the calendar date in the place’s zone. */
const dayOf = (until: string) => (until.includes('T') ? dateOn(new Date(until), CALENDAR) : until)

/** Instants and calendar dates both compare with today's instant. @throws date_in_past */
export function refusePast(until: string, now: Date, field: string) {
  if (!(Date.parse(until) > now.getTime())) throw new AppError('date_in_past', { field })
}
