/** What is moved into one file when a request is packed: the rows beside it, and its clocks. Types and their columns only. */
import type { RequestAssignmentRow, RequestEventRow, RequestRatingRow } from '#server/db/schema.gen.ts'
import type { Clocks } from '../clock/clocks.ts'

type Beside<R> = Omit<R, 'tenant_id' | 'request_id'>
export type PackedEvent = Beside<RequestEventRow>
export type PackedAssignment = Beside<RequestAssignmentRow>
export type PackedRating = Beside<RequestRatingRow>

export type History = {
  events: readonly PackedEvent[]
  assignments: readonly PackedAssignment[]
  ratings: readonly PackedRating[]
  clocks: Clocks
}

/** Of the request's own row, what never changes: a file leaves it out and cannot be read without it. */
export type Owner = { id: string; reporterPersonId: string | null; createdAt: string }

/** Part of the format: a column is only ever added at the end, with a new version. */
export const EVENT_COLUMNS = [
  'seq', 'at', 'action', 'round', 'status', 'actor_person_id', 'capacity', 'note', 'internal', 'facts', 'clock_event',
] as const satisfies readonly (keyof PackedEvent)[] // prettier-ignore
export const ASSIGNMENT_COLUMNS = [
  'id', 'round', 'part', 'organisation_id', 'post_id', 'name', 'task', 'state', 'due_at', 'called_at', 'reported_in_at', 'ended_at', 'end_reason',
] as const satisfies readonly (keyof PackedAssignment)[] // prettier-ignore
export const RATING_COLUMNS = [
  'round', 'by', 'person_id', 'solved', 'satisfied', 'stars', 'note', 'at',
] as const satisfies readonly (keyof PackedRating)[] // prettier-ignore
