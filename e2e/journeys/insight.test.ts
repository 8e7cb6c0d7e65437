/**
 * A supervisor's open pages: a figure opens as many rows as it says; what comes in and what is given back is there by itself,
 * with no reload; the wall shows what changed, at both of its sizes, with nothing cut off.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { figuresOverview } from '#contracts/figures.ts'
import type { listReasons, listWork, RequestView } from '#contracts/requests.ts'
import { launchBrowser } from '../browser.ts'
import { callAs, visit } from '../visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

it('a figure opens exactly the rows that it counted, and one of them beside the list', async () => {
  const one = await visit(browser, 'subdistrictSupervisor', '/console/insight')
  await one.page.locator('.funnel-stage').first().waitFor()
  await one.page.locator('.in-apart a').first().click()
  await one.page.waitForURL(/insight\/apart.*kind=silence/)

  await one.page.goto('/console/insight/rows?measure=bySilence')
  await one.page.locator('.br-side li').first().waitFor()
  const { from, to, counts } = await callAs<ReplyOf<typeof figuresOverview>>(
    one,
    'GET',
    `/api/figures/overview?from=2026-01-01&to=${new Date().toISOString().slice(0, 10)}`,
  )
  await one.page.goto(`/console/insight/rows?measure=bySilence&from=${from}&to=${to}`)
  await one.page.locator('.br-side li').first().waitFor()
  expect(await one.page.locator('.br-n').innerText()).toBe(String(counts.bySilence))
  await one.page.locator('.br-open .pane-title').waitFor()
  expect(one.faults).toEqual([])
  await one.close()
})

it('what is given back stands on the open board of the supervisor within a moment, with its reason', async () => {
  const board = await visit(browser, 'subdistrictSupervisor', '/console/supervise')
  await board.page.locator('.sup-list').first().waitFor()
  const unit = await visit(browser, 'unitUser', '/console')
  const { rows } = await callAs<ReplyOf<typeof listWork>>(unit, 'GET', '/api/requests/work?view=open&limit=50')
  const views = await Promise.all(rows.map(({ id }) => callAs<RequestView>(unit, 'GET', `/api/requests/${id}`)))
  const mine = views.find(({ allowedActions }) =>
    allowedActions.some(({ action, blocked }) => action === 'giveBack' && !blocked),
  )
  if (!mine) throw new Error('the demo gives the unit nothing to give back')
  let loads = 0
  board.page.on('load', () => (loads += 1))
  const reasons = await callAs<ReplyOf<typeof listReasons>>(unit, 'GET', '/api/requests/reasons')
  await callAs(unit, 'POST', `/api/requests/${mine.id}/steps`, {
    action: 'giveBack',
    seq: mine.seq,
    reasonCode: reasons.find(({ list }) => list === 'return')?.code,
    note: '不在我们的范围，转市政。',
  })
  const row = board.page.locator('.sup-list > li', { hasText: mine.title }).filter({ hasText: '退回' })
  await row.first().waitFor({ timeout: 5_000 })
  expect(loads).toBe(0)
  await unit.close()
  await board.close()
})

it.each([
  [1920, 1080],
  [3840, 2160],
])('the wall at %d × %d cuts nothing off and writes nothing small', async (width, height) => {
  const one = await visit(browser, 'districtSupervisor', '/screen', { view: 'screen' })
  await one.page.setViewportSize({ width, height })
  await one.page.locator('.city').waitFor()
  await one.page.locator('.wall-month').waitFor()
  const found = await one.page.evaluate(() => {
    const texts = [...document.querySelectorAll('.wall :is(h1, h2, h3, p, dt, dd, figcaption, time)')]
    const boxes = texts.map((element) => ({
      words: element.textContent,
      box: element.getBoundingClientRect(),
      px: parseFloat(getComputedStyle(element).fontSize),
    }))
    return boxes
      .filter(({ words, box }) => words && box.width > 0)
      .flatMap(({ words, box, px }) =>
        box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight
          ? [`cut off: ${words}`]
          : px < (16 * innerHeight) / 1080
            ? [`small: ${words}`]
            : [],
      )
  })
  expect(found).toEqual([])
  const [month, side] = await Promise.all(
    ['.wall-month', '.wall-side'].map((part) => one.page.locator(part).boundingBox()),
  )
  expect((month?.x ?? 0) + (month?.width ?? 0)).toBeLessThan(side?.x ?? 0)
  expect(one.faults).toEqual([])
  await one.close()
})
