/**
 * How soon a cheap phone on a weak line shows what waits for its owner: `npm run bench -- phone` (needs a build; about a
 * minute). Writes bench/results/phone.json.
 *
 * The built server with its demo, and Chromium held down as Lighthouse holds its phone: a processor four times slower, a
 * line of 1.6 Mbit/s with 150 ms there and back. A resident who is signed in opens the home page, a stranger the sign-in
 * page; `first` has nothing kept, `again` has the scripts of the visit before. Read: `paintMs` to the first words,
 * `readyMs` to the first question with its answers (or the sign-in form), `kB` over the line until then, `scriptKb` of
 * them script. Median of five. Goal: first card within 4 s, again within 2 s.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, VIEWS } from '../e2e/browser.ts'
import { demoSignIn } from './loop/demo-sign-in.ts'

const RUNS = 5
const QUIET_MS = 3_000 // what comes after the first paint (photos, drafts) is done by then
const SLOWER = 4
/** Lighthouse's "slow 4G", which stands for the slowest quarter of 4G lines. */
const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const PAGES = [
  { page: 'home', path: '/', role: 'resident', ready: '.ask button' },
  { page: 'sign-in', path: '/sign-in', role: undefined, ready: '.sign-in input' },
]

const dataDir = mkdtempSync(join(tmpdir(), 'linli-bench-phone-'))
const port = await freePort()
const origin = `http://127.0.0.1:${port}`
const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, LINLI_DEMO: 'on' }
const server = spawn(process.execPath, ['dist/server.mjs'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
while (!(await fetch(`${origin}/ready`).catch(() => undefined))?.ok) {
  if (server.exitCode !== null) throw new Error('the server ended')
  await sleep(100)
}
const browser = await launchBrowser()

const results = []
for (const { page, path, role, ready } of PAGES) {
  const visits = []
  for (let run = 0; run < RUNS; run++) visits.push(await visitTwice(browser, path, role, ready))
  for (const visit of ['first', 'again'] as const)
    results.push({ page, visit, ...median(visits.map((both) => both[visit])) })
}
console.table(results)
mkdirSync('bench/results', { recursive: true })
writeFileSync('bench/results/phone.json', `${JSON.stringify(results, null, 2)}\n`)

await browser.close()
server.kill('SIGTERM')
await once(server, 'exit')
rmSync(dataDir, { recursive: true, force: true })

/** Without the service worker, whose own line cannot be held down: it would flatter the second visit. */
async function visitTwice(browser: Browser, path: string, role: string | undefined, ready: string) {
  const context = await browser.newContext({ ...VIEWS.phone, serviceWorkers: 'block', baseURL: origin })
  if (role) await demoSignIn(context, origin, role)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', LINE)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const first = await opened(page, path, ready)
  await sleep(QUIET_MS)
  const again = await opened(page, path, ready)
  await context.close()
  return { first, again }
}

async function opened(page: Page, path: string, ready: string) {
  await page.goto(path, { waitUntil: 'commit' })
  await page.waitForSelector(ready)
  const { readyMs, paintMs, files } = await page.evaluate(() => ({
    readyMs: performance.now(),
    paintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    files: (performance.getEntriesByType('resource') as PerformanceResourceTiming[]) // what this type of entry is
      .map(({ name, transferSize }) => ({ name, transferSize })),
  }))
  const kb = (some: typeof files) => Math.round(some.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1000)
  return {
    paintMs: Math.round(paintMs),
    readyMs: Math.round(readyMs),
    kB: kb(files),
    scriptKb: kb(files.filter(({ name }) => name.endsWith('.js'))),
  }
}

type Figures = Awaited<ReturnType<typeof opened>>
function median(all: Figures[]) {
  const names = ['paintMs', 'readyMs', 'kB', 'scriptKb'] as const
  const middle = (name: (typeof names)[number]) =>
    all.map((one) => one[name]).toSorted((a, b) => a - b)[all.length >> 1]
  return Object.fromEntries(names.map((name) => [name, middle(name)]))
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}
