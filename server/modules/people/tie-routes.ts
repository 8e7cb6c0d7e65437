/** HTTP for what binds organisations: units join and leave alliances, and take responsibility for compounds and buildings. */
import { endSponsorship, joinAlliance, leaveAlliance, sponsor } from '#contracts/organisations.ts'
import { factsChanged, placeNow } from '#modules/places/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import { reaches } from '#platform/reach.ts'
import { logAs } from './log.ts'
import { findOrganisation, lockOrganisation } from './organisation-queries.ts'
import { organisationToChange } from './organisation-routes.ts'
import { viewOrganisation } from './organisation-view.ts'
import { dayBefore } from './terms.ts'
import { closeSponsorship, endMembership, insertMembership, insertSponsorship, sponsorshipsOf } from './tie-queries.ts'

const log = logAs('organisations.manage')

export function tieRoutes(app: App): void {
  serve(app, joinAlliance, async ({ params: { id }, body, actor, tx, now }) => {
    const one = await organisationToChange(tx, actor, id, now)
    const takesMembers = one.kind === 'alliance' || one.form === 'jointCommittee'
    if (!takesMembers || body.memberId === id) throw new AppError('membership_wrong')
    const member = await findOrganisation(tx, body.memberId, shanghaiToday(now))
    if (!member) throw new AppError('organisation_not_found', { field: 'memberId' })
    if (!(await insertMembership(tx, { organisationId: id, ...body }))) throw new AppError('already_there')
    await factsChanged(tx, [one.placeId], now)
    await log(tx, actor, now, { what: 'joinAlliance', subject: `${one.name}：${member.name}` })
    return viewOrganisation(tx, actor, id, now)
  })

  serve(app, leaveAlliance, async ({ params: { id, membershipId }, actor, tx, now }) => {
    const one = await organisationToChange(tx, actor, id, now)
    const changed = await endMembership(tx, id, membershipId, dayBefore(shanghaiToday(now)))
    if (changed === 0) throw new AppError('not_found')
    await factsChanged(tx, [one.placeId], now)
    await log(tx, actor, now, { what: 'leaveAlliance', subject: one.name })
    return viewOrganisation(tx, actor, id, now)
  })

  // Decided by who answers for the place that is looked after: the unit itself may stand far outside their reach.
  serve(app, sponsor, async ({ params: { id }, body, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const one = await lockOrganisation(tx, id, on)
    if (!one) throw new AppError('not_found')
    const place = await placeNow(tx, body.placeId, on)
    if (!place) throw new AppError('place_not_found', { field: 'placeId' })
    if (!reaches(actor, 'organisations.manage', place.path)) throw new AppError('not_permitted')
    const already = await sponsorshipsOf(tx, id)
    if (already.some(({ placeId, toOn }) => placeId === place.id && toOn === null)) throw new AppError('already_there')
    await insertSponsorship(tx, { organisationId: id, ...body })
    await factsChanged(tx, [place.id], now)
    await log(tx, actor, now, { what: 'sponsor', subject: `${one.name}：${place.fullName}` })
    return viewOrganisation(tx, actor, id, now)
  })

  serve(app, endSponsorship, async ({ params: { id, sponsorshipId }, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const found = (await sponsorshipsOf(tx, id)).find((one) => one.id === sponsorshipId)
    const place = found && (await placeNow(tx, found.placeId, on))
    if (!found || !place) throw new AppError('not_found')
    if (!reaches(actor, 'organisations.manage', place.path)) throw new AppError('not_permitted')
    await closeSponsorship(tx, id, sponsorshipId, dayBefore(on))
    await factsChanged(tx, [place.id], now)
    await log(tx, actor, now, { what: 'endSponsorship', subject: `${found.organisationName}：${place.fullName}` })
    return viewOrganisation(tx, actor, id, now)
  })
}
