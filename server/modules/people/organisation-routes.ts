/** HTTP for organisations: the tree, one of them, founding, changing, ending. Each change is within reach and in the log. */
import {
  changeOrganisation,
  createOrganisation,
  endOrganisation,
  listOrganisations,
  listPledges,
  readOrganisation,
} from '#contracts/organisations.ts'
import { ancestorPaths, factsChanged } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import { reaches } from '#platform/reach.ts'
import { addOrganisation, checkForm, checkParent, standingPlace } from './add-organisation.ts'
import { logAs } from './log.ts'
import type { OpenWorkOf } from './open-work.ts'
import {
  listAllOrganisations,
  lockOrganisation,
  pledgesAround,
  saveEnded,
  saveOrganisation,
  whatHangsOn,
} from './organisation-queries.ts'
import { viewOrganisation } from './organisation-view.ts'

const log = logAs('organisations.manage')

export function organisationRoutes(app: App, openWorkOf: OpenWorkOf): void {
  serve(app, listOrganisations, ({ tx, now }) => listAllOrganisations(tx, shanghaiToday(now)))

  serve(app, readOrganisation, ({ params: { id }, actor, tx, now }) => viewOrganisation(tx, actor, id, now))

  serve(app, createOrganisation, async ({ body, actor, tx, now }) => {
    const place = await standingPlace(tx, body, now)
    if (!reaches(actor, 'organisations.manage', place.path)) throw new AppError('not_permitted')
    const id = await addOrganisation(tx, body, now)
    await log(tx, actor, now, { what: 'createOrganisation', subject: body.name })
    return viewOrganisation(tx, actor, id, now)
  })

  serve(app, changeOrganisation, async ({ params: { id }, body, actor, tx, now }) => {
    const { placePath: _path, ...before } = await organisationToChange(tx, actor, id, now)
    const after = { ...before, ...body, pledges: [...(body.pledges ?? before.pledges)] }
    const place = await standingPlace(tx, after, now)
    if (!reaches(actor, 'organisations.manage', place.path)) throw new AppError('not_permitted')
    if (after.placeId !== before.placeId || after.form !== before.form) checkForm(after, place)
    const moved = after.parentId !== before.parentId || after.form !== before.form
    if (moved && after.parentId) await checkParent(tx, after, now)
    await saveOrganisation(tx, after)
    await factsChanged(tx, [before.placeId, after.placeId], now)
    await log(tx, actor, now, { what: 'changeOrganisation', subject: after.name })
    return viewOrganisation(tx, actor, id, now)
  })

  serve(app, endOrganisation, async ({ params: { id }, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const one = await organisationToChange(tx, actor, id, now)
    const hanging = await whatHangsOn(tx, id, on)
    const { count: requests } = await openWorkOf(tx, { organisationId: id })
    if (hanging.length > 0 || requests > 0) {
      const named = (wanted: string) => hanging.filter(({ what }) => what === wanted).map(({ name }) => name)
      throw new AppError('organisation_in_use', {
        requests,
        posts: named('post').slice(0, 5).join('、'),
        organisations: named('organisation').slice(0, 5).join('、'),
      })
    }
    await saveEnded(tx, id, on)
    await factsChanged(tx, [one.placeId], now)
    await log(tx, actor, now, { what: 'endOrganisation', subject: one.name })
    return { ok: true as const }
  })

  // 亮身份、亮职责、亮承诺: around my home; without one, around the places of my posts
  serve(app, listPledges, async ({ actor, tx, now }) => {
    const own = actor.home?.path ?? actor.capacities[0]?.placePath
    if (!own) return []
    const paths = ancestorPaths(own)
    const within = paths[COMMUNITY] ?? own
    return pledgesAround(tx, paths, within, shanghaiToday(now))
  })
}

/** district, subdistrict, community: the third segment of a path. */
const COMMUNITY = 2

/** Locked. @throws not_found, not_permitted */
export async function organisationToChange(tx: Tx, actor: Actor, id: string, now: Date) {
  const one = await lockOrganisation(tx, id, shanghaiToday(now))
  if (!one) throw new AppError('not_found')
  if (!reaches(actor, 'organisations.manage', one.placePath)) throw new AppError('not_permitted')
  return one
}
