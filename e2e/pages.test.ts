/**
 * Every page as every kind of person, on a phone and at a desk: no error on the console, no serious finding by axe.
 * A page is added here when it is made; a person who may not enter sees a sentence, not an empty sheet. A page of one thing is
 * opened for the first that the person's own lists hold.
 */
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Me } from '#contracts/accounts.ts'
import type { PlanWish } from '#contracts/planner.ts'
import type { Right } from '#contracts/rights.ts'
import { launchBrowser, VIEWS } from './browser.ts'
import { appUrl, callAs, visit, watch, type Visit } from './visit.ts'

const PHONE = [
  '/',
  '/report',
  '/help',
  '/mine',
  '/nearby',
  '/bulletins',
  '/pairings',
  '/pool',
  '/urgent',
  '/notices',
  '/me',
  '/me/home',
  '/me/sessions',
  '/me/looked',
  '/me/settings',
  '/household',
  '/building',
  '/member',
  '/member/join',
  '/member/card',
  '/member/feedback',
  '/member/plate',
  '/member/plate/print',
  '/questions',
  '/selections',
  '/shops',
] as const
/** With the right that a page asks for; who has the fewest opens all of them and is told why not. */
const DESK: readonly (readonly [string, Right?])[] = [
  ['/console'],
  ['/console/new', 'requests.onBehalf'],
  ['/console/map', 'requests.work'],
  ['/console/bulletins', 'bulletins.write'],
  ['/console/supervise', 'requests.supervise'],
  ['/console/insight', 'figures.view'],
  ['/console/insight/rows?measure=closed', 'figures.view'],
  ['/console/insight/apart', 'figures.view'],
  ['/console/insight/compare', 'figures.view'],
  ['/console/week', 'figures.view'],
  ['/console/register', 'registers.view'],
  ['/console/follow-up', 'requests.followUp'],
  ['/console/categories', 'settings.view'],
  ['/console/people', 'people.view'],
  ['/console/posts', 'people.view'],
  ['/console/posts?new=buildingHead', 'people.view'],
  ['/console/organisations', 'people.view'],
  ['/console/organisations?new=buildingGroup', 'people.view'],
  ['/console/organisations/chart', 'people.view'],
  ['/console/venues', 'registers.view'],
  ['/console/venues?new=parlour', 'registers.view'],
  ['/console/chain', 'registers.view'],
  ['/console/selections', 'organisations.manage'],
  ['/console/selections?new=1', 'organisations.manage'],
  ['/console/planner', 'plans.make'],
  ['/console/planner?kind=grids', 'plans.make'],
  ['/console/planner?kind=pairings', 'plans.make'],
  ['/console/members', 'members.view'],
  ['/console/import', 'imports.run'],
  ['/console/households', 'households.view'],
  ['/console/households/asks', 'households.manage'],
  ['/console/households/fields', 'settings.view'],
  ['/console/owners', 'owners.view'],
  ['/console/exchange', 'connections.view'],
  ['/console/notices'],
  ['/console/audit', 'audit.view'],
  ['/console/insight/topics', 'figures.view'],
  ['/console/exports', 'exports.make'],
  ['/console/connections', 'connections.view'],
  ['/console/connections?tab=open311', 'connections.view'],
  ['/console/checkup', 'standards.view'],
  ['/console/standards', 'standards.view'],
]
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
  const staff = await visit(browser, 'communityStaff', '/console')
  await makePlanAndImport(staff)
  await staff.close()
})
afterAll(() => browser?.close())

describe.each(PHONE_PEOPLE)('on the phone as %s', (role) => {
  it('opens every page without an error', async () => {
    const one = await visit(browser, role, '/')
    const requests = [
      ...(await idsOf(one, '/api/requests/mine')).slice(0, 2),
      ...(await idsOf(one, '/api/requests/nearby')).slice(0, 1),
    ]
    const plates = (await rowsOf(one, '/api/plates/building', 'plates')).slice(0, 1)
    await open(one.context, [
      ...PHONE,
      ...requests.map((id) => `/requests/${id}`),
      ...plates.map(({ code }) => `/plate/${code}`),
    ])
    await one.close()
  })
})

describe.each(DESK_PEOPLE)('at the desk as %s', (role) => {
  it('opens every page without an error', async () => {
    const one = await visit(browser, role, '/console')
    const { rights } = await callAs<Me>(one, 'GET', '/api/me')
    const mine = DESK.filter(([, right]) => role === 'unitUser' || !right || rights.includes(right))
    await open(one.context, [...mine.map(([path]) => path), ...(await pagesOfThings(one))])
    await one.close()
  })
})

it.each(['/', '/console', '/screen', '/console/first#no-such-link'])(
  'a stranger who opens %s is led on without an error',
  async (path) => {
    const context = await browser.newContext({ ...VIEWS.phone, baseURL: appUrl() })
    await open(context, [path])
    await context.close()
  },
)

it.each(['phone', 'desk'] as const)('the description of the API opens on a %s without an error', async (view) => {
  const context = await browser.newContext({ ...VIEWS[view], baseURL: appUrl() })
  const page = await context.newPage()
  const faults = watch(page)
  await page.goto('/api')
  await page.locator('#operations-tag-open311').click()
  await page.getByText('File a request').first().click()
  await page.locator('.opblock.is-open').first().waitFor()
  expect([...faults, ...(await page.locator('.errors-wrapper, .version-pragma').allInnerTexts())]).toEqual([])
  await context.close()
})

it('the wall display opens without an error', async () => {
  const one = await visit(browser, 'subdistrictSupervisor', '/screen', { view: 'screen' })
  await open(one.context, ['/screen'])
  await one.close()
})

/** The pages of one place, one home, one organisation …: the first that this person's lists hold, none where they hold none. */
async function pagesOfThings(one: Visit): Promise<string[]> {
  const [compound] = await idsOf(one, `/api/places/search?q=${encodeURIComponent('桂园小区')}&level=compound`)
  const [building] = await idsOf(one, `/api/places/search?q=${encodeURIComponent('桂园小区 8 栋')}&level=building`)
  const first = async (list: string, page: (id: string) => string, key = 'id') =>
    (await rowsOf(one, list)).slice(0, 1).map((row) => page(row[key] ?? ''))
  return [
    ...[compound, building].map((id) => `/console/register/${id}`),
    ...[2, 3].map((level) => `/console/register/${compound}/grids?level=${level}`),
    `/console/register/${compound}/grids?draw=outline`,
    `/console/checkup?placeId=${compound}`,
    `/console/members?placeId=${compound}`,
    `/console/households?placeId=${compound}&filter=noContact`,
    ...(await first('/api/households', (id) => `/console/households/${id}`, 'homePlaceId')),
    ...(await first('/api/organisations', (id) => `/console/organisations?edit=${id}`)),
    ...(await first('/api/posts?vacant=true', (id) => `/console/posts?appoint=${id}`)),
    ...(await first('/api/venues', (id) => `/console/venues?edit=${id}`)),
    ...(await first(`/api/plans?placeId=${compound}`, (id) => `/console/planner/${id}`)),
    ...(await first('/api/imports', (id) => `/console/import/${id}`)),
    ...(await first('/api/requests/work', (id) => `/console/requests/${id}`)),
  ]
}

/** The demo has neither: somebody of the community asks for a plan and uploads a file. */
async function makePlanAndImport(staff: Visit) {
  const [placeId] = await idsOf(staff, `/api/places/search?q=${encodeURIComponent('桂园小区')}&level=compound`)
  const wanted: PlanWish = {
    pairings: { bounds: [0, 3], keep: true, partly: false, weigh: { even: 1, near: 1, stay: 1 } },
  }
  await callAs(staff, 'POST', '/api/plans', { placeId, wanted })
  const buffer = Buffer.from('楼栋,单元,房号,户数\n1 栋,1 单元,101,1\n')
  const uploaded = await staff.context.request.post(`/api/imports?kind=homes&placeId=${placeId}`, {
    headers: { origin: appUrl(), 'idempotency-key': crypto.randomUUID() },
    multipart: { file: { name: '房屋.csv', mimeType: 'text/csv', buffer } },
  })
  expect(uploaded.status()).toBe(200)
}

type Row = Record<string, string>
/** The rows of a list, which is one itself or has them under this name; none where the person may not see it. */
async function rowsOf({ context }: Visit, path: string, name = 'rows'): Promise<Row[]> {
  const answer = await context.request.get(path)
  if (!answer.ok()) return []
  const reply = (await answer.json()) as Row[] | Record<string, Row[]> // both shapes that lists have; only ids are read
  return Array.isArray(reply) ? reply : (reply[name] ?? [])
}
const idsOf = async (one: Visit, path: string) => (await rowsOf(one, path)).map(({ id }) => id)

/** Opens the pages in two tabs side by side and says all that was found, not only the first. */
async function open(context: BrowserContext, paths: readonly string[]) {
  const tabs = await Promise.all([0, 1].map((tab) => lookAt(context, paths.filter((_path, at) => at % 2 === tab)))) // prettier-ignore
  expect(tabs.flat()).toEqual([])
}

/** What axe has looked at: a page built of the same elements is not looked at again for the next person. */
const examined = new Set<string>()

async function lookAt(context: BrowserContext, paths: readonly string[]): Promise<string[]> {
  const page = await context.newPage()
  const faults = watch(page)
  const found: string[] = []
  for (const path of paths) {
    faults.length = 0
    await page.goto(path)
    await page.locator('main, [role=main]').first().waitFor({ timeout: 15_000 })
    await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'), undefined, { timeout: 15_000 })
    const serious = await seriousIn(page)
    found.push(...[...faults, ...serious].map((fault) => `${path} ${fault}`))
  }
  await page.close()
  return found
}

async function seriousIn(page: Page): Promise<string[]> {
  const kinds = await page.evaluate(() =>
    [...new Set([...document.querySelectorAll('*')].map((one) => `${one.tagName} ${one.getAttribute('class')}`))]
      .sort()
      .join(),
  )
  if (examined.has(kinds)) return []
  examined.add(kinds)
  // one page without frames: axe need not open another to gather what it found
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `axe ${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(' | ')}`) // prettier-ignore
}
