/** From the work list to a file on the disk: asked for, made, fetched, opened. */
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import readSheet from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { listWork } from '#contracts/requests.ts'
import { launchBrowser } from '../browser.ts'
import { callAs, visit } from '../visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

it('the work list becomes a file with the same requests, and stands among my exports', async () => {
  const desk = await visit(browser, 'communityStaff', '/console?view=open')
  const { page } = desk
  await page.getByRole('button', { name: '导出', exact: true }).click()
  const sheet = page.getByRole('dialog', { name: '导出工单清单' })
  await sheet.getByLabel(/用途/).fill('周例会')
  await sheet.getByRole('button', { name: '生成文件' }).click()
  const link = sheet.getByRole('link', { name: /下载/ })
  await link.waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toMatch(/^工单清单 \d{8}-[0-9A-Z]{8}\.xlsx$/)

  const sheets = await readSheet(readFileSync(await download.path()))
  expect(sheets[0]?.data).toContainEqual(['用途', '周例会'])
  const numbers = (sheets[1]?.data ?? []).slice(1).map(([number]) => number)
  const list = await callAs<ReplyOf<typeof listWork>>(desk, 'GET', '/api/requests/work?view=open&limit=100')
  expect(numbers.slice(0, list.rows.length)).toEqual(list.rows.map(({ number }) => number))

  await sheet.getByRole('link', { name: '看全部导出' }).click()
  await page.getByText('下载过 1 次').first().waitFor()
  await page.getByRole('combobox', { name: '哪本台账' }).selectOption('loop')
  await page.getByRole('columnheader', { name: '报件人评价' }).waitFor()
  expect(desk.faults).toEqual([])
  await desk.close()
})
