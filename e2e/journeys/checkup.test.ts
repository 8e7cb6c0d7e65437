/**
 * The check-up at the desk: what is missing leads to the page that mends it; standards that exclude each other are no failure;
 * looking again shows its progress; the operator counts with another number and says why.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Checkup } from '#contracts/standards.ts'
import { launchBrowser } from '../browser.ts'
import { callAs, visit } from '../visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

it('the page says what the server found, and a button opens the page that mends it', async () => {
  const one = await visit(browser, 'compoundSecretary', '/console/checkup')
  const { page, faults } = one
  await page.getByRole('button', { name: '现在检查' }).click()
  await page.locator('.st-row').first().waitFor()
  const checkup = await callAs<Checkup>(one, 'GET', '/api/standards/findings')
  const { must, should, advise } = checkup.counts
  await page
    .getByText(`${must + should + advise} 项要补`)
    .first()
    .waitFor()
  const head = checkup.findings.find(({ standard }) => standard === 'building.head')
  const task = head?.subjects[0]?.task
  if (!task) throw new Error('the demo has a building without head')
  await page.locator('.st-row', { hasText: '没有楼栋长' }).locator('.st-do').first().click()
  await page.waitForURL((url) => url.pathname === `/console${task.to.split('?')[0]}` && url.search.length > 1)
  expect(faults).toEqual([])
  await one.close()
})

it('339 households are not asked for 5 × 30 × 4', async () => {
  const { page, close } = await visit(browser, 'compoundSecretary', '/console/checkup')
  const calm = page.locator('.st-calm')
  await calm.getByText('339 户分不成 5 × 30 × 4').waitFor()
  expect(await calm.locator('.st-do').count()).toBe(0)
  await close()
})

it('a rule is read with its source', async () => {
  const { page, close } = await visit(browser, 'compoundSecretary', '/console/checkup')
  const row = page.locator('.st-row', { hasText: '没有楼栋长' })
  await row.getByRole('button', { name: '看依据' }).click()
  await row.getByText('来源：').waitFor()
  await close()
})

it('the operator counts with another number and says why', async () => {
  const { page, faults, close } = await visit(browser, 'operator', '/console/standards')
  await page.getByRole('button', { name: '修改，党建指导员联系小区数' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('小区数上限').fill('4')
  await sheet.getByLabel('为什么这样定').fill('区委组织部通知')
  await sheet.getByRole('button', { name: '保存' }).click()
  await page.getByText('原为 3').waitFor()
  expect(faults).toEqual([])
  await close()
})
