/** After a leak: whom did this account touch? The answer has everybody and nobody else, and how to reach them. */
import { afterAll, expect, test } from 'vitest'
import { HOUR, MINUTE } from '#platform/calendar/calendar.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld } from '#server/test/trust/world.ts'
import { csvLine, personOfSession, personsTouched } from './index.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
afterAll(() => app.close())

test('names everybody whose data was opened in the time, with their number', async () => {
  const { desk, gridWorker } = world.people
  const enter = async (at: number, name: string, phone: string) => {
    const home = world.made.homes[at]?.id
    const file = await world.call(desk, `/api/households/${home}/people`, { name, phone, fromOn: '2024-01-01' })
    const { personId } = file.json().people[0]
    return { home, personId }
  }
  const [first, second, third] = [
    await enter(0, '甘草', '16055550001'),
    await enter(1, '白芷', '16055550002'),
    await enter(2, '=决明', '16055550003'),
  ]
  const open = ({ home, personId }: { home?: string; personId: string }) =>
    world.call(gridWorker, `/api/households/${home}/reveals`, { personId, field: 'phone', reason: 'beforeVisit' })
  await open(first)
  app.wait(HOUR)
  const from = app.now()
  await open(second)
  await open(third)
  app.wait(MINUTE)
  const window = { actorPersonId: gridWorker.personId, from, to: app.now() }
  const touched = await world.inTenant((tx) => personsTouched(tx, app.services.secrets, window, app.now()))
  expect(touched.map(({ name, phone, what }) => [name, phone, what])).toEqual([
    ['白芷', '16055550002', ['reveal/phone']],
    ['=决明', '16055550003', ['reveal/phone']],
  ])
  expect(csvLine([touched[1]?.name ?? '', 'a"b'])).toBe(`"'=决明","a""b"`)
  const [session] = await world.rows<{ id: string }>('SELECT id FROM session WHERE tenant_id = $1 AND person_id = $2', [gridWorker.personId]) // prettier-ignore
  expect(await world.inTenant((tx) => personOfSession(tx, session?.id ?? ''))).toMatchObject({ personId: gridWorker.personId }) // prettier-ignore
})
