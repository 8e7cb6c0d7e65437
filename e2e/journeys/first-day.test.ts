/**
 * The first day of a real district: an empty installation, a property company's spreadsheet, and nothing to read. At the end
 * the compound of 19 buildings and 339 households stands, its grid is drawn, posts are held, and a check-up says what is next.
 */
import { execFileSync } from 'node:child_process'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { launchBrowser, VIEWS } from '../browser.ts'
import { startProduct, type Started } from '../server.ts'
import { watch } from '../visit.ts'

let product: Started
let browser: Browser
let context: BrowserContext
let page: Page
let faults: string[]
beforeAll(async () => {
  product = await startProduct({ LINLI_DEMO: 'off' })
  browser = await launchBrowser()
  context = await browser.newContext({ ...VIEWS.desk, baseURL: product.url })
  page = await context.newPage()
  faults = watch(page)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('from nothing to a compound that knows itself', async () => {
  // Whoever holds the machine makes the link; the first administrator sets themself up.
  await page.goto(adminLink())
  await page.getByLabel('姓名').fill('许建国')
  await page.getByLabel(/账号/).fill('xujianguo')
  await page.getByLabel('密码').fill('guiyuan-2026-ok')
  await page.getByRole('button', { name: /设好/ }).click()
  await page.getByText('第一次使用').waitFor()

  // Subdistrict and community come ready from the list of divisions.
  await page.getByLabel('找街道或社区').fill('罗湖 桂园')
  await page.getByText('桂园街道', { exact: true }).first().click()
  await page.getByRole('checkbox', { name: '红村社区' }).check()
  await page.getByRole('button', { name: /取用选中/ }).click()

  await page.getByLabel('小区名称').fill('桂园小区')
  await page.getByRole('button', { name: '建小区' }).click()

  // The property company's own file: titles above the header, five ways of writing a building, a sum below.
  await page.getByRole('link', { name: '导入 Excel' }).click()
  await page.locator('input[type=file]').setInputFiles({
    name: '桂园物业业主信息.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await propertyFile(),
  })
  await page.getByRole('button', { name: '检查' }).click()
  await page.getByText('会新建 19 栋楼、38 个单元、339 套房屋、339 人').waitFor()
  await page.getByRole('button', { name: '录入 339 行' }).click()
  await page.getByText('录入了 339 行').waitFor({ timeout: 60_000 })

  // One grid of 339 households, put together from tiles.
  await page.goto('/console/register')
  await page.getByText('19 栋、339 户').waitFor()
  await page.getByRole('link', { name: '划网格' }).click()
  await page.getByRole('button', { name: /加一个网格/ }).click()
  await page.getByRole('button', { name: /没分的 19 栋/ }).click()
  await page.getByRole('button', { name: '保存调整' }).click()
  await page.getByLabel('为什么调整').fill('初次划分')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /保存|今天起/ })
    .last()
    .click()
  await page.getByText('网格已调整').waitFor()

  // Every post of the chain at once, and the first person in one of them.
  await page.goto('/console/register')
  await page.getByRole('link', { name: '设岗位' }).click()
  await page.getByRole('button', { name: '缺的岗位一次建齐' }).click()
  await page.getByText('建了 21 个岗位').waitFor()
  await page
    .getByRole('row', { name: /8 栋楼栋长/ })
    .filter({ hasNotText: '18 栋' })
    .getByRole('button', { name: '任命' })
    .click()
  await page.getByLabel('给谁').fill('zhangzhiqiang')
  await page
    .getByRole('dialog')
    .getByRole('radio', { name: /张＊＊/ })
    .first()
    .check()
  await page.getByRole('dialog').getByRole('button', { name: '任命' }).click()
  await page.getByText('已任命').waitFor()

  // The check-up has looked by itself, and each gap has a button that opens the task.
  await page.goto('/console/checkup')
  await page.getByText('等 18 处没有楼栋长', { exact: false }).waitFor()
  await page.getByText('不是三无小区').first().waitFor()
  await page.getByRole('link', { name: '新建' }).first().click()
  await page.getByRole('dialog').waitFor()
  expect(await (await context.request.get('/api/places')).json()).toMatchObject([{ households: 339 }])
  expect(faults).toEqual([])
}, 180_000)

function adminLink(): string {
  const said = execFileSync(process.execPath, ['--import', 'tsx', 'scripts/admin.ts', '--name', '罗湖区'], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: product.dataDir, PORT: String(product.port), HOST: '127.0.0.1' },
  })
  const [link = ''] = /http:\/\/\S+/.exec(said) ?? []
  return link
}

/** The stairwells of 桂园小区: one flat on the ground floor, two on each of four above, three of them double. */
function roomsOf(building: number, entrance: number): string[] {
  const isMerged = [12, 16, 19].includes(building) && entrance === 2
  const above = [2, 3, 4, 5].flatMap((floor) => (isMerged && floor === 5 ? ['501'] : [`${floor}01`, `${floor}02`]))
  return ['101', ...above]
}

async function propertyFile(): Promise<Buffer> {
  const words = (value: string) => ({ value, type: String })
  const number = (value: number) => ({ value, type: Number })
  const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高']
  const GIVEN = ['建国', '秀英', '志强', '桂兰', '晓燕', '俊杰', '淑芬']
  const homes = Array.from({ length: 19 }, (_, at) => at + 1).flatMap((building) =>
    [1, 2].flatMap((entrance) => roomsOf(building, entrance).map((room) => ({ building, entrance, room }))),
  )
  const written = (building: number, nth: number) =>
    [`${building}栋`, `${building}号楼`, `${building}#`, `第${building}幢`, `${String(building).padStart(2, '0')}栋`][
      nth % 5
    ] ?? ''
  const rows = homes.map(({ building, entrance, room }, nth) => [
    number(nth + 1),
    words(written(building, nth)),
    words(nth % 3 ? `${entrance}单元` : `${entrance}`),
    words(room),
    words(`${SURNAMES[nth % 20] ?? ''}${GIVEN[nth % 7] ?? ''}`),
    words(nth % 17 ? `160${30_000_000 + nth}` : `１６0${30_000_000 + nth}`), // some digits are full-width
    number(nth % 2 ? 89.37 : 74.62),
    nth % 4 ? words(`2009/6/${1 + (nth % 28)}`) : number(39_965 + (nth % 300)), // days as Excel counts them
    words('汉族'),
  ])
  const header = ['序号', '楼栋号', '单元', '房号', '业主姓名*', '联系电话', '建筑面积(㎡)', '入住日期', '民族']
  const data = [
    [words('桂园物业服务中心 业主信息登记表')],
    [words('填表说明：带*为必填，电话请填手机')],
    header.map(words),
    ...rows,
    [words('合计'), null, null, null, words(`${homes.length} 户`)],
  ]
  return writeXlsxFile([{ sheet: '业主信息', data }]).toBuffer()
}
