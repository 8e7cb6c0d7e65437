/**
 * A browser that somebody sits at: signed in as a kind of person of the demo, phone- or desk-sized, with everything that
 * goes wrong on its pages written down.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { demoPersons } from '#contracts/accounts.ts'
import { launchBrowser, VIEWS } from './browser.ts'

type DemoPerson = ReplyOf<typeof demoPersons>[number]
export type Visit = {
  page: Page
  context: BrowserContext
  person: DemoPerson
  faults: string[]
  close(): Promise<void>
}

export const appUrl = () => inject('appUrl')

export async function demoPeople(): Promise<DemoPerson[]> {
  return (await (await fetch(`${appUrl()}/api/sign-in/demo`)).json()) as DemoPerson[] // the contract's reply
}

/** Signs in as the demo person of this role (`resident`, `communityStaff` …) and opens the page. */
export async function visit(
  browser: Browser,
  role: string,
  path: string,
  options: { view?: keyof typeof VIEWS; locale?: string } = {},
): Promise<Visit> {
  const person = (await demoPeople()).find((one) => one.role === role)
  if (!person) throw new Error(`no demo person of role ${role}`)
  const context = await browser.newContext({
    ...VIEWS[options.view ?? (person.entry === 'desk' ? 'desk' : 'phone')],
    locale: options.locale ?? 'zh-CN',
    baseURL: appUrl(),
  })
  const signedIn = await context.request.post('/api/sign-in/demo', {
    data: { personId: person.personId },
    headers: { origin: appUrl() },
  })
  if (!signedIn.ok()) throw new Error(`sign-in as ${role} was refused: ${signedIn.status()}`)
  const page = await context.newPage()
  const faults = watch(page)
  await page.goto(path)
  return { page, context, person, faults, close: () => context.close() }
}

/**
 * A browser for the tests of one file. Whoever sits down in a test leaves after it, without a fault; `answers` matches faults
 * that are answers there: a lost race, a refused plate.
 */
export function useSeats({ answers }: { answers?: RegExp } = {}) {
  const seats: { browser?: Browser } = {}
  const open: Visit[] = []
  const browser = () => {
    if (!seats.browser) throw new Error('no browser before the first test')
    return seats.browser
  }
  beforeAll(async () => {
    seats.browser = await launchBrowser()
  })
  afterEach(async () => {
    for (const one of open.splice(0)) {
      expect(one.faults.filter((fault) => !answers?.test(fault))).toEqual([])
      await one.close()
    }
  })
  afterAll(() => seats.browser?.close())
  return {
    browser,
    async sit(role: string, path: string): Promise<Visit> {
      const one = await visit(browser(), role, path)
      open.push(one)
      return one
    },
  }
}

/** Errors on the console, uncaught ones, and answers of 500 and above. */
export function watch(page: Page): string[] {
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`))
  page.on('response', (response) => response.status() >= 500 && faults.push(`${response.status()} ${response.url()}`))
  return faults
}

/** Calls the API as the person of this visit. */
export async function callAs<T>({ context }: Visit, method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const answer = await context.request.fetch(path, {
    method,
    headers: { origin: appUrl(), ...(method !== 'GET' && { 'idempotency-key': crypto.randomUUID() }) },
    ...(body && { data: body }),
  })
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as T // the caller names the contract's reply
}
