/**
 * On the phone: signing in, reporting with a photo, what happens without a signal, answering what waits and taking it
 * back, reporting for somebody else, and what is not for the community.
 */
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { listHandlers, listMine, listReasons, RequestView } from '#contracts/requests.ts'
import { launchBrowser, VIEWS } from '../browser.ts'
import { appUrl, callAs, visit, watch, type Visit } from '../visit.ts'

const PHOTO = join(import.meta.dirname, '../../server/modules/demo/photos/drawn/puddle-before-1.jpg')
/** The five seconds in which an answer may be taken back, and the sending after it. */
const UNDO_OVER_MS = 8_000

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** Words that no other journey uses, so that each finds its own; letters only, since lists hide what may be a number. */
const unlike = (words: string) =>
  `${words} ${crypto
    .randomUUID()
    .slice(0, 8)
    .replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')}`
const findings = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
const mine = async (one: Visit) =>
  (await callAs<ReplyOf<typeof listMine>>(one, 'GET', '/api/requests/mine')).rows.map(({ title }) => title)

it('a stranger is led to sign in, and a tap on a person of the demo leads back', async () => {
  const context = await browser.newContext({ ...VIEWS.phone, baseURL: appUrl() })
  const page = await context.newPage()
  await page.goto('/mine')
  await page.waitForURL(/\/sign-in/)
  const faults = watch(page)
  await page.getByText('这是演示').waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: /^长辈/ }).click()
  await page.waitForURL(/\/mine$/)
  await page.getByRole('heading', { name: '我的事' }).waitFor()
  expect(await page.locator('html').getAttribute('data-print')).toBe('large') // her own choice, taken over
  expect(faults).toEqual([])
  await context.close()
})

it('a photo and two words become a request that can be followed', async () => {
  const one = await visit(browser, 'resident', '/')
  const { page, faults } = one
  const words = unlike('单元门口路面积水')
  await page
    .getByRole('link', { name: /随手拍/ })
    .first()
    .click()
  await page.locator('input[type=file]').nth(1).setInputFiles(PHOTO)
  await page.getByLabel('怎么了').fill(words)
  await page.getByText('您家这里').waitFor()
  await page.getByRole('radio', { name: '路面积水' }).click()

  await page.getByRole('button', { name: '不对，改一下' }).click()
  await page.getByRole('button', { name: '选楼栋' }).click()
  await page.getByRole('radio', { name: '9 栋', exact: true }).click()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: /就是这里/ }).click()
  await page.getByText('您选的').waitFor()

  await page.getByRole('button', { name: '发出', exact: true }).click()
  await page.waitForURL(/\/requests\//)
  await page.getByRole('heading', { name: words }).first().waitFor()
  const request = await callAs<RequestView>(one, 'GET', `/api/requests/${page.url().split('/').at(-1)}`)
  expect(request).toMatchObject({ categoryCode: 'road.puddle', channel: 'phone', status: 'submitted' })
  expect(request.placeName).toContain('9 栋')
  expect(request.before).not.toBeNull()
  expect(faults).toEqual([])
  await one.close()
})

it('without a signal it is kept, and sends itself once when there is one', async () => {
  const one = await visit(browser, 'resident', '/')
  const { page, context } = one
  const words = unlike('楼道灯不亮')
  await page
    .getByRole('link', { name: /随手拍/ })
    .first()
    .click()
  await page.getByText('您家这里').waitFor()
  await context.setOffline(true)
  await page.getByLabel('怎么了').fill(words)
  await page.getByRole('button', { name: '存好，有网自动发' }).click()
  const draft = page.getByRole('button', { name: words })
  await draft.getByText('存好了，有网自动发').waitFor()
  expect(await mine(one)).not.toContain(words)

  await context.setOffline(false)
  await draft.getByText('已发出，点开看进展').waitFor()
  expect((await mine(one)).filter((title) => title === words)).toHaveLength(1)
  await draft.click()
  await page.getByRole('heading', { name: words }).first().waitFor()
  await one.close()
})

it('what was begun and left is found again as a draft', async () => {
  const one = await visit(browser, 'resident', '/')
  const { page } = one
  const words = unlike('健身器材松了')
  await page
    .getByRole('link', { name: /随手拍/ })
    .first()
    .click()
  await page.getByLabel('怎么了').fill(words)
  await page.getByRole('button', { name: '关闭' }).click()
  await page.getByRole('button', { name: words }).click()
  expect(await page.getByLabel('怎么了').inputValue()).toBe(words)
  await page.getByRole('button', { name: '删掉这份' }).click()
  await page
    .getByRole('link', { name: /随手拍/ })
    .first()
    .waitFor()
  expect(await page.getByRole('button', { name: words }).count()).toBe(0)
  await one.close()
})

it('what was done asks the reporter, whose word can be taken back for five seconds and then closes it', async () => {
  const one = await visit(browser, 'resident', '/')
  const { page, faults } = one
  const title = unlike('长椅断了')
  const { id } = await callAs<RequestView>(one, 'POST', '/api/requests', { kind: 'problem', text: title, location: {} })
  await finish(id)

  const card = page.getByRole('region', { name: '等您的' })
  const asked = card.getByText(`${title}，修好了吗？`) // arrives by itself, with no reload
  await asked.waitFor()
  if ((await asked.evaluate((element) => element.tagName)) !== 'H3') await asked.click()
  await card.getByRole('button', { name: '修好了', exact: true }).click()
  await page.getByRole('button', { name: '撤销' }).click()
  await asked.waitFor()
  await page.waitForTimeout(UNDO_OVER_MS)
  expect((await callAs<RequestView>(one, 'GET', `/api/requests/${id}`)).status).toBe('finished')

  await card.getByRole('button', { name: '修好了', exact: true }).click()
  await asked.waitFor({ state: 'detached' })
  await page.waitForTimeout(UNDO_OVER_MS)
  expect(await callAs<RequestView>(one, 'GET', `/api/requests/${id}`)).toMatchObject({
    status: 'closed',
    outcome: 'solved',
    confirmedBy: 'reporter',
  })
  expect(faults).toEqual([])
  await one.close()
})

it('a grid worker reports for somebody met at the door', async () => {
  const one = await visit(browser, 'gridWorker', '/help')
  const { page, faults } = one
  const words = unlike('想请人换灯泡')
  await page.getByLabel('想请人帮什么').fill(words)
  await page.getByRole('button', { name: '选地方', exact: true }).click()
  await page.getByRole('button', { name: '选楼栋' }).click()
  await page.getByLabel('楼栋、小区或路名').fill('桂园小区 8 栋')
  await page.getByRole('radio', { name: /8 栋/ }).first().click()
  await page.getByRole('button', { name: /就是这里/ }).click()
  await page.getByRole('checkbox', { name: '替别人报' }).click()
  await page.getByRole('button', { name: '先写那位怎么称呼' }).waitFor()
  await page.getByLabel('那位怎么称呼').fill('刘阿姨')
  await page.getByRole('button', { name: '发出', exact: true }).click()
  await page.waitForURL(/\/requests\//)
  const request = await callAs<RequestView>(one, 'GET', `/api/requests/${page.url().split('/').at(-1)}`)
  expect(request).toMatchObject({ kind: 'help', channel: 'door', relations: expect.arrayContaining(['helper']) })
  expect(faults).toEqual([])
  await one.close()
})

it('what is not for the community shows whom to call instead of a form', async () => {
  const one = await visit(browser, 'resident', '/report')
  const { page } = one
  await page.getByRole('radio', { name: '全部类别' }).click()
  await page.getByLabel('找类别').fill('违法犯罪')
  await page.getByRole('dialog').getByRole('radio', { name: '违法犯罪' }).click()
  expect(await page.getByRole('link', { name: /打 110/ }).getAttribute('href')).toBe('tel:110')
  expect(await page.getByRole('button', { name: '发出', exact: true }).count()).toBe(0)
  await one.close()
})

/** The desk sends it to the property company, whose foreman says that it is done. */
async function finish(id: string) {
  const step = (who: Visit, body: object) => callAs<RequestView>(who, 'POST', `/api/requests/${id}/steps`, body)
  const desk = await visit(browser, 'communityStaff', '/console')
  const handlers = await callAs<ReplyOf<typeof listHandlers>>(desk, 'GET', `/api/requests/${id}/handlers`)
  const foremen = handlers.find(({ name }) => name.includes('工程班'))
  await step(desk, { action: 'dispatch', handler: { organisationId: foremen?.organisationId } })
  await desk.close()

  const unit = await visit(browser, 'unitUser', '/console')
  const reasons = await callAs<ReplyOf<typeof listReasons>>(unit, 'GET', '/api/requests/reasons')
  const cause = reasons.find(({ list }) => list === 'cause')?.code
  await step(unit, { action: 'takeOn' })
  await step(unit, { action: 'finish', note: '换了新的木条。', cause })
  await unit.close()
}
