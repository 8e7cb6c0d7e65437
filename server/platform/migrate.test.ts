import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyTemplate } from '#server/test/database.ts'
import { migrate } from './migrate.ts'

const folder = mkdtempSync(join(tmpdir(), 'linli-migrations-'))
const PLAIN = { from: 'template0' }
let database: Awaited<ReturnType<typeof copyTemplate>>
beforeAll(async () => {
  database = await copyTemplate(PLAIN)
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await database.drop()
})

const run = (url = database.url) => migrate({ url, folder, mayLoseWrites: true })
const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql)
async function tables() {
  const client = new Client(database.url)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  )
  await client.end()
  return rows.map((row) => row.name)
}

test('applies each file once, in order of name, also when two processes start together', async () => {
  write('002_more.sql', 'alter table first add b int; insert into first values (1, 2)')
  write('001_first.sql', '-- A table;\ncreate table first (a int);')
  expect((await Promise.all([run(), run()])).flat()).toEqual(['001_first.sql', '002_more.sql'])
  expect(await run()).toEqual([])
  expect(await tables()).toEqual(['first', 'schema_migration'])
})

test('undoes the whole of a file that fails and says which', async () => {
  write('003_broken.sql', 'create table third (a int); select nothing_like_this()')
  await expect(run()).rejects.toThrow(/003_broken\.sql was undone: .*nothing_like_this/)
  expect(await tables()).not.toContain('third')
  rmSync(join(folder, '003_broken.sql'))
})

test('refuses a database in which Chinese cannot be searched', async () => {
  const options = `encoding 'UTF8' locale_provider libc lc_collate 'C' lc_ctype 'C'`
  const wrong = await copyTemplate({ ...PLAIN, options })
  await expect(run(wrong.url)).rejects.toThrow(/ctype C.*create it with/)
  await wrong.drop()
})

test('refuses a server that may lose confirmed writes', async () => {
  const url = new URL(database.url)
  url.searchParams.set('options', '-c synchronous_commit=off')
  await expect(migrate({ url: url.href, folder })).rejects.toThrow(/synchronous_commit = off/)
})

test('says when the server cannot be reached', async () => {
  await expect(run('postgresql://nobody@127.0.0.1:1/none')).rejects.toThrow('The database cannot be reached')
})
