/**
 * A request on the phone, from both ends: urged, offered, raced for, done, not accepted, done again and confirmed; a
 * neighbour who joins; a call for help that is answered. Pages that stay open follow what others do.
 */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { RequestView, StepBody } from '#contracts/requests.ts'
import { VIEWS } from '../browser.ts'
import { callAs, useSeats, type Visit } from '../visit.ts'

const { sit } = useSeats({ answers: /409/ }) // a lost race is an answer, not a fault
const report = (one: Visit, text: string) =>
  callAs<RequestView>(one, 'POST', '/api/requests', { kind: 'problem', text, location: {} })
const step = (one: Visit, id: string, body: StepBody) =>
  callAs<RequestView>(one, 'POST', `/api/requests/${id}/steps`, body)
const bar = (page: Page) => page.locator('.act')
const sheet = (page: Page) => page.getByRole('dialog')

describe('a request', () => {
  it('is urged, raced for, done, sent back, done again and confirmed', async () => {
    const resident = await sit('resident', '/')
    const { id } = await report(resident, '12 栋门口的灯不亮了')
    const { page } = resident
    await page.goto(`/requests/${id}`)
    await page.getByText('您报的').waitFor()

    await bar(page).getByRole('button', { name: '催办' }).click()
    await page.getByText('您催办了一次').waitFor()
    await bar(page)
      .getByRole('button', { name: /已催过/ })
      .waitFor()

    const staff = await sit('communityStaff', '/console')
    await step(staff, id, { action: 'offer' })
    await page
      .getByText(/放进接单池/)
      .first()
      .waitFor() // by itself: the page follows

    const member = await sit('member', '/pool')
    const volunteer = await sit('volunteer', '/pool')
    const cardOf = (one: Visit) => one.page.locator('.pool-card', { hasText: '12 栋门口的灯不亮了' })
    await cardOf(volunteer).waitFor()
    await cardOf(member).waitFor()
    await cardOf(member).getByRole('button', { name: '接单' }).click()
    await cardOf(member).waitFor({ state: 'detached' })
    await cardOf(volunteer).waitFor({ state: 'detached' }) // nor is it on anybody else's list

    await member.page.goto(`/requests/${id}`)
    await bar(member.page).getByRole('button', { name: '办好了' }).click()
    const form = sheet(member.page)
    await form.getByRole('button', { name: '办好了' }).click()
    await form.getByText('这里要填。').waitFor()
    await form.getByLabel('自然老化损坏').check({ force: true })
    await form.getByLabel('怎么办的').fill('换了灯泡，亮了。')
    await form.getByRole('button', { name: '办好了' }).click()
    await form.waitFor({ state: 'detached' })

    await page.getByText('等您确认').waitFor()
    await bar(page).getByRole('button', { name: '没办好，重办' }).click()
    await sheet(page).getByRole('button', { name: '没办好，重办' }).click()
    await sheet(page).getByText('写两个字，或拍一张。').waitFor()
    await sheet(page).getByLabel('哪里没办好').fill('晚上又灭了。')
    await sheet(page).getByRole('button', { name: '没办好，重办' }).click()
    await page.getByText('第 2 轮').waitFor()

    await step(staff, id, { action: 'offer' })
    await step(member, id, { action: 'claim' })
    await step(member, id, { action: 'finish', cause: 'wear', note: '线路也换了。' })
    await bar(page).getByRole('button', { name: '满意，评价' }).click()
    await sheet(page).getByLabel('5 颗星').check({ force: true })
    await sheet(page).getByRole('button', { name: '满意，评价' }).click()
    await page.getByText('这件事解决了。').waitFor()
    await page.getByText(/您说：解决了，5 颗星/).waitFor()
  })

  it('whoever is second reads that it has just been taken', async () => {
    const resident = await sit('resident', '/')
    const { id } = await report(resident, '楼道里堆了纸箱子')
    const staff = await sit('communityStaff', '/console')
    await step(staff, id, { action: 'offer' })
    const volunteer = await sit('volunteer', '/pool')
    const card = volunteer.page.locator('.pool-card', { hasText: '楼道里堆了纸箱子' })
    await card.waitFor()
    await volunteer.page.route('**/api/requests/pool**', () => {}) // no news until the tap
    const member = await sit('member', '/')
    await step(member, id, { action: 'claim' })
    await card.getByRole('button', { name: '接单' }).click()
    await card.getByText('刚被接走了').waitFor()
  })

  it('is joined by a neighbour, and never called solved when it was only explained', async () => {
    const resident = await sit('resident', '/')
    const { id } = await report(resident, '想在楼下装个快递柜')
    const elder = await sit('elder', `/requests/${id}`)
    await bar(elder.page).getByRole('button', { name: '我也关注' }).click()
    await sheet(elder.page).getByRole('button', { name: '我也关注' }).click()
    await elder.page.getByText('您也关注了').waitFor()

    const staff = await sit('communityStaff', '/console')
    const note = '楼下是消防通道，不能装。'
    await step(staff, id, { action: 'accept' })
    await step(staff, id, { action: 'close', outcome: 'explained', reasonCode: 'againstRules', note })
    await elder.page.getByText('这件事没有动工，已经说明原因。').waitFor()
    await elder.page.getByText('理由：不符合现行规定，已说明。').waitFor()
    expect(await elder.page.getByText(/解决/).count()).toBe(0)
  })
})

it('a call for help is held for, answered, and both sides see it', async () => {
  const resident = await sit('resident', '/urgent')
  const { page } = resident
  const button = page.getByRole('button', { name: '按住叫人' })
  await button.waitFor()
  const box = await button.boundingBox()
  if (!box) throw new Error('the button has no place on the page')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.waitForURL(/\/urgent\/[0-9a-f-]{36}/)
  await page.mouse.up()
  await page.getByText(/还没有人应/).waitFor()

  const head = await sit('buildingHead', new URL(page.url()).pathname)
  await head.page.getByRole('button', { name: '我去' }).click()
  await head.page.getByText('您正在赶去').waitFor()
  await page.getByText(/正在赶来/).waitFor()
})

it('without a finger the call asks once more', async () => {
  const { page } = await sit('resident', '/urgent')
  await page.getByRole('button', { name: '按住叫人' }).focus()
  await page.keyboard.press('Enter')
  await sheet(page).getByText('现在叫人？').waitFor()
})

describe.each([
  ['zh-CN', 5],
  ['en', 5],
  ['en', 0],
] as const)('at 360 px in %s with print %i', (lang, print) => {
  it('nothing runs off the side', async () => {
    const one = await sit('member', '/')
    await one.page.setViewportSize({ ...VIEWS.phone.viewport, width: 360 })
    await one.page.evaluate(
      (settings) => localStorage.setItem('linli.settings', settings),
      JSON.stringify({ lang, print }),
    )
    const { id } = await report(one, '北门的门禁刷不开')
    for (const path of [
      `/requests/${id}`,
      '/pool',
      '/urgent',
      '/me',
      '/me/settings',
      '/me/home',
      '/me/sessions',
      '/notices',
    ]) {
      await one.page.goto(path)
      await one.page.locator('main').waitFor()
      await one.page.waitForTimeout(400)
      expect(await one.page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360)
    }
  })
})
