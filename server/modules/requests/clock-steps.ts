/**
 * Steps that time takes: the silent period ends, a review day comes, a deadline passes. Same `decide` as for people.
 *
 * A tick runs every minute for each district and takes what is due row by row (skipping what another process has).
 * Reminders go out in duty hours only.
 */
import type { RequestAction } from '#contracts/requests.ts'
import { nextDutyMoment } from '#platform/calendar/calendar.ts'
import type { Tx } from '#platform/db.ts'
import { recurring } from '#platform/recurring.ts'
import { CALENDAR } from './calendar.ts'
import { CLOCK_CAPACITY } from './capacity.ts'
import { decide } from './decide.ts'
import { lockForClock } from './queries/load.ts'
import { saveStep } from './queries/save.ts'
import { announce } from './tell.ts'

const EVERY_MS = 60_000
const AT_A_TIME = 100

type Due = { name: string; action: RequestAction; text: string }

// prettier-ignore
const DUE: readonly Due[] = [
  { name: 'silent', action: 'closeSilently',
    text: `SELECT r.id FROM request r WHERE r.tenant_id = $1 AND r.closed_at IS NULL AND r.silent_at <= $2 AND r.status = 'finished' ORDER BY r.silent_at LIMIT $3` },
  { name: 'review', action: 'resume',
    text: `SELECT r.id FROM request r WHERE r.tenant_id = $1 AND r.closed_at IS NULL AND r.status = 'paused' AND r.review_on <= ($2::timestamptz AT TIME ZONE 'Asia/Shanghai')::date LIMIT $3` },
  { name: 'late', action: 'remindLate',
    text: `SELECT r.id FROM request r WHERE r.tenant_id = $1 AND r.closed_at IS NULL AND r.due_at <= $2 AND r.due_at > $2::timestamptz - interval '14 days'
             AND NOT EXISTS (SELECT 1 FROM request_event e WHERE e.tenant_id = $1 AND e.request_id = r.id AND e.action = 'remindLate' AND e.at >= r.due_at)
           ORDER BY r.due_at LIMIT $3` },
]

export const tick = recurring('requests.tick', EVERY_MS, async (tx, { now }) => {
  for (const due of DUE) {
    // Nobody is woken by a reminder; it waits for the next duty hours.
    if (due.action === 'remindLate' && nextDutyMoment(now, CALENDAR) > now) continue
    const ids = await tx.many<{ id: string }>({
      name: `request_due_${due.name}`,
      text: due.text,
      values: [tx.tenantId, now, AT_A_TIME],
    })
    for (const { id } of ids) await takeClockStep(tx, id, due.action, now)
  }
})

export async function takeClockStep(tx: Tx, requestId: string, action: RequestAction, now: Date): Promise<void> {
  const request = await lockForClock(tx, requestId)
  if (!request) return
  const resolved = { actorPersonId: '', capacity: CLOCK_CAPACITY, capacityPostId: null }
  const decision = decide({ request, relations: ['clock'], myPart: undefined, now }, { action }, resolved, CALENDAR)
  await saveStep(tx, request, decision, {
    action,
    actorPersonId: null,
    capacity: CLOCK_CAPACITY,
    now,
    photoIds: [],
    photoRole: 'progress',
  })
  await announce(tx, { requestId, seq: request.seq + 1, action, audiences: decision.tells, exceptPersonId: null }, now)
}
