/** Words in closed requests: the index finds what reading every row finds, in the order of closing, to whoever may see it. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld } from '#server/test/trust/world.ts'
import type { Params } from '../scope.ts'
import { closedWithWords } from './words.ts'
import { wordsOf } from './rows.ts'

const MESSAGES = fileURLToPath(new URL('../../../../../shared/data/complaints-zh/messages-4326.xlsx', import.meta.url))
const hasMessages = existsSync(MESSAGES)
if (!hasMessages) console.warn(`No real messages at ${MESSAGES}: searching them is skipped`)

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
const { made, sibling, people, inTenant, call, tenantId } = world
const owner = new pg.Client(databaseUrl)
await owner.connect()
afterAll(async () => {
  await owner.end()
  await app.close()
})

type Said = { title: string; text: string }
const DAY_MS = 86_400_000
/** Every other one in the sibling area; closed over four years before now. */
async function close(said: readonly Said[]) {
  const places = [
    { ...made, building: made.buildings[0], grid: made.grids[0] },
    { ...sibling, building: sibling.building, grid: sibling.grid },
  ]
  const rows = said.map(({ title, text }, nth) => {
    const at = places[nth % 2]
    const closed = new Date(app.now().getTime() - ((nth * 7919) % 1460) * DAY_MS - nth)
    return {
      id: newId(), number: `R${String(numbers++).padStart(9, '0')}`, title, text, closed_at: closed,
      place_id: at?.building?.id, place_name: nth % 3 ? '桂园小区 8 栋' : 'Ｂ座３单元', place_path: at?.building?.path,
      subdistrict_id: nth % 50 ? at?.subdistrict.id : null, community_id: at?.community.id, compound_id: at?.compound.id, grid_id: at?.grid?.id, building_id: at?.building?.id,
    } // prettier-ignore
  })
  await owner.query(
    `INSERT INTO request (tenant_id, id, number, kind, channel, status, outcome, seq, title, text, place_id, place_name, place_path,
       subdistrict_id, community_id, compound_id, grid_id, building_id, clocks, created_at, updated_at, closed_at)
     SELECT $1, id, number, 'problem', 'phone', 'closed', 'solved', 1, title, text, place_id, place_name, place_path,
       subdistrict_id, community_id, compound_id, grid_id, building_id, '{}', closed_at, closed_at, closed_at
       FROM jsonb_populate_recordset(NULL::request, $2)`,
    [tenantId, JSON.stringify(rows)],
  )
}
let numbers = 0

/** Page after page. */
async function found(q: string, areas: string[] | null = null, limit = 40): Promise<string[]> {
  const where = (params: Params) => [
    areas ? `r.community_id = ANY (${params.add(areas)})` : 'true',
    'r.closed_at IS NOT NULL',
  ]
  const ids: string[] = []
  for (let after: string | undefined; ;) {
    const page = await inTenant((tx) =>
      closedWithWords(tx, { where, words: wordsOf(q), areas, limit, after }, app.now()),
    )
    ids.push(...page.rows.map(({ id }) => id))
    if (!page.next) return ids
    after = page.next
  }
}
/** Reading every row. */
const plain = async (q: string, areas: string[] | null = null) =>
  (
    await owner.query<{ id: string }>(
      `SELECT id FROM request WHERE tenant_id = $1 AND closed_at IS NOT NULL AND ($3::uuid[] IS NULL OR community_id = ANY ($3))
          AND (SELECT bool_and(strpos(lower(normalize(concat_ws(E'\\n', title, text, place_name), NFKC)), lower(normalize(w, NFKC))) > 0) FROM unnest($2::text[]) w)
        ORDER BY closed_at DESC, id DESC`,
      [tenantId, q.split(/\s+/u).filter(Boolean), areas],
    )
  ).rows.map(({ id }) => id)

const LETTERS = [...'漏水电梯路灯井盖坏了吵垃圾车位物业的小区楼道2３aBＣ，。 %_\\𬭎é']
let seed = 20_261_118
const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below
const words = (length: number) => Array.from({ length }, () => LETTERS[random(LETTERS.length)]).join('')

describe('made-up texts', () => {
  beforeAll(() => close(Array.from({ length: 1200 }, () => ({ title: words(1 + random(6)), text: words(random(30)) }))))

  const QUERIES = [...Array.from({ length: 60 }, () => words(2 + random(2)).trim()).filter((q) => /[\p{L}\p{N}]{2}/u.test(q)), '小区', '桂园', 'b座', 'Ｂ座', '3单元', '漏水 电梯', '100%', '水 井盖', '车位。'] // prettier-ignore
  test.each(QUERIES)('“%s” finds what a plain scan finds', async (q) => {
    expect(await found(q)).toEqual(await plain(q))
    const areas = [sibling.community.id]
    expect(await found(q, areas, 7)).toEqual(await plain(q, areas))
  })

  test('a single character is looked for among the newest', async () => {
    expect(await found('灯')).toEqual(await plain('灯'))
  })

  test('a place within the reader’s area is enough; another district sees nothing', async () => {
    const other = await makeWorld(app, databaseUrl, { name: '另一区' })
    const nothing = await other.inTenant((tx) =>
      closedWithWords(tx, { where: () => ['true'], words: ['小区'], areas: null, limit: 5 }, app.now()),
    )
    expect(nothing.rows).toEqual([])
  })
})

test('the work list and the search box find closed requests by words, each reader their own', async () => {
  await close([
    { title: '健身器材松动', text: '双人漫步机螺丝掉了' },
    { title: '健身器材缺漆', text: '漫步机' },
  ])
  const desk = (await call(people.desk, '/api/requests/work?view=closed&q=漫步机')).json()
  expect(desk.rows.map(({ title }: { title: string }) => title)).toEqual(['健身器材松动'])
  const whole = (await call(people.district, '/api/requests/work?view=closed&q=漫步机 器材')).json()
  expect(whole.rows).toHaveLength(2)
  const [{ number }] = desk.rows
  expect((await call(people.desk, `/api/requests/work?view=closed&q=${number}`)).json().rows).toHaveLength(0) // not of its pattern
  const open = await world.submit(people.resident, { text: '漫步机的把手也松了' })
  const box = (await call(people.desk, `/api/find?q=${encodeURIComponent('漫步机')}`)).json()
  expect(box.requests.map(({ id, closed }: { id: string; closed: boolean }) => [id === open.id, closed])).toEqual([
    [true, false],
    [false, true],
  ])
})

test.each(['2026-000123', '2026-1234567'])('a closed request is found by its number %s', async (number) => {
  await close([{ title: '楼道堆物', text: '' }])
  await owner.query(
    'UPDATE request SET number = $2 WHERE tenant_id = $1 AND id = (SELECT id FROM request WHERE tenant_id = $1 AND title = $3 LIMIT 1)',
    [tenantId, number, '楼道堆物'],
  )
  const { rows } = (await call(people.district, `/api/requests/work?view=closed&q=${number}`)).json()
  expect(rows.map((row: { number: string }) => row.number)).toEqual([number])
})

test.skipIf(!hasMessages)(
  'real messages: every word found where it stands',
  async () => {
    const [, ...rows] = await readSheet(MESSAGES)
    const said = rows.map((row) => ({ title: String(row[2] ?? '').trim(), text: String(row[4] ?? '').trim().replaceAll('\0', '') })) // prettier-ignore
    await close(said)
    await owner.query('ANALYZE request')
    for (let nth = 0; nth < 12; nth += 1) {
      const { text } = said[random(said.length)] ?? { text: '' }
      const q = [...text].slice(random(40)).join('').slice(0, 3 + random(5)).trim() // prettier-ignore
      if (!wordsOf(q).some((word) => /[\p{L}\p{N}]{2}/u.test(word))) continue
      expect(await found(q, null, 500), q).toEqual(await plain(q))
    }
  },
  120_000,
)
