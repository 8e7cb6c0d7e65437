/**
 * The organisation finds a member: somebody known by their number, or entered anew. Either the signed notice is kept at the
 * desk and the entry stands at once, or the member is asked on the phone and nothing counts before they agree.
 */
import type { BodyOf } from '#contracts/endpoint.ts'
import type { addMember } from '#contracts/members.ts'
import { insertPerson, nameIndex } from '#modules/accounts/index.ts'
import { findPersonByPhone } from '#modules/people/index.ts'
import { placeNow } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { maskName, type Secrets } from '#platform/secrets.ts'
import { giveConsent } from './consents.ts'
import { giveHome, lockMember, personFound, readMember, saveMember } from './member-queries.ts'
import { relationsTo } from './policy.ts'
import { changed, checkRelation, log } from './take-step.ts'
import { tellPerson } from './tell.ts'
import { standOf } from './view.ts'

type Body = BodyOf<typeof addMember>

/** @throws place_not_found, place_not_a_home, organisation_not_found, relation_one_of_two, phone_taken, already_member, not_permitted */
export async function enterMember(tx: Tx, actor: Actor, body: Body, secrets: Secrets, now: Date): Promise<string> {
  const on = shanghaiToday(now)
  const { homePlaceId, stage, inService, agreed, organisationId = null, elsewhere = null } = body
  const relation = await checkRelation(tx, { organisationId, elsewhere: elsewhere?.trim() || null }, on)
  if (homePlaceId) await checkHome(tx, homePlaceId, on)
  const personId = await personFor(tx, body, secrets, now)
  const before = await lockMember(tx, personId)
  const confirmedOn = agreed === 'paper' ? on : null
  const saved = await saveMember(
    tx,
    personId,
    { ...relation, stage, inService, foundBy: 'organisation', confirmedOn },
    now,
  )
  if (!saved) throw new AppError('already_member', { field: 'phone' })
  if (agreed === 'paper') await giveConsent(tx, personId, { by: 'paper', recordedBy: actor.personId }, now)

  const member = await readMember(tx, personId)
  if (!member || !relationsTo(actor, standOf(member)).includes('manager')) throw new AppError('not_permitted')
  await changed(tx, personId, before, now)
  await log(tx, actor, { what: 'member.add', member, reason: null }, now)
  await tellPerson(tx, personId, { what: agreed === 'paper' ? 'members.entered' : 'members.asked' }, now)
  return personId
}

async function checkHome(tx: Tx, homePlaceId: string, on: string): Promise<void> {
  const home = await placeNow(tx, homePlaceId, on)
  if (!home) throw new AppError('place_not_found', { field: 'homePlaceId' })
  if (home.level !== 'home') throw new AppError('place_not_a_home', { field: 'homePlaceId' })
}

/** Somebody known by this number must have this name: a wrong digit must not enter a stranger. */
async function personFor(tx: Tx, { name, phone, homePlaceId }: Body, secrets: Secrets, now: Date): Promise<string> {
  const knownId = await findPersonByPhone(tx, secrets, phone)
  const known = knownId && (await personFound(tx, knownId))
  if (knownId && known) {
    const same = known.nameIndex?.equals(nameIndex(secrets, tx.tenantId, name)) ?? false
    if (!same || known.disabled) throw new AppError('phone_taken', { field: 'phone' })
    if (homePlaceId) await giveHome(tx, knownId, homePlaceId)
    return knownId
  }
  const id = await insertPerson(tx, secrets, { name, nickname: maskName(name), phone, homePlaceId }, now)
  if (!id) throw new AppError('phone_taken', { field: 'phone' })
  return id
}
