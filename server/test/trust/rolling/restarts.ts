/**
 * Rolling restarts under load: two processes behind the proxy, one after the other stopped by SIGTERM and started again, while
 * people read, report and listen. Counts what failed and what happened twice.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startEmbedded } from '#platform/embedded-postgres.ts'
import { enter, removeBundle, startServer, type Browser, type ServerProcess } from '../server-process.ts'
import { startProxy, type Backend } from './proxy.ts'

/** Several looks of the proxy, which looks every 200 ms. */
const STOP_WAIT_S = '2'
const READS = ['/api/home', '/api/requests/work?limit=20', '/api/requests/work/counts']
const WRITES_OF_TEN = 3
const STREAMS = 5
const TRIES = 5

const isBusy = (answer: Response) => answer.status === 503 && answer.headers.has('retry-after')

export type Outcome = {
  restarts: number
  calls: number
  writes: number
  perSecond: number
  failed: string[]
  /** Told "busy, come again" (the machine, not the restart) and sent again with the same key, as the phone does. */
  busy: number
  /** Reports acknowledged and not there, there twice, or told twice. */
  lost: number
  doubled: number
  toldTwice: number
  /** Streams that came back, of those that were sent away. */
  cameBack: number
  passedOn: number
  held: number
  p99Ms: number
  stopMs: number
}

export async function rollingRestarts({
  restarts,
  perSecond,
}: {
  restarts: number
  perSecond: number
}): Promise<Outcome> {
  const root = mkdtempSync(join(tmpdir(), 'linli-restarts-'))
  /** What has been started, to be stopped backwards, also when something on the way fails. */
  const started: (() => unknown)[] = [removeBundle, () => rmSync(root, { recursive: true, force: true })]
  try {
    const postgres = await startEmbedded({ dataDir: root, log: () => undefined })
    started.push(() => postgres.stop())
    const more = { DATABASE_URL: postgres.url, LINLI_STOP_WAIT: STOP_WAIT_S }
    const start = () => startServer(root, more)
    const servers: ServerProcess[] = []
    started.push(() => Promise.all(servers.map((one) => one.stop())))
    for (let nth = 0; nth < 2; nth += 1) servers.push(await start())
    const backends: Backend[] = servers.map(({ origin }) => ({ origin, ready: true }))
    const proxy = await startProxy(backends)
    started.push(() => proxy.stop())
    const [resident, desk] = [await enter(proxy, 'resident'), await enter(proxy, 'communityStaff')]
    const load = startLoad(resident, desk, perSecond)
    started.push(() => load.stop())
    const listeners = follow(proxy.origin, desk.cookie)
    started.push(() => listeners.stop())
    const stops: number[] = []
    for (let nth = 0; nth < restarts; nth += 1) {
      const at = nth % 2
      const since = performance.now()
      await servers[at]?.stop()
      stops.push(performance.now() - since)
      const next = await start()
      servers[at] = next
      Object.assign(backends[at] ?? {}, { origin: next.origin })
      while (!backends[at]?.ready) await sleep(50)
      await sleep(500)
    }
    const { times, failed, sent, keys, busy } = await load.stop()
    return {
      restarts,
      calls: times.length + failed.length,
      writes: keys.size,
      perSecond: Math.round(sent),
      failed,
      busy,
      ...(await effects(postgres.url, keys)),
      cameBack: await listeners.stop(),
      passedOn: proxy.passedOn(),
      held: proxy.held(),
      p99Ms: Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? NaN),
      stopMs: Math.round(Math.max(...stops)),
    }
  } finally {
    for (const stop of started.toReversed()) await stop()
  }
}

/** Sends at a steady pace whatever comes back, as people do. */
function startLoad(resident: Browser, desk: Browser, perSecond: number) {
  const times: number[] = []
  const failed: string[] = []
  const keys = new Map<string, string | null>()
  const open = new Set<Promise<void>>()
  const began = performance.now()
  let count = 0
  let busy = 0

  async function one(nth: number) {
    const since = performance.now()
    const path = READS[nth % READS.length] ?? ''
    const isWrite = nth % 10 < WRITES_OF_TEN
    const key = crypto.randomUUID()
    const send = () =>
      isWrite
        ? resident.post('/api/requests', { kind: 'problem', text: `路灯不亮 ${key}`, location: {} }, key)
        : desk.get(path)
    try {
      if (isWrite) keys.set(key, null)
      let answer = await send()
      for (let again = 0; isBusy(answer) && again < TRIES; again += 1) {
        busy += 1
        await sleep(Number(answer.headers.get('retry-after')) * 1_000)
        answer = await send()
      }
      const text = await answer.text()
      if (!answer.ok) failed.push(`${isWrite ? 'report' : path}: ${answer.status} ${text.slice(0, 100)}`)
      else if (isWrite) keys.set(key, (JSON.parse(text) as { id: string }).id)
      times.push(performance.now() - since)
    } catch (error) {
      failed.push(
        `${isWrite ? 'report' : path}: ${error instanceof Error ? `${error.message} ${String(error.cause)}` : 'broken off'}`,
      )
    }
  }
  const timer = setInterval(() => {
    for (const due = ((performance.now() - began) / 1000) * perSecond; count < due; count += 1) {
      const call = one(count).finally(() => open.delete(call))
      open.add(call)
    }
  }, 10)
  return {
    async stop() {
      clearInterval(timer)
      const seconds = (performance.now() - began) / 1000
      await Promise.all(open)
      return { times, failed, keys, busy, sent: count / seconds }
    },
  }
}

/** Pages that stay open and come back when they are sent away. */
function follow(origin: string, cookie: string) {
  let stopping = false
  let cameBack = 0
  const halt = new AbortController()
  const page = async () => {
    for (let nth = 0; !stopping; nth += 1) {
      try {
        const stream = await fetch(`${origin}/api/live`, { headers: { cookie }, signal: halt.signal })
        if (nth > 0 && stream.ok) cameBack += 1
        for await (const _part of stream.body ?? []) if (stopping) return
      } catch {
        // the line broke: again, like a page
      }
      await sleep(100)
    }
  }
  const pages = Array.from({ length: STREAMS }, page)
  return {
    async stop() {
      stopping = true
      halt.abort()
      await Promise.all(pages)
      return cameBack
    },
  }
}

async function effects(url: string, keys: ReadonlyMap<string, string | null>) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    for (let waited = 0; waited < 300; waited += 1) {
      const { rows } = await client.query(
        `SELECT count(*)::int AS count FROM outbox WHERE job = 'requests.announce' AND dead_at IS NULL`,
      )
      if (rows[0].count === 0) break
      await sleep(100)
    }
    const ids = [...keys.values()].filter((id) => id !== null)
    const { rows } = await client.query(
      `SELECT (SELECT count(*)::int FROM unnest($1::uuid[]) AS sent (id) WHERE NOT EXISTS (SELECT FROM request r WHERE r.id = sent.id)) AS lost,
              (SELECT count(*)::int FROM (SELECT 1 FROM request WHERE text LIKE '路灯不亮 ________-%' GROUP BY text HAVING count(*) > 1) t) AS doubled,
              (SELECT count(*)::int FROM (SELECT 1 FROM notice WHERE request_id = ANY ($1) AND what = 'request.submit'
                 GROUP BY request_id, post_id, person_id HAVING count(*) > 1) t) AS "toldTwice"`,
      [ids],
    )
    return rows[0] as { lost: number; doubled: number; toldTwice: number }
  } finally {
    await client.end()
  }
}
