/**
 * The register at the desk: a place is found by its door, the tree is walked by keys, buildings are entered many at once and
 * taken out again, and a building shows its doors.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { listRegister, RegisterPlace } from '#contracts/places.ts'
import { launchBrowser } from '../browser.ts'
import { callAs, visit, type Visit } from '../visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const within = (one: Visit, parentId: string) =>
  callAs<ReplyOf<typeof listRegister>>(one, 'GET', `/api/register?parentId=${parentId}`)

it('the tree is walked by keys, down to a compound with its figures', async () => {
  const one = await visit(browser, 'operator', '/console/register')
  const { page } = one
  await page
    .getByRole('treeitem', { name: /云桥区/ })
    .first()
    .focus()
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown']) {
    await page.keyboard.press(key)
    await page.waitForTimeout(400) // what was opened is asked for
  }
  await page.keyboard.press('Enter')
  await page.locator('.pplace h1', { hasText: '社区' }).waitFor()
  await page.getByRole('treeitem', { name: /社区/, selected: true }).waitFor()
  await page.locator('.pfigs', { hasText: '小区' }).waitFor()
  expect(one.faults).toEqual([])
  await one.close()
})

it('buildings are entered many at once, show their doors, and are taken out again', async () => {
  const one = await visit(browser, 'operator', '/console/register')
  const { page } = one
  await page.getByRole('treeitem', { name: /梧桐街道/ }).click()
  await page.getByRole('button', { name: '添加', exact: true }).click()
  await page.getByRole('dialog').getByLabel('名称').fill('试建社区')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.locator('.pplace h1', { hasText: '试建社区' }).waitFor()
  await page.getByRole('button', { name: '添加', exact: true }).click()
  await page.getByRole('dialog').getByLabel('名称').fill('试建小区')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.locator('.pplace h1', { hasText: '试建小区' }).waitFor()
  const placeId = page.url().split('/').at(-1) ?? ''

  await page.getByRole('button', { name: '批量建楼' }).click()
  await page.getByLabel('哪些楼').fill('1-3')
  await page.getByText('3 栋、6 个单元、72 户').waitFor()
  await page.getByRole('button', { name: '建 72 户' }).click()
  await page.locator('.pfigs', { hasText: '72' }).waitFor()
  const buildings: RegisterPlace[] = await within(one, placeId)
  expect(buildings.map(({ name, households }) => [name, households])).toEqual([
    ['1 栋', 24],
    ['2 栋', 24],
    ['3 栋', 24],
  ])
  await page.locator('.pinside').getByRole('link', { name: '2 栋' }).click()
  await page.locator('.pstair h3').first().waitFor()
  expect(await page.locator('.pdoor').count()).toBe(24)

  await page.goto(`/console/register/${placeId}`)
  await page.getByRole('button', { name: '删除' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
  await page.getByText('已删除 82 处').waitFor()
  await page.locator('.pplace h1', { hasText: '试建社区' }).waitFor()
  expect(one.faults).toEqual([])
  await one.close()
})

it('a door is found however it is written', async () => {
  const one = await visit(browser, 'communityStaff', '/console/register')
  await one.page.locator('.preg-find input').fill('桂园小区8号楼二单元301')
  await one.page.getByRole('button', { name: /8 栋 2 单元 301 室/ }).waitFor()
  await one.close()
})
