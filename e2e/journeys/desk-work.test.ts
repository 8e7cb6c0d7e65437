/**
 * The work list at the desk, with one hand on the keyboard: a request comes in by telephone, is found, sent, taken back and
 * sent again; the company finishes it from its own desk; several go to the pool at once. Pages follow what others do.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { RequestRow, RequestView } from '#contracts/requests.ts'
import { callAs, useSeats, visit, type Visit } from '../visit.ts'

const { browser, sit } = useSeats()
beforeAll(photosStored)
/** The demo's photographs are stored while the server already answers. */
async function photosStored() {
  const staff = await visit(browser(), 'communityStaff', '/console')
  const { rows } = await callAs<{ rows: RequestRow[] }>(staff, 'GET', '/api/requests/work?view=open&limit=100')
  const urls = rows.flatMap(({ before, after }) => [before, after]).flatMap((photo) => photo?.url ?? [])
  for (const url of urls) while (!(await staff.context.request.get(`${url}?size=card`)).ok()) await sleep(250) // as long as hookTimeout
  await staff.close()
}

const report = (one: Visit, text: string) =>
  callAs<RequestView>(one, 'POST', '/api/requests', { kind: 'problem', text, location: {} })
const view = (one: Visit, id: string) => callAs<RequestView>(one, 'GET', `/api/requests/${id}`)
const row = (page: Page, title: string) => page.locator('.it', { hasText: title })
const titleOf = (page: Page) => page.locator('.pane-title')
async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key)
}

async function isAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

describe('the work list', () => {
  it('shows what comes in at once, follows J and K, filters as one types', async () => {
    const resident = await sit('resident', '/')
    const staff = await sit('communityStaff', '/console')
    const { page } = staff
    await titleOf(page).waitFor()
    const first = await titleOf(page).textContent()

    await report(resident, '东门的栅栏松了，风一吹就响')
    await row(page, '东门的栅栏松了').waitFor()
    expect(await titleOf(page).textContent(), 'a live update moves nothing').toBe(first)

    await press(page, 'j')
    await page.waitForFunction((before) => document.querySelector('.pane-title')?.textContent !== before, first)
    await press(page, 'k')
    await page.getByRole('heading', { level: 2, name: first ?? '' }).waitFor()

    await press(page, '/')
    await page.keyboard.type('栅栏')
    await row(page, '东门的栅栏松了').locator('mark', { hasText: '栅栏' }).waitFor()
    await expect.poll(() => page.locator('.it').count()).toBe(1)
    await isAccessible(page)
  })

  it('sends in two strokes, takes it back, and has the next one ready', async () => {
    const resident = await sit('resident', '/')
    const { id } = await report(resident, '12 栋单元门关不严')
    const staff = await sit('communityStaff', '/console?q=单元门关不严')
    const { page } = staff
    await page.getByRole('heading', { level: 2, name: '12 栋单元门关不严' }).waitFor()
    await page.getByRole('radio', { checked: true }).waitFor({ state: 'attached' }) // somebody is suggested

    await press(page, '1', 'Control+Enter')
    await row(page, '12 栋单元门关不严').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '撤销' }).click()
    await row(page, '12 栋单元门关不严').waitFor()
    expect((await view(staff, id)).events, 'nothing was sent').toHaveLength(1)

    await page.getByRole('radio', { checked: true }).waitFor({ state: 'attached' })
    await press(page, '1', 'Control+Enter')
    await expect.poll(async () => (await view(staff, id)).assignments.length, { timeout: 15_000 }).toBe(1)
  })

  it('whistles with a task for each helper, and what residents read is the sentence that was shown', async () => {
    const resident = await sit('resident', '/')
    const { id } = await report(resident, '下水口冒水，路面塌了一块')
    const staff = await sit('communityStaff', `/console/requests/${id}`)
    const { page } = staff
    await page.getByRole('tab', { name: /吹哨/ }).waitFor()
    await press(page, '3', 'Control+Enter')
    await page.getByText('吹哨至少要一家协办').waitFor()
    await press(page, 'c')
    await page.getByRole('option').first().waitFor({ state: 'attached' })
    await press(page, 'ArrowDown', 'Enter')
    await page.getByPlaceholder('做什么，比如：查雨水管').fill('看雨水管')
    await page.getByLabel('1 位居民会看到').fill('两家今天一起来看。')
    await page.locator('body').press('Control+Enter')
    await page.waitForURL(/\/console\/?$/)
    await expect
      .poll(async () => (await view(staff, id)).assignments.map(({ part, task }) => [part, task]), { timeout: 15_000 })
      .toEqual([
        ['lead', null],
        ['co', '看雨水管'],
      ])
    const { events } = await view(resident, id)
    expect(events.find(({ action }) => action === 'whistle')?.facts['publicWords']).toBe('两家今天一起来看。')
  })

  it('offers many to the pool at once and says which were refused', async () => {
    const resident = await sit('resident', '/')
    for (const nth of ['一', '二', '三']) await report(resident, `长椅第${nth}块木条断了`)
    const staff = await sit('communityStaff', '/console?q=块木条断了')
    const { page } = staff
    await expect.poll(() => page.locator('.it').count()).toBe(3)
    await press(page, 'x', 'j', 'x', 'j', 'x')
    await page.getByText('选了 3 件').waitFor()
    await page.getByRole('combobox', { name: '一起' }).click()
    await page.getByTitle('放进接单池').click()
    await page.getByRole('button', { name: '3 件一起办' }).click()
    await page.getByText('3 件办完').waitFor({ timeout: 30_000 })
    await isAccessible(page)
    await expect.poll(() => page.locator('.it').count()).toBe(0)
  })
})

describe('intake', () => {
  it('takes in a telephone call, proposes while one writes, and keeps who helped', async () => {
    const staff = await sit('communityStaff', '/console')
    const { page } = staff
    await titleOf(page).waitFor()
    await press(page, 'n')
    await page.getByLabel('姓名').fill('周桂英')
    await press(page, 'Control+Enter')
    await page.getByText('写两个字，或放一张照片。').waitFor()
    await page.getByLabel('怎么说的').fill('楼道里的灯不亮，晚上看不清台阶')
    const place = page.getByLabel('小区、楼栋或网格')
    await place.click()
    await page.keyboard.type('桂园小区 8 栋')
    await page
      .getByText(/桂园小区 8 栋$/)
      .first()
      .click()
    await page.getByText(/前办结/).waitFor()
    await page.getByRole('group', { name: '看着像' }).locator('label').first().click()
    await isAccessible(page)
    await press(page, 'Control+Enter')
    await page.getByRole('heading', { level: 2, name: /楼道里的灯不亮/ }).waitFor()
    await page.getByText('代报').first().waitFor()
    await isAccessible(page)
  })
})

describe('a company at its desk', () => {
  it('finishes by key, with cause and words, and the resident is asked', async () => {
    const resident = await sit('resident', '/')
    const { id, seq } = await report(resident, '12 栋门禁刷不开')
    const staff = await sit('communityStaff', '/console')
    const handlers = await callAs<{ organisationId: string | null; name: string }[]>(
      staff,
      'GET',
      `/api/requests/${id}/handlers`,
    )
    const company = await sit('unitUser', '/console')
    const me = await callAs<{ capacities: { organisationId: string | null }[] }>(company, 'GET', '/api/me')
    const organisationId = me.capacities[0]?.organisationId
    expect(handlers.map((one) => one.organisationId)).toContain(organisationId)
    await callAs(staff, 'POST', `/api/requests/${id}/steps`, { action: 'dispatch', seq, handler: { organisationId } })

    const { page } = company
    await page.goto(`/console/requests/${id}`)
    await page.getByRole('button', { name: /^接单/ }).waitFor()
    await press(page, 't')
    const drawer = page.getByRole('dialog')
    await drawer.waitFor()
    await press(page, 'Control+Enter')
    await page.getByRole('button', { name: /^办好了/ }).waitFor()
    await press(page, 'e')
    await drawer.getByLabel('自然老化损坏').check({ force: true })
    await drawer.getByLabel('怎么办的').fill('换了读卡器，三户试过都能开。')
    await isAccessible(page)
    await press(page, 'Control+Enter')
    await drawer.waitFor({ state: 'detached' })
    await page.getByText('换了读卡器，三户试过都能开。').waitFor()
    expect((await view(resident, id)).allowedActions.map(({ action }) => action)).toContain('confirm')
  })
})
