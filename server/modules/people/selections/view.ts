/** A selection as somebody sees it: its candidates for those who run it, one's own candidacy for a candidate. */
import type { CandidateView, SelectionView } from '#contracts/selections.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { reaches } from '#platform/reach.ts'
import { allowedActions, candidateState, isOver, nextStep, type Relation } from './lifecycle.ts'
import { candidatesOf, findSelection, type CandidateFound, type SelectionFound } from './queries.ts'

export function relationsTo(
  actor: Actor,
  selection: SelectionFound,
  candidates: readonly CandidateFound[],
): Relation[] {
  const mine = candidates.find(({ personId }) => personId === actor.personId)
  return [
    ...(reaches(actor, 'organisations.manage', selection.placePath) ? (['runs'] as const) : []),
    ...(actor.home?.path.startsWith(selection.placePath) ? (['around'] as const) : []),
    ...(mine && !mine.withdrawnAt ? (['candidate'] as const) : []),
  ]
}

/** Somebody who withdrew still sees what became of it, but nothing more. */
const sees = (actor: Actor, relations: readonly Relation[], candidates: readonly CandidateFound[]) =>
  relations.length > 0 || candidates.some(({ personId }) => personId === actor.personId)

export function viewFor(actor: Actor, found: SelectionFound, all: readonly CandidateFound[]): SelectionView {
  const { placePath: _path, ...selection } = found
  const own = all.filter(({ selectionId }) => selectionId === found.id)
  const relations = relationsTo(actor, found, own)
  const view = (one: CandidateFound) => candidateView(one, found)
  const mine = own.find(({ personId }) => personId === actor.personId)
  return {
    ...selection,
    allowedActions: allowedActions(found.status, relations, mine ? view(mine).state : null),
    mine: mine ? view(mine) : null,
    candidates: relations.includes('runs') ? own.map(view) : [],
  }
}

function candidateView(one: CandidateFound, { vettingSteps, status }: SelectionFound): CandidateView {
  const { id, personId, name, channel, statement, supporters, steps, electedTo } = one
  const shown = { id, personId, name, channel, statement, supporters, steps, electedTo }
  return { ...shown, state: candidateState(one, vettingSteps, status), nextStep: nextStep(one, vettingSteps, status) }
}

/** @throws not_found */
export async function viewSelection(tx: Tx, actor: Actor, id: string): Promise<SelectionView> {
  const found = await findSelection(tx, id)
  const candidates = found ? await candidatesOf(tx, [id]) : []
  if (!found || !sees(actor, relationsTo(actor, found, candidates), candidates)) throw new AppError('not_found')
  return viewFor(actor, found, candidates)
}

/** Residents are shown what they may still take part in, and what they took part in. */
export const isForReader = (
  actor: Actor,
  { status, allowedActions: may, mine, placeId: _id }: SelectionView,
  runs: boolean,
): boolean => runs || mine !== null || (!isOver(status) && may.length > 0 && actor.home !== null)
