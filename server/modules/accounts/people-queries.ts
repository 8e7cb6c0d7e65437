/** SQL of persons as far as signing in needs it; the people module owns the rest. */
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { maskName, maskPhone, type Secrets } from '#platform/secrets.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import { searchTokens } from './search-tokens.ts'

const cell = (tenantId: number, personId: string, column: string) => ({
  tenantId,
  table: 'person',
  column,
  rowId: personId,
})

/** Columns of a person that are sealed, as their statements read them. */
export type SealedPerson = {
  id: string
  /** Null: from before persons had keys of their own, or erased. */
  keySealed: Buffer | null
  nameSealed: Buffer
  phoneSealed?: Buffer | null
}

/** What a person's row holds of name and number: sealed, masked for lists, and blind indexes to find them by. */
export function sealPerson(
  secrets: Secrets,
  tenantId: number,
  { id, name, phone }: { id: string; name: string; phone?: string },
) {
  const own = secrets.makeOwnKey(cell(tenantId, id, 'key_sealed'))
  return {
    keySealed: own.sealed,
    nameSealed: secrets.seal(name, cell(tenantId, id, 'name_sealed'), own.key),
    nameMasked: maskName(name),
    nameIndex: nameIndex(secrets, tenantId, name),
    phoneSealed: phone ? secrets.seal(phone, cell(tenantId, id, 'phone_sealed'), own.key) : null,
    phoneMasked: phone ? maskPhone(phone) : null,
    phoneIndex: phone ? secrets.blindIndex(tenantId, phone) : null,
    searchTokens: searchTokens(secrets, tenantId, { name, phone }),
  }
}

/** Name and number in the clear: only for the person themself, or behind a reveal that is in the log. */
export function openPerson(secrets: Secrets, tenantId: number, person: SealedPerson) {
  const key = personKey(secrets, tenantId, person)
  const open = (sealed: Buffer, column: string) => secrets.open(sealed, cell(tenantId, person.id, column), key)
  return {
    name: open(person.nameSealed, 'name_sealed'),
    phone: person.phoneSealed ? open(person.phoneSealed, 'phone_sealed') : null,
  }
}

/** The person's own key, for what else is sealed about them; undefined when they have none (any more). */
export const personKey = (
  secrets: Secrets,
  tenantId: number,
  { id, keySealed }: Pick<SealedPerson, 'id' | 'keySealed'>,
) => (keySealed ? secrets.openOwnKey(keySealed, cell(tenantId, id, 'key_sealed')) : undefined)

/** Finds people by full name; names are not unique. */
export const nameIndex = (secrets: Secrets, tenantId: number, name: string): Buffer =>
  secrets.blindIndex(tenantId, `name/${name.normalize('NFKC').trim()}`)

export type NewPerson = {
  name: string
  nickname: string
  phone?: string
  homePlaceId?: string
  username?: string
  passwordHash?: string
  largePrint?: number
  demoRole?: string
}

/** Enters a person with name and number sealed. Undefined when somebody has this number or user name already. */
export async function insertPerson(
  tx: Tx,
  secrets: Secrets,
  person: NewPerson,
  now: Date,
): Promise<string | undefined> {
  const id = newId()
  const { tenantId } = tx
  const { name, nickname, phone, homePlaceId, username, passwordHash, largePrint = 0, demoRole } = person
  const sealed = sealPerson(secrets, tenantId, { id, name, phone })
  const inserted = await tx.run({
    name: 'person_insert',
    text: `INSERT INTO person (tenant_id, id, name_sealed, name_masked, nickname, phone_sealed, phone_masked, phone_index,
                               home_place_id, username, password_hash, large_print, demo_role, created_at, name_index, key_sealed, search_tokens)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) ON CONFLICT DO NOTHING`,
    values: [
      tenantId,
      id,
      sealed.nameSealed,
      sealed.nameMasked,
      nickname,
      sealed.phoneSealed,
      sealed.phoneMasked,
      sealed.phoneIndex,
      homePlaceId,
      username,
      passwordHash,
      largePrint,
      demoRole,
      now,
      sealed.nameIndex,
      sealed.keySealed,
      sealed.searchTokens,
    ],
  })
  return inserted === 1 ? id : undefined
}

export type Account = { personId: string; passwordHash: string | null; disabled: boolean }

export const accountByPhone = (tx: Tx, phoneIndex: Buffer) =>
  tx.one<Account>({
    name: 'account_by_phone',
    text: `SELECT id AS "personId", password_hash AS "passwordHash", disabled_at IS NOT NULL AS disabled
           FROM person WHERE tenant_id = $1 AND phone_index = $2`,
    values: [tx.tenantId, phoneIndex],
  })

export const accountByUsername = (tx: Tx, username: string) =>
  tx.one<Account>({
    name: 'account_by_username',
    text: `SELECT id AS "personId", password_hash AS "passwordHash", disabled_at IS NOT NULL AS disabled
           FROM person WHERE tenant_id = $1 AND username = $2`,
    values: [tx.tenantId, username],
  })

export type DemoRow = {
  personId: string
  nameSealed: Buffer
  keySealed: Buffer | null
  role: string
  homeName: string | null
  kinds: string[]
  title: string | null
}

/** Persons offered on the sign-in page of a demo, with what they are today. */
export const demoRows = (tx: Tx, now: Date) =>
  tx.many<DemoRow>({
    name: 'demo_persons',
    text: `SELECT p.id AS "personId", p.name_sealed AS "nameSealed", p.key_sealed AS "keySealed", p.demo_role AS role, h.full_name AS "homeName",
                  (SELECT coalesce(json_agg(o.kind), '[]') FROM post_term t
                     JOIN post o ON o.tenant_id = t.tenant_id AND o.id = t.post_id
                    WHERE t.tenant_id = p.tenant_id AND t.person_id = p.id
                      AND t.from_on <= $2 AND (t.to_on IS NULL OR t.to_on >= $2)) AS kinds,
                  (SELECT o.title FROM post_term t
                     JOIN post o ON o.tenant_id = t.tenant_id AND o.id = t.post_id
                    WHERE t.tenant_id = p.tenant_id AND t.person_id = p.id
                      AND t.from_on <= $2 AND (t.to_on IS NULL OR t.to_on >= $2)
                    ORDER BY (o.kind = p.demo_role) DESC, t.from_on, t.id LIMIT 1) AS title
             FROM person p
             LEFT JOIN place h ON h.tenant_id = p.tenant_id AND h.id = p.home_place_id
            WHERE p.tenant_id = $1 AND p.demo_role IS NOT NULL AND p.disabled_at IS NULL`,
    values: [tx.tenantId, shanghaiToday(now)],
  })

export const demoPerson = (tx: Tx, personId: string) =>
  tx.one<{ id: string }>({
    name: 'demo_person',
    text: `SELECT id FROM person WHERE tenant_id = $1 AND id = $2 AND demo_role IS NOT NULL AND disabled_at IS NULL`,
    values: [tx.tenantId, personId],
  })

/** Kinds of post that the person holds today. */
export const kindsOf = (tx: Tx, personId: string, now: Date) =>
  tx.many<{ kind: string; title: string }>({
    name: 'kinds_today',
    text: `SELECT o.kind, o.title FROM post_term t JOIN post o ON o.tenant_id = t.tenant_id AND o.id = t.post_id
            WHERE t.tenant_id = $1 AND t.person_id = $2 AND t.from_on <= $3 AND (t.to_on IS NULL OR t.to_on >= $3)
            ORDER BY t.from_on, t.id`,
    values: [tx.tenantId, personId, shanghaiToday(now)],
  })
