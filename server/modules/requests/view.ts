/**
 * From the stored request to what a page receives: every field by the reader's relation, nothing personal by habit.
 */
import type { EventView, PhotoView, RequestRow, RequestView } from '#contracts/requests.ts'
import type { Actor } from '#platform/actor.ts'
import { standing } from './clock/clock.ts'
import { currentClocks } from './clock/clocks.ts'
import { allowedActions } from './decide.ts'
import { may, type Relation } from './policy.ts'
import { withoutNumbers } from './public-words.ts'
import type { AssignmentRecord, LoadedRequest, PhotoRef, RequestRecord } from './record.ts'
import { myPart } from './take-step.ts'

/** Columns of a list row, as queries/rows.ts selects them. */
export type RowRecord = Pick<
  RequestRecord,
  | 'id' | 'number' | 'kind' | 'channel' | 'status' | 'outcome' | 'confirmed_by' | 'title' | 'round' | 'seq' | 'limited' | 'category_code'
  | 'place_name' | 'grid_id' | 'lon' | 'lat' | 'lead_name' | 'level' | 'joiner_count' | 'urge_count' | 'due_kind' | 'due_at' | 'amber_at'
  | 'review_on' | 'created_at' | 'updated_at' | 'finished_at' | 'closed_at' | 'before_photo' | 'after_photo'
> & { category_name: string | null; supervised: boolean; ask_kind: 'time' | 'pause' | 'shelve' | null } // prettier-ignore

export const photoUrl = (id: string): string => `/api/photos/${id}`

const photoOf = (photo: PhotoRef | null, role: PhotoView['role']): PhotoView | null =>
  photo && {
    id: photo.id,
    role,
    width: photo.width,
    height: photo.height,
    averageColour: photo.averageColour,
    url: photoUrl(photo.id),
  }

export function viewRow(row: RowRecord): RequestRow {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    channel: row.channel,
    status: row.status,
    outcome: row.outcome,
    confirmedBy: row.confirmed_by,
    title: withoutNumbers(row.title),
    round: row.round,
    seq: row.seq,
    urgent: row.kind === 'urgent',
    limited: row.limited,
    categoryCode: row.category_code,
    categoryName: row.category_name,
    placeName: row.place_name,
    gridId: row.grid_id,
    lon: row.lon,
    lat: row.lat,
    handlerName: row.lead_name,
    level: row.level,
    supervised: row.supervised,
    ask: row.ask_kind,
    joinerCount: row.joiner_count,
    urgeCount: row.urge_count,
    dueKind: row.due_kind,
    dueAt: row.due_at,
    amberAt: row.amber_at,
    paused: ['waiting', 'paused', 'shelved', 'onLadder'].includes(row.status),
    reviewOn: row.review_on,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    finishedAt: row.finished_at,
    closedAt: row.closed_at,
    before: photoOf(row.before_photo, 'before'),
    after: photoOf(row.after_photo, 'after'),
  }
}

export type EventRecord = {
  seq: number
  at: string
  action: EventView['action']
  round: number
  status: EventView['status']
  actor_person_id: string | null
  capacity: string
  note: string | null
  internal: boolean
  facts: EventView['facts']
}
export type PhotoRecord = {
  id: string
  event_seq: number
  role: PhotoView['role']
  internal: boolean
  width: number
  height: number
  average_colour: string
}
export type Linked = { id: string; number: string; title: string }
export type RatingRecord = {
  round: number
  by: 'reporter' | 'joiner' | 'callBack'
  person_id: string
  solved: boolean | null
  satisfied: boolean | null
  stars: number | null
  note: string | null
  at: string
}

/** A request with everything its page shows, loaded by queries/view.ts. */
export type FullRequest = LoadedRequest & {
  category_name: string | null
  events: EventRecord[]
  photos: PhotoRecord[]
  ratings: RatingRecord[]
  duplicates: Linked[]
  merged_into: (Linked & { limited: boolean }) | null
  earlier_here: {
    id: string
    title: string
    created_at: string
    status: RequestRow['status']
    outcome: RequestRow['outcome']
  }[]
  reporter: { name_masked: string | null; phone_masked: string | null } | null
  proposal_names: Record<string, string>
}

/** Words of the reporter's side go to those who work on it, not to neighbours. */
const PRIVATE_NOTES: readonly string[] = [
  'supplement',
  'answer',
  'notSatisfied',
  'reopen',
  'callBack',
  'confirm',
  'join',
  'limitView',
]

export function viewFull(full: FullRequest, relations: readonly Relation[], actor: Actor, now: Date): RequestView {
  const inside = may('viewInside', relations)
  const own = relations.includes('reporter') || relations.includes('helper')
  const events = full.events.filter((event) => !event.internal || inside)
  return {
    ...viewRow({ ...full, supervised: full.supervision !== null, ask_kind: inside ? (full.ask?.kind ?? null) : null }),
    title: inside || own ? full.title : withoutNumbers(full.title),
    text: inside || own ? full.text : withoutNumbers(full.text),
    locationWords: full.location_words,
    locationSource: full.location_source,
    answers: inside || own ? full.answers : [],
    relations: [...relations],
    allowedActions: allowedActions({ request: full, relations, myPart: myPart(actor, full), now }),
    clocks: currentClocks(full.clocks).map((clock) => ({
      kind: clock.kind,
      standing: standing(clock, now),
      startedAt: clock.startedAt,
      amberAt: clock.amberAt,
      dueAt: clock.dueAt,
      stoppedAt: clock.stoppedAt,
    })),
    events: events.map((event) => viewEvent(event, full.photos, actor, inside || own)),
    assignments: inside ? full.assignments.map((one) => viewAssignment(one, full, actor)) : [],
    reporter: may('seeReporter', relations) ? viewReporter(full) : null,
    helperCapacity: full.helper_capacity,
    categoryProposals: full.category_proposals.map(({ code, confidence }) => ({
      code,
      name: full.proposal_names[code] ?? code,
      confidence,
    })),
    mergedInto: full.merged_into && mergedView(full.merged_into, inside || own || full.joined),
    duplicates: inside ? full.duplicates : [],
    earlierHere: inside
      ? full.earlier_here.map(({ created_at, ...one }) => ({ ...one, createdAt: iso(created_at) }))
      : [],
    supervision:
      inside && full.supervision
        ? {
            dueAt: full.supervision.dueAt,
            reason: full.supervision.reason,
            by: full.supervision.by,
            answeredAt: full.supervision.answeredAt,
          }
        : null,
    askDetail:
      inside && full.ask
        ? { kind: full.ask.kind, until: full.ask.until, reason: full.ask.reason, by: full.ask.by }
        : null,
    ratings: full.ratings
      .filter((rating) => inside || rating.person_id === actor.personId || rating.by === 'reporter')
      .map(({ person_id, at, note, ...rating }) => ({
        ...rating,
        note: inside || person_id === actor.personId ? note : null,
        at: iso(at),
        mine: person_id === actor.personId,
      })),
    joined: full.joined,
  }
}

function viewEvent(event: EventRecord, photos: readonly PhotoRecord[], actor: Actor, trusted: boolean): EventView {
  const mine = event.actor_person_id === actor.personId
  const hidden = !trusted && !mine && PRIVATE_NOTES.includes(event.action)
  return {
    seq: event.seq,
    at: iso(event.at),
    action: event.action,
    capacity: event.capacity,
    mine,
    round: event.round,
    internal: event.internal,
    note: hidden ? null : trusted ? event.note : event.note && withoutNumbers(event.note),
    status: event.status,
    facts: event.facts,
    photos: photos
      .filter((photo) => photo.event_seq === event.seq && !(hidden && photo.role !== 'before'))
      .map((photo) => ({
        id: photo.id,
        role: photo.role,
        width: photo.width,
        height: photo.height,
        averageColour: photo.average_colour,
        url: photoUrl(photo.id),
      })),
  }
}

const viewAssignment = (
  one: AssignmentRecord,
  full: FullRequest,
  actor: Actor,
): RequestView['assignments'][number] => ({
  id: one.id,
  part: one.part,
  name: one.name,
  organisationId: one.organisation_id,
  postId: one.post_id,
  task: one.task,
  state: one.state,
  dueAt: one.due_at && iso(one.due_at),
  reportedInAt: one.reported_in_at && iso(one.reported_in_at),
  mine: one.id === myPart(actor, full)?.id,
})

function viewReporter(full: FullRequest): RequestView['reporter'] {
  const personId = full.reporter_person_id ?? full.id
  if (full.reporter_name_masked) {
    return { personId, name: full.reporter_name_masked, phone: full.reporter_phone_masked, address: full.door_name }
  }
  if (!full.reporter) return null
  return { personId, name: full.reporter.name_masked ?? '', phone: full.reporter.phone_masked, address: full.door_name }
}

/** The title of what it became part of, unless that is limited and the reader stands outside. */
const mergedView = ({ limited, ...linked }: Linked & { limited: boolean }, trusted: boolean): Linked | null =>
  limited && !trusted ? null : linked

/** Instants inside JSON aggregates come in PostgreSQL's spelling. */
const iso = (at: string): string => new Date(at).toISOString()
