/** The browser draws Chinese: each letter its own shape, none the box of a missing one, and two weights. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, VIEWS } from './browser.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
  page = await (await browser.newContext(VIEWS.desk)).newPage()
}, 60_000)
afterAll(() => browser?.close())

const MISSING = '\u{E83A}' // private use: no font has it

async function draw(letter: string, weight = 400): Promise<string> {
  await page.setContent(`<p style="margin:0;width:48px;font:${weight} 40px 'PingFang SC', sans-serif">${letter}</p>`)
  return (await page.locator('p').screenshot()).toString('base64')
}

test.each([400, 600])('letters at weight %i differ from each other and from a missing one', async (weight) => {
  const letters = [...'邻里办结“，①骉', MISSING]
  const pictures: string[] = []
  for (const letter of letters) pictures.push(await draw(letter, weight))
  expect(new Set(pictures).size).toBe(letters.length)
})

test('600 is drawn heavier than 400', async () => {
  expect(await draw('邻', 600)).not.toBe(await draw('邻', 400))
})

test('a closed context leaves the browser alive', async () => {
  await (await browser.newContext(VIEWS.phone)).close()
  expect(browser.isConnected()).toBe(true)
})
