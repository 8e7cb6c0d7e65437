/** Hot topics through HTTP: what is open is looked at by the job, and everybody sees of a topic what lies in their own work. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Topic } from '#contracts/topics.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld, type Somebody } from '#server/test/trust/world.ts'
import { finderProcessId } from './find-elsewhere.ts'
import { look, lookForTopics } from './look.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
const { people, made, sibling, submit, take } = world
afterAll(() => app.close())

const topics = async (who: Somebody, query = ''): Promise<{ foundAt: string | null; among: number; topics: Topic[] }> =>
  (await world.call(who, `/api/topics${query}`)).json()
const lookNow = () => look(app.services, world.tenantId)

const LIFT = ['3 栋电梯又困人了', '三栋电梯经常困人', '3 栋的电梯困人，老人不敢坐', '电梯困人没人管，3 栋']
const GRILL = ['烧烤摊油烟扰民', '夜里烧烤摊油烟呛人', '楼下烧烤油烟味大', '烧烤摊的油烟进家里']
const OTHERS = ['路灯不亮', '井盖松动', '楼道堆杂物', '健身器材坏了', '快递柜位置不好']

beforeAll(async () => {
  expect(await topics(people.district)).toEqual({ foundAt: null, among: 0, topics: [] })
  for (const text of [...LIFT, ...OTHERS]) await submit(people.resident, { text })
  await submit(people.resident, { text: '电梯困人，只给物业看', limited: true })
  await submit(people.resident, { text: '电梯困人，来人帮帮', kind: 'help' })
  await lookNow()
})

test('four that speak of a lift are a topic, named by their words; limited ones and calls for help are not in it', async () => {
  const seen = await topics(people.district)
  expect(seen.among).toBe(LIFT.length + OTHERS.length)
  expect(seen.topics).toHaveLength(1)
  const [topic] = seen.topics
  expect(topic?.words.join()).toContain('困人')
  expect(topic).toMatchObject({ count: LIFT.length, voices: LIFT.length, overdue: 0 })
  expect(topic?.rows.map(({ title }) => title).sort()).toEqual([...LIFT].sort())
})

test('a place that has none of it has no such topic, and a place that is none is refused', async () => {
  expect((await topics(people.district, `?placeId=${made.community.id}`)).topics).toHaveLength(1)
  expect((await topics(people.district, `?placeId=${sibling.community.id}`)).topics).toEqual([])
  const refused = await world.call(people.district, '/api/topics?placeId=01900000-0000-7000-8000-00000000dead')
  expect([refused.statusCode, refused.json()]).toEqual([404, { code: 'not_found' }])
})

test('what is closed leaves its topic at once, and a topic that is too small is gone', async () => {
  const [topic] = (await topics(people.desk)).topics
  for (const { id } of topic?.rows.slice(0, 2) ?? []) await take(people.resident, id, 'withdraw')
  expect((await topics(people.desk)).topics).toEqual([])
  await lookNow()
  expect((await topics(people.desk)).among).toBe(LIFT.length + OTHERS.length - 2)
})

test('a look comes by itself every half hour, and one that read the district earlier does not undo it', async () => {
  const before = (await topics(people.desk)).foundAt
  const earlier = { db: app.services.db, now: () => new Date(Date.parse(before ?? '')) }
  app.wait(30 * 60_000)
  for (const text of GRILL) await submit(people.resident, { text })
  await world.inTenant((tx) => lookForTopics(app.services).schedule(tx, app.now()))
  await world.drain()
  const after = await topics(people.desk)
  expect(after.foundAt).toBe(app.now().toISOString())
  expect(after.topics).toHaveLength(1)
  await look(earlier, world.tenantId)
  expect(await topics(people.desk)).toEqual(after)
})

test('no connection is held while many texts are compared', async () => {
  const owner = new pg.Client(databaseUrl)
  await owner.connect()
  await owner.query(
    `INSERT INTO request SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'number', 'T' || n))).*
       FROM generate_series(1, 200) AS n, request r
      WHERE r.tenant_id = $1 AND r.id = (SELECT id FROM request WHERE tenant_id = $1 AND title = $2 AND closed_at IS NULL LIMIT 1)`,
    [world.tenantId, OTHERS[0]],
  )
  await owner.end()
  const looking = lookNow()
  await expect.poll(finderProcessId, { timeout: 10_000, interval: 5 }).toBeDefined()
  expect(app.services.db.pool().inUse).toBe(0)
  expect(finderProcessId()).toBeDefined()
  await looking
  expect((await topics(people.desk)).among).toBeGreaterThan(200)
})
