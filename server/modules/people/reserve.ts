/**
 * The reserve of future secretaries and heads, and who serves in two bodies at once. Both are lists for choosing people, not
 * for judging them: the reserve keeps a reason in words, no mark and no order.
 * Source: docs/capabilities/people-and-posts.md, "Reserve and cross-appointments" (F1; S-R7, S-R10: information, never a failing).
 */
import { addReserve, crossAppointments, endReserve, listReserve } from '#contracts/people.ts'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { placeNow } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { reachOf, reaches } from '#platform/reach.ts'
import { logAs } from './log.ts'
import { appointable, checkMayAppoint } from './may-appoint.ts'
import { lockPerson } from './person-queries.ts'
import { dayBefore } from './terms.ts'

type Found = Omit<ReplyOf<typeof listReserve>[number], 'mayChange'> & { placePath: string }
const log = logAs('posts.appoint')

export function reserveRoutes(app: App): void {
  serve(app, listReserve, async ({ actor, tx, now }) => {
    const found = await reserve(tx, shanghaiToday(now))
    const { whole } = reachOf(actor, 'posts.appoint')
    return found.filter(({ placePath }) => whole || reaches(actor, 'posts.appoint', placePath)).map(viewFor(actor))
  })

  serve(app, addReserve, async ({ body, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const place = await placeNow(tx, body.placeId, on)
    if (!place) throw new AppError('place_not_found', { field: 'placeId' })
    checkMayAppoint(actor, { kind: body.postKind, placePath: place.path })
    const person = await lockPerson(tx, body.personId, on)
    if (!person || person.disabled) throw new AppError('person_not_found', { field: 'personId' })
    const same = ({ personId, postKind, placeId }: Found) =>
      personId === body.personId && postKind === body.postKind && placeId === body.placeId
    if ((await reserve(tx, on)).some(same)) throw new AppError('already_there')
    const id = newId()
    await tx.run({
      name: 'reserve_insert',
      text: `INSERT INTO reserve_entry (tenant_id, id, person_id, post_kind, place_id, from_on, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      values: [tx.tenantId, id, body.personId, body.postKind, body.placeId, on, body.reason],
    })
    await log(tx, actor, now, {
      what: 'addReserve',
      subject: person.name,
      subjectPersonId: person.id,
      reason: body.reason,
    })
    const added = (await reserve(tx, on)).find((one) => one.id === id)
    if (!added) throw new AppError('not_found')
    return viewFor(actor)(added)
  })

  serve(app, endReserve, async ({ params: { id }, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const one = (await reserve(tx, on)).find((entry) => entry.id === id)
    if (!one) throw new AppError('not_found')
    checkMayAppoint(actor, { kind: one.postKind, placePath: one.placePath })
    // One begun today has no day to keep.
    const text =
      one.fromOn < on
        ? `UPDATE reserve_entry SET to_on = $3 WHERE tenant_id = $1 AND id = $2`
        : `DELETE FROM reserve_entry WHERE tenant_id = $1 AND id = $2 AND from_on > $3`
    await tx.run({ text, values: [tx.tenantId, id, dayBefore(on)] })
    await log(tx, actor, now, { what: 'endReserve', subject: one.name, subjectPersonId: one.personId })
    return { ok: true as const }
  })

  serve(app, crossAppointments, ({ tx, now }) => cross(tx, shanghaiToday(now)))
}

const viewFor =
  (actor: Actor) =>
  ({ placePath, ...one }: Found) => ({ ...one, mayChange: appointable(actor, placePath).has(one.postKind) })

const reserve = (tx: Tx, on: string) =>
  tx.many<Found>({
    name: 'reserve_list',
    text: `SELECT r.id, r.person_id AS "personId", p.name_masked AS name, r.post_kind AS "postKind", r.place_id AS "placeId", l.full_name AS "placeName",
                  l.path AS "placePath", r.from_on AS "fromOn", r.reason,
                  ARRAY(SELECT o.title FROM post_term t JOIN post o ON o.tenant_id = $1 AND o.id = t.post_id
                         WHERE t.tenant_id = $1 AND t.person_id = r.person_id AND t.from_on <= $2 AND (t.to_on IS NULL OR t.to_on >= $2)
                           AND o.kind <> 'member' ORDER BY t.from_on, t.id) AS "postTitles"
             FROM reserve_entry r
             JOIN person p ON p.tenant_id = $1 AND p.id = r.person_id
             JOIN place l ON l.tenant_id = $1 AND l.id = r.place_id
            WHERE r.tenant_id = $1 AND (r.to_on IS NULL OR r.to_on >= $2) ORDER BY l.path, r.from_on, r.id`,
    values: [tx.tenantId, on],
  })

/** Persons with a seat in an owners' or management committee and an office in a party organisation, compound by compound. */
const cross = (tx: Tx, on: string) =>
  tx.many<ReplyOf<typeof crossAppointments>[number]>({
    name: 'cross_appointments',
    text: `WITH held AS (
             SELECT t.person_id, o.kind, o.title, o.place_id, g.kind AS of_kind
               FROM post_term t
               JOIN post o ON o.tenant_id = $1 AND o.id = t.post_id
               LEFT JOIN organisation g ON g.tenant_id = $1 AND g.id = o.organisation_id
              WHERE t.tenant_id = $1 AND t.from_on <= $2 AND (t.to_on IS NULL OR t.to_on >= $2)
                AND o.kind IN ('committeeChair', 'committeeMember', 'compoundSecretary', 'branchSecretary', 'groupLead', 'communityStaff'))
           SELECT c.place_id AS "placeId", l.full_name AS "placeName", p.name_masked AS name, c.title AS "committeeTitle", b.title AS "partyTitle",
                  c.kind = 'committeeChair' AND b.kind IN ('compoundSecretary', 'branchSecretary') AS "leadsBoth"
             FROM held c
             JOIN held b ON b.person_id = c.person_id AND b.kind NOT IN ('committeeChair', 'committeeMember')
                        AND (b.kind <> 'communityStaff' OR b.of_kind = 'partyOrganisation')
             JOIN person p ON p.tenant_id = $1 AND p.id = c.person_id
             JOIN place l ON l.tenant_id = $1 AND l.id = c.place_id
            WHERE c.kind IN ('committeeChair', 'committeeMember')
            ORDER BY l.path, c.title, b.title, p.name_masked`,
    values: [tx.tenantId, on],
  })
