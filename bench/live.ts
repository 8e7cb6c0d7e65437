/**
 * Open pages: what each costs, and how soon all of them hear of a change: `npm run bench -- live` (Linux; three minutes).
 * Writes bench/results/live.json.
 *
 * 5,000 residents of one compound have the product open, so that every change concerns every page: the worst case, in a
 * district most changes concern a few hundred. First all are connected to one process, then half to each of two processes on
 * one database, the changes being made at the first. Every other second a resident reports something; the time from sending
 * that call to each page's event is kept, so the call itself is in it.
 *
 * Read: p50, p99 and the last of all deliveries in milliseconds (goal: p99 ≤ 1 s); memory per page is the growth of the
 * process's resident memory divided by the pages (goal: ≤ 20 kB); `missed` and `doubled` must be 0; `beat` is the CPU time
 * of a heartbeat, in which all sessions are looked up again.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { connect as connectSocket, type Socket } from 'node:net'
import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { startChild, type Child } from './loop/child.ts'
import { memoryMb, processCpuMs } from './loop/cpu.ts'
import { connect, MASTER_KEY, openFilled } from './loop/database.ts'
import { one, percentile } from './loop/load.ts'
import { callOf, lookUp } from './loop/scene.ts'

const PAGES = 5_000
const CHANGES = 30
const PAUSE_MS = 2_000
const BEAT_MS = 20_000

const database = await openFilled({ total: 25_000, open: 3_000 })
const owner = await connect(database.url)
const scene = await lookUp(owner)
const cookies = await residentsOfOneCompound(owner)
const agent = new Agent({ keepAlive: true })
const rows = []
try {
  for (const processes of [1, 2]) rows.push(await tryWith(processes))
} finally {
  agent.destroy()
  await owner.end()
  await database.close()
}
console.table(rows)
mkdirSync('bench/results', { recursive: true })
writeFileSync('bench/results/live.json', `${JSON.stringify(rows, null, 2)}\n`)

type Heard = { page: number; at: number }

async function tryWith(count: number) {
  const servers: Child[] = []
  for (let nth = 0; nth < count; nth += 1)
    servers.push(await startChild('product', [database.url, MASTER_KEY.toString('hex'), 'work']))
  const heard = new Map<string, Heard[]>()
  const pages: Socket[] = []
  try {
    // One call warms each process; what it then holds is not a page's.
    for (const { port } of servers) await one(agent, port, callOf(scene, 'get', 0))
    await sleep(3_000)
    const empty = servers.map(({ pid }) => memoryMb(pid))
    for (const [page, cookie] of cookies.entries()) {
      const server = servers[page % servers.length] as Child // one for each process
      pages.push(await openPage(server.port, cookie, (id) => note(heard, id, { page, at: performance.now() })))
    }
    await sleep(3_000)
    const full = servers.map(({ pid }) => memoryMb(pid))
    const cpuBefore = servers.map(({ pid }) => processCpuMs(pid))
    await sleep(BEAT_MS)
    const beatMs = servers.map(({ pid }, nth) => processCpuMs(pid) - (cpuBefore[nth] ?? 0))

    const delays: number[] = []
    let missed = 0
    let doubled = 0
    for (let nth = 0; nth < CHANGES; nth += 1) {
      const sentAt = performance.now()
      const { id } = JSON.parse(await one(agent, servers[0]?.port ?? 0, callOf(scene, 'create', 0))) as { id: string }
      await sleep(PAUSE_MS)
      const told = heard.get(id) ?? []
      const reached = new Set(told.map(({ page }) => page)).size
      missed += PAGES - reached
      doubled += told.length - reached
      delays.push(...told.map(({ at }) => at - sentAt))
      heard.clear()
    }
    const after = servers.map(({ pid }) => memoryMb(pid))
    const sorted = delays.sort((a, b) => a - b)
    return {
      processes: count,
      pages: PAGES,
      p50Ms: Math.round(percentile(sorted, 0.5)),
      p99Ms: Math.round(percentile(sorted, 0.99)),
      lastMs: Math.round(sorted.at(-1) ?? NaN),
      missed,
      doubled,
      kbAPage: Number((((sum(full) - sum(empty)) * 1024) / PAGES).toFixed(1)),
      mb: full.join(' + '),
      mbAfterChanges: after.join(' + '),
      beatCpuMs: Math.round(sum(beatMs)),
    }
  } finally {
    for (const page of pages) page.destroy()
    for (const server of servers) await server.stop()
  }
}

/** A page as a browser holds it: one socket that is only read. */
function openPage(port: number, cookie: string, onChange: (requestId: string) => void): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connectSocket(port, '127.0.0.1')
    let unread = ''
    socket.on('error', reject)
    socket.on('data', (bytes: Buffer) => {
      unread += bytes.toString('latin1')
      if (unread.includes('"hello"')) resolve(socket)
      for (const [, id = ''] of unread.matchAll(/"type":"request","id":"([0-9a-f-]{36})"/g)) onChange(id)
      unread = unread.slice(unread.lastIndexOf('\n') + 1)
    })
    socket.write(`GET /api/live HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\n\r\n`)
  })
}

function note(heard: Map<string, Heard[]>, id: string, one: Heard) {
  const told = heard.get(id)
  if (told) told.push(one)
  else heard.set(id, [one])
}

/** Everybody lives where the scene's resident reports. */
async function residentsOfOneCompound(client: pg.Client): Promise<string[]> {
  const { rows: people } = await client.query<{ id: string }>(
    `UPDATE person p SET home_place_id = b.id
       FROM (SELECT id FROM person WHERE tenant_id = 1 AND nickname LIKE '邻居%' ORDER BY id LIMIT $3) one,
            (SELECT building_id AS id FROM request WHERE tenant_id = 1 AND lon = $1 AND lat = $2 AND building_id IS NOT NULL LIMIT 1) b
      WHERE p.tenant_id = 1 AND p.id = one.id RETURNING p.id`,
    [scene.point.lon, scene.point.lat, PAGES],
  )
  if (people.length < PAGES) throw new Error(`only ${people.length} residents`)
  const secrets = people.map(() => randomBytes(32).toString('base64url'))
  await client.query(
    `INSERT INTO session (tenant_id, id, secret_hash, person_id, staff, user_agent, created_at, last_seen_at, idle_until, ends_at)
     SELECT 1, id, hash, person_id, false, 'bench', now(), now() + interval '50 seconds', now() + interval '6 hours', now() + interval '6 hours'
       FROM unnest($1::uuid[], $2::bytea[], $3::uuid[]) AS t(id, hash, person_id)`,
    [
      people.map(() => uuidv7()),
      secrets.map((secret) => createHash('sha256').update(secret).digest()),
      people.map(({ id }) => id),
    ],
  )
  return secrets.map((secret) => `linli=1.${secret}`)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
