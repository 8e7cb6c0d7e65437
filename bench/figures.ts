/**
 * What keeping figures costs: `npm run bench -- figures` (Linux; some minutes). Writes bench/results/figures.json.
 *
 * 100,000 requests in one district (or as many as are asked for: `-- figures 20000`). The product's own server takes each step in blocks (CPU of our process and of PostgreSQL
 * for one step), and writes down what it sent. The part for figures is then measured alone, as three sums:
 * - statement: what the step inserted for figures, sent five times in a transaction by the floor, less an empty transaction,
 *   by five: Node, the way to the database and PostgreSQL;
 * - rules: `passed` and `difference` on rows of this database, in a loop;
 * - fold: adding up a portion of changes that lie all over the district, by portions of several sizes, by the number of changes.
 * Read `share`: their sum of a whole step (which holds statement and rules already, and gets the fold added). Goal 15 %.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { uuidv7 } from 'uuidv7'
import {
  familyOf,
  firstDay,
  foldAll,
  MOMENT,
  noteChange,
  recount,
  sqlOf,
  unitsOf,
  type CountedRow,
} from '#modules/figures/index.ts'
import type { Measure } from '#contracts/figures.ts'
import { difference } from '#modules/figures/rules.ts'
import { passed } from '#modules/requests/milestones.ts'
import { REASONS } from '#modules/requests/reasons.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import { createDatabase } from '#platform/db.ts'
import type { RequestRecord } from '#modules/requests/rules.ts'
import { startChild, type Recording, type Replays } from './loop/child.ts'
import { postgresCpuMs, processCpuMs, spentBetween } from './loop/cpu.ts'
import { connect, MASTER_KEY, openFilled } from './loop/database.ts'
import { one, percentile, type Call } from './loop/load.ts'
import { callOf, lookUp, stepCall } from './loop/scene.ts'

const TOTAL = Number(process.argv[2] ?? 100_000)
const OPEN = Math.round(TOTAL / 33)
const BLOCK = 100
const BLOCKS = 6 // the first is for warming up
const REPEATED = 5
const TRANSACTIONS = 400
const PORTIONS = [200, 500, 2000]
const GOAL = 0.15

const notSent = <R extends CountedRow>(row: R): R => ({ ...row, sent_at: null })
const sentNow = <R extends CountedRow>(row: R): R => ({ ...row, sent_at: now.toISOString() })

const database = await openFilled({ total: TOTAL, open: OPEN })
const owner = await connect(database.url)
const scene = await lookUp(owner)
const own = createDatabase(database.url, { poolSize: 1 })
const product = await startChild('product', [database.url, MASTER_KEY.toString('hex')])
const floor = await startChild('floor', [database.url])
const agent = new Agent({ keepAlive: true })
const now = new Date()

const reason = REASONS.find(({ list, outcome }) => list === 'close' && outcome === 'explained')
/** Steps that the desk takes one after another on what a resident has just reported. */
const STEPS = [
  { name: 'accept', body: { action: 'accept' } },
  { name: 'setCategory', body: { action: 'setCategory', categoryCode: 'road.puddle' } },
  { name: 'close', body: { action: 'close', outcome: 'explained', note: '已说明', reasonCode: reason?.code } },
]

const bytes = await countEverything()
const whole = await takeSteps()
const rules = await timeRules()
const folds = await timeFolds()
const fold = folds.find(({ portion }) => portion === 500)?.cpuMs ?? NaN
const rows = []
for (const [name, { cpuMs, recording }] of Object.entries(whole)) {
  const inserts = recording.filter(({ name: statement }) => statement === 'figure_change_insert')
  const statement = inserts.length === 0 ? 0 : await timeInserts(name, inserts)
  const spent = statement + (inserts.length === 0 ? 0 : fold * inserts.length) + rules
  rows.push({
    step: name, cpuMs: round(cpuMs), changes: inserts.length, statement: round(statement), rules: round(rules, 4),
    fold: round(fold * inserts.length), share: round(spent / (cpuMs + fold * inserts.length)), goal: GOAL,
  }) // prettier-ignore
}
console.table(rows)
console.table(folds.map((one) => ({ ...one, cpuMs: round(one.cpuMs) })))
console.log(bytes)
for (const measure of ['returned', 'withdrawn', 'urged'] as const) console.log(measure, await planOf(measure))
mkdirSync('bench/results', { recursive: true })
writeFileSync('bench/results/figures.json', `${JSON.stringify({ rows, folds, bytes }, null, 2)}\n`)

agent.destroy()
await Promise.all([product.stop(), floor.stop()])
await own.close()
await owner.end()
await database.close()

/** Figures of everything that the fill made: cells are there when steps are counted, as in life; and what they take. */
async function countEverything() {
  const first = await own.withTenant(1, firstDay)
  for (const unit of unitsOf(first ?? shanghaiToday(now), shanghaiToday(now)))
    await own.withTenant(1, (tx) => recount(tx, unit, true, now))
  await owner.query('VACUUM (ANALYZE) figure_cell')
  const { rows } = await owner.query<{ cells: number; bytes: number; requests: number; days: number }>(
    `SELECT (SELECT count(*) FROM figure_cell)::int AS cells, pg_total_relation_size('figure_cell')::int AS bytes,
            count(*)::int AS requests, count(DISTINCT created_at::date)::int AS days FROM request`,
  )
  const [found = { cells: 0, bytes: 0, requests: 1, days: 0 }] = rows
  return { ...found, bytesARequest: Math.round(found.bytes / found.requests) }
}

/** CPU of our process and PostgreSQL for one step of each kind, the median of blocks, and what it sent. */
async function takeSteps(): Promise<Record<string, { cpuMs: number; recording: Recording }>> {
  const spent: Record<string, number[]> = {}
  const sent: Record<string, Recording> = {}
  for (let nth = 0; nth < BLOCKS; nth += 1) {
    const ids = (
      await block(
        'create',
        Array.from({ length: BLOCK }, (_, at) => callOf(scene, 'create', at)),
      )
    ).map(
      (body) => (JSON.parse(body) as { id: string }).id, // the reply of its contract
    )
    for (const [at, { name, body }] of STEPS.entries())
      await block(
        name,
        ids.map((id) => stepCall(scene, id, { ...body, seq: at + 1 })),
      )
  }
  return Object.fromEntries(
    Object.entries(spent).map(([name, [, ...values]]) => [
      name,
      { cpuMs: median(values), recording: sent[name] ?? [] },
    ]),
  )

  async function block(name: string, [first, ...rest]: Call[]): Promise<string[]> {
    await product.ask({ do: 'record' })
    const head = first ? [await one(agent, product.port, first)] : []
    sent[name] = await product.ask<Recording>({ do: 'recorded' })
    const before = { own: processCpuMs(product.pid), postgres: postgresCpuMs(database.postmasterPid) }
    const bodies: string[] = []
    for (const call of rest) bodies.push(await one(agent, product.port, call))
    const postgres = spentBetween(before.postgres, postgresCpuMs(database.postmasterPid))
    ;(spent[name] ??= []).push((processCpuMs(product.pid) - before.own + postgres) / rest.length)
    return [...head, ...bodies]
  }
}

/** How a page of what is seldom so is found in a district's year: by its index, not by reading the year. */
async function planOf(measure: Measure): Promise<string> {
  const moment = MOMENT[familyOf(measure)]
  await owner.query(`BEGIN; SET LOCAL ROLE linli_app; SET LOCAL app.tenant_id = 1; SET LOCAL plan_cache_mode = force_generic_plan;
    PREPARE seldom (int, timestamptz, timestamptz) AS SELECT r.id FROM request r WHERE r.tenant_id = $1 AND r.${moment} >= $2 AND r.${moment} < $3
       AND (${sqlOf(measure)}) ORDER BY r.${moment} DESC, r.id DESC LIMIT 51`)
  const { rows } = await owner.query<{ 'QUERY PLAN': string }>(
    `EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) EXECUTE seldom (1, now() - interval '1 year', now())`,
  )
  await owner.query('ROLLBACK; DEALLOCATE ALL')
  return rows
    .map((row) => row['QUERY PLAN'].trim())
    .filter((line) => /Index|Scan|Time/.test(line))
    .join('; ')
}

/** One step's inserts for figures: node, the way there, PostgreSQL. */
async function timeInserts(name: string, inserts: Recording): Promise<number> {
  const begin = [{ text: 'BEGIN; SET LOCAL app.tenant_id = 1' }]
  const commit = [{ text: 'COMMIT' }]
  const again = Array.from({ length: REPEATED }, () =>
    inserts.map((insert) => ({ ...insert, values: insert.values?.map((value, at) => (at === 1 ? uuidv7() : value)) })),
  )
  const operations: Replays = {
    [`${name}-none`]: { recordings: [[...begin, ...commit]], sinceMs: 0 },
    [`${name}-five`]: { recordings: [[...begin, ...again.flat(), ...commit]], sinceMs: now.getTime() },
  }
  await floor.ask({ do: 'replay', operations })
  const spent: Record<string, number[]> = {}
  for (let nth = 0; nth < BLOCKS; nth += 1)
    for (const operation of Object.keys(operations)) {
      const calls = Array.from({ length: TRANSACTIONS }, (): Call => ({
        method: 'POST',
        path: `/${operation}/0/`,
        headers: {},
      }))
      const before = { own: processCpuMs(floor.pid), postgres: postgresCpuMs(database.postmasterPid) }
      for (const call of calls) await one(agent, floor.port, call)
      const postgres = spentBetween(before.postgres, postgresCpuMs(database.postmasterPid))
      ;(spent[operation] ??= []).push((processCpuMs(floor.pid) - before.own + postgres) / TRANSACTIONS)
    }
  await owner.query('DELETE FROM figure_change')
  const of = (operation: string) => median(spent[operation]?.slice(1) ?? [])
  return (of(`${name}-five`) - of(`${name}-none`)) / REPEATED
}

/** Requests all over the district, as they stand. */
async function someRows(limit: number): Promise<RequestRecord[]> {
  const found = await own.withTenant(1, (tx) =>
    tx.many<RequestRecord>({
      text: 'SELECT * FROM request WHERE tenant_id = $1 AND clocks IS NOT NULL ORDER BY md5(id::text) LIMIT $2',
      values: [tx.tenantId, limit],
    }),
  )
  // Today's steps on them
  return found.map((row) => ({ ...row, created_at: now.toISOString() }))
}

/** The pure part of one step, ms. */
async function timeRules(): Promise<number> {
  const rows = await someRows(1_000)
  const spent: number[] = []
  for (let nth = 0; nth < 20; nth += 1) {
    const before = process.cpuUsage()
    for (const row of rows) {
      const { clocks, status } = row
      const was = notSent(row)
      const changes = passed(was, { action: 'offer', status, clocks, at: now.toISOString(), actorPersonId: null })
      difference(was, { ...was, ...changes, sent_at: now.toISOString() })
    }
    const { user, system } = process.cpuUsage(before)
    spent.push((user + system) / 1_000 / rows.length)
  }
  return median(spent)
}

/** Adding up changes of steps that were taken all over the district: CPU for one of them, by how many are added up at once. */
async function timeFolds() {
  await owner.query('DELETE FROM figure_change')
  const found = []
  for (const portion of PORTIONS) {
    const spent: number[] = []
    for (let nth = 0; nth < 4; nth += 1) {
      const rows = await someRows(portion)
      await own.withTenant(1, async (tx) => {
        for (const row of rows) await noteChange(tx, notSent(row), sentNow(row))
      })
      const before = { own: process.cpuUsage(), postgres: postgresCpuMs(database.postmasterPid) }
      await own.withTenant(1, (tx) => foldAll(tx, now))
      const { user, system } = process.cpuUsage(before.own)
      spent.push(
        ((user + system) / 1_000 + spentBetween(before.postgres, postgresCpuMs(database.postmasterPid))) / portion,
      )
    }
    found.push({ portion, cpuMs: median(spent.slice(1)) })
  }
  return found
}

function median(values: readonly number[]): number {
  return percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  )
}

function round(value: number, digits = 3): number {
  return Number(value.toFixed(digits))
}
