/**
 * The drill, in each run of the suite: a base backup and the log while people write, the disk lost, everything put back to the moment
 * before a deletion. Rows, log of sensitive acts, sealed names and photos are as they were; who was erased is erased again.
 * Source: docs/security.md, "Backups that do not restore".
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn } from '#modules/accounts/make.ts'
import { reErase } from '#modules/households/index.ts'
import { allBackups, makeBackup } from '#platform/backup/backup.ts'
import { copyKey, putKeyBack } from '#platform/backup/key-copy.ts'
import { restore } from '#platform/backup/restore.ts'
import { startBackups } from '#platform/backup/schedule.ts'
import { openStore } from '#platform/backup/store.ts'
import { verify } from '#platform/backup/verify.ts'
import { startEmbedded, type EmbeddedPostgres } from '#platform/embedded-postgres.ts'
import { openDiskStorage, type Storage } from '#platform/files/storage.ts'
import { createLog } from '#platform/log.ts'
import { migrate } from '#platform/migrate.ts'
import { readOrMakeKey } from '#platform/secrets.ts'
import { createFakeSms } from '#platform/sms/fake.ts'
import { createFakeWechat } from '#platform/wechat/fake.ts'
import { createApp, OTHERS } from '#server/app.ts'
import { sendPhoto } from './photo.ts'
import { makeWorld } from './world.ts'

const root = mkdtempSync(join(tmpdir(), 'linli-drill-'))
const [lost, found, store, safe] = ['lost', 'found', 'store', 'safe/key'].map((name) => join(root, name)) as [
  string,
  string,
  string,
  string,
] // four
const PASSPHRASE = '一句只有值班人知道的话 and more'
/** Alone on a quiet machine all of it takes half a minute; two cores that others load are given time. */
const SLOW_MACHINE = 900_000
/** Between two writes of one person: people write all the time, and leave the copying its share of a small machine. */
const BREATH_MS = 100
const now = () => new Date()
const log = createLog('silent')
const stops: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const stop of stops.toReversed()) await stop()
  rmSync(root, { recursive: true, force: true })
})

async function openProduct(dataDir: string, postgres: EmbeddedPostgres, storage: Storage) {
  await migrate({ url: postgres.url, folder: 'server/db/migrations' })
  const sms = createFakeSms()
  const app = await createApp({ databaseUrl: postgres.url, masterKey: readOrMakeKey(join(dataDir, 'key')), storage, sms, wechat: createFakeWechat(), log }) // prettier-ignore
  return { ...app, sms, now, wait: () => undefined }
}

const ask = async <T>(url: string, text: string, values: unknown[] = []) => {
  const client = new pg.Client(url)
  await client.connect()
  return (await client.query(text, values).finally(() => client.end())).rows as T[]
}
/** What must be the same again: rows, their content, what was opened and by whom. */
const census = async (url: string, until: Date) => {
  const [one] = await ask<Record<string, string>>(
    url,
    `SELECT (SELECT count(*) FROM request WHERE created_at <= $1) AS requests,
            (SELECT md5(string_agg(id::text || status || seq::text, ',' ORDER BY id)) FROM request WHERE created_at <= $1) AS content,
            (SELECT count(*) FROM request_event WHERE at <= $1) AS events,
            (SELECT md5(string_agg(a::text, ',' ORDER BY id)) FROM audit_entry a WHERE at <= $1) AS log`,
    [until],
  )
  return one
}
const hashes = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((one) => one.isFile() && /-(full|card|thumb)$/.test(one.name))
    .map(
      (one) =>
        `${one.name} ${readFileSync(join(one.parentPath, one.name)).toString('base64').length} ${readFileSync(join(one.parentPath, one.name)).subarray(0, 4096).toString('base64')}`,
    )
    .toSorted()

type Kept = {
  tenantId: number
  until: Date
  before: Awaited<ReturnType<typeof census>>
  photos: string[]
  erasedId: string
  personId: string
  homeId: string
  deskId: string
  requestId: string
  log: number
}
let kept: Kept

beforeAll(async () => {
  const postgres = await startEmbedded({ dataDir: lost, log: () => undefined, archive: true })
  stops.push(postgres.stop)
  const source = { databaseUrl: postgres.url, dataDir: lost, embedded: true }
  const config = { to: store, atMinute: 0, keepDays: 7, keepWeeks: 5 }
  const first = await openStore(store, { passphrase: PASSPHRASE, make: true })
  const disk = await openDiskStorage(lost)
  const backups = await startBackups({ config, source, passphrase: PASSPHRASE, now, log })
  const app = await openProduct(lost, postgres, backups.following(disk))
  const world = await makeWorld(app, postgres.url)
  const { resident, desk, neighbour } = world.people
  const photo = async () => expect((await sendPhoto(await resident.as())).statusCode).toBe(200)

  for (let nth = 0; nth < 10; nth += 1) await photo()
  await copyKey(join(lost, 'key'), safe, PASSPHRASE)

  // People write all the time, also while the base is copied.
  let writing = true
  const writers = Promise.all(
    [resident, neighbour].map(async (who) => {
      while (writing) {
        const { id } = await world.submit(who)
        await world.take(desk, id, 'accept')
        await sleep(BREATH_MS)
      }
    }),
  )
  await makeBackup(first, source, { now }).catch(async (error: Error) => {
    if (!error.message.includes('Another backup')) throw error // the schedule was quicker: as good
    while ((await first.list('backups')).length === 0) await sleep(100)
  })
  for (let nth = 0; nth < 10; nth += 1) await photo()
  const { id: requestId } = await world.submit(resident, { text: '写在删除之前的一件事' })
  await world.call(desk, `/api/requests/${requestId}/reveals`, { reason: '上门前联系' })
  writing = false
  await writers
  await world.drain()

  await sleep(20)
  const [clock] = await ask<{ now: string }>(postgres.url, 'SELECT clock_timestamp() AS now')
  const until = new Date(clock?.now ?? '')
  const before = await census(postgres.url, until)
  const photos = hashes(join(lost, 'files'))
  await sleep(20)

  // Afterwards somebody is erased, and somebody deletes what must not be deleted.
  const erased = await neighbour.as()
  expect((await erased.inject('POST', '/api/household/erased', { confirm: true })).statusCode).toBe(200)
  await world.drain()
  await ask(postgres.url, 'TRUNCATE request CASCADE')
  await ask(postgres.url, 'SELECT pg_switch_wal()')
  for (let waited = 0; waited < 2_000; waited += 1) {
    const [left] = await ask<{ ready: string }>(
      postgres.url,
      `SELECT count(*) AS ready FROM pg_ls_archive_statusdir() WHERE name LIKE '%.ready'`,
    )
    if (left?.ready === '0') break
    await sleep(50)
  }
  await backups.stop()
  await app.close()
  const segments = await first.list('wal')
  expect(segments.length).toBeGreaterThan(1)
  kept = { tenantId: world.tenantId, until, before, photos, erasedId: neighbour.personId, personId: resident.personId, homeId: world.made.homes[0]?.id ?? '', deskId: desk.personId, requestId, log: segments.length } // prettier-ignore
  await postgres.stop()
  stops.pop()
  rmSync(lost, { recursive: true })
}, SLOW_MACHINE)

test('everything reads back, and a wrong passphrase opens nothing', { timeout: SLOW_MACHINE }, async () => {
  const opened = await openStore(store, { passphrase: PASSPHRASE })
  const checked = await verify(opened)
  expect(checked.damage).toEqual([])
  expect(checked.pieces).toBeGreaterThan(100)
  await expect(openStore(store, { passphrase: 'not the one it was sealed with' })).rejects.toThrow(/passphrase/)
  await expect(openStore(store, {})).rejects.toThrow(/sealed/)
})

test('the base and the log, put back to the moment before the deletion', { timeout: SLOW_MACHINE }, async () => {
  const opened = await openStore(store, { passphrase: PASSPHRASE })
  const done = await restore(opened, found, { until: kept.until })
  expect(done.segments).toBeGreaterThan(0)
  await putKeyBack(safe, join(found, 'key'), PASSPHRASE)
  const postgres = await startEmbedded({ dataDir: found, log: () => undefined })
  stops.push(postgres.stop)
  expect(await census(postgres.url, kept.until)).toEqual(kept.before)
  expect(Number(kept.before?.['requests'])).toBeGreaterThan(5)

  expect(kept.photos).toHaveLength(60) // twenty, each in three sizes; ten of them came after the base
  expect(hashes(join(found, 'files'))).toEqual(kept.photos)

  const app = await openProduct(found, postgres, await openDiskStorage(found))
  stops.push(app.close)
  const desk = await signIn(app, kept.tenantId, kept.deskId)
  const opening = await desk.inject('POST', `/api/requests/${kept.requestId}/reveals`, { reason: '恢复后核对' })
  expect(opening.statusCode, opening.body).toBe(200)
  expect(opening.json().name).toMatch(/\p{Script=Han}/u) // opens with the key that was put back

  const erasers = { secrets: app.services.secrets, storage: app.services.storage, live: app.services.live, forgetActors: app.services.forgetActors } // prettier-ignore
  const isErased = () => ask<{ erased: boolean }>(postgres.url, 'SELECT erased_at IS NOT NULL AS erased FROM person WHERE id = $1', [kept.erasedId]) // prettier-ignore
  expect(await isErased()).toEqual([{ erased: false }]) // the database knows nothing of it
  expect(await app.db.withTenant(kept.tenantId, (tx) => reErase(tx, erasers, OTHERS.erasers, now()))).toBe(1)
  expect(await isErased()).toEqual([{ erased: true }])

  await expect(restore(opened, found, {})).rejects.toThrow(/there already/)
})

test(
  'one flipped bit anywhere is found',
  async () => {
    const opened = await openStore(store, { passphrase: PASSPHRASE })
    const folder = join(store, 'pieces')
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 60)
    for (let nth = 0; nth < 5; nth += 1) {
      const file = join(folder, names[Math.floor((nth * names.length) / 5)] ?? '')
      const whole = readFileSync(file)
      const damaged = Buffer.from(whole)
      const at = randomBytes(4).readUInt32BE() % damaged.length
      damaged[at] = (damaged[at] ?? 0) ^ 1
      writeFileSync(file, damaged)
      expect((await verify(opened)).damage.length, `${file} at ${at}`).toBeGreaterThan(0)
      writeFileSync(file, whole)
    }
    const [backup] = await allBackups(opened)
    if (backup?.database.kind !== 'embedded') throw new Error('no backup')
    rmSync(join(store, 'wal', backup.database.start)) // an earlier one belongs to no backup
    expect((await verify(opened)).damage.join()).toContain('is missing')
  },
  SLOW_MACHINE,
)

test('a key is never copied beside backups', async () => {
  await expect(copyKey(join(found, 'key'), join(store, 'deeper', 'key'), PASSPHRASE)).rejects.toThrow(
    /must lie elsewhere/,
  )
})
