/**
 * Venues: rooms and corners that standards ask for, with their area, sign and functions.
 * Source: docs/capabilities/people-and-posts.md, "Venues" (Z4, S-R6: 党建会客厅 of 100 m² or more, its own sign, five functions).
 */
import {
  changeVenue,
  createVenue,
  endVenue,
  listVenues,
  type VenueKind,
  type VenueView,
} from '#contracts/organisations.ts'
import { factsChanged, placeNow } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { reaches } from '#platform/reach.ts'
import { logAs } from './log.ts'
import { findOrganisation } from './organisation-queries.ts'

const log = logAs('organisations.manage')
type Found = Omit<VenueView, 'mayChange'> & { placePath: string }

export function venueRoutes(app: App): void {
  serve(app, listVenues, async ({ query: { placeId }, actor, tx, now }) =>
    (await venuesOver(tx, placeId, shanghaiToday(now))).map(viewFor(actor)),
  )

  serve(app, createVenue, async ({ body, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const place = await placeNow(tx, body.placeId, on)
    if (!place) throw new AppError('place_not_found', { field: 'placeId' })
    if (!reaches(actor, 'organisations.manage', place.path)) throw new AppError('not_permitted')
    await checkOrganisation(tx, body.organisationId, on)
    const id = await addVenue(tx, body)
    await factsChanged(tx, [body.placeId], now)
    await log(tx, actor, now, { what: 'createVenue', subject: body.name })
    return viewVenue(tx, actor, id, on)
  })

  serve(app, changeVenue, async ({ params: { id }, body, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const before = await venueToChange(tx, actor, id, on)
    await checkOrganisation(tx, body.organisationId, on)
    const after = { ...before, ...body }
    await tx.run({
      name: 'venue_save',
      text: `UPDATE venue SET name = $3, organisation_id = $4, area_centi = $5, has_sign = $6, functions = $7 WHERE tenant_id = $1 AND id = $2`,
      values: [tx.tenantId, id, after.name, after.organisationId, after.areaCenti, after.hasSign, after.functions],
    })
    await factsChanged(tx, [before.placeId], now)
    await log(tx, actor, now, { what: 'changeVenue', subject: after.name })
    return viewVenue(tx, actor, id, on)
  })

  serve(app, endVenue, async ({ params: { id }, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const one = await venueToChange(tx, actor, id, on)
    const text = `UPDATE venue SET ended_on = $3 WHERE tenant_id = $1 AND id = $2`
    await tx.run({ name: 'venue_end', text, values: [tx.tenantId, id, on] })
    await factsChanged(tx, [one.placeId], now)
    await log(tx, actor, now, { what: 'endVenue', subject: one.name })
    return { ok: true as const }
  })
}

type NewVenue = {
  kind: VenueKind
  name: string
  placeId: string
  organisationId: string | null
  areaCenti: number | null
  hasSign: boolean
  functions: readonly string[]
}

async function addVenue(tx: Tx, { kind, name, placeId, organisationId, areaCenti, hasSign, functions }: NewVenue) {
  const id = newId()
  await tx.run({
    name: 'venue_insert',
    text: `INSERT INTO venue (tenant_id, id, kind, name, place_id, organisation_id, area_centi, has_sign, functions)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [tx.tenantId, id, kind, name, placeId, organisationId, areaCenti, hasSign, functions],
  })
  return id
}

async function checkOrganisation(tx: Tx, organisationId: string | null | undefined, on: string) {
  if (organisationId && !(await findOrganisation(tx, organisationId, on)))
    throw new AppError('organisation_not_found', { field: 'organisationId' })
}

/** @throws not_found, not_permitted */
async function venueToChange(tx: Tx, actor: Actor, id: string, on: string): Promise<Found> {
  const one = (await venuesOver(tx, undefined, on)).find((venue) => venue.id === id)
  if (!one) throw new AppError('not_found')
  if (!reaches(actor, 'organisations.manage', one.placePath)) throw new AppError('not_permitted')
  return one
}

async function viewVenue(tx: Tx, actor: Actor, id: string, on: string): Promise<VenueView> {
  const one = (await venuesOver(tx, undefined, on)).find((venue) => venue.id === id)
  if (!one) throw new AppError('not_found')
  return viewFor(actor)(one)
}

const viewFor =
  (actor: Actor) =>
  ({ placePath, ...one }: Found): VenueView => ({
    ...one,
    mayChange: reaches(actor, 'organisations.manage', placePath),
  })

/** A district has some hundred; all of them when no place is said. */
const venuesOver = (tx: Tx, placeId: string | undefined, on: string) =>
  tx.many<Found>({
    name: 'venues_over',
    text: `SELECT v.id, v.kind, v.name, v.place_id AS "placeId", l.full_name AS "placeName", l.path AS "placePath",
                  v.organisation_id AS "organisationId", g.name AS "organisationName", v.area_centi AS "areaCenti", v.has_sign AS "hasSign", v.functions
             FROM venue v
             JOIN place l ON l.tenant_id = $1 AND l.id = v.place_id
             LEFT JOIN organisation g ON g.tenant_id = $1 AND g.id = v.organisation_id
            WHERE v.tenant_id = $1 AND (v.ended_on IS NULL OR v.ended_on > $2)
              AND ($3::uuid IS NULL OR EXISTS (SELECT 1 FROM place f WHERE f.tenant_id = $1 AND f.id = $3 AND l.path >= f.path AND l.path < f.path || '~'))
            ORDER BY l.path, v.kind, v.name, v.id`,
    values: [tx.tenantId, on, placeId ?? null],
  })
