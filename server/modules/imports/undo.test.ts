/** Undoing looks at everything that can point to what an import wrote: a new foreign key must be named here too. */
import pg from 'pg'
import { expect, test } from 'vitest'
import { useDatabase } from '#server/test/database.ts'
import { STANDS_ON, TAKE_BACK } from './undo-queries.ts'

const databaseUrl = await useDatabase()
/** Taken away with the place itself: server/modules/places/remove-places.ts asks for every reference to a place again. */
const OF_PLACES = ['place']

test('every foreign key to a table that imports write is looked at', async () => {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  const tables = ['person', ...Object.keys(TAKE_BACK)].filter(
    (table) => !table.includes('.') && !OF_PLACES.includes(table),
  )
  const { rows } = await client.query<{ from: string; column: string; to: string }>(
    `SELECT c.conrelid::regclass::text AS from, a.attname AS column, c.confrelid::regclass::text AS to
       FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[2]
      WHERE c.contype = 'f' AND c.confrelid::regclass::text = ANY ($1)`,
    [tables],
  )
  await client.end()
  const missing = rows.filter(({ from, column, to }) => !STANDS_ON.some(({ text }) => text.includes(` JOIN ${from} x `) && text.includes(`x.${column} =`) && text.includes(`'${to}'`))) // prettier-ignore
  expect(missing).toEqual([])
})
