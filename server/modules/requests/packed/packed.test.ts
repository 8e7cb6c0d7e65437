/** Requests that are packed: nobody notices, whatever steps on one unpacks it, and an erased person's words leave the files too. */
import { randomBytes, randomInt } from 'node:crypto'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { fillDemo } from '#modules/demo/index.ts'
import { DAY, HOUR } from '#platform/calendar/calendar.ts'
import { createSecrets } from '#platform/secrets.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld } from '#server/test/trust/world.ts'
import { letGoOf } from '../let-go.ts'
import { historyOf, packRested, RESTS_DAYS } from './index.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
const { people, organisations, submit, take, refused, view, rows } = world
const owner = new pg.Client(databaseUrl)
await owner.connect()
afterAll(async () => {
  await owner.end()
  await app.close()
})

const property = { organisationId: organisations.property }
const pack = () => world.inTenant((tx) => packRested(tx, app.now()))
const isPacked = async (id: string) =>
  (await rows('SELECT 1 FROM request_file WHERE tenant_id = $1 AND request_id = $2', [id])).length === 1
const eventsOf = (id: string) => rows('SELECT * FROM request_event WHERE tenant_id = $1 AND request_id = $2', [id])

/** Two rounds, ratings, words inside and outside, a neighbour who joined. */
async function done(text = '8 栋门前路面积水，老人出门不便。'): Promise<string> {
  const { id } = await submit(people.resident, { text })
  const joined = await world.call(people.neighbour, `/api/requests/${id}/joiners`, { note: '我家门口也是' })
  expect(joined.statusCode, joined.body).toBe(200)
  await take(people.desk, id, 'dispatch', { handler: property, note: '请今天处理' })
  await take(people.unit, id, 'takeOn')
  await take(people.desk, id, 'noteInside', { note: '王师傅知道地方' })
  await take(people.unit, id, 'finish', { note: '已疏通', cause: 'wear' })
  await take(people.resident, id, 'notSatisfied', { note: '第二天又堵了', stars: 2 })
  await take(people.unit, id, 'takeOn')
  await take(people.unit, id, 'finish', { note: '换了管子', cause: 'wear' })
  await take(people.neighbour, id, 'rate', { solved: true, satisfied: true, stars: 4 })
  app.wait(HOUR)
  await take(people.resident, id, 'confirm', { note: '好了', stars: 5 })
  return id as string
}
/** What is worked out from the present moment differs anyway. */
const told = async (id: string) =>
  Promise.all([people.resident, people.neighbour, people.desk, people.unit, people.auditor].map((who) => view(who, id)))

test('a packed request reads to everybody as it did, and steps as it would', async () => {
  const id = await done()
  expect(await pack()).toBe(0)
  app.wait((RESTS_DAYS + 1) * DAY)
  const before = await told(id)
  expect(await pack()).toBe(1)
  expect(await isPacked(id)).toBe(true)
  expect(await eventsOf(id)).toEqual([])
  expect(await rows('SELECT 1 FROM request_assignment a WHERE a.tenant_id = $1 AND a.request_id = $2', [id])).toEqual(
    [],
  )
  expect(await told(id)).toEqual(before)
  expect(await pack()).toBe(0)

  expect(await refused(people.resident, id, 'reopen', { note: '又坏了' })).toBe('reopen_too_late')
  expect(await isPacked(id)).toBe(true) // what is refused changes nothing
  await take(people.desk, id, 'noteInside', { note: '档案已核对' })
  expect(await isPacked(id)).toBe(false)
  expect(await eventsOf(id)).toHaveLength(before[0].seq + 1)
  expect(await pack()).toBe(0) // it rests again first
  app.wait((RESTS_DAYS + 1) * DAY)
  expect(await pack()).toBe(1)
  const again = await view(people.desk, id)
  expect(again.events.map(({ seq }: { seq: number }) => seq)).toEqual(
    Array.from({ length: before[0].seq + 1 }, (_, nth) => before[0].seq + 1 - nth),
  )
  const reopened = await take(people.desk, id, 'reopen', { note: '居民来电，又坏了' })
  expect(reopened).toMatchObject({ status: 'dispatched', round: 3 })
  await take(people.unit, id, 'takeOn')
})

test('several who write on a packed request at once: it is unpacked once and nothing is lost', async () => {
  const id = await done()
  app.wait((RESTS_DAYS + 1) * DAY)
  expect(await pack()).toBe(1)
  await people.desk.as()
  const answers = await Promise.all(
    ['甲', '乙', '丙'].map((note) => world.step(people.desk, id, 'noteInside', { note })),
  )
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  const { seq, events } = await view(people.desk, id)
  expect(events).toHaveLength(seq)
})

test('who is erased is erased from files: own words, and the name that others wrote', async () => {
  const id = await done('我是 8 栋的王小敏，门前积水')
  const other = await done()
  app.wait((RESTS_DAYS + 1) * DAY)
  await take(people.desk, id, 'noteInside', { note: '已回电王小敏' })
  app.wait((RESTS_DAYS + 1) * DAY)
  await pack()
  expect([await isPacked(id), await isPacked(other)]).toEqual([true, true])
  const noticed = await view(people.desk, other)
  await world.inTenant((tx) => letGoOf(tx, { personId: people.neighbour.personId, name: '李邻居', phone: null }))
  const withoutNeighbour = await view(people.desk, id)
  expect(JSON.stringify(withoutNeighbour)).not.toContain('我家门口也是')
  expect(JSON.stringify(withoutNeighbour)).toContain('王小敏')

  await world.inTenant((tx) => letGoOf(tx, { personId: people.resident.personId, name: '王小敏', phone: null }))
  expect(await isPacked(id)).toBe(true)
  const left = await view(people.desk, id)
  expect(JSON.stringify(left)).not.toContain('王小敏')
  expect(JSON.stringify(left)).not.toContain('第二天又堵了')
  expect(left.events.map(({ action }: { action: string }) => action)).toContain('notSatisfied')
  expect(JSON.stringify(left)).toContain('换了管子')
  expect(noticed.events).toHaveLength((await view(people.desk, other)).events.length)
})

test('every history of the demo comes back row by row, in less than an eighth of the room', async () => {
  const tenantId = randomInt(1000, 1_000_000)
  await owner.query('INSERT INTO tenant (id, name, demo) VALUES ($1, $2, true)', [tenantId, '云桥区'])
  const secrets = createSecrets(randomBytes(32))
  await app.db.withTenant(tenantId, (tx) => fillDemo(tx, { secrets, now: app.now() }))
  const all = async () => ({
    requests: (await owner.query('SELECT * FROM request WHERE tenant_id = $1 ORDER BY id', [tenantId])).rows,
    events: (await owner.query('SELECT * FROM request_event WHERE tenant_id = $1 ORDER BY request_id, seq', [tenantId])).rows,
    assignments: (await owner.query('SELECT * FROM request_assignment WHERE tenant_id = $1 ORDER BY id', [tenantId])).rows,
    ratings: (await owner.query('SELECT * FROM request_rating WHERE tenant_id = $1 ORDER BY request_id, round, by, person_id', [tenantId])).rows,
  }) // prettier-ignore
  const before = await all()
  const later = new Date(app.now().getTime() + (RESTS_DAYS + 1) * DAY)
  const closed = before.requests.filter(({ closed_at }) => closed_at !== null).map(({ id }) => id as string)
  let packed = 0
  for (let more = -1; more !== 0; packed += more)
    more = await app.db.withTenant(tenantId, (tx) => packRested(tx, later))
  expect(packed).toBe(closed.length)
  const { rows: sizes } = await owner.query('SELECT avg(octet_length(packed))::int AS mean FROM request_file WHERE tenant_id = $1', [tenantId]) // prettier-ignore
  expect(sizes[0].mean).toBeLessThan(450)

  const { unpack } = await import('./files.ts')
  await app.db.withTenant(tenantId, async (tx) => {
    for (const row of await tx.many<{ id: string; reporter_person_id: string | null; created_at: string }>({
      text: 'SELECT id, reporter_person_id, created_at FROM request WHERE tenant_id = $1 AND closed_at IS NOT NULL FOR UPDATE',
      values: [tenantId],
    }))
      await unpack(tx, row)
  })
  expect(await all()).toEqual(before)
  expect((await owner.query('SELECT 1 FROM request_file WHERE tenant_id = $1', [tenantId])).rowCount).toBe(0)
}, 60_000)

test('a history is told by its number, packed or not', async () => {
  const id = await done()
  const { number } = await view(people.desk, id)
  const rested = await world.inTenant((tx) => historyOf(tx, number))
  app.wait((RESTS_DAYS + 1) * DAY)
  await pack()
  const packed = await world.inTenant((tx) => historyOf(tx, number))
  expect(packed).toEqual({ ...rested, packed: true })
  expect(await world.inTenant((tx) => historyOf(tx, '1999-000001'))).toBeUndefined()
})
