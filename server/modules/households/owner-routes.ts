/** HTTP for the owners' roll: read as of a day, entered and corrected, sold from a day on. */
import { enterUnit, listOwners, sellUnit } from '#contracts/households.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import { placeNow } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import { reaches, reachOf } from '#platform/reach.ts'
import type { Services } from '#platform/services.ts'
import type { BodyOf } from '#contracts/endpoint.ts'
import { personFor } from './enter-person.ts'
import type { Holder } from './owner-sets.ts'
import { saveOwners, saveOwnership, unitById } from './ownership.ts'
import { viewRoll } from './roll.ts'

type NewHolder = BodyOf<typeof sellUnit>['holders'][number]

export function ownerRoutes(app: App, { secrets }: Services): void {
  const holdersOf = async (tx: Tx, given: readonly NewHolder[], now: Date): Promise<Holder[]> => {
    const holders: Holder[] = []
    for (const { organisationId, name, phone, sharePermille } of given) {
      if (!organisationId && !name) throw new AppError('owners_missing', { field: 'holders' })
      if (organisationId) await organisationIsThere(tx, organisationId)
      const who = organisationId ? { organisationId } : { personId: await personFor(tx, secrets, { name: name ?? '', ...(phone && { phone }) }, now) } // prettier-ignore
      holders.push({ ...who, sharePermille: sharePermille ?? null })
    }
    return holders
  }

  serve(app, listOwners, async ({ query: { placeId, on, withParking = false, after }, actor, tx, now }) => {
    const { paths } = reachOf(actor, 'owners.view')
    const day = on ?? shanghaiToday(now)
    const place = await placeNow(tx, placeId ?? firstPlace(actor), shanghaiToday(now))
    if (!place) throw new AppError('not_found')
    return viewRoll(tx, actor, { place, paths, on: day, withParking, ...(after && { after }) })
  })

  serve(app, enterUnit, async ({ body, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const place = await placeNow(tx, body.placeId, on)
    if (!place || !reaches(actor, 'owners.manage', place.path))
      throw new AppError('place_not_found', { field: 'placeId' })
    const { proofChecked, holders: given, ...unit } = body
    const holders = await holdersOf(tx, given, now)
    const { unitId } = await saveOwnership(tx, { ...unit, holders, proofCheckedOn: proofChecked ? on : null }, now)
    await log(tx, actor, now, { what: 'enterUnit', subject: body.code })
    return { unitId }
  })

  serve(app, sellUnit, async ({ params: { id }, body, actor, tx, now }) => {
    const unit = await unitById(tx, id)
    if (!unit || !reaches(actor, 'owners.manage', unit.path)) throw new AppError('not_found')
    const holders = await holdersOf(tx, body.holders, now)
    const proofCheckedOn = body.proofChecked ? shanghaiToday(now) : null
    await saveOwners(tx, id, { basis: body.basis, fromOn: body.on, holders, proofCheckedOn })
    await log(tx, actor, now, { what: 'sellUnit', subject: unit.code })
    return { unitId: id }
  })
}

function firstPlace(actor: Actor): string {
  const { paths } = reachOf(actor, 'owners.view')
  const post = actor.capacities.find(({ placePath }) => paths.includes(placePath))
  if (!post) throw new AppError('not_found')
  return post.placeId
}

async function organisationIsThere(tx: Tx, id: string): Promise<void> {
  const found = await tx.one({
    name: 'owner_organisation',
    text: 'SELECT 1 FROM organisation WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, id],
  })
  if (!found) throw new AppError('organisation_not_found', { field: 'holders' })
}

const log = (tx: Tx, actor: Actor, at: Date, entry: { what: string; subject: string }) =>
  record(tx, { ...entry, at, actorPersonId: actor.personId, capacity: actingCapacity(actor, 'owners.manage') })
