/**
 * Opening what is sealed: an entry each, a limit a day, and an alarm when somebody opens much in a short time. The alarm
 * goes to the auditors, who see the log and not the data.
 * Source: Personal Information Protection Law arts. 51, 55; docs/security.md, "Who looked".
 */
import { tellAll } from '#modules/notices/index.ts'
import { DAY, MINUTE } from '#platform/calendar/calendar.ts'
import { shanghaiMidnight, shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { record, type Entry } from './entries.ts'

/** How many sealed fields one person may open in a day. Source: docs/capabilities/people-and-posts.md, "Log". */
export const REVEALS_A_DAY = 50
/** This many within the time is told to the auditors, once. Custom: more than a round of visits takes. */
export const ALARM = { count: 30, withinMs: 10 * MINUTE }

/** Writes that something is opened, in the transaction that opens it, and gives the id of the entry. @throws reveal_limit */
export async function recordReveal(tx: Tx, entry: Omit<Entry, 'what'> & { actorPersonId: string }): Promise<string> {
  const { at, actorPersonId } = entry
  if ((await revealsToday(tx, actorPersonId, at)) >= REVEALS_A_DAY) throw new AppError('reveal_limit')
  const id = await record(tx, { ...entry, what: 'reveal' })
  const since = new Date(at.getTime() - ALARM.withinMs)
  const burst = await countReveals(tx, actorPersonId, since, new Date(at.getTime() + 1))
  if (burst === ALARM.count) await raiseAlarm(tx, entry)
  return id
}

/** How many sealed fields this person has opened since midnight in Shanghai. */
export function revealsToday(tx: Tx, personId: string, now: Date): Promise<number> {
  const midnight = shanghaiMidnight(shanghaiToday(now))
  return countReveals(tx, personId, midnight, new Date(midnight.getTime() + DAY))
}

async function countReveals(tx: Tx, personId: string, from: Date, to: Date): Promise<number> {
  const found = await tx.one<{ count: number }>({
    name: 'audit_reveals_between',
    text: `SELECT count(*) AS count FROM audit_entry
            WHERE tenant_id = $1 AND actor_person_id = $2 AND at >= $3 AND at < $4 AND what = 'reveal'`,
    values: [tx.tenantId, personId, from, to],
  })
  return found?.count ?? 0
}

async function raiseAlarm(tx: Tx, { at, actorPersonId, capacity }: Pick<Entry, 'at' | 'actorPersonId' | 'capacity'>) {
  const minutes = ALARM.withinMs / MINUTE
  await record(tx, { at, what: 'revealAlarm', actorPersonId, capacity, subject: `${minutes} 分钟内 ${ALARM.count} 次` })
  const auditors = await tx.many<{ postId: string }>({
    name: 'audit_auditors',
    text: `SELECT id AS "postId" FROM post WHERE tenant_id = $1 AND kind = 'auditor'`,
    values: [tx.tenantId],
  })
  const facts = { capacity, count: ALARM.count, minutes, note: `${capacity}：${minutes} 分钟内 ${ALARM.count} 次` }
  await tellAll(
    tx,
    auditors.map(({ postId }) => ({ postId, what: 'audit.revealAlarm', facts, at: at.toISOString() })),
  )
}
