/** The owners' roll through HTTP: entered, sold, read as of a day; masked; nobody else's place. */
import { afterAll, expect, test } from 'vitest'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld, type Somebody } from '#server/test/trust/world.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
afterAll(() => app.close())
const { desk, resident } = world.people

const call = async (who: Somebody, method: 'GET' | 'POST', path: string, body?: object) =>
  (await who.as()).inject(method, path, body)
const ok = async (who: Somebody, method: 'GET' | 'POST', path: string, body?: object) => {
  const answer = await call(who, method, path, body)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const [first, second] = world.made.homes
const unit = (code: string, owners: object[], more = {}) => ({
  placeId: first?.id,
  kind: 'home',
  code,
  areaCenti: 8937,
  areaSource: 'REGISTRY',
  basis: 'REGISTERED',
  fromOn: '2020-06-01',
  proofChecked: true,
  holders: owners,
  ...more,
})
const ADA = { name: '安雅琴', phone: '16022220001' }
const BO = { name: '柏松', phone: '16022220002' }

test('units, owner sets and dates: a sale ends one ownership and begins the next, and the earlier roll stays', async () => {
  const { unitId } = await ok(desk, 'POST', '/api/owners', unit('1-1-101', [ADA, BO]))
  await ok(desk, 'POST', '/api/owners', unit('1-1-102', [ADA], { placeId: second?.id, areaCenti: 6004, areaSource: 'CONTRACT' })) // prettier-ignore
  const company = { organisationId: world.organisations.property }
  for (const code of ['商铺 10 号', '商铺 2 号'])
    await ok(desk, 'POST', '/api/owners', unit(code, [company], { kind: 'shop', placeId: world.made.compound.id, basis: 'DEVELOPER' })) // prettier-ignore

  const roll = await ok(desk, 'GET', `/api/owners?placeId=${world.made.compound.id}`)
  expect(roll.totals).toEqual({ units: 4, heads: 3, areaCenti: `${8937 * 3 + 6004}`, unitsWithoutArea: 0, unitsWithoutOwner: 0 }) // prettier-ignore
  expect(roll.rows.map(({ code }: { code: string }) => code)).toEqual(['商铺 2 号', '商铺 10 号', '1-1-101', '1-1-102'])
  expect(JSON.stringify(roll)).not.toContain('安雅琴')
  expect(roll.rows[2]).toMatchObject({ owners: [{ name: '安＊＊' }, { name: '柏＊' }], proofCheckedOn: '2026-11-18' })

  const sold = { on: '2026-10-01', basis: 'POSSESSION', proofChecked: false, holders: [ADA] }
  await ok(desk, 'POST', `/api/owners/${unitId}/sold`, sold)
  const now = await ok(desk, 'GET', `/api/owners?placeId=${world.made.compound.id}`)
  expect(now.totals.heads).toBe(2)
  const then = await ok(desk, 'GET', `/api/owners?placeId=${world.made.compound.id}&on=2026-09-30`)
  expect(then.totals.heads).toBe(3)
  expect((await call(desk, 'POST', `/api/owners/${unitId}/sold`, { ...sold, on: '2026-01-01', holders: [BO] })).json().code).toBe('ownership_dates_wrong') // prettier-ignore
})

test('an area needs its source, a unit its owners, and a better area replaces a worse one', async () => {
  const bad = async (more: object) => (await call(desk, 'POST', '/api/owners', unit('2-1-101', [BO], more))).json().code
  expect(await bad({ areaSource: null })).toBe('area_without_source')
  expect(await bad({ holders: [{}] })).toBe('owners_missing')
  expect(await bad({ areaCenti: 89.37 })).toBe('malformed')
  await ok(desk, 'POST', '/api/owners', unit('2-1-101', [BO], { areaCenti: null, areaSource: null }))
  await ok(desk, 'POST', '/api/owners', unit('2-1-101', [BO], { areaCenti: 9000, areaSource: 'SURVEY' }))
  const { rows } = await ok(desk, 'GET', `/api/owners?placeId=${first?.id}`)
  const units = rows.filter(({ code }: { code: string }) => code === '2-1-101')
  expect(units).toMatchObject([{ areaCenti: 9000, areaSource: 'SURVEY', fromOn: '2020-06-01' }])
})

test('is read and written only over one’s own places', async () => {
  const elsewhere = await world.person({ kind: 'communityStaff', placeId: world.sibling.community.id })
  expect((await ok(elsewhere, 'GET', `/api/owners?placeId=${world.made.compound.id}`)).rows).toEqual([])
  expect((await call(elsewhere, 'POST', '/api/owners', unit('9', [BO]))).json().code).toBe('place_not_found')
  expect((await call(resident, 'GET', '/api/owners')).statusCode).toBe(403)
})
