/**
 * The desk's search box over a district of many people: `npm run bench -- find` (1,000,000 people; some five minutes and 3 GB in the
 * temporary folder) or another amount: `npm run bench -- find 100000`. Writes bench/results/find.json.
 *
 * Each way of typing is asked a hundred times of the application in this process, through its whole stack, by somebody who sees
 * the district, one community, or nothing but a building. Read: milliseconds on the wall, median and 95th percentile, and how
 * many people were found. Goal: ≤ 50 ms at 1,000,000 people.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Found } from '#contracts/search.ts'
import { makePerson, signIn, type Client } from '#modules/accounts/make.ts'
import { fillDemo } from '#modules/demo/fill.ts'
import { placesChanged } from '#modules/places/index.ts'
import { startEmbedded } from '#platform/embedded-postgres.ts'
import { openDiskStorage } from '#platform/files/storage.ts'
import { createLog } from '#platform/log.ts'
import { migrate } from '#platform/migrate.ts'
import { createFakeSms } from '#platform/sms/fake.ts'
import { createFakeWechat } from '#platform/wechat/fake.ts'
import { createApp } from '#server/app.ts'
import { connect, MASTER_KEY } from './loop/database.ts'
import { fillPeople } from './registers/fill-people.ts'

const COUNT = 100
const WARM = 20
const QUERIES = [
  '王伟',
  '欧阳',
  '晓燕',
  '张',
  'wangwei',
  'wangx',
  'lj',
  'zxy',
  '4321',
  '16500004321',
  '8-2-301',
  '新3街道1',
  '新2',
  '桂园物业',
  'gywy',
  '积水',
  '2026-000123',
]

const amount = Number(process.argv[2] ?? 1_000_000)
const folder = mkdtempSync(join(tmpdir(), 'linli-find-'))
const server = await startEmbedded({
  dataDir: folder,
  log: console.error,
  settings: {
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    max_wal_size: '8GB',
    maintenance_work_mem: '256MB',
  },
})
try {
  await migrate({ url: server.url, folder: 'server/db/migrations', mayLoseWrites: true })
  const owner = await connect(server.url)
  await owner.query(`INSERT INTO tenant (id, name, demo) VALUES (1, '云桥区', true)`)
  const app = await createApp({
    databaseUrl: server.url,
    masterKey: MASTER_KEY,
    storage: await openDiskStorage(folder),
    sms: createFakeSms(),
    wechat: createFakeWechat(),
    log: createLog('fatal'),
  })
  await app.db.withTenant(1, (tx) => fillDemo(tx, { secrets: app.services.secrets, now: new Date(), size: 'small' }))
  const filled = await fillPeople(owner, app.services.secrets, amount)
  await app.db.withTenant(1, placesChanged)
  console.log(`${filled.people} people in ${filled.homes} homes, filled in ${filled.fillSeconds.toFixed(0)} s`)

  const placeIds = await owner.query<{ id: string; level: string }>(
    `(SELECT id, level FROM place WHERE level = 'district') UNION ALL (SELECT id, level FROM place WHERE level = 'community' AND name LIKE '新1街道%' LIMIT 1)
     UNION ALL (SELECT id, level FROM place WHERE level = 'grid' AND full_name LIKE '新1街道%' LIMIT 1)`,
  )
  const rows = []
  for (const { id, level } of placeIds.rows) {
    const kind = { district: 'districtSupervisor', community: 'communityStaff', grid: 'gridWorker' } as const
    const reader = await makePerson(app, 1, { posts: [{ kind: kind[level as keyof typeof kind], placeId: id }] })
    const client = await signIn(app, 1, reader.personId)
    for (const q of QUERIES) rows.push({ reader: level, q, ...(await measure(client, q)) })
  }
  console.table(rows)
  const worst = rows.reduce((a, b) => (a.p95 > b.p95 ? a : b))
  console.log(`slowest: ${worst.q} by the reader of a ${worst.reader}, p95 ${worst.p95} ms`)
  mkdirSync('bench/results', { recursive: true })
  writeFileSync('bench/results/find.json', `${JSON.stringify({ people: amount, rows }, null, 2)}\n`)
  await owner.end()
  await app.close()
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function measure(client: Client, q: string) {
  const times: number[] = []
  let found: Found | undefined
  for (let i = 0; i < WARM + COUNT; i++) {
    const started = performance.now()
    const answer = await client.inject('GET', `/api/find?q=${encodeURIComponent(q)}`)
    if (i >= WARM) times.push(performance.now() - started)
    found = answer.json<Found>()
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(1))
  return { p50: at(0.5), p95: at(0.95), people: found?.people.length ?? 0, places: found?.places.length ?? 0 }
}
