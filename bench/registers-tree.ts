/**
 * The register of a district of 150,000 households: `npm run bench -- registers-tree` (some minutes, 1 GB in the temporary folder), or
 * another amount of compounds: `npm run bench -- registers-tree 40`. Writes bench/results/registers-tree.json.
 *
 * The district is entered through the product's own bulk entry, compound by compound, which is a figure of its own. Then each
 * call of the register's page is made a hundred times of the application in this process, through its whole stack. Read:
 * milliseconds on the wall, median and 95th percentile. Goal: a page of the tree and a compound ≤ 100 ms each.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makePerson, signIn } from '#modules/accounts/make.ts'
import { addPlaces, recountHouseholds } from '#modules/places/index.ts'
import { startEmbedded } from '#platform/embedded-postgres.ts'
import { openDiskStorage } from '#platform/files/storage.ts'
import { newId } from '#platform/ids.ts'
import { createLog } from '#platform/log.ts'
import { migrate } from '#platform/migrate.ts'
import { createFakeSms } from '#platform/sms/fake.ts'
import { createFakeWechat } from '#platform/wechat/fake.ts'
import { createApp } from '#server/app.ts'
import { connect, MASTER_KEY } from './loop/database.ts'

const COUNT = 100
const WARM = 10
/** 400 compounds of 7 buildings × 3 entrances × 9 floors × 2 homes: 378 homes, close to the 375–425 of a grid. */
const COMPOUNDS = Number(process.argv[2] ?? 400)
const COMPOUNDS_A_COMMUNITY = 8
const BULK = {
  buildings: '1-7',
  buildingWord: '栋',
  entrances: 3,
  floors: 9,
  firstFloor: 1,
  homesPerFloor: 2,
  numbers: 'floorRoom',
  withoutFloors: '',
}

const folder = mkdtempSync(join(tmpdir(), 'linli-tree-'))
const server = await startEmbedded({ dataDir: folder, log: console.error })
try {
  await migrate({ url: server.url, folder: 'server/db/migrations' })
  const owner = await connect(server.url)
  await owner.query(`INSERT INTO tenant (id, name) VALUES (1, '云桥区')`)
  const app = await createApp({
    databaseUrl: server.url,
    masterKey: MASTER_KEY,
    storage: await openDiskStorage(folder),
    sms: createFakeSms(),
    wechat: createFakeWechat(),
    log: createLog('silent'),
  })
  const now = new Date()
  const district = newId()
  const communities = Array.from({ length: Math.ceil(COMPOUNDS / COMPOUNDS_A_COMMUNITY) }, () => newId())
  const compounds = Array.from({ length: COMPOUNDS }, () => newId())
  await app.db.withTenant(1, async (tx) => {
    await addPlaces(tx, [{ id: district, parentId: null, level: 'district', name: '云桥区' }], now)
    const street = newId()
    await addPlaces(
      tx,
      [
        { id: street, parentId: district, level: 'subdistrict', name: '梧桐街道' },
        ...communities.map((id, at) => ({
          id,
          parentId: street,
          level: 'community' as const,
          name: `${at + 1}号社区`,
        })),
        ...compounds.map((id, at) => ({
          id,
          parentId: communities[Math.floor(at / COMPOUNDS_A_COMMUNITY)] ?? street,
          level: 'compound' as const,
          name: `${at + 1}号小区`,
        })),
      ],
      now,
    )
  })
  const post = { kind: 'operator', placeId: district, title: '系统管理员' } as const
  const { personId } = await makePerson(app, 1, { name: '系统', posts: [post] })
  const client = await signIn(app, 1, personId)
  const ask = async (method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) => {
    const started = performance.now()
    const answer = await client.inject(method, path, body)
    if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`)
    return { ms: performance.now() - started, bytes: answer.rawPayload.length, json: () => answer.json() }
  }

  const entering: number[] = []
  for (const id of compounds) entering.push((await ask('POST', `/api/register/${id}/bulk`, BULK)).ms)
  await owner.query('VACUUM ANALYZE place')
  const { rows: homes } = await owner.query(`SELECT count(*)::int AS count FROM place WHERE level = 'home'`)
  console.log(`${homes[0].count} homes in ${COMPOUNDS} compounds`)

  const nth = <T>(list: readonly T[], at: number): T => list[(at * 37) % list.length] ?? (list[0] as T) // never empty
  const [building] = (await ask('GET', `/api/register?parentId=${nth(compounds, 1)}`)).json()
  const q = (words: string) => encodeURIComponent(words)
  const CALLS: Record<string, (at: number) => string> = {
    'tree: first page': () => '/api/register',
    'tree: communities of a subdistrict': (at) => `/api/register?parentId=${nth(communities, at)}`,
    'tree: buildings of a compound': (at) => `/api/register?parentId=${nth(compounds, at)}`,
    'page of a compound': (at) => `/api/register/${nth(compounds, at)}`,
    'page of the district': () => `/api/register/${district}`,
    'map of a compound': (at) => `/api/places/${nth(compounds, at)}/map`,
    'doors of a building': () => `/api/register/${building.id}/homes`,
    'first steps': () => '/api/register/first-steps',
    'search: a door, 400 of them': () => `/api/places/search?level=home&q=${q('5-2-301')}`,
    'search: a door being typed': () => `/api/places/search?level=home&q=${q('5-2-3')}`,
    'search: a door of one compound': (at) =>
      `/api/places/search?level=home&q=${q(`${(at % COMPOUNDS) + 1}号小区5栋2单元301`)}`,
    'search: a compound by name': (at) => `/api/places/search?q=${q(`${(at % COMPOUNDS) + 1}号小区`)}`,
  }
  const rows = []
  for (const [call, path] of Object.entries(CALLS)) {
    const ms: number[] = []
    let bytes = 0
    for (let at = -WARM; at < COUNT; at++) {
      const one = await ask('GET', path(Math.abs(at)))
      bytes = one.bytes
      if (at >= 0) ms.push(one.ms)
    }
    rows.push(summary(call, ms, bytes))
  }
  const renaming: number[] = []
  for (const [at, id] of compounds.slice(0, 20).entries())
    renaming.push((await ask('PATCH', `/api/register/${id}`, { name: `${at}号花园` })).ms)
  const started = performance.now()
  await app.db.withTenant(1, (tx) => recountHouseholds(tx, district)).catch(() => undefined)
  rows.push(
    summary('enter 378 homes in bulk', entering),
    summary('rename a compound of 378 homes', renaming),
    summary('count the whole district anew', [performance.now() - started]),
  )
  console.table(rows)
  mkdirSync('bench/results', { recursive: true })
  writeFileSync('bench/results/registers-tree.json', `${JSON.stringify({ homes: homes[0].count, rows }, null, 2)}\n`)
  await app.close()
  await owner.end()
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

function summary(call: string, ms: number[], bytes?: number) {
  const sorted = ms.toSorted((a, b) => a - b)
  const at = (share: number) => Number((sorted[Math.floor((sorted.length - 1) * share)] ?? NaN).toFixed(1))
  return { call, medianMs: at(0.5), p95Ms: at(0.95), ...(bytes !== undefined && { bytes }) }
}
