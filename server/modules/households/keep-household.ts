/**
 * Who lives where: a household is opened for a home, people join, leave and move, and one day it moves out. The person's
 * own home, which requests and posts read, is kept in step. Source: docs/capabilities/households.md, "Households".
 */
import type { Holds } from '#contracts/households.ts'
import { factsChanged, placeNow } from '#modules/places/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import * as queries from './write-queries.ts'

export type HouseholdToSave = {
  homePlaceId: string
  holds?: Holds
  occupants?: number | null
  movedInOn?: string | null
  contactPersonId?: string | null
  confirmedOn?: string | null
}

/**
 * Opens the household of a home, or changes what is said about the one that lives there; what is left out stays.
 *
 * @throws place_not_found, place_not_a_home, contact_not_in_household
 */
export async function saveHousehold(
  tx: Tx,
  given: HouseholdToSave,
  now: Date,
): Promise<{ id: string; isNew: boolean }> {
  const { homePlaceId } = given
  const place = await placeNow(tx, homePlaceId, shanghaiToday(now))
  if (!place) throw new AppError('place_not_found', { field: 'homePlaceId' })
  if (place.level !== 'home') throw new AppError('place_not_a_home', { field: 'homePlaceId' })
  const known = await queries.lockHousehold(tx, homePlaceId)
  const row = {
    homePlaceId,
    holds: given.holds ?? known?.holds ?? 'unknown',
    occupants: pick(given.occupants, known?.occupants),
    movedInOn: pick(given.movedInOn, known?.movedInOn),
    contactPersonId: pick(given.contactPersonId, known?.contactPersonId),
    confirmedOn: pick(given.confirmedOn, known?.confirmedOn),
  }
  if (given.contactPersonId) await refuseForeignContact(tx, known?.id, given.contactPersonId)
  const id = known?.id ?? (await queries.insertHousehold(tx, row, now))
  if (known) await queries.updateHousehold(tx, { id, ...row })
  await factsChanged(tx, [homePlaceId], now)
  return { id, isNew: !known }
}

const pick = <T>(given: T | null | undefined, known: T | null | undefined): T | null =>
  given === undefined ? (known ?? null) : given

async function refuseForeignContact(tx: Tx, householdId: string | undefined, personId: string) {
  const lives = await queries.livingMembership(tx, personId)
  if (!lives || lives.householdId !== householdId)
    throw new AppError('contact_not_in_household', { field: 'contactPersonId' })
}

/** Brings a person into a household; whoever lived elsewhere by the files has left it on that day. @throws not_found */
export async function joinHousehold(
  tx: Tx,
  { householdId, personId, fromOn }: { householdId: string; personId: string; fromOn: string },
  now: Date,
): Promise<void> {
  const home = await queries.homeOfHousehold(tx, householdId)
  if (!home) throw new AppError('not_found')
  const before = await queries.livingMembership(tx, personId)
  if (before?.householdId !== householdId) {
    if (before) await endOne(tx, before, personId, fromOn)
    await queries.insertMembership(tx, { householdId, personId, fromOn })
  }
  await queries.setHome(tx, personId, home.homePlaceId)
  await factsChanged(tx, [home.homePlaceId, ...(before ? [before.homePlaceId] : [])], now)
}

/** A person leaves the household that they live in; the household stays. @throws not_found */
export async function leaveHousehold(
  tx: Tx,
  { householdId, personId, on }: { householdId: string; personId: string; on: string },
  now: Date,
): Promise<void> {
  const lives = await queries.livingMembership(tx, personId)
  if (!lives || lives.householdId !== householdId) throw new AppError('not_found')
  await endOne(tx, lives, personId, on)
  await queries.leaveHomes(tx, [personId], lives.homePlaceId)
  await factsChanged(tx, [lives.homePlaceId], now)
}

async function endOne(
  tx: Tx,
  lives: { id: string; householdId: string; fromOn: string },
  personId: string,
  on: string,
) {
  await queries.endMembership(tx, lives, on)
  await queries.dropContact(tx, lives.householdId, personId)
}

/**
 * The whole household moves out: nobody lives there by the files from that day on, and 90 days later what is left is
 * deleted (retention.ts). @throws not_found
 */
export async function moveOut(tx: Tx, { homePlaceId, on }: { homePlaceId: string; on: string }, now: Date) {
  const household = await queries.lockHousehold(tx, homePlaceId)
  if (!household) throw new AppError('not_found')
  const left = await queries.endAllMemberships(tx, household.id, on)
  await queries.closeHousehold(tx, household.id, on)
  const personIds = left.map(({ personId }) => personId)
  await queries.leaveHomes(tx, personIds, homePlaceId)
  await factsChanged(tx, [homePlaceId], now)
  return { householdId: household.id, personIds }
}
