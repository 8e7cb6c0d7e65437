/**
 * Organisations and posts at the desk: a building group is founded from a link that fills the sheet in, its post is made,
 * given to somebody and handed on; the chart finds it; a resident puts themself forward and sees how they stand.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { searchPlaces } from '#contracts/places.ts'
import type { listSelections } from '#contracts/selections.ts'
import { launchBrowser } from '../browser.ts'
import { callAs, visit } from '../visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

it('a building group is founded from a link, its post made and filled, and the chart finds both', async () => {
  const one = await visit(browser, 'communityStaff', '/console')
  const { page } = one
  const q = encodeURIComponent('桂园小区 3 栋')
  const places = await callAs<ReplyOf<typeof searchPlaces>>(one, 'GET', `/api/places/search?q=${q}&level=building`)
  const placeId = places[0]?.id ?? ''
  const name = encodeURIComponent('3 栋新党小组')
  await page.goto(`/console/organisations?new=buildingGroup&placeId=${placeId}&name=${name}`)
  await page.getByRole('dialog').getByText('桂园小区 3 栋').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.getByRole('dialog').getByText('楼栋党小组', { exact: true }).waitFor()

  const title = encodeURIComponent('3 栋新组长')
  await page.goto(`/console/posts?new=groupLead&placeId=${placeId}&name=${title}`)
  await page.getByRole('dialog').getByText('桂园小区 3 栋').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '建好' }).click()
  await page.getByText('岗位已建').waitFor() // until then the sheet is in front of the page's own fields
  await page.getByLabel('找岗位、组织或地方').fill('3 栋新组长')
  const row = page.getByRole('row', { name: /3 栋新组长/ })
  await row.getByText('空缺').waitFor()
  await row.getByRole('button', { name: /任命/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('给谁').first().fill('王')
  await dialog.locator('.chip', { hasText: '王＊' }).first().click()
  await dialog.getByRole('button', { name: '任命' }).click()
  await row.getByText('王＊').waitFor()
  await row.getByRole('button', { name: /交接/ }).click()
  await page.getByRole('dialog').getByText('手上没有没办完的事').waitFor()
  await page.keyboard.press('Escape')

  await page.goto(`/console/organisations/chart?placeId=${placeId}`)
  await page.getByLabel('在图里找').fill('3 栋新党小组')
  await page.locator('.oc-card[data-hit=true]').waitFor()
  expect(one.faults).toEqual([])
  await one.close()
})

it('a resident puts themself forward around their home, and reads how they stand', async () => {
  const one = await visit(browser, 'resident', '/selections')
  const open = await callAs<ReplyOf<typeof listSelections>>(one, 'GET', '/api/selections')
  const standing = open.find(({ allowedActions }) => allowedActions.includes('stand'))
  if (!standing) throw new Error('the demo has no open selection around the resident')
  const card = one.page.getByRole('region', { name: standing.title })
  await card.getByRole('button', { name: '我来报名' }).click()
  await one.page.getByRole('dialog').getByRole('button', { name: '我来报名' }).click()
  await card.getByText('审查中').waitFor()
  await card.getByRole('button', { name: '我退出' }).click()
  await one.page.getByRole('dialog').getByRole('button', { name: '我退出' }).click()
  await card.getByText('已退出').waitFor()
  expect(one.faults).toEqual([])
  await one.close()
})
