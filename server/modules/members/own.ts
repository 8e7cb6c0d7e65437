/** The member's own side of finding each other: saying that one is a member, agreeing, and taking it all back. */
import type { BodyOf } from '#contracts/endpoint.ts'
import type { answerMembership, claimMembership } from '#contracts/members.ts'
import { record } from '#modules/audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { deleteCards } from './card-queries.ts'
import { checkNotice, giveConsent, withdrawConsent } from './consents.ts'
import { decide, MEMBER_LIFE, stateOf } from './lifecycle.ts'
import { deleteMember, lockMember, saveMember, updateMember } from './member-queries.ts'
import { deletePlates } from './plate-queries.ts'
import { changed, checkRelation } from './take-step.ts'
import { tellKeepers } from './tell.ts'

/** @throws notice_changed, home_required, organisation_not_found, relation_one_of_two, already_member */
export async function claim(tx: Tx, actor: Actor, body: BodyOf<typeof claimMembership>, now: Date): Promise<void> {
  checkNotice(body.noticeVersion)
  if (!actor.home) throw new AppError('home_required')
  const { stage, inService, organisationId = null, elsewhere = null } = body
  const on = shanghaiToday(now)
  const relation = await checkRelation(tx, { organisationId, elsewhere: elsewhere?.trim() || null }, on)
  const entry = { ...relation, stage, inService, foundBy: 'member', confirmedOn: null } as const
  if (!(await saveMember(tx, actor.personId, entry, now))) throw new AppError('already_member')
  await giveConsent(tx, actor.personId, { by: 'self' }, now)
  await tellKeepers(tx, actor.home.path, { what: 'members.claimed' }, now)
}

/** @throws not_found, step_not_available, notice_changed */
export async function answer(tx: Tx, actor: Actor, body: BodyOf<typeof answerMembership>, now: Date): Promise<void> {
  const { personId } = actor
  const member = await lockMember(tx, personId)
  if (!member) throw new AppError('not_found')
  const to = decide(MEMBER_LIFE, { action: body.action, state: stateOf(member), relations: ['self'] })
  if (to === 'gone') return forgetMember(tx, personId, now)
  checkNotice(body.noticeVersion)
  await giveConsent(tx, personId, { by: 'self' }, now)
  await updateMember(tx, personId, { ...member, confirmedOn: shanghaiToday(now) })
  await changed(tx, personId, member, now)
  if (member.homePath) await tellKeepers(tx, member.homePath, { what: 'members.agreed' }, now)
}

/** Nothing of it is kept: the entry, every report card, plate and question go in this transaction. Also what erasure calls. */
export async function forgetMember(tx: Tx, personId: string, now: Date): Promise<void> {
  const member = await lockMember(tx, personId)
  await deletePlates(tx, personId)
  await deleteCards(tx, personId)
  await deleteMember(tx, personId)
  await withdrawConsent(tx, personId, now)
  if (!member) return
  await changed(tx, personId, member, now)
  await record(tx, {
    at: now,
    what: 'member.withdraw',
    actorPersonId: personId,
    capacity: '居民',
    subject: member.buildingName ?? '',
  })
}
