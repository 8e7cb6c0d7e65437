/**
 * A household's file from both sides: the resident agrees on the phone and writes how to be reached; the desk opens the number
 * with a reason; the resident reads who did, asks for a correction and is answered; and takes the consent back.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Me } from '#contracts/accounts.ts'
import type { OwnFile } from '#contracts/households.ts'
import { launchBrowser } from '../browser.ts'
import { callAs, visit } from '../visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

it('what the desk opens the household reads, and what it agreed to it takes back', async () => {
  const resident = await visit(browser, 'resident', '/household')
  await resident.page.getByLabel('怎么更好联系您').click()
  await resident.page.getByText('已记下您的同意').waitFor()
  await resident.page.getByRole('button', { name: /怎么和我沟通/ }).click()
  await resident.page.getByRole('dialog').getByLabel('大字').click()
  await resident.page.getByRole('dialog').getByRole('button', { name: '存下' }).click()
  await resident.page.locator('.glass-line', { hasText: '怎么和我沟通' }).waitFor()

  const { home } = await callAs<Me>(resident, 'GET', '/api/me')
  const desk = await visit(browser, 'communityStaff', `/console/households/${home?.placeId}`)
  await desk.page.getByRole('button', { name: /看王＊＊的电话/ }).first().click() // prettier-ignore
  await desk.page.getByRole('dialog').getByLabel('上门前联系').click()
  await desk.page.getByRole('dialog').getByRole('button', { name: '记下理由，打开' }).click()
  await desk.page.locator('.hh-opened').waitFor()
  expect(await desk.page.locator('.hh-opened').innerText()).toMatch(/^1\d{10}$/)

  await resident.page.reload()
  await resident.page.getByText('看了电话').first().waitFor()
  await resident.page.getByRole('button', { name: '提出申请' }).click()
  await resident.page.getByRole('dialog').getByLabel('说一说').fill('我们家住五个人')
  await resident.page.getByRole('dialog').getByRole('button', { name: '发出' }).click()
  await resident.page.getByText('已发出，15 个工作日内答复').waitFor()

  await desk.page.goto('/console/households/asks')
  await desk.page.locator('li', { hasText: '我们家住五个人' }).getByRole('button', { name: '答复' }).click()
  await desk.page.getByRole('dialog').getByLabel('答复').fill('已改为五人。')
  await desk.page.getByRole('dialog').getByRole('button', { name: '已照办' }).click()
  await desk.page.getByText('已答复，本人会收到消息').waitFor()

  await resident.page.getByLabel('怎么更好联系您').click()
  await resident.page.getByRole('dialog').getByRole('button', { name: '收回' }).click()
  await resident.page.getByText('已收回，内容已清空').waitFor()
  const own = await callAs<OwnFile>(resident, 'GET', '/api/household')
  expect(own.lines.map(({ field }) => field)).not.toContain('speaking')
  expect(own.asks[0]).toMatchObject({ status: 'done', answer: '已改为五人。' })
  expect([...resident.faults, ...desk.faults]).toEqual([])
  await resident.close()
  await desk.close()
})
