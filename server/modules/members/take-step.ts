/** One step in the life of a member's entry or report card, from the desk: lock, decide by the table, save, tell. */
import type { BodyOf, ReplyOf } from '#contracts/endpoint.ts'
import type { answerCard, MemberView, stepMember } from '#contracts/members.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import { factsChanged } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { latestCard, lockCard, saveCardStep } from './card-queries.ts'
import { giveConsent } from './consents.ts'
import { CARD_LIFE, decide, MEMBER_LIFE, stateOf } from './lifecycle.ts'
import { lockMember, partyOrganisation, readMember, updateMember, type MemberFound } from './member-queries.ts'
import { may, relationsTo } from './policy.ts'
import { tellPerson } from './tell.ts'
import { standOf, viewOne } from './view.ts'

/** The entry as somebody who keeps it sees it. @throws not_found */
export async function seeMember(tx: Tx, actor: Actor, personId: string): Promise<MemberView> {
  const member = await readMember(tx, personId)
  const relations = member ? relationsTo(actor, standOf(member)) : []
  if (!member || !may('view', relations)) throw new AppError('not_found')
  const [view] = await viewOne(tx, { member, card: await latestCard(tx, personId), relations })
  if (!view) throw new AppError('not_found')
  return view
}

/** @throws not_found, not_permitted, step_not_available, field_required, organisation_not_found, relation_one_of_two */
export async function stepByDesk(
  tx: Tx,
  actor: Actor,
  personId: string,
  body: BodyOf<typeof stepMember>,
  now: Date,
): Promise<ReplyOf<typeof stepMember>> {
  const { member, relations } = await lockKept(tx, actor, personId)
  const { action, words } = body
  const to = decide(MEMBER_LIFE, { action, state: stateOf(member), relations, words })
  const today = shanghaiToday(now)
  const relation = await relationFrom(tx, body, member, today)
  await updateMember(tx, personId, {
    ...relation,
    stage: body.stage ?? member.stage,
    inService: body.inService ?? member.inService,
    confirmedOn: to === 'confirmed' ? (member.confirmedOn ?? today) : member.confirmedOn,
    returnedAt: action === 'return' ? now : member.returnedAt,
    leftOn: action === 'leave' ? today : member.leftOn,
    answer: words?.trim() ?? (action === 'confirm' ? null : member.answer),
  })
  if (action === 'recordPaper') await giveConsent(tx, personId, { by: 'paper', recordedBy: actor.personId }, now)
  await changed(tx, personId, member, now)
  await log(tx, actor, { what: `member.${action}`, member, reason: words ?? null }, now)
  await tellPerson(tx, personId, { what: `members.${action}`, facts: { ...(words && { note: words.trim() }) } }, now)
  return seeMember(tx, actor, personId)
}

/** @throws not_found, not_permitted, step_not_available, field_required, member_not_confirmed */
export async function stepCard(
  tx: Tx,
  actor: Actor,
  personId: string,
  { action, words }: BodyOf<typeof answerCard>,
  now: Date,
): Promise<ReplyOf<typeof answerCard>> {
  const { member, relations } = await lockKept(tx, actor, personId)
  const card = await lockCard(tx, personId)
  if (!card) throw new AppError('not_found')
  const status = decide(CARD_LIFE, { action, state: card.status, relations, words })
  if (action === 'accept' && !member.confirmedOn) throw new AppError('member_not_confirmed')
  if (status !== 'gone') await saveCardStep(tx, card.id, { status, answer: words?.trim() ?? null, now })
  await log(tx, actor, { what: `reportCard.${action}`, member, reason: words ?? null }, now)
  await tellPerson(
    tx,
    personId,
    { what: `members.card.${action}`, facts: { ...(words && { note: words.trim() }) } },
    now,
  )
  return seeMember(tx, actor, personId)
}

/** @throws not_found */
async function lockKept(tx: Tx, actor: Actor, personId: string) {
  const member = await lockMember(tx, personId)
  const relations = member ? relationsTo(actor, standOf(member)) : []
  if (!member || !may('view', relations)) throw new AppError('not_found')
  return { member, relations }
}

/** Where the relation is after the step: with an organisation here, or elsewhere in words, never both. */
async function relationFrom(tx: Tx, body: BodyOf<typeof stepMember>, member: MemberFound, today: string) {
  const { organisationId = member.organisationId, elsewhere = member.elsewhere } = body
  return checkRelation(tx, { organisationId, elsewhere: elsewhere?.trim() || null }, today, member.organisationId)
}

/** @throws organisation_not_found, relation_one_of_two */
export async function checkRelation(
  tx: Tx,
  relation: { organisationId: string | null; elsewhere: string | null },
  today: string,
  known: string | null = null,
) {
  const { organisationId, elsewhere } = relation
  if (organisationId && elsewhere) throw new AppError('relation_one_of_two', { field: 'elsewhere' })
  if (organisationId && organisationId !== known && !(await partyOrganisation(tx, organisationId, today)))
    throw new AppError('organisation_not_found', { field: 'organisationId' })
  return relation
}

/** What standards count has changed round the home and the organisation, before and after. */
export async function changed(tx: Tx, personId: string, before: MemberFound | undefined, now: Date): Promise<void> {
  const after = await readMember(tx, personId)
  const ids = new Set<string>()
  for (const member of [before, after]) {
    const organisation =
      member?.organisationId && (await partyOrganisation(tx, member.organisationId, shanghaiToday(now)))
    if (organisation) ids.add(organisation.placeId)
    if (member?.homePlaceId) ids.add(member.homePlaceId)
  }
  await factsChanged(tx, [...ids], now)
}

type Logged = { what: string; member: Pick<MemberFound, 'personId' | 'buildingName'>; reason: string | null }

/** The log is read by people who may not know who is a member: it names the building, not the person. */
export const log = (tx: Tx, actor: Actor, { what, member, reason }: Logged, at: Date) =>
  record(tx, {
    at,
    what,
    actorPersonId: actor.personId,
    capacity: actingCapacity(actor, 'members.manage'),
    subject: member.buildingName ?? '',
    subjectPersonId: member.personId,
    reason,
  })
