/**
 * Plays the stories through the lifecycle itself, in memory and in the order of time, and gives the rows that they
 * leave behind. So a demo request can be in no state that a real one could not reach, and its clocks are right.
 */
import {
  actingPost,
  allowedActions,
  CALENDAR,
  capacityWords,
  causeWords,
  CLOCK_CAPACITY,
  decide,
  reasonOf,
  relationsTo,
  RESIDENT_CAPACITY,
  standOf,
  type Decision,
  type NamedHandler,
  type Resolved,
} from '#modules/requests/rules.ts'
import type { StepBody } from '#contracts/requests.ts'
import type { Actor, Capacity } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Ids } from './fill-ground.ts'
import { resolveWhen } from './generate/moments.ts'
import type { DemoHandler, DemoPhoto, DemoRequest, DemoStep } from './generate/types.ts'
import { begin, loaded, type Told } from './replay-rows.ts'

export type Cast = {
  ids: Ids
  capacitiesOf(personKey: string): Capacity[]
  /** A handler's name as history keeps it. */
  nameOf(handler: DemoHandler): { organisationId: string | null; postId: string | null; name: string }
  placeOf(
    request: DemoRequest,
  ): Pick<
    Told['row'],
    | 'place_id'
    | 'place_name'
    | 'place_path'
    | 'subdistrict_id'
    | 'community_id'
    | 'compound_id'
    | 'grid_id'
    | 'building_id'
  >
  photo(photo: DemoPhoto): { id: string; width: number; height: number; averageColour: string }
}

/** Small steps that a story can do without when the moment is not right for them. */
const DISPENSABLE: readonly DemoStep['action'][] = ['contact', 'urge', 'join', 'answerSupervision']
const ROLE_OF: Partial<Record<DemoStep['action'], 'before' | 'after'>> = {
  submit: 'before',
  answer: 'before',
  supplement: 'before',
  finish: 'after',
  partDone: 'after',
}

/** @throws Error naming story and step when the lifecycle refuses it */
export function replay(requests: readonly DemoRequest[], cast: Cast, tenantId: number, now: Date): Told[] {
  const told = new Map<string, Told>()
  const moments = requests
    .flatMap((request) => request.steps.map((step) => ({ request, step, at: resolveWhen(step.at, now) })))
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const { request, step, at } of moments) {
    if (step.action === 'submit') told.set(request.key, submitted(request, step, at))
    else take(request, step, at)
  }
  return [...told.values()]

  function actorOf(personKey: string): Actor {
    return {
      tenantId,
      personId: cast.ids(personKey),
      name: '',
      nickname: '',
      sessionId: '',
      capacities: cast.capacitiesOf(personKey),
      home: null,
    }
  }

  function submitted(request: DemoRequest, step: DemoStep, at: Date): Told {
    const helper = request.helperKey
    const capacity = helper ? capacityWords(cast.capacitiesOf(helper)[0]) : RESIDENT_CAPACITY
    const one = begin({
      request,
      tenantId,
      at,
      capacity,
      id: cast.ids(request.key),
      place: cast.placeOf(request),
      reporterId: cast.ids(request.reporterKey),
      helperId: helper && cast.ids(helper),
    })
    addPhotos(one, step, 1, at, cast.ids(helper ?? request.reporterKey))
    return one
  }

  function take(request: DemoRequest, step: DemoStep, at: Date) {
    const one = told.get(request.key)
    if (!one) throw new Error(`${request.key} was never submitted`)
    if (step.action === 'join') join(one, step.by, at)
    else stepOn(one, step, at, request.key)
  }

  function join(one: Told, personKey: string, at: Date) {
    const personId = cast.ids(personKey)
    if (
      one.row.status === 'closed' ||
      personId === one.row.reporter_person_id ||
      one.joiners.some((joiner) => joiner.person_id === personId)
    )
      return
    one.joiners.push({
      tenant_id: tenantId,
      request_id: one.row.id,
      person_id: personId,
      note: null,
      joined_at: at.toISOString(),
    })
    one.row.joiner_count++
    one.row.seq++
    one.addEvent('join', personId, RESIDENT_CAPACITY, at, {
      note: null,
      internal: false,
      facts: {},
      clockEvent: null,
      status: one.row.status,
      round: one.row.round,
    })
  }

  function stepOn(one: Told, step: DemoStep, at: Date, story: string) {
    const actor = step.by === 'clock' ? null : actorOf(step.by)
    const request = loaded(one, actor?.personId ?? '')
    const stand = standOf(request)
    const post =
      actor && step.action !== 'submit' && step.action !== 'join' ? actingPost(actor, stand, step.action) : undefined
    const capacity = actor ? capacityWords(post) : CLOCK_CAPACITY
    const body = bodyOf(step, at)
    const myPart = actor
      ? request.assignments.find(
          (part) =>
            part.part === 'co' &&
            actor.capacities.some((held) =>
              part.post_id ? held.postId === part.post_id : held.organisationId === part.organisation_id,
            ),
        )
      : undefined
    const situation = { request, relations: actor ? relationsTo(actor, stand) : (['clock'] as const), myPart, now: at }
    const open = allowedActions(situation).find(({ action }) => action === step.action)
    if (!open || open.blocked) {
      if (DISPENSABLE.includes(step.action)) return
      throw new Error(
        `${story}: ${step.action} by ${step.by} is not open in ${request.status} (${open?.blocked ?? 'no'})`,
      )
    }
    const resolved = resolvedOf(step, body, at, actor?.personId ?? '', capacity, post?.postId ?? null)
    const decision = decide(situation, body, resolved, CALENDAR)
    one.apply(decision, at, actor?.personId ?? null)
    one.addEvent(step.action, actor?.personId ?? null, capacity, at, decision.event)
    if (actor) addPhotos(one, step, one.row.seq, at, actor.personId)
    if (decision.mergeInto && step.into) merge(one, step.into, capacity, actor?.personId ?? null, at)
  }

  function merge(one: Told, intoKey: string, capacity: string, actorId: string | null, at: Date) {
    const target = told.get(intoKey)
    if (!target) return
    one.row.merged_into_id = target.row.id
    join(target, keyOfReporter(one), at)
    target.row.seq++
    target.row.absorbed = true
    const event: Decision['event'] = {
      note: null,
      internal: false,
      facts: { from: one.row.number, title: one.row.title },
      clockEvent: null,
      status: target.row.status,
      round: target.row.round,
    }
    target.addEvent('merged', actorId, capacity, at, event)
  }

  function keyOfReporter(one: Told): string {
    return requests.find(({ key }) => cast.ids(key) === one.row.id)?.reporterKey ?? ''
  }

  function resolvedOf(
    step: DemoStep,
    body: StepBody,
    at: Date,
    actorPersonId: string,
    capacity: string,
    capacityPostId: string | null,
  ): Resolved {
    const named = (handler: DemoHandler): NamedHandler => ({ ...cast.nameOf(handler), task: null, dueAt: null })
    const target = step.into ? told.get(step.into) : undefined
    return {
      actorPersonId,
      capacity,
      capacityPostId,
      reason: reasonOf(body),
      causeWords: causeWords(body),
      ...(step.handler && { handler: named(step.handler) }),
      ...(step.coHandlers && {
        coHandlers: step.coHandlers.map(({ to, task, dueInMinutes }) => ({
          ...named(to),
          task,
          dueAt: later(at, dueInMinutes),
        })),
      }),
      ...(target && { target: loaded(target, actorPersonId) }),
    }
  }

  function bodyOf(step: DemoStep, at: Date): StepBody {
    const {
      action,
      note,
      reasonCode,
      categoryCode,
      publicWords,
      outcome,
      cause,
      level,
      reached,
      solved,
      satisfied,
      stars,
    } = step
    if (action === 'submit' || action === 'join') throw new Error(`${action} is no step`)
    const reference = (handler: DemoHandler) => {
      const { organisationId, postId } = cast.nameOf(handler)
      return organisationId ? { organisationId } : { postId: postId ?? undefined }
    }
    return {
      action,
      note,
      reasonCode,
      categoryCode,
      publicWords,
      outcome,
      cause,
      level,
      reached,
      solved,
      satisfied,
      stars,
      ...(step.photos?.length && { photoIds: step.photos.map(() => newId()) }), // counts as evidence; the rows get ids of their own
      ...(step.into && { intoId: cast.ids(step.into) }),
      ...(step.handler && { handler: reference(step.handler) }),
      ...(step.coHandlers && { coHandlers: step.coHandlers.map(({ to, task }) => ({ ...reference(to), task })) }),
      ...(step.untilInMinutes && { until: later(at, step.untilInMinutes) }),
      ...(step.reviewInDays && { reviewOn: later(at, step.reviewInDays * 1440).slice(0, 10) }),
    }
  }

  function addPhotos(one: Told, step: DemoStep, seq: number, at: Date, uploaderId: string) {
    const role = ROLE_OF[step.action] ?? 'progress'
    for (const photo of step.photos ?? []) {
      const { id, ...looks } = cast.photo(photo)
      one.photos.push({ id, photo, uploaderId, seq, role, at })
      if (role === 'before') one.row.before_photo ??= { id, ...looks }
      if (role === 'after') one.row.after_photo = { id, ...looks }
    }
  }
}

const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000).toISOString()
