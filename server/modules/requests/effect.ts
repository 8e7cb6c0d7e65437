/** The shape of what a step changes (effects.ts), and of what it refers to (resolve-step.ts). Types only. */
import type { Outcome, RequestStatus, StepBody } from '#contracts/requests.ts'
import type { ClockEffect } from './clock/clocks.ts'
import type { Limits } from './clock/limits.ts'
import type { Situation } from './guards.ts'
import type { Audience } from './lifecycle.ts'
import type { AssignmentRecord, Exemption, LoadedRequest, RequestRecord } from './record.ts'

export type NamedHandler = {
  organisationId: string | null
  postId: string | null
  name: string
  task: string | null
  dueAt: string | null
}

/** What a step refers to, loaded and checked by the caller. */
export type Resolved = {
  actorPersonId: string
  /** Capacity of the actor in words, and the post through which a claim is made. */
  capacity: string
  capacityPostId: string | null
  handler?: NamedHandler
  coHandlers?: NamedHandler[]
  category?: { code: string; name: string; limits: Limits; limited: boolean }
  target?: LoadedRequest
  reason?: { code: string; words: string; signpost: string | null; outcome: Outcome | null }
  causeWords?: string
}

export type NewAssignment = NamedHandler & { part: 'lead' | 'co'; state: AssignmentRecord['state'] }
export type NewRating = {
  by: 'reporter' | 'joiner' | 'callBack'
  solved: boolean | null
  satisfied: boolean | null
  stars: number | null
  note: string | null
}

export type Effect = {
  to?: RequestStatus
  /** The step begins a new round although its row alone does not say so. */
  again?: true
  changes?: Partial<RequestRecord>
  clocks?: ClockEffect
  facts?: Record<string, string | number | boolean | string[]>
  tells?: Audience[]
  assign?: NewAssignment[]
  endAssignments?: boolean
  part?: { id: string; state: 'reportedIn' | 'partDone' }
  rating?: NewRating
  mergeInto?: string
  correction?: string
  exemption?: Exemption
  /** A call-back that found nobody. */
  notReached?: true
}

export type EffectOf = (situation: Situation, step: StepBody, resolved: Resolved) => Effect
