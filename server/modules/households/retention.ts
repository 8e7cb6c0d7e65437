/**
 * What is deleted by the clock, each night, and counted in the log; the desk reads a week before what will go.
 * Source: Personal Information Protection Law arts. 19, 47; docs/capabilities/households.md, "How long".
 */
import type { Retained } from '#contracts/households.ts'
import { record } from '#modules/audit/index.ts'
import { DAY } from '#platform/calendar/calendar.ts'
import type { Tx } from '#platform/db.ts'
import { recurring, type Recurring } from '#platform/recurring.ts'
import { KEEP_DAYS } from './fields.ts'
import { erasePerson, type EraseWith } from './erase.ts'
import type { RetentionStep } from './others.ts'

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * DAY)
const dayOf = (at: Date) => at.toISOString().slice(0, 10)

async function countOf(tx: Tx, name: string, text: string, before: string): Promise<number> {
  const found = await tx.one<{ count: number }>({ name, text, values: [tx.tenantId, before] })
  return found?.count ?? 0
}

/** People of households that moved out long ago, whom nothing else ties to the district. */
const GONE = `SELECT DISTINCT m.person_id AS id FROM household h
    JOIN household_member m ON m.tenant_id = $1 AND m.household_id = h.id
    JOIN person p ON p.tenant_id = $1 AND p.id = m.person_id
   WHERE h.tenant_id = $1 AND h.moved_out_on < $2 AND p.home_place_id IS NULL AND p.erased_at IS NULL AND p.username IS NULL AND p.demo_role IS NULL
     AND NOT EXISTS (SELECT 1 FROM household_member l WHERE l.tenant_id = $1 AND l.person_id = p.id AND l.to_on IS NULL)
     AND NOT EXISTS (SELECT 1 FROM post_term t WHERE t.tenant_id = $1 AND t.person_id = p.id)
     AND NOT EXISTS (SELECT 1 FROM session s WHERE s.tenant_id = $1 AND s.person_id = p.id)
     AND NOT EXISTS (SELECT 1 FROM request r WHERE r.tenant_id = $1 AND r.reporter_person_id = p.id)
     AND NOT EXISTS (SELECT 1 FROM ownership_holder o WHERE o.tenant_id = $1 AND o.person_id = p.id)
     AND NOT EXISTS (SELECT 1 FROM member b WHERE b.tenant_id = $1 AND b.person_id = p.id AND b.left_on IS NULL)`

const peopleGone = (erasing: EraseWith): RetentionStep => ({
  what: 'people',
  async count(tx, now) {
    const before = dayOf(daysBefore(now, KEEP_DAYS.household))
    return countOf(tx, 'retention_people_count', `SELECT count(*) AS count FROM (${GONE}) gone`, before)
  },
  async remove(tx, now) {
    const before = dayOf(daysBefore(now, KEEP_DAYS.household))
    const gone = await tx.many<{ id: string }>({ name: 'retention_people', text: GONE, values: [tx.tenantId, before] })
    for (const { id } of gone) await erasePerson(tx, erasing, { personId: id, reason: 'retention' }, now)
    return gone.length
  },
})

type Deleting = { what: Retained; days: number; counts: string; deletes: readonly [string, ...string[]] }

/** The last of `deletes` is what is counted; the earlier ones take what hangs on it. */
// prettier-ignore
const DELETIONS: readonly Deleting[] = [
  { what: 'households', days: KEEP_DAYS.household,
    counts: 'SELECT count(*) AS count FROM household WHERE tenant_id = $1 AND moved_out_on < $2',
    deletes: [
      'DELETE FROM household_value v USING household h WHERE v.tenant_id = $1 AND h.tenant_id = $1 AND h.id = v.household_id AND h.moved_out_on < $2',
      'DELETE FROM household_member m USING household h WHERE m.tenant_id = $1 AND h.tenant_id = $1 AND h.id = m.household_id AND h.moved_out_on < $2',
      'DELETE FROM household WHERE tenant_id = $1 AND moved_out_on < $2',
    ] },
  { what: 'values', days: 0,
    counts: 'SELECT count(*) AS count FROM household_value WHERE tenant_id = $1 AND keep_until < $2',
    deletes: ['DELETE FROM household_value WHERE tenant_id = $1 AND keep_until < $2'] },
  { what: 'asks', days: KEEP_DAYS.evidence,
    counts: "SELECT count(*) AS count FROM file_ask WHERE tenant_id = $1 AND status <> 'open' AND created_at < $2",
    deletes: ["DELETE FROM file_ask WHERE tenant_id = $1 AND status <> 'open' AND created_at < $2"] },
  { what: 'consents', days: KEEP_DAYS.evidence,
    counts: 'SELECT count(*) AS count FROM consent WHERE tenant_id = $1 AND withdrawn_at < $2',
    deletes: ['DELETE FROM consent WHERE tenant_id = $1 AND withdrawn_at < $2'] },
]

const asStep = ({ what, days, counts, deletes }: Deleting): RetentionStep => ({
  what,
  count: (tx, now) => countOf(tx, `retention_${what}_count`, counts, dayOf(daysBefore(now, days))),
  async remove(tx, now) {
    let removed = 0
    for (const [at, text] of deletes.entries()) {
      removed = await tx.run({ name: `retention_${what}_${at}`, text, values: [tx.tenantId, dayOf(daysBefore(now, days))] }) // prettier-ignore
    }
    return removed
  },
})

export const retentionSteps = (erasing: EraseWith, others: readonly RetentionStep[]): RetentionStep[] => [
  peopleGone(erasing), // before the households that they are known by
  ...DELETIONS.map(asStep),
  ...others,
]

/** What would go tonight, and within a week. */
export async function lookAhead(tx: Tx, steps: readonly RetentionStep[], now: Date) {
  const ahead = []
  for (const { what, count } of steps) {
    const withinAWeek = await count(tx, new Date(now.getTime() + 7 * DAY))
    ahead.push({ what, today: await count(tx, now), withinAWeek })
  }
  return ahead
}

/** Counts stay in the log, what was counted does not. */
export async function deleteDue(tx: Tx, steps: readonly RetentionStep[], now: Date): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const { what, remove } of steps) {
    const count = await remove(tx, now)
    counts.set(what, count)
    if (count > 0)
      await record(tx, { at: now, what: 'retention', actorPersonId: null, capacity: '到期删除', subject: what, reason: `${count}` }) // prettier-ignore
  }
  return counts
}

export const deleteNightly = (steps: readonly RetentionStep[]): Recurring =>
  recurring('households.retention', DAY, async (tx, { now }) => void (await deleteDue(tx, steps, now)))
