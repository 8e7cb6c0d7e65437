/** What the desk sees of a home: lists and the file, masked; what is kept is named, never shown. */
import type { AskLine, HouseholdFile, HouseholdLine, RevealReason } from '#contracts/households.ts'
import { buildingNames, placeNow, type Place } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { reaches } from '#platform/reach.ts'
import type { Secrets } from '#platform/secrets.ts'
import { asksBy } from './asks.ts'
import { may, relationsTo, type Relation } from './policy.ts'
import * as read from './read-queries.ts'
import { readHousehold, type HouseholdRow } from './write-queries.ts'
import { isValueField } from './fields.ts'

export type Stood = {
  home: Place
  household: HouseholdRow | undefined
  people: read.LivingPerson[]
  relations: Relation[]
}

/** The home with who lives there, if the actor may see it. @throws not_found */
export async function standAt(tx: Tx, actor: Actor, homePlaceId: string, now: Date): Promise<Stood> {
  const home = await placeNow(tx, homePlaceId, shanghaiToday(now))
  if (home?.level !== 'home') throw new AppError('not_found')
  const household = await readHousehold(tx, homePlaceId)
  const people = household ? await read.peopleOf(tx, household.id) : []
  const relations = relationsTo(actor, { homePath: home.path, memberIds: people.map(({ personId }) => personId) })
  if (!may('view', relations)) throw new AppError('not_found')
  return { home, household, people, relations }
}

export async function viewFile(
  tx: Tx,
  secrets: Secrets,
  actor: Actor,
  homePlaceId: string,
  now: Date,
): Promise<HouseholdFile> {
  const { home, household, people, relations } = await standAt(tx, actor, homePlaceId, now)
  const buildingName = (await buildingNames(tx, [home.path])).get(home.path) ?? home.fullName
  const sees = { door: may('door', relations), care: may('care', relations), manage: may('manage', relations) }
  const ids = people.map(({ personId }) => personId)
  const kept = sees.care && household ? await read.keptOf(tx, household.id) : []
  const asks: AskLine[] = []
  if (sees.manage) for (const id of ids) asks.push(...(await asksBy(tx, secrets, id)))
  return {
    homePlaceId,
    placeName: sees.door ? home.fullName : buildingName,
    buildingName,
    householdId: household?.id ?? null,
    holds: household?.holds ?? 'unknown',
    occupants: household?.occupants ?? null,
    movedInOn: household?.movedInOn ?? null,
    confirmedOn: household?.confirmedOn ?? null,
    contactPersonId: household?.contactPersonId ?? null,
    people: people.map((person) => ({ ...person, agreed: sees.care ? person.agreed : [] })),
    kept: kept.flatMap(({ field, ...one }) => (isValueField(field) ? [{ ...one, field }] : [])),
    consents: sees.care ? await read.consentsOf(tx, ids) : [],
    owners: reaches(actor, 'owners.view', home.path) ? await read.unitsOfHome(tx, homePlaceId) : null,
    asks: asks.filter(({ status }) => status === 'open'),
    opened: household ? await read.openingsOf(tx, { householdId: household.id, personId: null }) : [],
    may: { reveal: may('reveal', relations), manage: sees.manage, care: sees.care },
  }
}

/** Lists show the room only to those who may know it. */
export async function viewLines(tx: Tx, actor: Actor, rows: readonly read.HomeRow[]): Promise<HouseholdLine[]> {
  const buildings = await buildingNames(tx, rows.map(({ path }) => path)) // prettier-ignore
  return rows.map(({ path, roomName, entranceName, holds, ...row }) => {
    const seesDoor = may('door', relationsTo(actor, { homePath: path, memberIds: [] }))
    return {
      ...row,
      holds: holds ?? 'unknown',
      buildingName: buildings.get(path) ?? '',
      door: seesDoor ? [entranceName, roomName].filter(Boolean).join(' ') : null,
    }
  })
}

/** Snapshots in the log are Chinese. */
export const REASON_WORDS: Record<RevealReason, string> = {
  beforeVisit: '上门前联系',
  toldNews: '通知事项',
  emergency: '突发情况联系',
  checkFacts: '核对登记信息',
  careCall: '照护联系',
  ownWish: '本人要求',
}
