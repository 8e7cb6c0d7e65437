/**
 * Ten million requests: what operations cost with three years of history beside eleven days of it, in the same district of 200
 * communities with the same work open: `npm run bench -- years` (Linux; an hour, 60 GB in the temporary folder; with
 * BENCH_KEEP=<folder> the filled databases stay and are used again). Other amounts as arguments. Writes bench/results/years.json.
 *
 * Read: `cpu` is CPU ms per operation of our process and PostgreSQL together, medians of five rounds that both take in turns; `p50` and `p95` are what a
 * caller waits, with eight callers at once on the cores that the database shares. `ratio` compares the CPU of the last amount
 * with the first (goal ≤ 1.3 for create, step, lists, home). The dashboard is all that its page asks for a year of the whole district,
 * one after the other by one caller (goal ≤ 100 ms); the tables beside it are those of the page that compares. Changes of figures
 * that earlier rounds left are added up first, as the product does each minute; search is the first page of a word of two characters (goal ≤ 150 ms).
 * Bytes a request count tables of the loop with their indexes and TOAST, and the figures' tables (goal ≤ 2,500).
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { Agent } from 'node:http'
import type pg from 'pg'
import { foldAll } from '#modules/figures/index.ts'
import { createDatabase } from '#platform/db.ts'
import { startChild } from './loop/child.ts'
import { connect, MASTER_KEY } from './loop/database.ts'
import { one, percentile, type Call } from './loop/load.ts'
import { callOf, type Scene } from './loop/scene.ts'
import { costsOf, get, type Cost, type Reads } from './scale/costs.ts'
import { supervisorCookie } from './years/supervisor.ts'
import { openYears, type YearsDatabase } from './years/open.ts'

const WORDS = ['积水', '路灯', '电梯', '漏水', '垃圾']
const RARE = '凉亭'
const of = <T>(list: readonly T[], nth: number): T => list[nth % list.length] as T // never empty
const search = (scene: Scene, query: string) => get(`/api/requests/work?${query}`, scene.desk)

const READS: Reads = {
  workList: (scene, nth) => callOf(scene, 'workList', nth),
  workListByDue: ({ desk }) => get('/api/requests/work', desk),
  workListClosed: ({ desk }) => get('/api/requests/work?view=closed', desk),
  workCounts: ({ desk }) => get('/api/requests/work/counts', desk),
  homeOfDesk: (scene) => callOf(scene, 'home', 0),
  homeOfResident: ({ resident }) => get('/api/home', resident),
  homeOfGridWorker: ({ gridWorker }) => get('/api/home', gridWorker),
  mine: ({ resident }) => get('/api/requests/mine', resident),
  nearMe: ({ resident }) => get('/api/requests/nearby?solved=true', resident),
  get: (scene, nth) => callOf(scene, 'get', nth),
  searchOpen: (scene, nth) => search(scene, `q=${encodeURIComponent(of(WORDS, nth))}`),
  searchClosed: (scene, nth) => search(scene, `view=closed&q=${encodeURIComponent(of(WORDS, nth))}`),
  searchClosedRare: (scene) => search(scene, `view=closed&q=${encodeURIComponent(RARE)}`),
}
const ROUND = { searchClosed: 40, searchClosedRare: 40 }
const DASHBOARD_TIMES = 20
const LOOP = ['request', 'request_event', 'request_assignment', 'request_rating', 'request_joiner', 'request_file', 'photo', 'figure_cell', 'figure_change'] // prettier-ignore

const amounts = process.argv.slice(2).map(Number)
const opened: YearsDatabase[] = []
for (const total of amounts.length > 0 ? amounts : [100_000, 10_000_000]) opened.push(await openYears(total))
const looked = []
for (const database of opened) looked.push(await look(database))
const costs = await costsOf(opened, READS, ROUND)
for (const database of opened) await database.close()
const tried = looked.map((one, at) => ({ ...one, costs: costs[at] }))

const [small, large] = [tried[0], tried.at(-1)]
const rows = Object.keys(READS)
  .concat('create', 'takeStep')
  .map((operation) => {
    const [a, b] = [small?.costs?.[operation], large?.costs?.[operation]]
    const told = (cost: Cost | undefined) =>
      cost && `${cost.cpuMs.toFixed(2)} · ${cost.p50Ms.toFixed(1)} / ${cost.p95Ms.toFixed(1)}`
    return {
      operation,
      [`${small?.total}: cpu · p50 / p95`]: told(a),
      [`${large?.total}: cpu · p50 / p95`]: told(b),
      ratio: Number(((b?.cpuMs ?? NaN) / (a?.cpuMs ?? NaN)).toFixed(2)),
    }
  })
console.table(rows)
console.table(
  tried.map(({ total, years, dashboards, bytes }) => ({
    total,
    ...years,
    ...dashboards,
    bytesARequest: bytes.aRequest,
  })),
)
mkdirSync('bench/results', { recursive: true })
writeFileSync('bench/results/years.json', `${JSON.stringify(tried, null, 2)}\n`)

/** What it takes, and how long a supervisor waits. */
async function look(database: YearsDatabase) {
  const { years, url } = database
  console.log(`\n${years.requests} requests: ${JSON.stringify(years)}`)
  const owner = await connect(url)
  try {
    const bytes = await bytesOf(owner, years.requests)
    console.table(bytes.tables)
    await addUp(url)
    return { total: years.requests, years, bytes, dashboards: await waitOfDashboards(database, owner) }
  } finally {
    await owner.end()
  }
}

async function addUp(url: string) {
  const db = createDatabase(url, { poolSize: 1 })
  await db.withTenant(1, (tx) => foldAll(tx, new Date()))
  await db.close()
}

async function bytesOf(owner: pg.Client, requests: number) {
  const { rows: tables } = await owner.query<{ table: string; rows: number; heap: number; indexes: number }>(
    `SELECT relname AS table, reltuples::bigint::float8 AS rows, round(pg_table_size(oid)::numeric / $2, 1)::float8 AS heap, round(pg_indexes_size(oid)::numeric / $2, 1)::float8 AS indexes
       FROM pg_class WHERE relname = ANY ($1) AND relkind IN ('r', 'p') ORDER BY pg_total_relation_size(oid) DESC`,
    [LOOP, requests],
  )
  const { rows: indexes } = await owner.query(
    `SELECT i.indexrelid::regclass::text AS index, round(pg_relation_size(i.indexrelid)::numeric / $2, 1)::float8 AS bytes
       FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relname = ANY ($1) ORDER BY 2 DESC LIMIT 30`,
    [LOOP, requests],
  )
  return { aRequest: Math.round(tables.reduce((sum, { heap, indexes: own }) => sum + heap + own, 0)), tables, indexes }
}

/** One caller who looks at a year of the whole district, then at the rows behind. */
async function waitOfDashboards({ url }: YearsDatabase, owner: pg.Client) {
  const cookie = await supervisorCookie(owner)
  const product = await startChild('product', [url, MASTER_KEY.toString('hex')])
  const agent = new Agent({ keepAlive: true })
  const wait = async (calls: readonly Call[]) => {
    const times: number[] = []
    for (let nth = 0; nth < DASHBOARD_TIMES + 3; nth += 1) {
      const at = performance.now()
      for (const call of calls) await one(agent, product.port, call)
      times.push(performance.now() - at)
    }
    return Math.round(percentile(times.slice(3).sort((a, b) => a - b), 0.5) * 10) / 10 // prettier-ignore
  }
  try {
    const to = new Date().toISOString().slice(0, 10)
    const from = `${Number(to.slice(0, 4)) - 1}${to.slice(4)}`
    const year = `from=${from}&to=${to}`
    const call = (path: string) => get(`/api/figures/${path}`, cookie)
    const page = {
      overview: [call(`overview?${year}`)],
      trend: [call(`trend?${year}&by=week`)],
      funnel: [call(`funnel?${year}`)],
      heatMap: [call(`table?${year}&by=place&level=grid&only=received`)],
      organisations: [call(`table?${year}&by=organisation&only=received`)],
      stuck: [call('stuck')],
      forecast: [call('forecast')],
    }
    const beside = {
      byGrid: [call(`table?${year}&by=place&level=grid`)],
      byCommunity: [call(`table?${year}&by=place&level=community`)],
      byCategory: [call(`table?${year}&by=category`)],
    }
    const waits: Record<string, number> = {}
    for (const [name, calls] of Object.entries({ ...page, ...beside })) waits[`${name}Ms`] = await wait(calls)
    return {
      districtYearMs: await wait(Object.values(page).flat()),
      ...waits,
      rowsReceivedMs: await wait([call(`rows?${year}&measure=received`)]),
      rowsLateMs: await wait([call(`rows?${year}&measure=handleLate`)]),
    }
  } finally {
    agent.destroy()
    await product.stop()
  }
}
