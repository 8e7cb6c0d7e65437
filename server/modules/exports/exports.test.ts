/** Stories of exports, through HTTP: every kind is its list, what may not be there is not, and files open in real readers. */
import { parse } from 'csv-parse/sync'
import readSheet from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EXPORT_KINDS, PERSONAL_KINDS, type ExportFormat, type ExportKind } from '#contracts/exports.ts'
import { newId } from '#platform/ids.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { sweepExports } from './sweep.ts'
import { makeWorld, type Somebody } from '#server/test/trust/world.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
const other = await makeWorld(app, databaseUrl, { name: '金丝雀区' })
const { people, made } = world
afterAll(() => app.close())

const HOUR = 3_600_000
let key = 0
const call = async (who: Somebody, method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) =>
  (await who.as()).inject(method, path, body, { key: `export-${(key += 1)}-0123456789` })
const ok = async (who: Somebody, method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => {
  const answer = await call(who, method, path, body)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const code = async (who: Somebody, method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) =>
  (await call(who, method, path, body)).json().code

const wanted = (kind: ExportKind, filters: object = {}, format: ExportFormat = 'csv', purpose = '季度上报') => ({
  kind, format, filters, purpose, language: 'zh' as const,
}) // prettier-ignore

/** Asked for, made, fetched. */
async function taken(
  who: Somebody,
  body: ReturnType<typeof wanted>,
): Promise<{ id: string; bytes: Buffer; number: string }> {
  const { id, number } = await ok(who, 'POST', '/api/exports', body)
  await world.drain()
  const file = await call(who, 'GET', `/api/exports/${id}/file`)
  expect(file.statusCode, file.body.slice(0, 300)).toBe(200)
  return { id, number, bytes: file.rawPayload }
}
/** Cells without head and mark. */
const rowsOf = (bytes: Buffer) => (parse(bytes, { bom: true, relax_column_count: true }) as string[][]).slice(1, -1)
const period = { from: '2026-11-01', to: '2026-11-30' }

beforeAll(async () => {
  await world.submit(people.resident, { text: '8 栋门前路面积水，请来看看。' })
  await world.submit(people.neighbour, { text: '=HYPERLINK("http://x") 楼道灯不亮' })
  await world.submit(people.resident, { text: '希望加一处健身角，方便老人。', kind: 'practical' })
  await world.submit(people.resident, { text: '邻居家噪音，请上门。我的电话 13800138000', kind: 'help' })
  await other.submit(other.people.resident, { text: '金丝雀区的事' })
})

test('the work list for three principals is what each sees, and nothing of others', async () => {
  for (const who of [people.desk, people.gridWorker, people.unit, people.district]) {
    const list = await ok(who, 'GET', '/api/requests/work?limit=100')
    const { bytes } = await taken(who, wanted('work'))
    expect(rowsOf(bytes).map(([number]) => number)).toEqual(list.rows.map(({ number }: { number: string }) => number))
    expect(bytes.toString()).not.toContain('金丝雀')
    expect(bytes.toString()).not.toMatch(/1[3-9]\d{9}/)
  }
})

test('filters go along, and those that the list does not know are left out', async () => {
  const { bytes } = await taken(people.desk, wanted('work', { kind: 'practical', after: 'x', limit: 1 }))
  expect(rowsOf(bytes)).toHaveLength(1)
  expect(await code(people.desk, 'POST', '/api/exports', wanted('work', { view: 'nowhere' }))).toBe('malformed')
})

const REST: Partial<Record<ExportKind, object>> = {
  figures: { ...period, by: 'category' }, behind: { ...period, measure: 'received' }, setApart: { ...period, kind: 'silence' },
  loop: period, practical: period, teams: period,
} // prettier-ignore
const SERVED = EXPORT_KINDS.filter((kind) => !(PERSONAL_KINDS as readonly string[]).includes(kind))

test.each(SERVED)('%s can be taken out by some, and is refused to who may not see its list', async (kind) => {
  const grids = { scopeId: made.compound.id, level: 2 }
  const filters =
    kind === 'grids' ? grids : kind === 'gridLedger' ? { ...period, placeId: made.community.id } : (REST[kind] ?? {})
  const who = kind === 'audit' ? people.auditor : people.desk
  const preview = await call(who, 'POST', '/api/exports/preview', { kind, filters, language: 'zh' })
  if (preview.statusCode === 404 && ['figures', 'behind', 'setApart'].includes(kind)) return // served by another module
  expect(preview.statusCode, preview.body).toBe(200)
  const { bytes } = await taken(who, wanted(kind, filters))
  const rows = kind === 'audit' ? rowsOf(bytes).slice(1) : rowsOf(bytes) // that it is taken out stands in the log first
  expect(rows.slice(0, preview.json().rows.length)).toEqual(preview.json().rows.map((row: string[]) => row.map((cell) => (/^[=+\-@]/.test(cell) ? `'${cell}` : cell)))) // prettier-ignore
  const refused = ['right_required', 'malformed'] // some lists are open to a chair, with filters of their own
  if (kind !== 'selections' && kind !== 'register' && kind !== 'grids' && kind !== 'venues' && kind !== 'checkup')
    expect(refused).toContain(await code(people.chair, 'POST', '/api/exports', wanted(kind, filters)))
})

test('the loop ledger has a line per request with its steps, and says what is late', async () => {
  const { bytes } = await taken(people.desk, wanted('loop', period))
  const rows = rowsOf(bytes)
  expect(rows.map(([order]) => order)).toEqual(['1', '2', '3', '4'])
  expect(rows[0]?.slice(3, 5)).toEqual(['随手拍', expect.any(String)])
  expect((await ok(people.desk, 'GET', `/api/ledgers/loop?from=2026-11-01&to=2026-11-30`)).total).toBe(4)
  expect(await code(people.desk, 'GET', '/api/ledgers/loop?from=2026-11-01&to=2026-11-30&after=bm9uZQ')).toBe(
    'malformed',
  )
})

describe('files', () => {
  test('an .xlsx opens in a reader: about, then rows, every cell text', async () => {
    const { bytes, number } = await taken(people.desk, wanted('work', {}, 'xlsx'))
    const sheets = await readSheet(bytes)
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['说明', '工单清单'])
    expect(sheets[0]?.data).toContainEqual(['导出编号', number])
    const cells = (sheets[1]?.data ?? []).flat()
    expect(cells.every((cell) => cell === null || typeof cell === 'string')).toBe(true)
    expect(cells.some((cell) => String(cell).startsWith('=HYPERLINK'))).toBe(true)
  })
  test('a .csv keeps a formula from being one', async () => {
    const { bytes } = await taken(people.desk, wanted('work'))
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(rowsOf(bytes).flat().filter((cell) => /^[=+@\t]/.test(cell))).toEqual([]) // prettier-ignore
    expect(bytes.toString()).toContain(`"'=HYPERLINK(""http://x"")`)
  })
  test('GeoJSON puts requests on their building, and grids the right way round', async () => {
    const work = JSON.parse((await taken(people.desk, wanted('work', {}, 'geojson'))).bytes.toString())
    expect(work.type).toBe('FeatureCollection')
    for (const { geometry } of work.features) expect(geometry.type).toBe('Point')
    expect(await code(people.desk, 'POST', '/api/exports', wanted('posts', {}, 'geojson'))).toBe('export_no_map')
  })
})

describe('lists about persons', () => {
  const households = () => wanted('households', { placeId: made.community.id }, 'csv', '入户走访排班')
  test('need a purpose, wait for a second person who is not oneself, and mark every row', async () => {
    expect(await code(people.desk, 'POST', '/api/exports', { ...households(), purpose: ' ' })).toBe(
      'export_purpose_required',
    )
    const one = await ok(people.desk, 'POST', '/api/exports', households())
    expect(one).toMatchObject({ state: 'waiting', expected: expect.any(Number) })
    expect((await call(people.desk, 'GET', `/api/exports/${one.id}/file`)).statusCode).toBe(404)
    const decision = `/api/exports/${one.id}/decision`
    expect(await code(people.desk, 'POST', decision, { agree: true, words: '' })).toBe('export_own')
    expect(await ok(people.desk, 'GET', '/api/exports/waiting')).toEqual([])
    expect(await code(other.people.subdistrict, 'POST', decision, { agree: true, words: '' })).toBe('not_found')
    expect(await ok(people.subdistrict, 'GET', '/api/exports/waiting')).toMatchObject([{ id: one.id }])
    await ok(people.subdistrict, 'POST', decision, { agree: true, words: '' })
    expect(await code(people.subdistrict, 'POST', decision, { agree: true, words: '' })).toBe('export_not_waiting')
    await world.drain()
    const file = await call(people.desk, 'GET', `/api/exports/${one.id}/file`)
    const rows = rowsOf(file.rawPayload)
    expect(rows.length).toBe(one.expected)
    rows.forEach((row, at) => expect(row.at(-1)).toBe(`${one.number}-${String(at + 1).padStart(3, '0')}`))
    expect(file.body).not.toMatch(/\d{3}[*＊]{4}\d{4}|1[3-9]\d{9}/)
    expect((await call(people.subdistrict, 'GET', `/api/exports/${one.id}/file`)).statusCode).toBe(404)
    // Whom it is about reads it where they see who looked.
    const told = await world.rows<{ reason: string }>(
      `SELECT reason FROM audit_entry WHERE tenant_id = $1 AND what = 'export' AND household_id IS NOT NULL`,
    )
    expect(told.every(({ reason }) => reason === '入户走访排班')).toBe(true)
  })
  test('a refusal says why and gives the rows back', async () => {
    const before = (await ok(people.desk, 'GET', '/api/exports')).personalRowsLeft
    const { id } = await ok(people.desk, 'POST', '/api/exports', households())
    await ok(people.subdistrict, 'POST', `/api/exports/${id}/decision`, { agree: false, words: '范围太大' })
    const after = await ok(people.desk, 'GET', '/api/exports')
    expect(after.rows[0]).toMatchObject({ id, state: 'refused', because: '范围太大' })
    expect(after.personalRowsLeft).toBe(before)
  })
  test('fifty calls at once stay within the month', async () => {
    const ask = () =>
      call(
        people.secretary,
        'POST',
        '/api/exports',
        wanted('households', { placeId: made.compound.id }, 'csv', '核对底册'),
      )
    const each = (await ask()).json().expected
    expect(each).toBeGreaterThan(0)
    await world.rows(
      'UPDATE export_month SET row_count = 2000 - $3 WHERE tenant_id = $1 AND person_id = $2 RETURNING month',
      [people.secretary.personId, 3 * each],
    )
    const all = await Promise.all(Array.from({ length: 50 }, ask))
    expect(all.filter(({ statusCode }) => statusCode === 200)).toHaveLength(3)
    expect(new Set(all.filter(({ statusCode }) => statusCode !== 200).map((one) => one.json().code))).toEqual(
      new Set(['export_month_full']),
    )
    expect((await ok(people.secretary, 'GET', '/api/exports')).personalRowsLeft).toBe(0)
  })
})

test('a file ends with its day, with the right, and for anybody else', async () => {
  const lead = await world.person({ kind: 'gridLead', placeId: made.compound.id, title: '网格长' })
  const { id } = await taken(lead, wanted('work'))
  expect((await call(people.desk, 'GET', `/api/exports/${id}/file`)).statusCode).toBe(404)
  expect((await call(other.people.desk, 'GET', `/api/exports/${id}/file`)).statusCode).toBe(404)
  expect(await ok(lead, 'GET', `/api/exports/${id}`)).toMatchObject({ downloads: 1, state: 'ready' })
  app.wait(25 * HOUR)
  expect((await call(lead, 'GET', `/api/exports/${id}/file`)).statusCode).toBe(404)
  await world.inTenant((tx) => sweepExports.job.run(tx, {}, { outboxId: id, now: app.now(), log: app.services.log }))
  expect(await ok(lead, 'GET', `/api/exports/${id}`)).toMatchObject({ state: 'ended' })
  expect(await world.rows('SELECT 1 FROM export_piece WHERE tenant_id = $1 AND export_id = $2', [id])).toEqual([])
})

test('who moves to another community leaves the files of the first behind', async () => {
  const mover = await world.person({ kind: 'communityStaff', placeId: made.community.id, title: '受理岗' })
  const elsewhere = await world.person({ kind: 'communityStaff', placeId: world.sibling.community.id, title: '受理岗' })
  const { id } = await taken(mover, wanted('work'))
  app.wait(1_000)
  const [term] = await world.rows<{ id: string }>('SELECT id FROM post_term WHERE tenant_id = $1 AND person_id = $2', [mover.personId]) // prettier-ignore
  await ok(people.operator, 'DELETE', `/api/posts/${mover.postId}/terms/${term?.id}`)
  await world.rows(`INSERT INTO post_term (tenant_id, id, post_id, person_id, from_on) SELECT $1, $2, p.id, $3, '2026-01-01' FROM post p WHERE p.tenant_id = $1 AND p.id = $4`, [newId(), mover.personId, elsewhere.postId]) // prettier-ignore
  app.services.forgetActors(world.tenantId)
  expect((await call(mover, 'GET', '/api/exports')).statusCode).toBe(200)
  expect((await call(mover, 'GET', `/api/exports/${id}/file`)).statusCode).toBe(404)
})

test('one that is cancelled is not made', async () => {
  const { id } = await ok(people.desk, 'POST', '/api/exports', wanted('work'))
  await ok(people.desk, 'DELETE', `/api/exports/${id}`)
  await world.drain()
  expect(await ok(people.desk, 'GET', `/api/exports/${id}`)).toMatchObject({ state: 'ended', rowCount: 0 })
})
