/** The inbox, through HTTP: a post is told, its holders read. */
import { afterAll, expect, test } from 'vitest'
import type { Client } from '#modules/accounts/make.ts'
import { newId } from '#platform/ids.ts'
import { useDatabase } from '#server/test/database.ts'
import { startTwoDistricts, first, ok, refusal, TODAY } from '#server/test/two-districts.ts'
import { sweepNotices, tellAll, unreadCount, watchBackups } from './index.ts'
const { app, here, enter, inTenant, now } = await startTwoDistricts(await useDatabase())
afterAll(() => app.close())

test('a post is told once and each holder reads for themself', async () => {
  const a = await enter({ posts: [{ kind: 'gridWorker', placeId: first(here.made.grids).id, title: '网格员' }] })
  const b = await enter()
  const postId = first(a.postIds)
  await inTenant((tx) =>
    tx.run({
      text: 'INSERT INTO post_term (tenant_id, id, post_id, person_id, from_on) VALUES ($1, $2, $3, $4, $5)',
      values: [tx.tenantId, newId(), postId, b.personId, TODAY],
    }),
  )
  const at = now().toISOString()
  await inTenant((tx) =>
    tellAll(tx, [
      { postId, what: 'request.dispatch', facts: { title: '路灯', days: 3 }, requestId: newId(), at },
      { personId: a.personId, what: 'request.finish', facts: {}, at },
      { personId: here.canary.personId, what: 'request.secret', facts: {}, at },
    ]),
  )
  const list = (client: Client) => ok(client.inject('GET', '/api/notices'))
  expect((await list(a.client)).rows).toMatchObject([
    { what: 'request.finish', read: false },
    { what: 'request.dispatch', facts: { title: '路灯', days: 3 }, at, read: false },
  ])
  expect(await list(b.client)).toMatchObject({ rows: [{ what: 'request.dispatch', read: false }], unread: 1 })

  const [newest, older] = (await list(a.client)).rows
  await ok(a.client.inject('POST', '/api/notices/read', { upToId: newest.id }))
  await ok(a.client.inject('POST', '/api/notices/read', { upToId: older.id })) // never goes back
  expect(await list(a.client)).toMatchObject({ unread: 0, rows: [{ read: true }, { read: true }] })
  expect((await list(b.client)).unread).toBe(1)
  expect(await refusal(b.client.inject('POST', '/api/notices/read', { upToId: newest.id }))).toEqual([404, 'not_found']) // not told to b
  expect(await inTenant((tx) => unreadCount(tx, { personId: here.canary.personId, capacities: [] }))).toBe(1)
})

test('what was read goes after three months, what nobody read stays', async () => {
  const { personId, client, postIds } = await enter({
    posts: [{ kind: 'gridWorker', placeId: first(here.made.grids).id, title: '网格员' }],
  })
  const at = now().toISOString()
  const tell = (what: string) =>
    inTenant((tx) =>
      tellAll(tx, [
        { personId, what, facts: {}, at },
        { postId: first(postIds), what, facts: {}, at },
      ]),
    )
  await tell('request.finish')
  const [newest] = (await ok(client.inject('GET', '/api/notices'))).rows
  await ok(client.inject('POST', '/api/notices/read', { upToId: newest.id }))
  await tell('request.dispatch')
  const sweepAt = (days: number) =>
    inTenant((tx) =>
      sweepNotices.job.run(
        tx,
        {},
        { outboxId: newId(), now: new Date(Date.now() + days * 86_400_000), log: app.services.log },
      ),
    )
  const left = async () =>
    (await ok(client.inject('GET', '/api/notices'))).rows.map(({ what }: { what: string }) => what)
  await sweepAt(80)
  expect(await left()).toHaveLength(4)
  await sweepAt(100)
  expect(await left()).toEqual(['request.dispatch', 'request.dispatch'])
})

test('operators are told of an old backup, once a day and nobody else; a good one, or none scheduled, is silence', async () => {
  const operator = await enter({ posts: [{ kind: 'operator', placeId: here.made.district.id, title: '系统管理员' }] })
  const worker = await enter({ posts: [{ kind: 'gridWorker', placeId: first(here.made.grids).id, title: '网格员' }] })
  const start = now().getTime()
  const look = (last: Date | null | undefined, hours: number) =>
    inTenant((tx) =>
      watchBackups(() => last).job.run(
        tx,
        {},
        { outboxId: newId(), now: new Date(start + hours * 3_600_000), log: app.services.log },
      ),
    )
  const told = async (client: Client) => (await ok(client.inject('GET', '/api/notices'))).rows
  const backup = new Date(start)
  await look(undefined, 0)
  await look(backup, 26)
  expect(await told(operator.client)).toEqual([])
  await look(backup, 27)
  await look(backup, 28)
  expect(await told(operator.client)).toMatchObject([{ what: 'operations.backupOld', facts: { hours: 27 } }])
  expect(await told(worker.client)).toEqual([])
})
