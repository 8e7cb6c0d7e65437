/**
 * Monday's bulletin is one click and one edit away: the draft that made itself is opened, one sentence is written, it is
 * published, a resident reads it on the phone, and it is a PDF. Two windows on the same draft do not undo each other.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BulletinRow } from '#contracts/bulletins.ts'
import { launchBrowser } from '../browser.ts'
import { callAs, visit, type Visit } from '../visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const SENTENCE = '周六上午九点，小区广场义诊，欢迎来。'

/** The draft of a kind that makes itself in a new district, among the first things that its jobs do. */
async function draftOf(one: Visit, kind: BulletinRow['kind']): Promise<BulletinRow> {
  const look = async () => {
    const { rows } = await callAs<{ rows: BulletinRow[] }>(one, 'GET', '/api/bulletins/desk?state=draft')
    return rows.find((row) => row.kind === kind && row.level === 'community')
  }
  await expect.poll(look, { timeout: 60_000, interval: 500 }).toBeDefined()
  const found = await look()
  if (!found) throw new Error(`no ${kind} draft made itself`)
  await one.page.reload()
  return found
}

it('one click, one edit, published, read on the phone, saved as PDF', async () => {
  const desk = await visit(browser, 'communityStaff', '/console/bulletins')
  const { page } = desk
  const draft = await draftOf(desk, 'weekly')
  await page.locator(`a[href$="/bulletins/${draft.id}"]`).click()
  await page.locator('.bl-block[data-block="text"] textarea').last().fill(SENTENCE)
  await page.locator('.paper', { hasText: SENTENCE }).waitFor()
  await page.getByText('已自动保存').waitFor()
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText('第 1 版', { exact: true }).waitFor()
  expect(desk.faults).toEqual([])

  const resident = await visit(browser, 'resident', '/me')
  await resident.page.getByText('社区通报和墙报').click()
  await resident.page.getByText(draft.title).first().click()
  await resident.page.getByText(SENTENCE).waitFor()
  const file = await resident.context.request.get(`/api/bulletins/${draft.id}/pdf`)
  expect(file.headers()['content-type']).toBe('application/pdf')
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-')
  expect(resident.faults).toEqual([])
  await resident.close()
  await desk.close()
})

it('two windows on one draft: the later is told, and undo takes back what was typed', async () => {
  const first = await visit(browser, 'communityStaff', '/console/bulletins')
  const draft = await draftOf(first, 'monthly')
  const second = await visit(browser, 'communityStaff', `/console/bulletins/${draft.id}`)
  await first.page.goto(`/console/bulletins/${draft.id}`)
  const title = (one: Visit) => one.page.getByLabel('标题', { exact: true }).first()
  await title(second).waitFor()
  await title(first).fill('十月通报')
  await first.page.getByText('已自动保存').waitFor()
  await first.page.getByRole('button', { name: '撤销' }).click()
  expect(await title(first).inputValue()).toBe(draft.title)
  await first.page.getByText('已自动保存').waitFor()
  await title(second).fill('别的名字')
  await second.page.getByRole('alert').filter({ hasText: '别人刚改过' }).waitFor()
  await first.close()
  await second.close()
})
