/**
 * Lists and policy say the same: what a list gives may be viewed, and what is a person's work is listed. scope.ts is the twin
 * of relationsTo in SQL; here both meet over a few hundred requests of every kind, in every state, in three areas.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { REQUEST_KINDS, REQUEST_STATUSES } from '#contracts/requests.ts'
import type { Actor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld, type Somebody } from '#server/test/trust/world.ts'
import { may, relationsTo, type Relation } from './policy.ts'
import { findRequest } from './queries/load.ts'
import { nearby, pool, mine } from './queries/own.ts'
import { mapRows, workCounts } from './queries/rows.ts'
import { workList } from './queries/work-list.ts'
import { standOf } from './record.ts'
import { waitingFor } from './home.ts'

const REQUESTS = 240
const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
const { people, organisations, made, sibling, inTenant, person } = world
afterAll(() => app.close())
const both = await person({
  kind: 'unitUser',
  placeId: made.compound.id,
  organisationId: organisations.property,
  title: '物业兼楼栋长',
})
const everybody: Record<string, Somebody> = { ...people, both }
const ids: string[] = []

/** Rows as the loop leaves them, drawn at random: place, state, lead, co-handlers, privacy, who reported and joined. */
beforeAll(async () => {
  await inTenant(async (tx) => {
    const somebody = fc.constantFrom(...Object.values(everybody))
    const places = [...made.buildings, made.compound, sibling.building].map((place) => ({
      place,
      here: place !== sibling.building,
    }))
    const drawn = fc.record({
      at: fc.constantFrom(...places),
      kind: fc.constantFrom(...REQUEST_KINDS),
      status: fc.constantFrom(...REQUEST_STATUSES),
      limited: fc.boolean(),
      reporter: somebody,
      lead: fc.option(
        fc.oneof(
          fc.constantFrom(...Object.values(organisations)).map((id) => ({ id, post: false })),
          somebody.map(({ postId }) => ({ id: postId, post: true })),
        ),
      ),
      co: fc.option(
        fc.oneof(
          fc.constantFrom(...Object.values(organisations)).map((id) => ({ id, post: false })),
          somebody.map(({ postId }) => ({ id: postId, post: true })),
        ),
      ),
      joiner: fc.option(somebody),
    })
    for (const [index, { at, kind, status, limited, reporter, lead, co, joiner }] of fc
      .sample(drawn, { numRuns: REQUESTS, seed: 7 })
      .entries()) {
      const id = newId()
      ids.push(id)
      const grid = made.grids.find(({ path }) => at.place.path.startsWith(path))
      const [subdistrict, community, compound, gridId] = at.here
        ? [made.subdistrict, made.community, made.compound, grid?.id]
        : [sibling.subdistrict, sibling.community, sibling.compound, sibling.grid.id]
      const now = app.now()
      const leads = lead?.id ? lead : null
      await tx.run({
        text: `INSERT INTO request (tenant_id, id, number, kind, channel, status, outcome, seq, title, text, limited, place_id, place_name, place_path, subdistrict_id, community_id,
                 compound_id, grid_id, building_id, lon, lat, reporter_person_id, lead_organisation_id, lead_post_id, clocks, due_at, amber_at, created_at, updated_at, closed_at)
               VALUES ($1, $2, $3, $4, 'phone', $5, $6, 1, 't', '', $7, $8, 'p', $9, $10, $11, $12, $13, $14, 120, 30, $15, $16, $17, '{"round":1,"limits":{},"changedAt":null,"current":{},"past":[]}', $18, $18, $18, $18, $19)`,
        values: [
          tx.tenantId, id, `2026-${String(index).padStart(6, '0')}`, kind, status, status === 'closed' ? 'solved' : null, limited, at.place.id, at.place.path, subdistrict.id, community.id,
          compound.id, gridId ?? null, at.place === made.compound ? null : at.place.id, reporter.personId, leads && !leads.post ? leads.id : null, leads?.post ? leads.id : null, now, status === 'closed' ? now : null,
        ], // prettier-ignore
      })
      if (co?.id)
        await tx.run({
          text: `INSERT INTO request_assignment (tenant_id, id, request_id, round, part, organisation_id, post_id, name, state, called_at) VALUES ($1, $2, $3, 1, 'co', $4, $5, 'x', 'called', $6)`,
          values: [tx.tenantId, newId(), id, co.post ? null : co.id, co.post ? co.id : null, now],
        })
      if (joiner)
        await tx.run({
          text: 'INSERT INTO request_joiner (tenant_id, request_id, person_id, joined_at) VALUES ($1, $2, $3, $4)',
          values: [tx.tenantId, id, joiner.personId, now],
        })
    }
  })
}, 60_000)

/** How a person stands to each request, whatever they may see. */
async function standings(actor: Actor): Promise<Map<string, { relations: Relation[]; open: boolean; status: string }>> {
  return inTenant(async (tx) => {
    const found = new Map<string, { relations: Relation[]; open: boolean; status: string }>()
    for (const id of ids) {
      const seen = await findRequest(tx, actor, id).catch(() => undefined)
      if (seen)
        found.set(id, {
          relations: relationsTo(actor, standOf(seen.request)),
          open: seen.request.closed_at === null,
          status: seen.request.status,
        })
    }
    return found
  })
}
const actorOf = async (who: Somebody): Promise<Actor> => {
  const { cookie } = await who.as()
  const { createSessions } = await import('#modules/accounts/index.ts')
  const actor = await createSessions({ db: app.db, now: app.now }).actorOf({
    headers: { cookie },
    cookies: { linli: cookie.slice('linli='.length) },
  } as never) // reads nothing else of it
  if (!actor) throw new Error('not signed in')
  return actor
}

test('every row that any list gives may be viewed', async () => {
  let rows = 0
  for (const [name, who] of Object.entries(everybody)) {
    const actor = await actorOf(who)
    const standing = await standings(actor)
    const now = app.now()
    const lists = await inTenant(async (tx) => ({
      work: (await workList(tx, actor, { limit: 100 }, now)).rows,
      closed: (await workList(tx, actor, { view: 'closed', limit: 100 }, now)).rows,
      map: (await mapRows(tx, actor, undefined)).rows,
      offered: (await pool(tx, actor, {}, now)).offered,
      whistles: (await pool(tx, actor, {}, now)).whistles,
      hands: (await pool(tx, actor, {}, now)).mine,
      reported: (await mine(tx, actor, {})).rows,
      joined: (await mine(tx, actor, { role: 'joined' })).rows,
      handling: (await mine(tx, actor, { role: 'handling' })).rows,
      nearby: (await nearby(tx, actor, { solved: false })).rows,
      home: (await waitingFor(tx, actor, now)).waiting.map(({ request }) => request),
    }))
    for (const [list, given] of Object.entries(lists))
      for (const { id } of given) {
        rows += 1
        const relations = standing.get(id)?.relations ?? []
        expect(may('view', relations), `${name} ${list} ${id}`).toBe(true)
        if (list === 'offered') expect(relations, `${name} ${id}`).toContain('candidate')
        if (list === 'hands' || list === 'handling') expect(relations, `${name} ${id}`).toContain('handler')
        if (list === 'whistles') expect(relations, `${name} ${id}`).toContain('coHandler')
      }
  }
  console.log(
    `policy: ${Object.keys(everybody).length} people × ${REQUESTS} requests, ${rows} listed rows, all of them viewable`,
  )
  expect(rows).toBeGreaterThan(1_000)
}, 60_000)

/** Relations that make a request somebody's work, as far as the desk's list promises it. */
const WORK: readonly Relation[] = ['coordinator', 'field', 'followUp', 'supervisor', 'auditor']

test('what is a person’s work is listed, all of it and nothing else', async () => {
  for (const [name, who] of Object.entries(everybody)) {
    const actor = await actorOf(who)
    const now = app.now()
    const listed = await inTenant(async (tx) => {
      const all: string[] = []
      for (let after: string | undefined; ;) {
        const { rows, next } = await workList(tx, actor, { limit: 50, ...(after && { after }) }, now)
        all.push(...rows.map(({ id }) => id))
        if (!next) return all
        after = next
      }
    })
    const over = actor.capacities.some(({ kind }) =>
      [
        'communityStaff',
        'compoundSecretary',
        'gridLead',
        'gridWorker',
        'areaLead',
        'buildingHead',
        'followUpStaff',
        'subdistrictSupervisor',
        'districtSupervisor',
        'auditor',
      ].includes(kind),
    )
    const forOrganisation = actor.capacities.some(
      ({ kind, organisationId }) => organisationId && ['unitUser', 'dutyOfficer', 'volunteer'].includes(kind),
    )
    const due = [...(await standings(actor))].filter(
      ([, { relations, open }]) =>
        open &&
        relations.some((one) =>
          over ? WORK.includes(one) : forOrganisation && (one === 'handler' || one === 'coHandler'),
        ),
    )
    const counted = await inTenant((tx) => workCounts(tx, actor, now))
    const byOwnPost = await inTenant((tx) => ownPostOnly(tx, actor))
    const wanted = due.map(([id]) => id).filter((id) => !byOwnPost.includes(id) || listed.includes(id))
    expect(listed.toSorted(), name).toEqual(wanted.toSorted())
    expect(new Set(listed).size, name).toBe(listed.length)
    expect(counted.open, name).toBe(listed.length)
  }
}, 60_000)

/** Sent to a single post of an organisation's user: theirs by `handling` and the pool, not by the organisation's list. */
async function ownPostOnly(tx: Parameters<Parameters<typeof inTenant>[0]>[0], actor: Actor): Promise<string[]> {
  const posts = actor.capacities.map(({ postId }) => postId)
  const rows = await tx.many<{ id: string }>({
    text: `SELECT r.id FROM request r WHERE r.tenant_id = $1 AND (r.lead_post_id = ANY ($2) OR r.id IN (SELECT a.request_id FROM request_assignment a WHERE a.tenant_id = $1 AND a.post_id = ANY ($2)))`,
    values: [tx.tenantId, posts],
  })
  return rows.map(({ id }) => id)
}
