/**
 * Somebody of the community redraws the areas of a compound: a house passes to the neighbour by a tap, is counted at once,
 * taken back and given again from the list by a key; the change is saved with its reason and stands in the history.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { callAs, visit } from '../visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const countOf = async (page: Page, at: number) =>
  parseInt(await page.locator('.grids-list .grids-count').nth(at).innerText(), 10)

it('a house passes from one area to another, live on the map, and is saved with a reason', async () => {
  const one = await visit(browser, 'communityStaff', '/console')
  const [compound] = await callAs<{ id: string }[]>(one, 'GET', `/api/places/search?q=${encodeURIComponent('桂园小区')}&level=compound`) // prettier-ignore
  const { page, faults } = one
  await page.goto(`/console/register/${compound?.id}/grids?level=3`)
  await page.locator('.grids-list > li').nth(1).waitFor()
  const before = [await countOf(page, 0), await countOf(page, 2)]

  const house = await page.locator('svg text', { hasText: /^10 栋$/ }).first().boundingBox() // prettier-ignore
  if (!house) throw new Error('the map names no house')
  await page.mouse.click(house.x + house.width / 2, house.y + house.height / 2)
  await expect.poll(() => countOf(page, 0)).toBeGreaterThan(before[0] ?? 0)
  expect((await countOf(page, 0)) + (await countOf(page, 2))).toBe((before[0] ?? 0) + (before[1] ?? 0))
  await page.keyboard.press('Control+z')
  await expect.poll(() => countOf(page, 0)).toBe(before[0])

  await page.getByRole('tab', { name: '楼栋' }).click()
  await page.locator('.grids-houses tbody tr', { hasText: /^10 栋/ }).focus()
  await page.keyboard.press('1')
  await page.getByRole('button', { name: '保存调整' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByText('10 栋：').waitFor()
  await sheet.getByLabel('为什么调整').fill('片长就住旁边，方便联系。')
  await sheet.getByRole('button', { name: '保存调整' }).click()
  await sheet.waitFor({ state: 'detached' })

  await page.getByRole('tab', { name: '历史' }).click()
  await page.locator('.grids-changes > li', { hasText: '片长就住旁边' }).first().waitFor()
  expect(faults).toEqual([])
  await one.close()
})
