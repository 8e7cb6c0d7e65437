/**
 * Open311 from both sides: the operator makes a key in the browser; a client that knows the public specification only files
 * a puddle with two photos and follows it, while the desk sends it, the company finishes it and the call closes it.
 */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Me } from '#contracts/accounts.ts'
import { geoReportClient, type Answer, type Told } from '#server/test/georeport-client.ts'
import { appUrl, callAs, useSeats } from '../visit.ts'

const { sit } = useSeats()
const picture = (name: string) =>
  readFileSync(new URL(`../../server/modules/demo/photos/drawn/${name}.jpg`, import.meta.url))
const rows = (answer: Answer) => answer.value as Record<string, Told>[] // lists of the specification
const client = () => geoReportClient(`${appUrl()}/open311/v2`, 'xml')
const WORDS = '东门外一片积水，轮椅过不去'

/** As the operator does it: a name, what is ticked by itself, and the secret that is shown once. */
async function makeKey(): Promise<string> {
  const { page } = await sit('operator', '/console/connections')
  await page.getByRole('button', { name: '新建密钥' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('给哪个系统用').fill('12345 热线')
  await sheet.getByRole('button', { name: '新建密钥' }).click()
  const secret = await page.locator('.con-secret').innerText()
  await page.getByRole('button', { name: '抄好了' }).click()
  await page.locator('.con-keys li', { hasText: '12345 热线' }).first().getByText('还没用过').waitFor()
  return secret
}

it('a puddle that another system files is sent, finished and confirmed, and that system sees it', async () => {
  const began = `${new Date().toISOString().slice(0, 19)}Z`
  const filed = await client().post(
    'requests',
    { api_key: await makeKey(), service_code: 'road.puddle', description: WORDS, address_string: '桂园小区 8 栋', 'attribute[since]': 'days' },
    { files: [1, 2].map((n) => ({ name: 'media', fileName: `IMG_${n}.jpg`, bytes: picture(`puddle-before-${n}`) })) },
  ) // prettier-ignore
  expect(filed.status, filed.text).toBe(200)
  const number = String(rows(filed)[0]?.['service_request_id'])
  const seen = async () => rows(await client().get(`requests/${number}`, { extensions: 'true' }))[0] ?? {}
  const photos = (one: Record<string, Told>) => (one['extended_attributes'] as { media_urls: string[] }).media_urls // CitySDK's list
  expect(await seen()).toMatchObject({ status: 'open', status_notes: '已收到，待受理' })
  expect(photos(await seen())).toHaveLength(2)

  const company = await sit('unitUser', '/console')
  const name = (await callAs<Me>(company, 'GET', '/api/me')).capacities[0]?.organisationName ?? ''
  await send(name)
  expect(await seen()).toMatchObject({ agency_responsible: name, status_notes: `已派单至${name}` })
  await finish(company.page)
  expect(await seen()).toMatchObject({ status: 'open', status_notes: '已办结待评价' })
  await confirm()

  const closed = await seen()
  expect(closed).toMatchObject({ status: 'closed', status_notes: '已解决' })
  const result = await fetch(photos(closed)[0] ?? '')
  expect([photos(closed).length, result.status, result.headers.get('content-type')]).toEqual([3, 200, 'image/jpeg'])
  const updates = rows(await client().get('servicerequestupdates', { start_date: began })).filter((one) => one['service_request_id'] === number) // prettier-ignore
  expect(updates.map(({ status }) => status)).toEqual(['open', 'action_scheduled', 'in_progress', 'in_progress', 'fixed']) // prettier-ignore
  expect(updates[3]).toMatchObject({ description: '疏通了雨水口，水已退。', media_url: photos(closed)[0] })
})

async function send(company: string) {
  const { page } = await sit('communityStaff', `/console?q=${WORDS.slice(0, 7)}`)
  await page.getByRole('heading', { level: 2, name: new RegExp(WORDS.slice(0, 7)) }).waitFor()
  await page.getByText('开放接口 · 12345 热线').first().waitFor()
  await page.getByRole('radio', { name: company }).first().check({ force: true })
  await page.keyboard.press('Control+Enter')
  await page.locator('.it', { hasText: WORDS.slice(0, 7) }).waitFor({ state: 'detached' })
  await expect.poll(async () => rows(await client().get('requests', { status: 'open', service_code: 'road.puddle' })).find(({ description }) => description === WORDS)?.['agency_responsible'], { timeout: 15_000 }).toBe(company) // prettier-ignore
}

async function finish(page: Page) {
  await page.goto(`/console?q=${WORDS.slice(0, 7)}`)
  await page.getByRole('button', { name: /^接单/ }).waitFor()
  await page.keyboard.press('t')
  const drawer = page.getByRole('dialog')
  await drawer.waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /^办好了/ }).waitFor()
  await page.keyboard.press('e')
  await drawer.locator('input[type=file]').nth(1).setInputFiles({ name: 'IMG_3.jpg', mimeType: 'image/jpeg', buffer: picture('puddle-after-1') }) // prettier-ignore
  await drawer.getByLabel('自然老化损坏').check({ force: true })
  await drawer.getByLabel('怎么办的').fill('疏通了雨水口，水已退。')
  await drawer.getByRole('button', { name: /办好了/ }).click()
  await drawer.waitFor({ state: 'detached' })
}

async function confirm() {
  const { page } = await sit('followUpStaff', '/console/follow-up')
  await page.locator('.fu-list button', { hasText: WORDS.slice(0, 7) }).click()
  for (const answer of ['打通了', '解决了', '满意']) await page.getByRole('radio', { name: answer, exact: true }).check({ force: true }) // prettier-ignore
  await page.getByRole('button', { name: '记下，下一件' }).click()
  await page.getByText('已结案').first().waitFor()
}
