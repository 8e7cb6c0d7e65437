/**
 * Every page as every kind of person, on a phone and at a desk: no error on the console, no serious finding by axe.
 * A page is added here when it is made; a person who may not enter sees a sentence, not an empty sheet.
 */
import AxeBuilder from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { listMine, listWork } from '#contracts/requests.ts'
import { launchBrowser, VIEWS } from './browser.ts'
import { appUrl, callAs, visit, watch, type Visit } from './visit.ts'

const PHONE = [
  '/',
  '/report',
  '/mine',
  '/nearby',
  '/pairings',
  '/pool',
  '/urgent',
  '/notices',
  '/me',
  '/me/sessions',
  '/me/looked',
  '/me/settings',
  '/household',
  '/building',
  '/member',
  '/member/join',
  '/questions',
  '/selections',
  '/shops',
] as const
const DESK = [
  '/console',
  '/console/new',
  '/console/map',
  '/console/supervise',
  '/console/register',
  '/console/follow-up',
  '/console/categories',
  '/console/people',
  '/console/posts',
  '/console/organisations',
  '/console/organisations/chart',
  '/console/venues',
  '/console/chain',
  '/console/selections',
  '/console/planner',
  '/console/members',
  '/console/import',
  '/console/households',
  '/console/households/asks',
  '/console/households/fields',
  '/console/owners',
  '/console/audit',
  '/console/checkup',
  '/console/standards',
] as const
const PHONE_PEOPLE = [
  'resident',
  'elder',
  'member',
  'volunteer',
  'buildingHead',
  'areaLead',
  'gridWorker',
  'dutyOfficer',
  'committeeChair',
]
const DESK_PEOPLE = [
  'communityStaff',
  'followUpStaff',
  'compoundSecretary',
  'branchSecretary',
  'unitUser',
  'subdistrictSupervisor',
  'districtSupervisor',
  'auditor',
  'operator',
]

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

describe.each(PHONE_PEOPLE)('on the phone as %s', (role) => {
  it('opens every page without an error', async () => {
    const one = await visit(browser, role, '/')
    const { rows } = await callAs<ReplyOf<typeof listMine>>(one, 'GET', '/api/requests/mine')
    const { rows: around } = await callAs<ReplyOf<typeof listMine>>(one, 'GET', '/api/requests/nearby')
    await open(one, [...PHONE, ...[...rows, ...around].slice(0, 2).map(({ id }) => `/requests/${id}`)])
    await one.close()
  })
})

describe.each(DESK_PEOPLE)('at the desk as %s', (role) => {
  it('opens every page without an error', async () => {
    const one = await visit(browser, role, '/console')
    const found = await one.context.request.get('/api/requests/work')
    const rows = found.ok() ? ((await found.json()) as ReplyOf<typeof listWork>).rows : [] // the contract's reply
    const [compound] = await callAs<{ id: string }[]>(
      one,
      'GET',
      `/api/places/search?q=${encodeURIComponent('桂园小区')}&level=compound`,
    )
    const drawn = [2, 3].map((level) => `/console/register/${compound?.id}/grids?level=${level}`)
    await open(one, [...DESK, ...drawn, ...rows.slice(0, 1).map(({ id }) => `/console/requests/${id}`)])
    await one.close()
  })
})

it.each(['/', '/console', '/screen', '/console/first#no-such-link'])(
  'a stranger who opens %s is led on without an error',
  async (path) => {
    const context = await browser.newContext({ ...VIEWS.phone, baseURL: appUrl() })
    const page = await context.newPage()
    await open({ page, faults: watch(page) }, [path])
    await context.close()
  },
)

it('the wall display opens without an error', async () => {
  const one = await visit(browser, 'subdistrictSupervisor', '/screen', { view: 'screen' })
  await open(one, ['/screen'])
  await one.close()
})

async function open({ page, faults }: Pick<Visit, 'page' | 'faults'>, paths: readonly string[]) {
  for (const path of paths) {
    faults.length = 0
    await page.goto(path)
    await page.locator('main, [role=main]').first().waitFor({ timeout: 15_000 })
    await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'), undefined, {
      timeout: 15_000,
    })
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `axe ${id}: ${nodes
            .slice(0, 3)
            .map(({ target }) => target.join(' '))
            .join(' | ')}`,
      )
    expect({ path, faults: [...faults], serious }).toEqual({ path, faults: [], serious: [] })
  }
}
