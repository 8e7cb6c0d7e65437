/** The check-up through HTTP: a gap appears, the task is done, the next look finds it mended; who may read and change what. */
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { Checkup, FindingView, runCheckup, StandardId, StandardView } from '#contracts/standards.ts'
import { factsChanged } from '#modules/places/index.ts'
import { makePlace } from '#modules/places/make.ts'
import { DAY } from '#platform/calendar/calendar.ts'
import { newId } from '#platform/ids.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld, type Somebody } from '#server/test/trust/world.ts'
import { standardRecurring } from './index.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
const { people, made, sibling, call, inTenant } = world
afterAll(() => app.close())

const SETTLED_MS = 1_000
const ok = async <T>(answer: ReturnType<typeof call>): Promise<T> => {
  const { statusCode, body } = await answer
  expect(statusCode, body).toBe(200)
  return JSON.parse(body) as T // the contract's reply
}
const code = async (answer: ReturnType<typeof call>) => (await answer).json().code
const checkup = (who: Somebody = people.secretary, query = '') =>
  ok<Checkup>(call(who, `/api/standards/findings?${query}`))
const find = ({ findings }: Checkup, standard: StandardId, placeId = made.compound.id): FindingView | undefined =>
  findings.find((one) => one.standard === standard && one.placeId === placeId)
const names = (found: FindingView | undefined) => found?.subjects.map(({ name }) => name)
async function settle() {
  app.wait(SETTLED_MS)
  await world.drain()
}
/** Says that facts changed here and lets the check-up look. */
async function look(...placeIds: string[]) {
  await inTenant((tx) => factsChanged(tx, placeIds, app.now()))
  await settle()
}
const run = async (placeId = made.district.id) => {
  const begun = await ok<ReplyOf<typeof runCheckup>>(call(people.operator, '/api/standards/runs', { placeId }))
  await world.drain()
  return begun
}
/** Everything that is found, in an order of its own. */
const stored = () =>
  world.rows<object>(
    `SELECT place_id, standard, subject_id, subject_name, compound_id, community_id, severity, state, counted, gap, task
       FROM finding WHERE tenant_id = $1 ORDER BY place_id, standard, subject_id`,
  )
await inTenant((tx) =>
  tx.run({
    text: `INSERT INTO grid_term (tenant_id, id, building_id, grid_level, grid_id, valid_from)
           SELECT b.tenant_id, gen_random_uuid(), b.id, 2, b.parent_id, b.valid_from FROM place b WHERE b.tenant_id = $1 AND b.level = 'building'
           ON CONFLICT DO NOTHING`,
    values: [tx.tenantId],
  }),
)
await run()

describe('what is found', () => {
  test('a building without head is named, and the button leads to the page that mends it', async () => {
    const found = find(await checkup(), 'building.head')
    expect(found).toMatchObject({ state: 'gap', severity: 'should', placeId: made.compound.id, subjectCount: 3 })
    expect(names(found)).toEqual(['2 栋', '3 栋', '4 栋'])
    expect(found?.subjects[0]?.task).toEqual({ kind: 'makePost', to: `/posts?new=buildingHead&placeId=${made.buildings[1]?.id}` }) // prettier-ignore
  })

  test('in a compound every building lies in one grid, and that is met once, not four times', async () => {
    const found = find(await checkup(), 'grid.covered')
    expect([found?.state, found?.subjects.length, found?.subjects[0]?.counted['of']]).toEqual(['met', 1, 4])
  })

  test('whoever cannot press a button is not offered it', async () => {
    const seen = await checkup(people.auditor, `placeId=${made.compound.id}`)
    expect(seen.findings.flatMap(({ subjects }) => subjects).some(({ task }) => task)).toBe(false)
  })

  test('findings name no persons', async () => {
    const { findings } = await checkup(people.district)
    const persons = await world.rows<{ id: string; name: string }>(`SELECT id, name_masked AS name FROM person WHERE tenant_id = $1`)
    const said = JSON.stringify(findings)
    expect(persons.filter(({ id, name }) => said.includes(id) || said.includes(name))).toEqual([])
  }) // prettier-ignore
})

test('after a post is filled through people’s own page, the next look finds it', async () => {
  const building = made.buildings[1]?.id ?? ''
  const head = await world.person()
  const post = await ok<{ id: string }>(
    call(people.operator, '/api/posts', { kind: 'buildingHead', title: '2 栋楼栋长', placeId: building }),
  )
  await settle()
  const vacant = find(await checkup(), 'building.head')?.subjects.find(({ name }) => name === '2 栋')
  expect(vacant?.task).toEqual({ kind: 'appoint', to: `/posts?appoint=${post.id}` })
  await ok(call(people.operator, `/api/posts/${post.id}/terms`, { personId: head.personId, fromOn: '2026-11-18' }))
  await settle()
  expect(names(find(await checkup(), 'building.head'))).toEqual(['3 栋', '4 栋'])
})

test('a gap keeps the day it was found; a mended one that opens again begins anew', async () => {
  const first = find(await checkup(), 'building.head')?.sinceOn
  app.wait(3 * DAY)
  await run()
  expect(find(await checkup(), 'building.head')?.sinceOn).toBe(first)
})

test('instructors are counted across the district: the fourth compound shows at all four', async () => {
  const compounds = await inTenant(async (tx) => [
    made.compound,
    sibling.compound,
    await makePlace(tx, { level: 'compound', name: '东苑', parent: made.community, number: 8 }),
    await makePlace(tx, { level: 'compound', name: '西苑', parent: made.community, number: 9 }),
  ])
  const { personId } = await world.person()
  const instruct = async ({ id }: { id: string }) => {
    const post = await ok<{ id: string }>(call(people.operator, '/api/posts', { kind: 'instructor', title: '党建指导员', placeId: id }))
    await inTenant((tx) =>
      tx.run({
        text: `INSERT INTO post_term (tenant_id, id, post_id, person_id, from_on) VALUES ($1, $2, $3, $4, '2026-01-01')`,
        values: [tx.tenantId, newId(), post.id, personId],
      }),
    )
  } // prettier-ignore
  for (const compound of compounds.slice(0, 3)) await instruct(compound)
  await look(made.compound.id)
  expect(find(await checkup(), 'instructor.load')?.state).toBe('met')
  const [, , , fourth] = compounds
  if (!fourth) throw new Error('four were made')
  await instruct(fourth)
  await look(fourth.id)
  const seen = await checkup(people.district, 'standard=instructor.load')
  expect(compounds.map(({ id }) => find(seen, 'instructor.load', id)?.state)).toEqual(['gap', 'gap', 'gap', 'gap'])
})

describe('reach', () => {
  test('one reads the area of one’s post, nobody else’s', async () => {
    expect((await checkup(people.desk)).placeId).toBe(made.community.id)
    expect(await code(call(people.secretary, `/api/standards/findings?placeId=${sibling.compound.id}`))).toBe(
      'not_found',
    )
    expect(await code(call(people.secretary, `/api/standards/days?placeId=${made.community.id}`))).toBe('not_found')
    expect(await code(call(people.resident, '/api/standards/findings'))).toBe('right_required')
    expect(await code(call(people.secretary, '/api/standards/runs', { placeId: sibling.compound.id }))).toBe(
      'not_found',
    )
  })
  test('who works in a grid reads what is found of its compound', async () => {
    expect((await checkup(people.gridWorker)).placeId).toBe(made.compound.id)
  })
  test('compounds stand side by side, most missing first', async () => {
    const rows = await ok<{ placeId: string; must: number }[]>(call(people.district, '/api/standards/compounds'))
    expect(rows.map(({ placeId }) => placeId)).toContain(sibling.compound.id)
    expect(rows.map(({ must }) => must)).toEqual(rows.map(({ must }) => must).toSorted((a, b) => b - a))
  })
  test('the curve has a point for each day that was looked at', async () => {
    const days = await ok<{ onDay: string; must: number }[]>(call(people.secretary, '/api/standards/days'))
    expect(days.map(({ onDay }) => onDay)).toEqual(['2026-11-18', '2026-11-21'])
  })
})

describe('settings', () => {
  const set = (who: Somebody, id: StandardId, body: object) =>
    who.as().then((client) => client.inject('PATCH', `/api/standards/${id}`, body))
  test('the operator changes a number with a reason; the log keeps it, and everything is checked again', async () => {
    const body = { off: false, parameters: { most: 4 }, reason: '区委组织部 2026 年第 3 号' }
    const saved: StandardView = (await set(people.operator, 'instructor.load', body)).json()
    expect(saved.parameters).toMatchObject([{ key: 'most', standard: 3, value: 4 }])
    await world.drain()
    expect(find(await checkup(), 'instructor.load')?.state).toBe('met')
    const [entry] = await world.rows<{ subject: string; reason: string }>(`SELECT subject, reason FROM audit_entry WHERE tenant_id = $1 AND what = 'standard'`)
    expect(entry).toEqual({ subject: '党建指导员联系小区数', reason: body.reason })
  }) // prettier-ignore
  test('nobody else, nothing unknown, and the least never above the most', async () => {
    const body = { off: false, parameters: {}, reason: '没有理由' }
    expect((await set(people.subdistrict, 'instructor.load', body)).statusCode).toBe(403)
    for (const parameters of [{ nonsense: 1 }, { most: ['三'] }])
      expect((await set(people.operator, 'instructor.load', { ...body, parameters })).json().code).toBe(
        'standard_parameter_wrong',
      )
    const parameters = { areasLeast: 10, areasMost: 9 }
    expect((await set(people.operator, 'areas.count', { ...body, parameters })).json().code).toBe(
      'standard_parameter_wrong',
    )
  })
  test('a standard that is off is found nowhere', async () => {
    await set(people.operator, 'compound.managed', { off: true, parameters: {}, reason: '本区不用' })
    await world.drain()
    expect((await checkup(people.district, 'standard=compound.managed')).findings).toEqual([])
  })
})

test('the night’s run starts once a night, and tells how far it is', async () => {
  const [nightly] = standardRecurring
  if (!nightly) throw new Error('there is a nightly run')
  const nights = () => world.rows<{ done: number; portions: number }>(`SELECT done, portions FROM checkup_run WHERE tenant_id = $1 AND cause = 'nightly'`) // prettier-ignore
  await inTenant((tx) => nightly.schedule(tx, app.now()))
  await world.drain()
  expect(await nights()).toEqual([{ done: 3, portions: 3 }])
  for (let hour = 0; hour < 24; hour += 1) {
    app.wait(DAY / 24)
    await world.drain()
  }
  expect(await nights()).toHaveLength(2)
  const { run: latest } = await checkup(people.district)
  expect(latest).toMatchObject({ done: 3, portions: 3 })
  expect(latest?.finishedAt).not.toBeNull()
})

test('after any changes, looking where they happened finds what a whole run finds', async () => {
  const spots = [made.compound, sibling.compound, made.community, ...made.buildings, ...made.grids, made.subdistrict]
  const KINDS = ['buildingGroup', 'jointGroup', 'compoundBranch', 'jointBranch', 'gridBranch', 'branch'] as const
  const change = fc.record({
    what: fc.constantFrom('organisation', 'end', 'post', 'member', 'venue', 'term', 'rename'),
    at: fc.nat(spots.length - 1),
    pick: fc.nat(5),
  })
  const person = (await world.person(undefined, made.homes[0]?.id)).personId
  const apply = ({ what, at, pick }: { what: string; at: number; pick: number }) =>
    inTenant(async (tx) => {
      const place = spots[at] ?? made.compound
      const values = [tx.tenantId, newId(), place.id]
      const statements: Record<string, { text: string; values: unknown[] }> = {
        organisation: { text: `INSERT INTO organisation (tenant_id, id, kind, form, name, place_id) VALUES ($1, $2, 'partyOrganisation', $4, '组织', $3)`, values: [...values, KINDS[pick]] },
        end: { text: `UPDATE organisation SET ended_on = '2026-01-01' WHERE tenant_id = $1 AND place_id = $2`, values: [tx.tenantId, place.id] },
        post: { text: `INSERT INTO post (tenant_id, id, kind, title, place_id) VALUES ($1, $2, 'gridWorker', '网格员', $3)`, values },
        term: { text: `INSERT INTO post_term (tenant_id, id, post_id, person_id, from_on) SELECT $1, $2, o.id, $4, '2026-01-01' FROM post o WHERE o.tenant_id = $1 AND o.place_id = $3 LIMIT 1`, values: [...values, person] },
        member: { text: `INSERT INTO member (tenant_id, person_id, stage, found_by, created_at) SELECT $1, p.id, $3, 'import', now() FROM person p WHERE p.tenant_id = $1 ORDER BY p.id OFFSET $2 LIMIT 1 ON CONFLICT DO NOTHING`, values: [tx.tenantId, pick, pick % 2 ? 'formal' : 'probationary'] },
        venue: { text: `INSERT INTO venue (tenant_id, id, kind, name, place_id, area_centi) VALUES ($1, $2, 'parlour', '会客厅', $3, 9990)`, values },
        rename: { text: `UPDATE organisation SET name = '改名' WHERE tenant_id = $1 AND place_id = $2`, values: [tx.tenantId, place.id] },
      } // prettier-ignore
      const statement = statements[what]
      if (statement) await tx.run(statement)
      // a member is counted where they live
      await factsChanged(tx, what === 'member' ? [made.compound.id, sibling.compound.id] : [place.id], app.now())
    })
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      for (const one of changes) await apply(one)
      await settle()
      const incremental = await stored()
      await run()
      expect(await stored()).toEqual(incremental)
    }),
    { numRuns: 12 },
  )
}, 60_000)
