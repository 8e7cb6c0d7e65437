/**
 * The lives of a member's entry, of a report card and of a question to a neighbour. Read each as a table: from where, to
 * where, by whom. Buttons, refusals and tests are derived from them.
 *
 * What one side says of a member, the other confirms: the organisation what a member says, the member what the organisation
 * says. Whoever withdraws leaves no entry behind. Source: docs/capabilities/members.md.
 */
import type {
  CardAction,
  CardState,
  MemberAction,
  MemberState,
  QUESTION_STATES,
  QuestionAction,
} from '#contracts/members.ts'
import { AppError } from '#platform/errors.ts'
import type { Relation } from './policy.ts'

type Row<State, By> = {
  from: readonly State[]
  /** 'gone': the row itself is deleted. */
  to: State | 'gone'
  by: readonly By[]
  needs?: 'words'
}

// prettier-ignore
export const MEMBER_LIFE: Record<MemberAction, Row<MemberState, Relation>> = {
  confirm:  { from: ['waitsForOrganisation'], to: 'confirmed', by: ['manager'] },
  return:   { from: ['waitsForOrganisation'], to: 'returned',  by: ['manager'], needs: 'words' },
  // The notice signed on paper is kept at the desk: for whoever does not use a phone
  recordPaper: { from: ['waitsForMember'],    to: 'confirmed', by: ['manager'] },
  agree:    { from: ['waitsForMember'],       to: 'confirmed', by: ['self'] },
  change:   { from: ['confirmed'],            to: 'confirmed', by: ['manager'] },
  leave:    { from: ['confirmed'],            to: 'left',      by: ['manager'], needs: 'words' },
  withdraw: { from: ['waitsForOrganisation', 'waitsForMember', 'confirmed', 'returned', 'left'], to: 'gone', by: ['self'] },
}

// prettier-ignore
export const CARD_LIFE: Record<CardAction, Row<CardState, Relation>> = {
  accept: { from: ['sent'],             to: 'accepted', by: ['manager'] },
  return: { from: ['sent'],             to: 'returned', by: ['manager'], needs: 'words' },
  end:    { from: ['sent', 'accepted'], to: 'ended',    by: ['manager', 'self'] },
}

export type QuestionState = (typeof QUESTION_STATES)[number]
export type Part = 'owner' | 'asker'

// prettier-ignore
export const QUESTION_LIFE: Record<QuestionAction, Row<QuestionState, Part>> = {
  answer:   { from: ['asked'], to: 'answered',  by: ['owner'], needs: 'words' },
  passOn:   { from: ['asked'], to: 'passedOn',  by: ['owner'] },
  withdraw: { from: ['asked'], to: 'withdrawn', by: ['asker'] },
}

type Life<Action extends string, State, By> = Record<Action, Row<State, By>>

/** What whoever stands so may do now; sent with every reply, and the page draws its buttons from it. */
export function allowed<Action extends string, State, By>(
  life: Life<Action, State, By>,
  state: State,
  relations: readonly By[],
): Action[] {
  return (Object.keys(life) as Action[]).filter(
    (action) => life[action].from.includes(state) && relations.some((one) => life[action].by.includes(one)),
  )
}

/**
 * Where the step leads.
 *
 * @throws not_permitted, step_not_available (often: somebody else was first), field_required
 */
export function decide<Action extends string, State, By>(
  life: Life<Action, State, By>,
  { action, state, relations, words }: { action: Action; state: State; relations: readonly By[]; words?: string },
): State | 'gone' {
  const { from, to, by, needs } = life[action]
  if (!relations.some((one) => by.includes(one))) throw new AppError('not_permitted', { action })
  if (!from.includes(state)) throw new AppError('step_not_available', { action, status: String(state) })
  if (needs && !words?.trim()) throw new AppError('field_required', { field: needs })
  return to
}

/** Where an entry stands, from its dates: nothing says it twice. */
export function stateOf(dates: {
  foundBy: 'organisation' | 'member' | 'import'
  confirmedOn: string | null
  returnedAt: string | null
  leftOn: string | null
}): MemberState {
  if (dates.leftOn) return 'left'
  if (dates.confirmedOn) return 'confirmed'
  if (dates.returnedAt) return 'returned'
  return dates.foundBy === 'member' ? 'waitsForOrganisation' : 'waitsForMember'
}
