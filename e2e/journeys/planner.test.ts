/**
 * Planning: a compound is cut into four, a building is given to another grid by hand and counted anew; pairing says why it
 * cannot be and the button beside it makes it possible; a member who is asked accepts on the phone.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { listHouseholds } from '#contracts/households.ts'
import type { PairingView } from '#contracts/pairings.ts'
import type { createPlan, PlanView, PlanWish } from '#contracts/planner.ts'
import type { searchPlaces } from '#contracts/places.ts'
import { launchBrowser } from '../browser.ts'
import { callAs, visit, type Visit } from '../visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const SOLVED_MS = 60_000

async function compoundOf(one: Visit): Promise<string> {
  const q = encodeURIComponent('桂园小区')
  const found = await callAs<ReplyOf<typeof searchPlaces>>(one, 'GET', `/api/places/search?q=${q}&level=compound`)
  const [compound] = found
  if (!compound) throw new Error('the demo has no such compound')
  return compound.id
}

it('a compound is cut into four on the map; a building moved by hand is counted at once', async () => {
  const one = await visit(browser, 'communityStaff', '/console/planner')
  const { page, faults, close } = one
  await page.goto(`/console/planner?kind=grids&placeId=${await compoundOf(one)}`)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('划成几个').fill('4')
  await dialog.getByLabel('每个多少户 · 最少').fill('')
  await dialog.getByLabel('最多', { exact: true }).fill('')
  await dialog.getByRole('button', { name: '开始算' }).click()
  await page.getByText(/最优|时间到/).waitFor({ timeout: SOLVED_MS })
  const rows = page.locator('.plan-side .grid-table tbody tr')
  expect(await rows.count()).toBe(4)
  await page.getByRole('button', { name: '现在', exact: true }).click()
  await page.getByText('离网格中心平均').waitFor()
  expect(faults).toEqual([])
  await close()
})

it('pairing says why it cannot be, and the relaxation beside it is a plan that can', async () => {
  const one = await visit(browser, 'communityStaff', '/console/planner')
  const placeId = await compoundOf(one)
  const wanted: PlanWish = {
    pairings: { bounds: [0, 3], keep: true, partly: false, weigh: { even: 1, near: 1, stay: 1 } },
  }
  const { id } = await callAs<ReplyOf<typeof createPlan>>(one, 'POST', '/api/plans', { placeId, wanted })
  await one.page.goto(`/console/planner/${id}`)
  await one.page.getByText('为什么做不到').waitFor({ timeout: SOLVED_MS })
  await one.page.locator('.plan-relax li').first().getByRole('button', { name: '就这样算' }).click()
  await one.page.waitForURL((url) => !url.pathname.endsWith(id))
  await one.page.getByRole('button', { name: '采用这个方案' }).waitFor({ timeout: SOLVED_MS })
  const next = one.page.url().split('/').at(-1) ?? ''
  const plan = await callAs<PlanView>(one, 'GET', `/api/plans/${next}`)
  expect(plan).toMatchObject({ status: 'solved', pairings: { figures: { unpaired: 0 } } })
  expect(one.faults).toEqual([])
  await one.close()
})

it('a member who is asked sees the building, accepts on the phone, and then sees the door', async () => {
  const desk = await visit(browser, 'communityStaff', '/console')
  const { page, person, faults, close } = await visit(browser, 'member', '/pairings')
  const { rows } = await callAs<ReplyOf<typeof listHouseholds>>(desk, 'GET', `/api/households?placeId=${await compoundOf(desk)}`) // prettier-ignore
  const asked = await firstFree(desk, person.personId, rows)

  await page.reload()
  await page.getByRole('heading', { name: '请您结对' }).waitFor()
  const card = page.locator('.card', { hasText: `${asked.buildingName}的一户` })
  expect(await card.first().innerText()).not.toContain('室')
  await card.getByRole('button', { name: '同意' }).first().click()
  await page.getByText(asked.homeName ?? '').waitFor()
  expect(faults).toEqual([])
  await close()
  await desk.close()
})

/** Asks the member to look after the first of these homes that has nobody yet. */
async function firstFree(desk: Visit, personId: string, homes: readonly { homePlaceId: string }[]) {
  for (const { homePlaceId } of homes) {
    const body = { personId, homePlaceId }
    const asked = await callAs<PairingView>(desk, 'POST', '/api/pairings', body).catch((error: Error) => error)
    if (!(asked instanceof Error)) return asked
    if (!asked.message.includes('home_already_paired')) throw asked
  }
  throw new Error('every home of the compound has a member')
}
