/**
 * Asking the neighbour behind a plate. The owner sees the asker's nickname, the asker sees the building; names and numbers
 * change hands only where the two write them to each other. What belongs to the community is passed on by the asker, in
 * their own words: the page opens 随手拍 with them filled in.
 */
import type { BodyOf } from '#contracts/endpoint.ts'
import type { QuestionView, stepQuestion } from '#contracts/members.ts'
import { readTree, type Tree } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { DAY } from '#platform/calendar/calendar.ts'
import { shanghaiMidnight, shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { allowed, decide, QUESTION_LIFE, type Part } from './lifecycle.ts'
import {
  insertQuestion,
  lockQuestion,
  plateByCode,
  questionsSince,
  readQuestion,
  saveQuestion,
  type Question,
} from './plate-queries.ts'
import { placeWords } from './plates.ts'
import { tellPerson } from './tell.ts'

/** Enough for somebody in need, too little for a nuisance; our own figures, to be seen in use. */
const ASKS_A_DAY = 5
const ASKS_OF_A_PLATE_A_DAY = 20

/** @throws not_found, own_plate, asked_enough */
export async function ask(tx: Tx, actor: Actor, code: string, words: string, now: Date): Promise<void> {
  const plate = await plateByCode(tx, code)
  if (!plate) throw new AppError('not_found')
  if (plate.personId === actor.personId) throw new AppError('own_plate')
  const midnight = shanghaiMidnight(shanghaiToday(now))
  const today = await questionsSince(tx, { fromPersonId: actor.personId, plateId: plate.id }, midnight)
  if (today.byPerson >= ASKS_A_DAY || today.ofPlate >= ASKS_OF_A_PLATE_A_DAY)
    throw new AppError('asked_enough', { until: new Date(midnight.getTime() + DAY).toISOString() })
  await insertQuestion(tx, { plateId: plate.id, fromPersonId: actor.personId, words: words.trim() }, now)
  await tellPerson(tx, plate.personId, { what: 'plates.asked' }, now)
}

const TELLS = { answer: 'plates.answered', passOn: 'plates.passedOn' } as const

/** @throws not_found, not_permitted, step_not_available, field_required */
export async function step(
  tx: Tx,
  actor: Actor,
  id: string,
  { action, words }: BodyOf<typeof stepQuestion>,
  now: Date,
): Promise<QuestionView> {
  const question = await lockQuestion(tx, id)
  const parts = question ? partsIn(actor, question) : []
  if (!question || parts.length === 0) throw new AppError('not_found')
  const status = decide(QUESTION_LIFE, { action, state: question.status, relations: parts, words })
  if (status !== 'gone') await saveQuestion(tx, id, { status, answer: words?.trim() ?? null, now })
  if (action !== 'withdraw') await tellPerson(tx, question.fromPersonId, { what: TELLS[action] }, now)
  const saved = await readQuestion(tx, id)
  if (!saved) throw new AppError('not_found')
  return viewQuestion((await readTree(tx)).tree, actor, saved)
}

export function viewQuestion(tree: Tree, actor: Actor, question: Question): QuestionView {
  const { id, words, answer, status, askedAt, nickname, plateHomePath } = question
  const mine = question.fromPersonId === actor.personId
  const who = mine ? placeWords(tree, plateHomePath) : nickname
  const allowedActions = allowed(QUESTION_LIFE, status, partsIn(actor, question))
  return { id, mine, who, words, answer, status, askedAt, allowedActions }
}

const partsIn = ({ personId }: Actor, { ownerPersonId, fromPersonId }: Question): Part[] => [
  ...(personId === ownerPersonId ? (['owner'] as const) : []),
  ...(personId === fromPersonId ? (['asker'] as const) : []),
]
