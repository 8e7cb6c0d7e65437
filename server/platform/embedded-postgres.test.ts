import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { borrowEmbedded, startEmbedded } from './embedded-postgres.ts'
import { readLock } from './postgres-lock.ts'

// Below a closed folder, as in /root: PostgreSQL's own user could not walk there.
const closed = mkdtempSync(join(tmpdir(), 'linli-embedded-'))
chmodSync(closed, 0o700)
const dataDir = join(closed, 'data')
const cluster = join(dataDir, 'postgres')
afterAll(() => rmSync(closed, { recursive: true }))

const start = (folder = dataDir) => startEmbedded({ dataDir: folder, log: () => undefined })

async function ask<T>(url: string, statement: string): Promise<T[]> {
  const client = new Client(url)
  client.on('error', () => undefined) // the server is killed on purpose
  await client.connect()
  try {
    return (await client.query(statement)).rows as T[] // the test knows its own statement
  } finally {
    await client.end()
  }
}

function isAlive(pid: number | undefined) {
  try {
    return pid !== undefined && process.kill(pid, 0)
  } catch {
    return false
  }
}

async function untilDead(pid: number | undefined) {
  for (let i = 0; isAlive(pid) && i < 500; i++) await sleep(10)
  expect(isAlive(pid)).toBe(false)
}

/** Another process that starts PostgreSQL and waits to be killed. */
async function startVictim() {
  const victim = spawn(process.execPath, ['--import', 'tsx', 'server/test/keep-postgres.ts', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [url] = await once(createInterface(victim.stdout), 'line')
  return { url: String(url), kill: () => victim.kill('SIGKILL'), postgres: readLock(cluster)?.pid }
}

test('starts durable, with Chinese, stops without a trace, and keeps what was written', async () => {
  const first = await start()
  const { pid } = readLock(cluster) ?? {}
  expect(await ask(first.url, 'create table kept as select 1 as n')).toEqual([])
  const [settings] = await ask(
    first.url,
    `select current_setting('fsync') || current_setting('full_page_writes') || current_setting('synchronous_commit')
         || current_setting('data_checksums') as durable, datctype, datlocprovider as provider
     from pg_database where datname = current_database()`,
  )
  expect(settings).toEqual({ durable: 'onononon', datctype: 'C.UTF-8', provider: 'b' })
  await first.stop()
  expect(isAlive(pid)).toBe(false)
  const second = await start()
  expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 1 }])
  await second.stop()
})

test('a second start on the same folder is refused in words', async () => {
  const first = await start()
  await expect(start()).rejects.toThrow('Another Linli is already running on the data folder')
  expect(await ask(first.url, 'select 1 as still')).toEqual([{ still: 1 }])
  await first.stop()
})

test('when our process is killed PostgreSQL ends too, and the next start loses nothing', async () => {
  const victim = await startVictim()
  await ask(victim.url, 'create table confirmed as select 2 as n')
  victim.kill()
  const next = await start() // at once: it waits for the old server to finish
  expect(isAlive(victim.postgres)).toBe(false)
  expect(await ask(next.url, 'select n from confirmed')).toEqual([{ n: 2 }])
  await next.stop()
})

test('when both are killed the next start recovers', async () => {
  const victim = await startVictim()
  await ask(victim.url, 'create table survived as select 3 as n')
  victim.kill()
  if (victim.postgres) process.kill(victim.postgres, 'SIGKILL')
  await untilDead(victim.postgres)
  const next = await start()
  expect(await ask(next.url, 'select n from survived')).toEqual([{ n: 3 }])
  await next.stop()
})

test('a stale lock whose number now belongs to another program does not stop us', async () => {
  const first = await start()
  const lock = join(cluster, 'postmaster.pid')
  const stale = readFileSync(lock, 'utf8').replace(/^\d+/, String(process.pid))
  await first.stop()
  writeFileSync(lock, stale)
  const next = await start()
  await next.stop()
})

test('a command borrows the server at work, or starts one for the moment', async () => {
  const options = { dataDir, log: () => undefined }
  const server = await start()
  const borrowed = await borrowEmbedded(options)
  expect(borrowed.url).toBe(server.url)
  await borrowed.stop()
  expect(await ask(server.url, 'select 1 as still')).toEqual([{ still: 1 }])
  await server.stop()
  const own = await borrowEmbedded(options)
  expect(await ask(own.url, 'select 1 as n')).toEqual([{ n: 1 }])
  await own.stop()
})

test('tells when PostgreSQL ends by itself', async () => {
  const server = await start()
  process.kill(readLock(cluster)?.pid ?? 0, 'SIGKILL')
  await server.gone
  await server.stop()
})

test('says that the data folder cannot be written', async () => {
  const file = join(closed, 'file')
  writeFileSync(file, '')
  await expect(start(join(file, 'data'))).rejects.toThrow(/data folder .* cannot be written/)
})

test('works where the path is too long for a socket', async () => {
  const folder = join(closed, 'long'.repeat(25))
  mkdirSync(folder)
  const server = await start(folder)
  const borrowed = await borrowEmbedded({ dataDir: folder, log: () => undefined })
  expect(await ask(borrowed.url, 'select 1 as n')).toEqual([{ n: 1 }])
  await server.stop()
})
