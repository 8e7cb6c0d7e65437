/** HTTP for households at the desk: lists and files, who lives where, what is kept, and each opening with its reason. */
import * as contract from '#contracts/households.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import { placeNow } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import { pageOf, readCursor } from '#platform/page.ts'
import type { Services } from '#platform/services.ts'
import { personFor } from './enter-person.ts'
import { joinHousehold, leaveHousehold, moveOut, saveHousehold } from './keep-household.ts'
import { openValue } from './open-value.ts'
import { may, pathsFor } from './policy.ts'
import { countHomes, listHomes } from './read-queries.ts'
import { keepValue } from './values.ts'
import { standAt, viewFile, viewLines } from './view.ts'

const PAGE = 60

export function deskRoutes(app: App, { secrets, forgetActors }: Services): void {
  serve(app, contract.listHouseholds, async ({ query: { placeId, only, after }, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const paths = pathsFor(actor, 'view')
    const place = await placeNow(tx, placeId ?? placeOfPost(actor), on)
    if (!place) throw new AppError('not_found')
    const area = { paths, below: place.path, yearFrom: `${on.slice(0, 4)}-01-01` }
    const wanted = { ...area, after: readCursor(after, 2)?.[0], limit: PAGE + 1, ...(only && { only }) }
    const { rows, next } = pageOf(await listHomes(tx, wanted), PAGE, ({ path, homePlaceId }) => [path, homePlaceId])
    return {
      placeName: place.fullName,
      counts: await countHomes(tx, area),
      rows: await viewLines(tx, actor, rows),
      next,
    }
  })

  serve(app, contract.viewHousehold, async ({ params: { homePlaceId }, actor, tx, now }) =>
    viewFile(tx, secrets, actor, homePlaceId, now),
  )

  serve(app, contract.changeHousehold, async ({ params: { homePlaceId }, body, actor, tx, now }) => {
    await manage(tx, actor, homePlaceId, now)
    const { confirmed, ...said } = body
    const { id } = await saveHousehold(tx, { homePlaceId, ...said, ...(confirmed && { confirmedOn: shanghaiToday(now) }) }, now) // prettier-ignore
    await log(tx, actor, now, {
      what: confirmed ? 'confirmHousehold' : 'changeHousehold',
      homePlaceId,
      householdId: id,
    })
    return viewFile(tx, secrets, actor, homePlaceId, now)
  })

  serve(app, contract.addToHousehold, async ({ params: { homePlaceId }, body, actor, tx, now }) => {
    await manage(tx, actor, homePlaceId, now)
    const { id } = await saveHousehold(tx, { homePlaceId }, now)
    const personId = await personFor(tx, secrets, body, now)
    await joinHousehold(tx, { householdId: id, personId, fromOn: body.fromOn }, now)
    if (body.contact) await saveHousehold(tx, { homePlaceId, contactPersonId: personId }, now)
    await log(tx, actor, now, { what: 'joinHousehold', homePlaceId, householdId: id, personId })
    forgetActors(tx.tenantId, personId)
    return viewFile(tx, secrets, actor, homePlaceId, now)
  })

  serve(app, contract.leaveHome, async ({ params: { homePlaceId, personId }, body: { on }, actor, tx, now }) => {
    const householdId = await manage(tx, actor, homePlaceId, now)
    await leaveHousehold(tx, { householdId: there(householdId), personId, on }, now)
    await log(tx, actor, now, { what: 'leaveHousehold', homePlaceId, householdId, personId })
    forgetActors(tx.tenantId, personId)
    return viewFile(tx, secrets, actor, homePlaceId, now)
  })

  serve(app, contract.moveHouseholdOut, async ({ params: { homePlaceId }, body: { on }, actor, tx, now }) => {
    await manage(tx, actor, homePlaceId, now)
    const { householdId, personIds } = await moveOut(tx, { homePlaceId, on }, now)
    await log(tx, actor, now, { what: 'moveOut', homePlaceId, householdId })
    for (const personId of personIds) forgetActors(tx.tenantId, personId)
    return viewFile(tx, secrets, actor, homePlaceId, now)
  })

  serve(app, contract.keepValue, async ({ params: { homePlaceId }, body, actor, tx, now }) => {
    const { household, people, relations } = await standAt(tx, actor, homePlaceId, now)
    if (!may('care', relations)) throw new AppError('not_permitted')
    if (!household || !people.some(({ personId }) => personId === body.personId)) throw new AppError('not_found')
    const { value, ...where } = body
    await keepValue(tx, secrets, { householdId: household.id, ...where }, value, now)
    const what = value === null ? 'dropValue' : 'keepValue'
    await log(tx, actor, now, { what, homePlaceId, householdId: household.id, personId: body.personId, field: body.field }) // prettier-ignore
    return viewFile(tx, secrets, actor, homePlaceId, now)
  })

  serve(app, contract.revealValue, async ({ params: { homePlaceId }, body, actor, tx, now }) =>
    openValue(tx, secrets, actor, { homePlaceId, ...body }, now),
  )
}

const placeOfPost = (actor: Actor): string => {
  const [post] = actor.capacities.filter(({ placePath }) => pathsFor(actor, 'view').includes(placePath))
  return there(post?.placeId)
}

const there = <T>(one: T | undefined): T => {
  if (one === undefined) throw new AppError('not_found')
  return one
}

/** The household of the home, if there is one and the actor may change it. @throws not_found, not_permitted */
export async function manage(tx: Tx, actor: Actor, homePlaceId: string, now: Date): Promise<string | undefined> {
  const { household, relations } = await standAt(tx, actor, homePlaceId, now)
  if (!may('manage', relations)) throw new AppError('not_permitted')
  return household?.id
}

type Logged = { what: string; homePlaceId: string; householdId?: string | undefined; personId?: string; field?: string; reason?: string } // prettier-ignore

/** The log tells where by the code of the home, and never who in words. */
export async function log(tx: Tx, actor: Actor, at: Date, { homePlaceId, personId, ...entry }: Logged): Promise<void> {
  const home = await placeNow(tx, homePlaceId, shanghaiToday(at))
  const capacity = actingCapacity(actor, 'households.manage')
  await record(tx, { ...entry, at, actorPersonId: actor.personId, capacity, subject: home?.code ?? '', subjectPersonId: personId ?? null }) // prettier-ignore
}
