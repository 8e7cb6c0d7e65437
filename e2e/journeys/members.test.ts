/**
 * Finding each other and showing oneself: a resident says that they are a member, the desk confirms it and accepts the report
 * card; they light a plate, somebody without a session reads its page, and a neighbour asks and is answered.
 */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { myMembership } from '#contracts/members.ts'
import { VIEWS } from '../browser.ts'
import { appUrl, callAs, useSeats, watch } from '../visit.ts'

const { browser, sit } = useSeats({ answers: /404|422/ }) // a refused plate and one put out are answers
const bar = (page: Page) => page.locator('.act')
const sheet = (page: Page) => page.getByRole('dialog')

it('a resident finds the organisation, reports in, lights a plate and answers a neighbour', async () => {
  const resident = await sit('resident', '/me')
  const { page } = resident
  await page.getByRole('link', { name: /党员之家/ }).click()
  await page.getByText('身边的组织').waitFor()
  await page.getByRole('link', { name: '我是党员，住在这里' }).click()
  await page.getByRole('radio', { name: '在别处', exact: true }).check()
  await page.getByLabel('组织名称').fill('区水务局机关党支部')
  await page.getByRole('radio', { name: '在职', exact: true }).check()
  await bar(page)
    .getByRole('button', { name: /看过告知/ })
    .waitFor() // nothing is ticked in advance
  await page.getByRole('checkbox', { name: '看过了，我同意' }).check()
  await bar(page).getByRole('button', { name: '发出' }).click()
  await page.getByText('等组织确认').waitFor()

  await page.getByRole('link', { name: /报到卡/ }).click()
  await page.getByRole('checkbox', { name: '法律常识' }).check()
  await page.getByRole('checkbox', { name: '星期六' }).check()
  await bar(page).getByRole('button', { name: '发给社区' }).click()
  await page.getByText('等社区接收').waitFor()

  const staff = await sit('communityStaff', '/console/members')
  const desk = staff.page
  await desk
    .getByRole('row', { name: /区水务局机关党支部/ })
    .getByRole('button')
    .click()
  await sheet(desk).getByRole('button', { name: '确认', exact: true }).click()
  await sheet(desk).getByRole('button', { name: '改登记' }).waitFor()
  await sheet(desk).getByRole('button', { name: '接收' }).click()
  await sheet(desk).getByText('社区已接收').waitFor()
  await desk.keyboard.press('Escape')
  await desk.getByRole('tab', { name: '谁能做什么' }).click()
  await desk.getByRole('button', { name: /^法律常识，星期六，\d+ 人$/ }).click()

  await page.goto('/member/plate')
  await page.getByLabel('门牌上写一句').fill('我家电话 160 1234 5678')
  await bar(page).getByRole('button', { name: '亮起来' }).click()
  await page.getByText('请不要写姓名、电话、微信号和门牌号').waitFor()
  await page.getByLabel('门牌上写一句').fill('有事喊一声，能帮就帮')
  await bar(page).getByRole('button', { name: '亮起来' }).click()
  await page.getByRole('link', { name: /打印门牌/ }).click()
  await page.getByRole('img', { name: '门牌二维码' }).waitFor()

  const { plate } = await callAs<ReplyOf<typeof myMembership>>(resident, 'GET', '/api/members/mine')
  const code = plate?.code ?? expect.unreachable('no plate is lit')
  const outside = await browser().newContext({ ...VIEWS.phone, locale: 'zh-CN', baseURL: appUrl() })
  const passer = await outside.newPage()
  const faults = watch(passer)
  await passer.goto(`/plate/${code}`)
  await passer.getByText('有事喊一声，能帮就帮').waitFor()
  await passer.getByRole('link', { name: '登录后可以问' }).waitFor()
  expect(await passer.locator('main').innerText()).not.toMatch(/1\d{10}|单元|室/)
  expect(faults).toEqual([])
  await outside.close()

  const elder = await sit('elder', `/plate/${code}`)
  await elder.page.getByRole('button', { name: '问这位邻居' }).click()
  await sheet(elder.page).getByLabel('想问什么').fill('物业费的发票去哪儿开？')
  await sheet(elder.page).getByRole('button', { name: '发出' }).click()
  await sheet(elder.page).waitFor({ state: 'hidden' })

  await page.goto('/questions')
  await page.getByText('物业费的发票去哪儿开？').waitFor()
  await page.getByRole('button', { name: '回答', exact: true }).click()
  await sheet(page).getByLabel('回答').fill('物业前台，工作日九点到五点')
  await sheet(page).getByRole('button', { name: '发出' }).click()
  await elder.page.goto('/questions')
  await elder.page.getByText('物业前台，工作日九点到五点').waitFor()

  await page.goto('/member')
  await page.getByRole('button', { name: '撤回登记' }).click()
  await sheet(page).getByRole('button', { name: '撤回登记' }).click()
  await page.getByText('告诉组织一声，等它确认').waitFor()
  await elder.page.goto(`/plate/${code}`)
  await elder.page.getByText('这块门牌没亮').waitFor()
})

it('my building says who answers and how to reach them', async () => {
  const { page } = await sit('resident', '/')
  await page.getByRole('link', { name: /我的楼/ }).click()
  await page.getByText('谁在管').first().waitFor()
  await page.getByRole('link', { name: /打给/ }).first().waitFor()
  await page.getByText('再往上').click()
  await page.getByRole('link', { name: /我家的册子/ }).waitFor()
})
