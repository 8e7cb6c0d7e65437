/** A column about people without purpose, basis, level and retention does not pass: PIPL arts. 6, 13, 19. */
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { FIELD_KEYS } from '#contracts/households.ts'
import { useDatabase } from '../database.ts'
import { DECLARED_TABLES, FIELDS, KEEP_DAYS, NOT_PERSONAL } from '../../modules/households/fields.ts'
import { householdWords } from '#web/texts/householdWords.ts'

const databaseUrl = await useDatabase()
const client = new pg.Client(databaseUrl)
await client.connect()
afterAll(() => client.end())

async function columnsOf(tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ column: string }>(
    `SELECT table_name || '.' || column_name AS column FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = ANY ($1) ORDER BY 1`,
    [tables],
  )
  return rows.map(({ column }) => column)
}
const declared = new Set<string>(Object.values(FIELDS).flatMap(({ columns }) => columns))
const isReasoned = (column: string) => column in NOT_PERSONAL || (column.split('.')[1] ?? '') in NOT_PERSONAL
const undeclared = (columns: readonly string[]) => columns.filter((one) => !declared.has(one) && !isReasoned(one))

test('every column of the tables about people is a field of the registry, or says why it tells of nobody', async () => {
  expect(undeclared(await columnsOf(DECLARED_TABLES))).toEqual([])
  await client.query('ALTER TABLE household ADD COLUMN religion text')
  expect(undeclared(await columnsOf(DECLARED_TABLES))).toEqual(['household.religion'])
  await client.query('ALTER TABLE household DROP COLUMN religion')
})

test('what the registry names is there', async () => {
  const there = new Set(await columnsOf([...new Set([...declared].map((column) => column.split('.')[0] ?? ''))]))
  expect([...declared].filter((column) => !there.has(column))).toEqual([])
})

test('each field has purpose, ground, level, retention, readers, and words in both languages', () => {
  expect(Object.keys(FIELDS).sort()).toEqual([...FIELD_KEYS].sort())
  for (const [key, field] of Object.entries(FIELDS)) {
    expect(field.readers.length, key).toBeGreaterThan(0)
    expect(field.keep in KEEP_DAYS, key).toBe(true)
    for (const words of [householdWords.zh, householdWords.en]) {
      expect(words.fields[key as keyof typeof FIELDS], key).toBeTruthy()
      expect(words.purposes[field.purpose] && words.bases[field.basis] && words.keeps[field.keep], key).toBeTruthy()
    }
  }
})
