/** HTTP for the member on the phone: always about oneself. */
import {
  answerMembership,
  claimMembership,
  endCard,
  myFeedback,
  myMembership,
  sendCard,
  type CardView,
} from '#contracts/members.ts'
import { readTree } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import type { Services } from '#platform/services.ts'
import { organisationsRound } from './around-home.ts'
import { insertCard, latestCard, lockCard, saveCardStep, type CardToSend } from './card-queries.ts'
import { checkChoices, FREE_TIMES, SKILLS, WANTS } from './choices.ts'
import { ownFeedback } from './feedback.ts'
import { allowed, CARD_LIFE, decide, MEMBER_LIFE, stateOf } from './lifecycle.ts'
import { lockMember, readMember, type MemberFound } from './member-queries.ts'
import { answer, claim } from './own.ts'
import { plateOf } from './plate-queries.ts'
import { placeWords } from './plates.ts'
import { tellKeepers } from './tell.ts'
import { viewCard } from './view.ts'

const OK = { ok: true } as const

export function ownRoutes(app: App, { secrets }: Services): void {
  serve(app, myMembership, async ({ actor, tx, now }) => {
    const { personId, home } = actor
    const member = await readMember(tx, personId)
    const card = await latestCard(tx, personId)
    return {
      hasHome: home !== null,
      placeName: home && placeWords((await readTree(tx)).tree, home.path),
      member: member ? viewOwn(member) : null,
      card: card ? viewCard(card) : null,
      plate: (await plateOf(tx, personId)) ?? null,
      organisations: home ? await organisationsRound(tx, home.path, shanghaiToday(now)) : [],
      skills: [...SKILLS],
      freeTimes: [...FREE_TIMES],
      wants: [...WANTS],
    }
  })

  serve(app, claimMembership, async ({ body, actor, tx, now }) => {
    await claim(tx, actor, body, now)
    return OK
  })

  serve(app, answerMembership, async ({ body, actor, tx, now }) => {
    await answer(tx, actor, body, now)
    return OK
  })

  serve(app, sendCard, async ({ body, actor, tx, now }) => send(tx, actor, body, now))

  serve(app, endCard, async ({ actor, tx, now }) => {
    const card = await lockCard(tx, actor.personId)
    if (!card) throw new AppError('not_found')
    decide(CARD_LIFE, { action: 'end', state: card.status, relations: ['self'] })
    await saveCardStep(tx, card.id, { status: 'ended', answer: null, now })
    return OK
  })

  serve(app, myFeedback, ({ query, actor, tx }) => ownFeedback(tx, actor.personId, query, secrets))
}

/** One reports in where one lives, to the community; it moves no organisational relation. */
async function send(tx: Tx, actor: Actor, card: CardToSend, now: Date): Promise<CardView> {
  const { personId, home } = actor
  const member = await lockMember(tx, personId)
  if (!member || !['waitsForOrganisation', 'confirmed'].includes(stateOf(member))) throw new AppError('not_a_member')
  if (!home?.communityId) throw new AppError('home_required')
  checkChoices('skills', SKILLS, card.skills)
  checkChoices('freeTimes', FREE_TIMES, card.freeTimes)
  checkChoices('wants', WANTS, card.wants)
  const before = await lockCard(tx, personId)
  if (before && allowed(CARD_LIFE, before.status, ['self']).includes('end'))
    await saveCardStep(tx, before.id, { status: 'ended', answer: null, now })
  await insertCard(tx, personId, home.communityId, card, now)
  await tellKeepers(tx, home.path, { what: 'members.card.sent' }, now)
  const sent = await latestCard(tx, personId)
  if (!sent) throw new AppError('not_found')
  return viewCard(sent)
}

const viewOwn = (member: MemberFound) => ({
  stage: member.stage,
  state: stateOf(member),
  inService: member.inService,
  organisationName: member.organisationName,
  elsewhere: member.elsewhere,
  answer: member.answer,
  allowedActions: allowed(MEMBER_LIFE, stateOf(member), ['self']),
})
