/**
 * Whom an incident touched: everybody whose data a person opened or changed in a time, by the log, with how to reach them, for the
 * notice that the law asks for. Masked lists are not in the log and not in here: they show no name and no number.
 * Source: Personal Information Protection Law art. 57; docs/operations.md, "After a leak".
 */
import { openPerson, type SealedPerson } from '#modules/accounts/index.ts'
import { record } from '#modules/audit/index.ts'
import type { Tx } from '#platform/db.ts'
import type { Secrets } from '#platform/secrets.ts'

export type Touched = {
  personId: string
  name: string
  phone: string | null
  what: string[]
  first: string
  last: string
}
type Window = { actorPersonId: string; from: Date; to: Date }

export async function personsTouched(
  tx: Tx,
  secrets: Secrets,
  { actorPersonId, from, to }: Window,
  now: Date,
): Promise<Touched[]> {
  const rows = await tx.many<SealedPerson & { erased: boolean; what: string[]; first: string; last: string }>({
    name: 'incident_touched',
    text: `SELECT p.id, p.key_sealed AS "keySealed", p.name_sealed AS "nameSealed", p.phone_sealed AS "phoneSealed", p.erased_at IS NOT NULL AS erased,
                  t.what, t.first, t.last
             FROM (SELECT a.subject_person_id AS id, array_agg(DISTINCT concat_ws('/', a.what, a.field)) AS what, min(a.at) AS first, max(a.at) AS last
                     FROM audit_entry a
                    WHERE a.tenant_id = $1 AND a.actor_person_id = $2 AND a.at >= $3 AND a.at < $4 AND a.subject_person_id <> $2
                    GROUP BY a.subject_person_id) t
             JOIN person p ON p.tenant_id = $1 AND p.id = t.id
            ORDER BY t.first, p.id`,
    values: [tx.tenantId, actorPersonId, from, to],
  })
  const subject = `${from.toISOString()} – ${to.toISOString()}`
  await record(tx, { at: now, what: 'incident', actorPersonId: null, capacity: '命令行', subject, subjectPersonId: actorPersonId, reason: `${rows.length}` }) // prettier-ignore
  return rows.flatMap(({ erased, what, first, last, ...sealed }) =>
    erased ? [] : [{ personId: sealed.id, ...openPerson(secrets, tx.tenantId, sealed), what, first, last }],
  )
}

/** Who was behind a session, while it is still known. */
export const personOfSession = (tx: Tx, sessionId: string) =>
  tx.one<{ personId: string; createdAt: string }>({
    name: 'incident_session',
    text: 'SELECT person_id AS "personId", created_at AS "createdAt" FROM session WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, sessionId],
  })

/** A line of a table; what a spreadsheet would take for a formula is not one. */
export const csvLine = (cells: readonly string[]): string =>
  cells.map((cell) => `"${(/^[=+\-@\t]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`).join(',')
