/**
 * Where somebody lives is told by the register of households alone: whoever may not see households learns no door from the
 * lists of members, pairings, posts and people, nor from the chart. The door looked for is one that only this district has.
 * Source: docs/decisions/0014-what-protects-households.md.
 */
import { afterAll, expect, test } from 'vitest'
import { POST_KINDS, RIGHTS, type PostKind } from '#contracts/rights.ts'
import { makeMember } from '#modules/members/make.ts'
import { makePlace } from '#modules/places/make.ts'
import { newId } from '#platform/ids.ts'
import { useDatabase } from '../database.ts'
import { startApp } from '../make-app.ts'
import { makeWorld, type Somebody } from './world.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
afterAll(() => app.close())
const world = await makeWorld(app, databaseUrl)
const { made, person, inTenant } = world

const DOOR = '97531'
const [building] = made.buildings
if (!building) throw new Error('no building')
const home = await inTenant((tx) =>
  makePlace(tx, { level: 'home', name: `${DOOR} 室`, fullName: `桂园小区 1 栋 ${DOOR} 室`, code: `1-${DOOR}`, parent: building, number: 9 }),
) // prettier-ignore
const living = await person({ kind: 'buildingHead', placeId: building.id, title: '楼栋长' }, home.id)
const paired = await person(undefined, made.homes[5]?.id)
await inTenant(async (tx) => {
  await makeMember(tx, { personId: living.personId })
  await makeMember(tx, { personId: paired.personId })
  for (const status of ['proposed', 'accepted'])
    await tx.run({
      text: `INSERT INTO pairing (tenant_id, id, person_id, home_place_id, status, from_on, created_at) VALUES ($1, $2, $3, $4, $5, '2026-11-01', now())`,
      values: [tx.tenantId, newId(), paired.personId, home.id, status],
    })
})

const LISTS = [
  `/api/members?placeId=${made.compound.id}`,
  `/api/members/${living.personId}`,
  `/api/members/counts?placeId=${made.compound.id}`,
  `/api/pairings?placeId=${made.compound.id}`,
  '/api/pairings/mine',
  '/api/posts',
  '/api/people',
  `/api/organisations/chart?placeId=${made.compound.id}`,
  `/api/places/${building.id}/answerable`,
]
const tellsDoor = (body: string) => body.includes(DOOR) || body.includes(home.id)
/** The lists that are answered to them, and those among them that tell the door. */
async function readBy(who: Somebody) {
  const client = await who.as()
  const answers = await Promise.all(LISTS.map(async (path) => ({ path, answer: await client.inject('GET', path) })))
  const read = answers.filter(({ answer }) => answer.statusCode === 200)
  return {
    read: read.map(({ path }) => path),
    told: read.filter(({ answer }) => tellsDoor(answer.body)).map(({ path }) => path),
  }
}
const seesHouseholds = (kind: PostKind) => (RIGHTS['households.view'] as readonly PostKind[]).includes(kind)

test.each(POST_KINDS.filter((kind) => !seesHouseholds(kind)))('%s learns no door', async (kind) => {
  const { read, told } = await readBy(await person({ kind, placeId: made.compound.id }))
  expect(told).toEqual([])
  expect(read).toContain('/api/pairings/mine')
})

test('the neighbours, the rest of the house and a member who was only asked learn none either', async () => {
  const asked = await person(undefined, made.homes[6]?.id)
  expect((await readBy(asked)).told).toEqual([])
  expect((await readBy(world.people.neighbour)).told).toEqual([])
})

test('control: the desk and the member who accepted are told', async () => {
  expect((await readBy(world.people.desk)).told).toEqual([`/api/pairings?placeId=${made.compound.id}`])
  expect((await readBy(paired)).told).toEqual(['/api/pairings/mine'])
})
