/** One organisation as somebody sees it: its counts, what it has written down, whom it is bound to. */
import type { OrganisationFile } from '#contracts/organisations.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { reaches } from '#platform/reach.ts'
import { findOrganisation, viewOfOrganisation } from './organisation-queries.ts'
import { membershipsOf, sponsorshipsOf } from './tie-queries.ts'

/** @throws not_found */
export async function viewOrganisation(tx: Tx, actor: Actor, id: string, now: Date): Promise<OrganisationFile> {
  const on = shanghaiToday(now)
  const view = await viewOfOrganisation(tx, id, on)
  const one = await findOrganisation(tx, id, on)
  if (!view || !one) throw new AppError('not_found')
  const { foundedOn, duties, pledges, placePath } = one
  return {
    ...view,
    foundedOn,
    duties,
    pledges,
    memberships: await membershipsOf(tx, id),
    sponsorships: await sponsorshipsOf(tx, id),
    mayChange: reaches(actor, 'organisations.manage', placePath),
  }
}
