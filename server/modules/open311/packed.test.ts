/** What was closed long ago lies in packed files: whoever follows by GeoReport sees no difference. Source: docs/decisions/0020-packed-files.md. */
import { afterAll, expect, test } from 'vitest'
import { requestRecurring } from '#modules/requests/index.ts'
import { DAY, MINUTE } from '#platform/calendar/calendar.ts'
import { useDatabase } from '#server/test/database.ts'
import { geoReportClient, type Told } from '#server/test/georeport-client.ts'
import { openDoor, rows } from './make.ts'

const door = await openDoor(await useDatabase())
const { app, base, file, world } = door
afterAll(door.close)
const v2 = geoReportClient(`${base}/open311/v2`, 'json')
const { desk, unit, followUp } = world.people

const idOf = async (number: string) =>
  (await world.rows<{ id: string }>('SELECT id FROM request WHERE tenant_id = $1 AND number = $2', [number]))[0]?.id ??
  ''
const wire = (at: Date) => at.toISOString().replace(/\.\d+Z$/, 'Z')

async function solved() {
  const id = await idOf(await file(v2))
  await world.take(desk, id, 'dispatch', { handler: { organisationId: world.organisations.property } })
  app.wait(MINUTE)
  await world.take(unit, id, 'takeOn')
  await world.take(unit, id, 'progress', { note: '王阿姨家门前已清，电话 13800001234' })
  app.wait(MINUTE)
  await world.take(unit, id, 'finish', { note: '已疏通', cause: 'upkeep' })
  await world.take(followUp, id, 'callBack', { reached: true, solved: true, satisfied: true })
  return id
}
async function declined() {
  const id = await idOf(await file(v2))
  app.wait(MINUTE)
  await world.take(desk, id, 'decline', { reasonCode: 'notOurDuty', note: '按规定不能办' })
  return id
}
const packedCount = async () => (await world.rows('SELECT 1 FROM request_file WHERE tenant_id = $1')).length
async function pack() {
  app.wait(61 * DAY)
  const packing = requestRecurring(app.services).find(({ job }) => job.name === 'requests.pack')
  await world.inTenant((tx) => packing?.schedule(tx, app.now()) ?? Promise.resolve())
  await world.drain()
}

test('state, notes and updates read the same after packing: all at once, by pages, and in part', async () => {
  const from = wire(app.now())
  const long = await idOf(await file(v2))
  const mid = app.now()
  await solved()
  await declined()
  await solved()
  await world.take(desk, long, 'decline', { reasonCode: 'notOurDuty', note: '不属于小区' })
  const to = wire(app.now())
  const later = await idOf(await file(v2)) // stays in rows
  const numbers = rows(await v2.get('requests')).map((one) => String(one['service_request_id']))

  const everything = async () => ({
    list: rows(await v2.get('requests', { start_date: from, end_date: to })),
    single: await Promise.all(
      numbers.map(async (number) => rows(await v2.get(`requests/${number}`, { extensions: 'true' }))),
    ),
    updates: rows(await v2.get('servicerequestupdates', { start_date: from, end_date: to })),
    pages: await pages({ start_date: from, end_date: to }),
    part: rows(await v2.get('servicerequestupdates', { start_date: wire(mid), end_date: wire(new Date(mid.getTime() + MINUTE)) })), // prettier-ignore
  })
  const before = await everything()
  expect(before.updates.length).toBeGreaterThan(15)
  expect(before.pages).toEqual(before.updates.map((one) => one['update_id']))
  expect(before.list.map((one) => one['status_notes'])).toContainEqual(expect.stringMatching(/^不属本社区职责：.+/))
  expect(JSON.stringify(before.updates)).not.toMatch(/王阿姨|1380/)

  await pack()
  expect(await packedCount()).toBe(4)
  expect(await everything()).toEqual(before)
  await world.take(desk, later, 'accept')
  const now = rows(await v2.get('servicerequestupdates'))
  expect(now.at(-1)).toMatchObject({ status: 'for_triage' })
  expect(now.slice(0, before.updates.length)).toEqual(before.updates)
})

async function pages(query: Record<string, string>): Promise<Told[]> {
  const told: Told[] = []
  let after: string | undefined
  do {
    const page = await v2.get('servicerequestupdates', { ...query, page_size: '2', after })
    told.push(...rows(page).map((one) => one['update_id'] ?? null))
    const link = /^<(.+)>/.exec(page.headers.get('link') ?? '')?.[1]
    after = link ? (new URL(link).searchParams.get('after') ?? undefined) : undefined
  } while (after)
  return told
}
