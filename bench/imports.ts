/**
 * Importing: `npx tsx bench/imports.ts` (two minutes; writes bench/results/imports.json).
 *
 * 1. Hostile files: how long each takes to be refused by the reading process, which is warm. Goal: below 1 s.
 * 2. 10,000 people with homes from one .xlsx, through HTTP: upload, check, enter. Goal: entering ≤ 20 s. Meanwhile another
 *    person reads a page of requests' home every 50 ms: the 95th percentile of these calls. Goal: below 300 ms.
 * 3. 50,000 rows of ten columns: read and laid together by the reading process. Read: seconds, and its highest resident memory.
 * The application runs in this process with its background work; the figures include both, and PostgreSQL beside them.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ImportView } from '#contracts/imports.ts'
import { makePerson, signIn, type Client } from '#modules/accounts/make.ts'
import { hostileFiles } from '#modules/imports/make/hostile.ts'
import { makeXlsx, upload } from '#modules/imports/make/uploads.ts'
import { openFile, planFile, readerProcessId } from '#modules/imports/reading/reading-process.ts'
import { makeDistrict } from '#modules/places/make.ts'
import { startEmbedded } from '#platform/embedded-postgres.ts'
import { openDiskStorage } from '#platform/files/storage.ts'
import { createLog } from '#platform/log.ts'
import { migrate } from '#platform/migrate.ts'
import { createFakeSms } from '#platform/sms/fake.ts'
import { createFakeWechat } from '#platform/wechat/fake.ts'
import { createApp } from '#server/app.ts'
import { connect, MASTER_KEY } from './loop/database.ts'

const PEOPLE = 10_000
const ROWS = 50_000
const EVERY_MS = 50

const seconds = (ms: number) => Math.round(ms / 10) / 100
const share = (sorted: readonly number[], at: number) => Math.round(sorted[Math.floor(sorted.length * at)] ?? 0)
/** Highest resident memory of a process, in MB (Linux). */
const peakMb = (pid: number | undefined) =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗']
const GIVEN = ['晓燕', '建国', '文静', '敏', '志强', '秀英', '伟', '桂兰', '丽', '军', '子涵', '海燕']
const rowOf = (at: number, phoneFrom: number) => [
  `${1 + (at % 60)}栋`,
  `${1 + (Math.floor(at / 60) % 3)}单元`,
  `${1 + (Math.floor(at / 180) % 28)}0${1 + (Math.floor(at / 5040) % 4)}`,
  `${SURNAMES[at % 20]}${GIVEN[Math.floor(at / 20) % 12]}`,
  String(16_000_000_000 + phoneFrom + at * 7),
]
const HEADER = ['楼栋', '单元', '房号', '姓名', '手机号']

const folder = mkdtempSync(join(tmpdir(), 'linli-imports-'))
const server = await startEmbedded({ dataDir: join(folder, 'pg'), log: console.error })
const results: Record<string, unknown> = {}
try {
  results['hostile'] = await refusals()
  results['people'] = await tenThousand()
  results['rows'] = await fiftyThousand()
  mkdirSync('bench/results', { recursive: true })
  writeFileSync('bench/results/imports.json', JSON.stringify(results, null, 2))
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0) // the reading process would wait for more files

async function refusals() {
  await openFile('warm', await makeXlsx({ A: [HEADER, rowOf(1, 0)] }))
  const took: [string, number][] = []
  for (const { name, bytes } of await hostileFiles()) {
    const begun = performance.now()
    await openFile('hostile', bytes).catch(() => undefined)
    took.push([name, Math.round(performance.now() - begun)])
  }
  const [slowest] = took.toSorted(([, a], [, b]) => b - a)
  console.log(`${took.length} hostile files; the slowest to be refused: ${slowest?.[0]}, ${slowest?.[1]} ms`)
  return { files: took.length, slowest, ms: Object.fromEntries(took) }
}

async function tenThousand() {
  await migrate({ url: server.url, folder: 'server/db/migrations', mayLoseWrites: true })
  const owner = await connect(server.url)
  await owner.query(`INSERT INTO tenant (id, name, demo) VALUES (1, '东湖区', false)`)
  await owner.end()
  const app = await createApp({
    databaseUrl: server.url,
    masterKey: MASTER_KEY,
    storage: await openDiskStorage(folder),
    sms: createFakeSms(),
    wechat: createFakeWechat(),
    log: createLog('fatal'),
  })
  const made = await app.services.db.withTenant(1, (tx) => makeDistrict(tx))
  const { personId } = await makePerson(app, 1, { posts: [{ kind: 'communityStaff', placeId: made.community.id }] })
  const staff = await signIn(app, 1, personId)
  const neighbour = await signIn(
    app,
    1,
    (await makePerson(app, 1, { posts: [{ kind: 'communityStaff', placeId: made.community.id }] })).personId,
  )
  await app.startWork()

  const bytes = await makeXlsx({ 居民: [HEADER, ...Array.from({ length: PEOPLE }, (_, at) => rowOf(at, 0))] })
  const calls: number[] = []
  let over = false
  const reading = (async () => {
    while (!over) {
      const begun = performance.now()
      await neighbour.inject('GET', '/api/requests/work?view=mine')
      calls.push(performance.now() - begun)
      await pause(EVERY_MS)
    }
  })()
  const uploaded = performance.now()
  const sent = await upload(app, staff, bytes)
  const { id } = sent.json<{ id: string }>()
  const looked = performance.now()
  const view = (await staff.inject('GET', `/api/imports/${id}`)).json<ImportView>()
  const body = { placeId: made.compound.id, parts: view.parts, createMissing: true, areaSource: 'CONTRACT' }
  const asked = await staff.inject('POST', `/api/imports/${id}/check`, body)
  if (asked.statusCode !== 200) throw new Error(asked.body)
  const ready = await arrived(staff, id, 'ready')
  const checked = performance.now()
  await staff.inject('POST', `/api/imports/${id}/run`)
  const done = await arrived(staff, id, 'done')
  const entered = performance.now()
  over = true
  await reading
  const serverMb = peakMb(process.pid)
  const undoing = performance.now()
  await staff.inject('POST', `/api/imports/${id}/undo`)
  await arrived(staff, id, 'undone')
  const undone = performance.now()
  await app.close()
  const sorted = calls.toSorted((a, b) => a - b)
  const figures = {
    people: PEOPLE,
    goodRows: done.goodCount,
    new: ready.figures,
    uploadSeconds: seconds(looked - uploaded),
    checkSeconds: seconds(checked - looked),
    enterSeconds: seconds(entered - checked),
    undoSeconds: seconds(undone - undoing),
    othersMs: {
      calls: calls.length,
      p50: share(sorted, 0.5),
      p95: share(sorted, 0.95),
      p99: share(sorted, 0.99),
      most: share(sorted, 0.9999),
    },
    serverMb,
    readerMb: peakMb(readerProcessId()),
  }
  console.log(figures)
  return figures
}

async function arrived(client: Client, id: string, status: string): Promise<ImportView> {
  for (;;) {
    const view = (await client.inject('GET', `/api/imports/${id}`)).json<ImportView>()
    if (view.status === status) return view
    if (view.status === 'failed') throw new Error(`failed: ${view.failure}`)
    await pause(200)
  }
}

async function fiftyThousand() {
  const bytes = await makeXlsx({
    居民: [
      [...HEADER, 'A', 'B', 'C', 'D', 'E'],
      ...Array.from({ length: ROWS }, (_, at) => [...rowOf(at, 1), `甲${at}`, `乙${at}`, '同', `${at}`, '2020-01-02']),
    ],
  })
  const begun = performance.now()
  await openFile('large', bytes)
  const opened = performance.now()
  const columns = ['building', 'entrance', 'room', 'name', 'phone', null, null, null, null, null] as const
  const rows = await planFile(
    'large',
    { parts: [{ sheet: 0, headerRow: 1, kind: 'residents', columns: [...columns] }], areaSource: 'CONTRACT' },
    'bench',
  )
  const figures = {
    rows,
    fileMb: Math.round(bytes.length / 100_000) / 10,
    openSeconds: seconds(opened - begun),
    understandSeconds: seconds(performance.now() - opened),
    readerMb: peakMb(readerProcessId()),
  }
  console.log(figures)
  return figures
}
