/**
 * The other desks: a supervisor finds what sticks, orders it done and lifts the order; a call that is not answered is
 * counted; the map leads to its request; a limit is changed with its source; a post is made; the wall loses its line.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { listWork, RequestView, superviseBoard } from '#contracts/requests.ts'
import { launchBrowser } from '../browser.ts'
import { callAs, visit } from '../visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

it('a supervisor orders a stuck request done, sees it with its own deadline, and lifts the order', async () => {
  const { page, faults, close } = await visit(browser, 'subdistrictSupervisor', '/console/supervise')
  await page.locator('.finding').waitFor()
  const stuck = page.locator('.sup-list > li', { has: page.getByRole('button', { name: '督办', exact: true }) }).first()
  const title = await stuck.locator('.sup-title').innerText()
  await stuck.getByRole('button', { name: '督办', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('为什么督办、要求什么').fill('居民等得太久，明天下班前答复怎么办。')
  await dialog.getByRole('button', { name: '下督办' }).click()

  const order = page.locator('.panel', { hasText: '督办中' }).locator('li', { hasText: title }).last()
  await order.getByText('居民等得太久').waitFor()
  await order.getByRole('button', { name: '解除' }).click()
  await page.getByRole('dialog').getByLabel('为什么解除').fill('已当面说清。')
  await page.getByRole('dialog').getByRole('button', { name: '解除' }).click()
  await page.locator('.sup-words', { hasText: '居民等得太久' }).waitFor({ state: 'detached' })
  expect(faults).toEqual([])
  await close()
})

it('the numbers of the board are those of the server, and a bar opens its rows', async () => {
  const one = await visit(browser, 'subdistrictSupervisor', '/console/supervise')
  const board = await callAs<ReplyOf<typeof superviseBoard>>(one, 'GET', '/api/requests/supervise')
  const grid = board.byGrid[0]
  if (!grid) throw new Error('the demo has nothing open')
  await one.page.locator('.bars a', { hasText: grid.name }).click()
  await one.page.waitForURL(/view=open.*placeId=/)
  await one.close()
})

it('a call that was not answered is counted and the next one opens', async () => {
  const one = await visit(browser, 'followUpStaff', '/console/follow-up')
  const { rows } = await callAs<ReplyOf<typeof listWork>>(one, 'GET', '/api/requests/work?view=followUp')
  const id = rows[0]?.id ?? ''
  await one.page.locator('.fu-form').waitFor()
  await one.page.keyboard.press('2')
  await one.page.keyboard.press('Control+Enter')
  await one.page.getByText('已记一次没打通').waitFor()
  const { events, status } = await callAs<RequestView>(one, 'GET', `/api/requests/${id}`)
  expect(status).toBe('finished')
  expect(events.find(({ action }) => action === 'callBack')?.facts).toMatchObject({ reached: false })
  expect(one.faults).toEqual([])
  await one.close()
})

it('the map and its list show the same things; the keyboard reaches a request', async () => {
  const { page, close } = await visit(browser, 'communityStaff', '/console/map')
  await page.locator('.mapp-list li').first().waitFor()
  await page.locator('.map-pin').first().waitFor()
  expect(await page.locator('.map-pin').count()).toBe(await page.locator('.mapp-list li').count())
  await page.locator('.mapp-list a').first().focus()
  await page.locator('.map-pin[data-look=drop]').waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/requests\//)
  await close()
})

it('a limit is changed only with its source', async () => {
  const { page, close } = await visit(browser, 'operator', '/console/categories')
  await page.getByRole('button', { name: '修改' }).click()
  const limit = page.getByRole('dialog').locator('fieldset', { hasText: '先行联系' })
  await limit.getByLabel('多久').fill('2')
  await limit.getByLabel('出处').fill('')
  await page.getByRole('dialog').getByText('每个时限都要写出处').waitFor()
  await limit.getByLabel('出处').fill('云桥区为民办事细则第六条')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.getByRole('cell', { name: '云桥区为民办事细则第六条' }).waitFor()
  await close()
})

it('whoever lacks the right reads whose matter it is', async () => {
  const { page, faults, close } = await visit(browser, 'followUpStaff', '/console/audit')
  await page.getByText('这件事要由相应岗位来办').waitFor()
  expect(faults).toEqual([])
  await close()
})

it('the wall shows no names and says of when it is once the line is lost', async () => {
  const { page, context, close } = await visit(browser, 'districtSupervisor', '/screen', { view: 'screen' })
  await page.locator('.city').waitFor()
  expect(await page.locator('main').innerText()).not.toMatch(/\d{3,4}\s*室|1[3-9]\d{9}/)
  await context.setOffline(true)
  await page.locator('.wall[data-stale=true] .wall-stale').waitFor({ timeout: 90_000 })
  await close()
})
