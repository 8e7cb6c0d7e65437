/**
 * What residents ask about their own files: correct, erase, object, explain. Answered within 15 working days, which is our
 * promise; the law says "in time". Words are sealed under the asker's own key.
 * Source: Personal Information Protection Law arts. 44-50.
 */
import type { AskKind, AskLine, FieldKey } from '#contracts/households.ts'
import { personKey } from '#modules/accounts/index.ts'
import { tellAll } from '#modules/notices/index.ts'
import { dateOn } from '#platform/calendar/calendar.ts'
import { addDuration } from '#platform/calendar/duration.ts'
import { shanghaiCalendar } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import type { Secrets } from '#platform/secrets.ts'
import { keyOf } from './own-key.ts'

const CALENDAR = shanghaiCalendar()
const PROMISE = { amount: 15, unit: 'workingDays' } as const

const wordsAt = (tenantId: number, askId: string) => ({ tenantId, table: 'file_ask', column: 'words', rowId: askId })

export async function askAboutFile(
  tx: Tx,
  secrets: Secrets,
  ask: { personId: string; householdId: string | null; kind: AskKind; field?: FieldKey; words: string },
  now: Date,
): Promise<void> {
  const id = newId()
  const sealed = secrets.seal(ask.words, wordsAt(tx.tenantId, id), await keyOf(tx, secrets, ask.personId))
  const dueOn = dateOn(addDuration(now, PROMISE, CALENDAR), CALENDAR)
  await tx.run({
    name: 'file_ask_insert',
    text: `INSERT INTO file_ask (tenant_id, id, household_id, person_id, kind, field, words_sealed, status, due_on, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9)`,
    values: [tx.tenantId, id, ask.householdId, ask.personId, ask.kind, ask.field ?? null, sealed, dueOn, now],
  })
}

type Row = Omit<AskLine, 'words'> & { personId: string; keySealed: Buffer | null; wordsSealed: Buffer; homePath: string | null } // prettier-ignore

const SHOWN = `a.id, a.kind, a.field, a.status, a.words_sealed AS "wordsSealed", a.person_id AS "personId", a.due_on AS "dueOn",
  a.created_at AS "createdAt", a.answer, a.answered_at AS "answeredAt", p.name_masked AS name, p.key_sealed AS "keySealed",
  l.id AS "homePlaceId", l.full_name AS "homeName", l.path AS "homePath"`

/** Of one person, newest first. */
export const asksBy = async (tx: Tx, secrets: Secrets, personId: string): Promise<AskLine[]> => {
  const rows = await tx.many<Row>({
    name: 'file_asks_by',
    text: `SELECT ${SHOWN} FROM file_ask a JOIN person p ON p.tenant_id = $1 AND p.id = a.person_id
             LEFT JOIN place l ON l.tenant_id = $1 AND l.id = p.home_place_id
            WHERE a.tenant_id = $1 AND a.person_id = $2 ORDER BY a.id DESC LIMIT 50`,
    values: [tx.tenantId, personId],
  })
  return rows.map((row) => opened(tx, secrets, row))
}

/** Of people whose home lies below one of these paths: nearest promise first, or the latest answered. */
export const asksBelow = async (
  tx: Tx,
  secrets: Secrets,
  { paths, whole, open }: { paths: readonly string[]; whole: boolean; open: boolean },
): Promise<AskLine[]> => {
  const rows = await tx.many<Row>({
    name: 'file_asks_below',
    text: `SELECT ${SHOWN} FROM file_ask a JOIN person p ON p.tenant_id = $1 AND p.id = a.person_id
             LEFT JOIN place l ON l.tenant_id = $1 AND l.id = p.home_place_id
            WHERE a.tenant_id = $1 AND (a.status = 'open') = $3
              AND ($4 OR EXISTS (SELECT 1 FROM unnest($2::text[]) AS s (path) WHERE l.path >= s.path AND l.path < s.path || '~'))
            ORDER BY a.due_on, a.id LIMIT 100`,
    values: [tx.tenantId, paths, open, whole],
  })
  return rows.map((row) => opened(tx, secrets, row))
}

function opened(
  tx: Tx,
  secrets: Secrets,
  { keySealed, wordsSealed, personId, homePath: _path, ...shown }: Row,
): AskLine {
  const key = personKey(secrets, tx.tenantId, { id: personId, keySealed })
  return { ...shown, words: key ? secrets.open(wordsSealed, wordsAt(tx.tenantId, shown.id), key) : '' }
}

export type OpenAsk = { personId: string; kind: AskKind; status: string; homePath: string | null }

export const lockAsk = (tx: Tx, id: string) =>
  tx.one<OpenAsk>({
    name: 'file_ask_lock',
    text: `SELECT a.person_id AS "personId", a.kind, a.status,
                  (SELECT l.path FROM person p JOIN place l ON l.tenant_id = $1 AND l.id = p.home_place_id
                    WHERE p.tenant_id = $1 AND p.id = a.person_id) AS "homePath"
             FROM file_ask a WHERE a.tenant_id = $1 AND a.id = $2 FOR UPDATE`,
    values: [tx.tenantId, id],
  })

/** Keeps the answer and tells the asker. @throws ask_already_answered */
export async function answerAsk(
  tx: Tx,
  { id, ask, done, answer, capacity }: { id: string; ask: OpenAsk; done: boolean; answer: string; capacity: string },
  now: Date,
): Promise<void> {
  if (ask.status !== 'open') throw new AppError('ask_already_answered')
  await tx.run({
    name: 'file_ask_answer',
    text: `UPDATE file_ask SET status = $3, answer = $4, answered_by = $5, answered_at = $6 WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, id, done ? 'done' : 'refused', answer, capacity, now],
  })
  const facts = { kind: ask.kind, done: done ? 1 : 0, capacity }
  await tellAll(tx, [{ personId: ask.personId, what: 'household.askAnswered', facts, at: now.toISOString() }])
}
