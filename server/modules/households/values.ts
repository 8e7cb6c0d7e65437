/**
 * Kept values: each sealed under the key of the person it is about, and only while the consent to its purpose lives.
 * Source: Personal Information Protection Law arts. 15, 28-29, 47, 51(3); docs/decisions/0014-what-protects-households.md.
 */
import { CARE_NEEDS, SPEAKING, type ConsentPurpose, type ValueField } from '#contracts/households.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import type { Secrets } from '#platform/secrets.ts'
import { FIELDS, isValueField } from './fields.ts'
import { keyOf } from './own-key.ts'

const CHOICES: Partial<Record<ValueField, readonly string[]>> = { careNeed: CARE_NEEDS, speaking: SPEAKING }
/** Words that tell what somebody has, believes or is suspected of, not what help they need. Source: design of protection, section 4. */
const NEVER =
  /病|癌|瘤|症|残疾|精神|抑郁|艾滋|HIV|信访|上访|重点人员|社区矫正|吸毒|宗教|信教|教徒|政治面貌|diagnos|cancer|depress|religio/i

/** As it will be kept: chosen words in the order of the list, or a line. @throws field_not_registered, value_not_allowed */
export function checkValue(field: string, given: string): string {
  if (!isValueField(field)) throw new AppError('field_not_registered', { field })
  const text = given.normalize('NFKC').trim()
  const choices = CHOICES[field]
  if (choices) {
    const chosen = text.split(',')
    if (!chosen.every((one) => choices.includes(one))) throw new AppError('value_not_allowed', { field })
    return choices.filter((one) => chosen.includes(one)).join(',')
  }
  if (text === '' || NEVER.test(text)) throw new AppError('value_not_allowed', { field })
  return text
}

/** Fields that rest on one consent: all of them are emptied when it is taken back. */
export const fieldsUnder = (purpose: ConsentPurpose): string[] =>
  Object.entries(FIELDS).flatMap(([key, field]) => ('consent' in field && field.consent === purpose ? [key] : []))

type Where = { householdId: string; personId: string; field: ValueField }
const at = (tenantId: number, { householdId, personId, field }: Where) => ({
  tenantId,
  table: 'household_value',
  column: field,
  rowId: `${householdId}/${personId}`,
})

/** @throws consent_missing, field_not_registered, value_not_allowed */
export async function keepValue(
  tx: Tx,
  secrets: Secrets,
  where: Where,
  value: string | null,
  now: Date,
): Promise<void> {
  if (value === null) return dropValue(tx, where)
  const text = checkValue(where.field, value)
  const consent = await livingConsent(tx, where.personId, FIELDS[where.field].consent)
  if (!consent) throw new AppError('consent_missing', { field: where.field })
  const sealed = secrets.seal(text, at(tx.tenantId, where), await keyOf(tx, secrets, where.personId))
  await tx.run({
    name: 'household_value_keep',
    text: `INSERT INTO household_value (tenant_id, household_id, person_id, field, sealed, consent_id, updated_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7)
           ON CONFLICT (tenant_id, household_id, person_id, field)
           DO UPDATE SET sealed = excluded.sealed, consent_id = excluded.consent_id, updated_at = excluded.updated_at`,
    values: [tx.tenantId, where.householdId, where.personId, where.field, sealed, consent.id, now],
  })
}

async function dropValue(tx: Tx, { householdId, personId, field }: Where): Promise<void> {
  await tx.run({
    name: 'household_value_drop',
    text: 'DELETE FROM household_value WHERE tenant_id = $1 AND household_id = $2 AND person_id = $3 AND field = $4',
    values: [tx.tenantId, householdId, personId, field],
  })
}

const livingConsent = (tx: Tx, personId: string, purpose: ConsentPurpose) =>
  tx.one<{ id: string }>({
    name: 'consent_living',
    text: `SELECT id FROM consent WHERE tenant_id = $1 AND person_id = $2 AND purpose = $3 AND withdrawn_at IS NULL FOR UPDATE`,
    values: [tx.tenantId, personId, purpose],
  })

export type Kept = { field: ValueField; householdId: string; sealed: Buffer; updatedAt: string }

/** What is kept about a person under living consents; sealed. */
export const keptAbout = (tx: Tx, personId: string) =>
  tx.many<Kept>({
    name: 'household_value_about',
    text: `SELECT v.field, v.household_id AS "householdId", v.sealed, v.updated_at AS "updatedAt"
             FROM household_value v JOIN consent c ON c.tenant_id = $1 AND c.id = v.consent_id AND c.withdrawn_at IS NULL
            WHERE v.tenant_id = $1 AND v.person_id = $2 ORDER BY v.field`,
    values: [tx.tenantId, personId],
  })

/** In the clear: for the person themself, or behind a reveal that is in the log. */
export async function openValues(tx: Tx, secrets: Secrets, personId: string, kept: readonly Kept[]): Promise<string[]> {
  if (kept.length === 0) return []
  const key = await keyOf(tx, secrets, personId)
  return kept.map(({ sealed, householdId, field }) =>
    secrets.open(sealed, at(tx.tenantId, { householdId, personId, field }), key),
  )
}
