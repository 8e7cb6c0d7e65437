/**
 * A request as the database holds it, with the words of its columns made exact, and what is loaded beside it to decide.
 */
import type {
  ClockKind,
  ConfirmedBy,
  Channel,
  LadderLevel,
  Outcome,
  RequestKind,
  RequestStatus,
} from '#contracts/requests.ts'
import type { RequestRow } from '#server/db/schema.gen.ts'
import type { Clocks } from './clock/clocks.ts'
import type { Stand } from './policy.ts'

export type Ask = {
  kind: 'time' | 'pause' | 'shelve'
  until: string
  reason: string
  reasonCode: string | null
  by: string
  at: string
}
/** The latest extension, pause or shelving that was approved; `by` is the capacity of who approved it. */
export type Exemption = Pick<Ask, 'kind' | 'until'> & { reason: string | null; by: string }
export type Supervision = { dueAt: string; reason: string; by: string; at: string; answeredAt: string | null }
export type PhotoRef = { id: string; width: number; height: number; averageColour: string }
export type Proposal = { code: string; confidence: number }

export type RequestRecord = Omit<
  RequestRow,
  | 'kind'
  | 'channel'
  | 'status'
  | 'outcome'
  | 'confirmed_by'
  | 'level'
  | 'resume_status'
  | 'ask'
  | 'supervision'
  | 'claimed_outcome'
  | 'clocks'
  | 'due_kind'
  | 'answers'
  | 'category_proposals'
  | 'before_photo'
  | 'after_photo'
  | 'exemption'
> & {
  kind: RequestKind
  channel: Channel
  status: RequestStatus
  outcome: Outcome | null
  confirmed_by: ConfirmedBy | null
  level: LadderLevel | null
  resume_status: RequestStatus | null
  ask: Ask | null
  supervision: Supervision | null
  claimed_outcome: 'solved' | 'explained' | 'notOurs' | null
  clocks: Clocks
  due_kind: ClockKind | null
  answers: { question: string; answer: string }[]
  category_proposals: Proposal[]
  before_photo: PhotoRef | null
  after_photo: PhotoRef | null
  exemption: Exemption | null
}

export type AssignmentRecord = {
  id: string
  round: number
  part: 'lead' | 'co'
  organisation_id: string | null
  post_id: string | null
  name: string
  task: string | null
  state: 'called' | 'reportedIn' | 'partDone' | 'ended'
  due_at: string | null
  reported_in_at: string | null
}

/** What a step is decided on. */
export type LoadedRequest = RequestRecord & {
  assignments: AssignmentRecord[]
  joined: boolean
  rated: boolean
}

export const standOf = (request: LoadedRequest): Stand => {
  const co = request.assignments.filter((one) => one.part === 'co' && one.state !== 'ended')
  return {
    status: request.status,
    kind: request.kind,
    limited: request.limited,
    placePath: request.place_path,
    buildingId: request.building_id,
    reporterPersonId: request.reporter_person_id,
    helperPersonId: request.helper_person_id,
    leadOrganisationId: request.lead_organisation_id,
    leadPostId: request.lead_post_id,
    coOrganisationIds: co.flatMap((one) => one.organisation_id ?? []),
    coPostIds: co.flatMap((one) => one.post_id ?? []),
    joined: request.joined,
  }
}
