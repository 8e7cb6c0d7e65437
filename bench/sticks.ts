/**
 * How soon a supervisor sees that something sticks, and why: `npm run bench -- sticks` (needs a build; half a minute). Writes
 * bench/results/sticks.json.
 *
 * The built server with its demo; a supervisor's open board in a browser, and a unit that gives back one request after another.
 * Read: `seenMs` from the moment the step is sent until its row stands on the board with the word 退回, `answeredMs` of it until
 * the step was answered. Goal: within a second.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import type { BrowserContext } from 'playwright-core'
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { listReasons, listWork, RequestView } from '#contracts/requests.ts'
import { launchBrowser, VIEWS } from '../e2e/browser.ts'
import { startProduct } from '../e2e/server.ts'
import { newId } from '#platform/ids.ts'
import { demoSignIn } from './loop/demo-sign-in.ts'

const MOST = 20

const product = await startProduct()
const browser = await launchBrowser()
const board = await browser.newContext({ ...VIEWS.desk, baseURL: product.url })
const unit = await browser.newContext({ baseURL: product.url })
await demoSignIn(board, product.url, 'subdistrictSupervisor')
await demoSignIn(unit, product.url, 'unitUser')
const page = await board.newPage()
await page.goto('/console/supervise')
await page.locator('.sup-list > li').first().waitFor()

const reasons = await read<ReplyOf<typeof listReasons>>(unit, '/api/requests/reasons')
const reasonCode = reasons.find(({ list }) => list === 'return')?.code
const { rows } = await read<ReplyOf<typeof listWork>>(unit, '/api/requests/work?view=open&limit=100')
const tried: { answeredMs: number; seenMs: number }[] = []
for (const { id } of rows) {
  if (tried.length === MOST) break
  const { seq, title, allowedActions } = await read<RequestView>(unit, `/api/requests/${id}`)
  if (!allowedActions.some(({ action, blocked }) => action === 'giveBack' && !blocked)) continue
  const row = page.locator('.sup-list > li', { hasText: title }).filter({ hasText: '退回' })
  const already = await row.count()
  const began = performance.now()
  const reply = await unit.request.post(`/api/requests/${id}/steps`, {
    data: { action: 'giveBack', seq, reasonCode, note: '不在我们的范围，转市政。' },
    headers: { origin: product.url, 'idempotency-key': newId() },
  })
  const answeredMs = Math.round(performance.now() - began)
  if (!reply.ok()) throw new Error(`giving back was refused: ${await reply.text()}`)
  await row.nth(already).waitFor()
  tried.push({ answeredMs, seenMs: Math.round(performance.now() - began) })
}
const of = (name: keyof (typeof tried)[number]) => tried.map((one) => one[name]).toSorted((a, b) => a - b)
const figures = (['answeredMs', 'seenMs'] as const).map((name) => ({
  what: name,
  n: tried.length,
  median: of(name)[tried.length >> 1],
  most: of(name).at(-1),
}))
console.table(figures)
mkdirSync('bench/results', { recursive: true })
writeFileSync('bench/results/sticks.json', `${JSON.stringify(figures, null, 2)}\n`)
await browser.close()
await product.stop()

async function read<Reply>(from: BrowserContext, path: string): Promise<Reply> {
  return (await (await from.request.get(path)).json()) as Reply // the contract's reply
}
