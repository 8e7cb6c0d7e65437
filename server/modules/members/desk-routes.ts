/** HTTP of members at the desk. Lists are masked; what somebody does not keep looks as if it were not there. */
import {
  addMember,
  answerCard,
  countMembers,
  feedbackForUnit,
  listMembers,
  revealMember,
  stepMember,
  viewMember,
  willingness,
} from '#contracts/members.ts'
import { placeNow } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import { pageOf, readCursor } from '#platform/page.ts'
import { reaches, reachOf } from '#platform/reach.ts'
import type { Services } from '#platform/services.ts'
import { enterMember } from './add-member.ts'
import { willingBelow } from './card-queries.ts'
import { FREE_TIMES, SKILLS } from './choices.ts'
import { countsOfPlace } from './counts-view.ts'
import { feedbackByDesk } from './feedback.ts'
import { listMembersFound } from './member-queries.ts'
import { reveal } from './reveal.ts'
import { seeMember, stepByDesk, stepCard } from './take-step.ts'
import { viewRows } from './view.ts'
import { cellsOf, peopleOf } from './willing.ts'

const PAGE = 50
/** Without a place: everywhere that the reader's posts reach. */
const EVERYWHERE = ''

export function deskRoutes(app: App, { secrets }: Services): void {
  serve(app, listMembers, async ({ query: { placeId, filter = 'all', after }, actor, tx, now }) => {
    const placePath = placeId ? await pathOf(tx, placeId, now) : EVERYWHERE
    const { paths } = reachOf(actor, 'members.view')
    const found = await listMembersFound(tx, {
      paths,
      placePath,
      filter,
      after: readCursor(after, 2),
      limit: PAGE + 1,
    })
    const { rows, next } = pageOf(found, PAGE, ({ buildingPath, personId }) => [buildingPath ?? '', personId])
    return { rows: await viewRows(tx, rows), next }
  })

  serve(app, countMembers, async ({ query: { placeId }, actor, tx, now }) => {
    const path = await pathWithinReach(tx, actor, placeId, now)
    return countsOfPlace(tx, { placeId, path }, now)
  })

  serve(app, willingness, async ({ query: { placeId, skill, freeTime }, actor, tx, now }) => {
    const path = await pathWithinReach(tx, actor, placeId, now)
    const willing = await willingBelow(tx, path)
    return {
      skills: [...SKILLS],
      freeTimes: [...FREE_TIMES],
      cells: cellsOf(willing),
      people: skill || freeTime ? await peopleOf(tx, willing, { skill, freeTime }) : [],
    }
  })

  serve(app, viewMember, ({ params: { id }, actor, tx }) => seeMember(tx, actor, id))

  serve(app, addMember, async ({ body, actor, tx, now }) => {
    const id = await enterMember(tx, actor, body, secrets, now)
    return seeMember(tx, actor, id)
  })

  serve(app, stepMember, ({ params: { id }, body, actor, tx, now }) => stepByDesk(tx, actor, id, body, now))
  serve(app, answerCard, ({ params: { id }, body, actor, tx, now }) => stepCard(tx, actor, id, body, now))
  serve(app, revealMember, ({ params: { id }, body: { reason }, actor, tx, now }) =>
    reveal(tx, actor, id, { reason, field: 'phone' }, secrets, now),
  )
  serve(app, feedbackForUnit, ({ params: { id }, body, actor, tx, now }) =>
    feedbackByDesk(tx, actor, id, body, secrets, now),
  )
}

/** @throws place_not_found */
async function pathOf(tx: Tx, placeId: string, now: Date): Promise<string> {
  const place = await placeNow(tx, placeId, shanghaiToday(now))
  if (!place) throw new AppError('place_not_found', { field: 'placeId' })
  return place.path
}

/** Counts, too, are for those who keep the whole place: a few members more or less tell who they are. @throws not_found */
async function pathWithinReach(tx: Tx, actor: Actor, placeId: string, now: Date): Promise<string> {
  const place = await placeNow(tx, placeId, shanghaiToday(now))
  if (!place || !reaches(actor, 'members.view', place.path)) throw new AppError('not_found')
  return place.path
}
