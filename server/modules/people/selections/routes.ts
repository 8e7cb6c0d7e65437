/** HTTP for choosing leaders: open, nominate, agree, vet, decide. Whoever runs it does so within the reach of their own post. */
import {
  answerNomination,
  createSelection,
  decideSelection,
  listSelections,
  moveSelection,
  nominate,
  readSelection,
  standForOneself,
  vet,
} from '#contracts/selections.ts'
import { actingCapacity } from '#modules/audit/index.ts'
import { tellAll } from '#modules/notices/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import { reaches, reachOf } from '#platform/reach.ts'
import type { Services } from '#platform/services.ts'
import { logAs } from '../log.ts'
import { findOrganisation } from '../organisation-queries.ts'
import { lockPerson } from '../person-queries.ts'
import { checkSeats } from './check-seats.ts'
import { electAll } from './elect.ts'
import { candidateState, checkReady, decide, isOver, nextStep } from './lifecycle.ts'
import {
  candidatesOf,
  insertCandidate,
  insertSelection,
  insertVettingStep,
  listFor,
  lockSelection,
  saveAnswer,
  saveStatus,
} from './queries.ts'
import { isForReader, relationsTo, viewFor, viewSelection } from './view.ts'

const log = logAs('organisations.manage')

export function selectionRoutes(app: App, services: Services): void {
  serve(app, listSelections, async ({ actor, tx }) => {
    const reach = reachOf(actor, 'organisations.manage')
    const found = await listFor(tx, { personId: actor.personId, homePath: actor.home?.path ?? null, reach })
    const candidates = await candidatesOf(
      tx,
      found.map(({ id }) => id),
    )
    const runs = ({ placePath }: { placePath: string }) => reaches(actor, 'organisations.manage', placePath)
    return found.flatMap((one) => {
      const view = viewFor(actor, one, candidates)
      return isForReader(actor, view, runs(one)) ? [view] : []
    })
  })

  serve(app, readSelection, ({ params: { id }, actor, tx }) => viewSelection(tx, actor, id))

  serve(app, createSelection, async ({ body, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const organisation = await findOrganisation(tx, body.organisationId, on)
    if (!organisation) throw new AppError('organisation_not_found', { field: 'organisationId' })
    if (!reaches(actor, 'organisations.manage', organisation.placePath)) throw new AppError('not_permitted')
    const { fromOn, nominateUntil, termUntil } = body
    if (nominateUntil < on || nominateUntil < fromOn || (termUntil && termUntil <= nominateUntil))
      throw new AppError('selection_dates_wrong', { field: 'nominateUntil' })
    await checkSeats(tx, body, on)
    const id = await insertSelection(tx, { ...body, placeId: organisation.placeId }, now)
    await log(tx, actor, now, { what: 'createSelection', subject: body.title })
    return viewSelection(tx, actor, id)
  })

  serve(app, nominate, async ({ params: { id }, body, actor, tx, now }) => {
    const { selection } = await take(tx, actor, id, 'nominate', now)
    const person = await lockPerson(tx, body.personId, shanghaiToday(now))
    if (!person || person.disabled) throw new AppError('person_not_found', { field: 'personId' })
    const candidate = { ...body, selectionId: id, nominatedBy: actor.personId, agreedAt: null }
    if (!(await insertCandidate(tx, candidate, now))) throw new AppError('candidate_already')
    const facts = { title: selection.title, organisation: selection.organisationName }
    await tellAll(tx, [{ personId: body.personId, what: 'selection.nominated', facts, at: now.toISOString() }])
    await log(tx, actor, now, {
      what: 'nominate',
      subject: `${selection.title}：${person.name}`,
      subjectPersonId: person.id,
    })
    return viewSelection(tx, actor, id)
  })

  serve(app, standForOneself, async ({ params: { id }, body: { statement }, actor, tx, now }) => {
    const { selection } = await take(tx, actor, id, 'stand', now)
    const own = { selectionId: id, personId: actor.personId, channel: 'self', nominatedBy: actor.personId } as const
    if (!(await insertCandidate(tx, { ...own, statement, supporters: 0, agreedAt: now }, now)))
      throw new AppError('candidate_already')
    await log(tx, actor, now, { what: 'standSelf', subject: selection.title, subjectPersonId: actor.personId })
    return viewSelection(tx, actor, id)
  })

  serve(app, answerNomination, async ({ params: { id }, body: { answer }, actor, tx, now }) => {
    const { selection, candidates } = await take(tx, actor, id, answer, now)
    const mine = candidates.find(({ personId }) => personId === actor.personId)
    if (!mine) throw new AppError('not_found')
    await saveAnswer(tx, mine.id, answer, now)
    const what = answer === 'agree' ? 'agreeStand' : 'withdrawStand'
    await log(tx, actor, now, { what, subject: selection.title, subjectPersonId: actor.personId })
    return viewSelection(tx, actor, id)
  })

  serve(app, vet, async ({ params: { id, candidateId }, body, actor, tx, now }) => {
    const { selection, candidates } = await take(tx, actor, id, 'vet', now)
    const candidate = candidates.find((one) => one.id === candidateId)
    if (!candidate) throw new AppError('not_found')
    if (candidate.personId === actor.personId) throw new AppError('appoint_oneself')
    const next = nextStep(candidate, selection.vettingSteps, selection.status)
    if (next === null) throw new AppError('candidate_not_ready')
    if (next !== body.step) throw new AppError('vetting_step_taken', { field: 'step' })
    const capacity = actingCapacity(actor, 'organisations.manage')
    await insertVettingStep(tx, { ...body, candidateId, actorPersonId: actor.personId, capacity, at: now })
    if (!body.passed) {
      const facts = { title: selection.title, step: body.step, reason: body.reason }
      await tellAll(tx, [{ personId: candidate.personId, what: 'selection.refused', facts, at: now.toISOString() }])
    }
    const subject = `${selection.title}：${candidate.name}，${body.step}${body.passed ? '通过' : '未通过'}`
    await log(tx, actor, now, { what: 'vet', subject, subjectPersonId: candidate.personId, reason: body.reason })
    return viewSelection(tx, actor, id)
  })

  serve(app, moveSelection, async ({ params: { id }, body: { action, note }, actor, tx, now }) => {
    const { selection, candidates, status } = await take(tx, actor, id, action, now)
    const { vettingSteps } = selection
    checkReady(
      action,
      candidates.map((one) => candidateState(one, vettingSteps, selection.status)),
    )
    await saveStatus(tx, id, { status, resultNote: note || null, closedAt: isOver(status) ? now : null })
    await log(tx, actor, now, { what: action, subject: selection.title, ...(note && { reason: note }) })
    return viewSelection(tx, actor, id)
  })

  serve(app, decideSelection, async ({ params: { id }, body: { elected, fromOn, note }, actor, tx, now }) => {
    const { selection, candidates, status } = await take(tx, actor, id, 'decide', now)
    const changed = await electAll(tx, { actor, selection, candidates, elected, fromOn }, now)
    for (const personId of changed) services.forgetActors(tx.tenantId, personId)
    await saveStatus(tx, id, { status, resultNote: note || null, closedAt: now })
    await log(tx, actor, now, { what: 'decideSelection', subject: selection.title, ...(note && { reason: note }) })
    return viewSelection(tx, actor, id)
  })
}

/**
 * Locks the selection, if the actor may see it, and says what status the step leads to.
 *
 * @throws not_found, not_permitted, step_not_available, selection_dates_wrong (nominations are over)
 */
async function take(tx: Tx, actor: Actor, id: string, action: Parameters<typeof decide>[0], now: Date) {
  const selection = await lockSelection(tx, id)
  const candidates = selection ? await candidatesOf(tx, [id]) : []
  const relations = selection ? relationsTo(actor, selection, candidates) : []
  if (!selection || relations.length === 0) throw new AppError('not_found')
  const status = decide(action, selection.status, relations)
  const joins = action === 'nominate' || action === 'stand'
  if (joins && selection.nominateUntil < shanghaiToday(now)) throw new AppError('selection_dates_wrong')
  return { selection, candidates, status }
}
