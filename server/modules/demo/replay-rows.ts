/** One request as its story has left it so far: the row, and the rows beside it, as the requests module writes them. */
import {
  advance,
  CALENDAR,
  CATEGORIES,
  firstMilestones,
  limitsFor,
  nextDue,
  noClocks,
  type AssignmentRecord,
  type ClockEvent,
  type Decision,
  type LoadedRequest,
  type RequestRecord,
} from '#modules/requests/rules.ts'
import { newId } from '#platform/ids.ts'
import type {
  RequestAssignmentRow,
  RequestEventRow,
  RequestJoinerRow,
  RequestRatingRow,
} from '#server/db/schema.gen.ts'
import type { DemoPhoto, DemoRequest } from './generate/types.ts'

export type ToldPhoto = {
  id: string
  photo: DemoPhoto
  uploaderId: string
  seq: number
  role: 'before' | 'after' | 'progress'
  at: Date
}
export type Told = {
  row: RequestRecord
  events: RequestEventRow[]
  assignments: RequestAssignmentRow[]
  joiners: RequestJoinerRow[]
  ratings: RequestRatingRow[]
  photos: ToldPhoto[]
  addEvent(action: string, personId: string | null, capacity: string, at: Date, event: Decision['event']): void
  apply(decision: Decision, at: Date, personId: string | null): void
}

type Place = Pick<
  RequestRecord,
  | 'place_id'
  | 'place_name'
  | 'place_path'
  | 'subdistrict_id'
  | 'community_id'
  | 'compound_id'
  | 'grid_id'
  | 'building_id'
>
type Beginning = {
  request: DemoRequest
  tenantId: number
  at: Date
  id: string
  place: Place
  capacity: string
  reporterId: string
  helperId: string | null
}

export function begin({ request, tenantId, at, id, place, capacity, reporterId, helperId }: Beginning): Told {
  const category = CATEGORIES.find(({ code }) => code === request.category)
  if (!category) throw new Error(`no category ${request.category}`)
  const urgent = request.kind === 'urgent'
  const clockEvent: ClockEvent = {
    at: at.toISOString(),
    start: urgent ? ['accept', 'contact', 'handle', 'answer'] : ['accept', 'answer'],
  }
  const clocks = advance(noClocks(limitsFor(request.kind, category.limits)), clockEvent, CALENDAR)
  const due = nextDue(clocks)
  const row: RequestRecord = {
    tenant_id: tenantId,
    id,
    number: '',
    kind: request.kind,
    channel: request.channel,
    status: urgent ? 'offered' : 'submitted',
    outcome: null,
    confirmed_by: null,
    round: 1,
    seq: 1,
    title: request.title,
    text: request.text,
    answers: [],
    limited: category.privacy === 'limited',
    category_code: category.code,
    category_proposals: [],
    ...place,
    lon: request.point[0],
    lat: request.point[1],
    location_source: 'picked',
    door_name: null,
    location_words: request.spotName,
    reporter_person_id: reporterId,
    reporter_name_sealed: null,
    reporter_name_masked: null,
    reporter_phone_sealed: null,
    reporter_phone_masked: null,
    helper_person_id: helperId,
    helper_capacity: helperId ? capacity : null,
    lead_organisation_id: null,
    lead_post_id: null,
    lead_name: null,
    handler_person_id: null,
    from_pool: urgent,
    level: null,
    returns: 0,
    binding: false,
    resume_status: null,
    ask: null,
    supervision: null,
    review_on: null,
    claimed_outcome: null,
    cause: null,
    merged_into_id: null,
    joiner_count: 0,
    urge_count: 0,
    urged_at: null,
    clocks,
    due_kind: due?.kind ?? null,
    due_at: due?.dueAt ?? null,
    amber_at: due?.amberAt ?? null,
    silent_at: null,
    ...firstMilestones(urgent, at.toISOString()),
    before_photo: null,
    after_photo: null,
    created_at: at.toISOString(),
    updated_at: at.toISOString(),
    finished_at: null,
    closed_at: null,
  }

  const told: Told = {
    row,
    events: [],
    assignments: [],
    joiners: [],
    ratings: [],
    photos: [],
    addEvent: (action, personId, words, when, event) =>
      void told.events.push({
        tenant_id: tenantId,
        request_id: id,
        seq: row.seq,
        at: when.toISOString(),
        action,
        round: event.round,
        status: event.status,
        actor_person_id: personId,
        capacity: words,
        note: event.note,
        internal: event.internal,
        facts: event.facts,
        clock_event: event.clockEvent,
      }),
    apply: (decision, when, personId) => save(told, decision, when, personId),
  }
  const facts: Record<string, string> = helperId ? { channel: request.channel, helper: capacity } : {}
  told.addEvent('submit', helperId ?? reporterId, capacity, at, {
    note: null,
    internal: false,
    facts,
    clockEvent,
    status: row.status,
    round: 1,
  })
  return told
}

/** In the order of the requests module's saveStep. */
function save(told: Told, decision: Decision, at: Date, personId: string | null) {
  const { row } = told
  const round = row.round
  Object.assign(row, decision.changes)
  const common = { tenant_id: row.tenant_id, request_id: row.id }
  if (decision.endAssignments)
    for (const one of told.assignments)
      if (one.state !== 'ended') Object.assign(one, { state: 'ended', ended_at: at.toISOString(), end_reason: 'story' })
  for (const one of decision.assign ?? [])
    told.assignments.push({
      ...common,
      id: newId(),
      round: row.round,
      part: one.part,
      organisation_id: one.organisationId,
      post_id: one.organisationId ? null : one.postId,
      name: one.name,
      task: one.task,
      state: one.state,
      due_at: one.dueAt,
      called_at: at.toISOString(),
      reported_in_at: one.state === 'reportedIn' ? at.toISOString() : null,
      ended_at: null,
      end_reason: null,
    })
  const { part, rating } = decision
  const moved = part && told.assignments.find(({ id }) => id === part.id)
  if (part && moved)
    Object.assign(moved, { state: part.state, reported_in_at: moved.reported_in_at ?? at.toISOString() })
  if (rating)
    told.ratings.push({
      ...common,
      round,
      ...rating,
      person_id: (rating.by === 'callBack' ? row.reporter_person_id : personId) ?? row.id,
      at: at.toISOString(),
    })
}

/** As the requests module loads it for a decision by this person. */
export function loaded({ row, assignments, joiners, ratings }: Told, personId: string): LoadedRequest {
  return {
    ...row,
    assignments: assignments.filter(
      ({ round, state }) => round === row.round && state !== 'ended',
    ) as AssignmentRecord[], // states and parts are the module's own
    joined: joiners.some((joiner) => joiner.person_id === personId),
    rated: ratings.some((rating) => rating.round === row.round && rating.person_id === personId),
  }
}
