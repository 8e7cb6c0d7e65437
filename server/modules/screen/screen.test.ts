/** The wall display through HTTP: what lights a lamp, what is counted, and what never comes near a wall. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { screenBoard } from '#contracts/requests.ts'
import { makePerson, makeTenant, signIn, stranger, type Client } from '#modules/accounts/make.ts'
import { makeDistrict, type MadeDistrict } from '#modules/places/make.ts'
import { newId } from '#platform/ids.ts'
import { startAccounts, type AccountsApp } from '#server/test/accounts-app.ts'
import { useDatabase } from '#server/test/database.ts'
import { screenRoutes } from './index.ts'

type Board = ReplyOf<typeof screenBoard>

const databaseUrl = await useDatabase()
let app: AccountsApp
let tenantId: number
let made: MadeDistrict
let district: Client
let community: Client

beforeAll(async () => {
  app = await startAccounts(databaseUrl, { also: screenRoutes })
  tenantId = await makeTenant(databaseUrl, { name: '云桥区', host: 'screen.example' })
  made = await app.services.db.withTenant(tenantId, (tx) => makeDistrict(tx))
  const holding = async (kind: 'districtSupervisor' | 'communityStaff', placeId: string) =>
    signIn(app, tenantId, (await makePerson(app, tenantId, { posts: [{ kind, placeId }] })).personId)
  district = await holding('districtSupervisor', made.district.id)
  community = await holding('communityStaff', made.community.id)
})
afterAll(() => app.close())

const PHOTO = JSON.stringify({ id: newId(), width: 800, height: 600, averageColour: '#556677' })
const NOW = new Date('2026-11-20T02:00:00Z') // the clock of the test application: 10:00 in Shanghai
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)

type Made = {
  title?: string
  kind?: string
  outcome?: string
  confirmedBy?: string
  closedAt?: Date | null
  createdAt?: Date
  limited?: boolean
  photos?: boolean
  dueAt?: Date
  inCommunity?: boolean
}

let numbers = 0
async function put(given: Made) {
  const { title = '路灯亮了', kind = 'problem', limited = false, photos = false, inCommunity = true } = given
  const { closedAt = hoursAgo(1), createdAt = hoursAgo(21), dueAt = hoursAgo(-5) } = given
  const [outcome, confirmedBy] = closedAt ? [given.outcome ?? 'solved', given.confirmedBy ?? 'reporter'] : [null, null]
  await app.services.db.withTenant(tenantId, (tx) =>
    tx.run({
      text: `INSERT INTO request (tenant_id, id, number, kind, channel, status, outcome, confirmed_by, seq, title, text, limited, place_id, place_name, place_path,
                                  subdistrict_id, community_id, compound_id, grid_id, lon, lat, clocks, due_at, before_photo, after_photo, created_at, updated_at, finished_at, closed_at)
             VALUES ($1, $2, $3, $4, 'phone', $5, $6, $7, 1, $8, '', $9, $10, '桂园小区 8 栋 2 单元 301 室', $11, $12, $13, $14, $15, 120.1512345, 30.2812345, '{}', $16, $17, $17, $18::timestamptz, coalesce($19::timestamptz, $18::timestamptz), $19, $19)`,
      values: [
        tenantId, newId(), `2026-${String(++numbers).padStart(6, '0')}`, kind, closedAt ? 'closed' : 'handling', outcome, confirmedBy, title,
        limited, made.homes[0]?.id, made.homes[0]?.path, made.subdistrict.id, inCommunity ? made.community.id : null,
        inCommunity ? made.compound.id : null, made.grids[0]?.id, dueAt, photos ? PHOTO : null, createdAt, closedAt,
      ], // prettier-ignore
    }),
  )
}

const board = async (of = district): Promise<Board> => {
  const answer = await of.inject('GET', '/api/screen')
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

test('a stranger and a resident are not let in', async () => {
  expect((await stranger(app).inject('GET', '/api/screen')).statusCode).toBe(401)
  const resident = await signIn(app, tenantId, (await makePerson(app, tenantId)).personId)
  expect((await resident.inject('GET', '/api/screen')).statusCode).toBe(403)
})

test('a lamp is one thing solved and confirmed today; silence, staff and yesterday light none', async () => {
  await put({ title: '5 栋后路灯亮了', createdAt: hoursAgo(22), closedAt: hoursAgo(2) })
  await put({ title: '东门积水填平', createdAt: hoursAgo(41), closedAt: hoursAgo(1), confirmedBy: 'callBack' })
  await put({ title: '无人回应', confirmedBy: 'silence' })
  await put({ title: '说明了', outcome: 'explained', confirmedBy: 'staff' })
  await put({ title: '昨天的', closedAt: hoursAgo(11) })
  await put({ title: '开着的', closedAt: null, createdAt: hoursAgo(3) })
  await put({ title: '超时的', closedAt: null, createdAt: hoursAgo(50), dueAt: hoursAgo(1) })

  const { today, monthSolved, lamps, grids, gridCount, placeName, latest, at } = await board()
  expect(today).toEqual({ solved: 2, open: 2, late: 1, submitted: 1, medianHours: 30 })
  expect(monthSolved).toBe(3)
  expect(lamps.map(({ title }) => title)).toEqual(['东门积水填平', '5 栋后路灯亮了', '昨天的']) // yesterday’s glows on
  expect(grids).toEqual([{ id: made.grids[0]?.id, name: '第 1 网格', solvedToday: 2, open: 2 }])
  expect({ gridCount, placeName, latest, at }).toEqual({
    gridCount: 2,
    placeName: '云桥区',
    latest: [],
    at: NOW.toISOString(),
  })
})

test('no names, doors, faces or limited matters; a lamp marks a building', async () => {
  await put({ title: '8 栋 2 单元 301 室漏水', photos: true, closedAt: hoursAgo(0.5) })
  await put({ title: '李奶奶要人陪诊', kind: 'help', photos: true, closedAt: hoursAgo(0.4) })
  await put({ title: '家里的事', limited: true, photos: true, closedAt: hoursAgo(0.3) })

  const before = await board()
  const text = JSON.stringify(before)
  for (const personal of ['301', '李奶奶', '家里的事', made.homes[0]?.fullName]) expect(text).not.toContain(personal)
  expect(before.today.solved).toBe(5)
  expect(before.lamps).toHaveLength(5)
  expect(before.lamps[0]).toMatchObject({ lon: 120.1512, lat: 30.2812 })
  expect(before.latest).toHaveLength(1)
  expect(before.latest[0]).toMatchObject({
    title: '8 栋 2 单元漏水',
    placeName: '桂园小区',
    lon: null,
    handlerName: null,
  })
})

test('everybody sees the area of their highest post', async () => {
  await put({ title: '别的社区', closedAt: hoursAgo(0.2), inCommunity: false })
  expect((await board(community)).placeName).toBe('桂园社区')
  expect((await board(community)).lamps.map(({ title }) => title)).not.toContain('别的社区')
  expect((await board()).lamps.map(({ title }) => title)).toContain('别的社区')
})
