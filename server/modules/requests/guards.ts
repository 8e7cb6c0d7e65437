/**
 * Reasons of the moment why a step that the lifecycle allows is not open now.
 *
 * `blocked` steps are drawn with their reason (and until when); `hidden` ones make no sense in this state and are not drawn.
 * Numbers that are custom, not law, are named here once.
 */
import type { ErrorCode } from '#contracts/errors.ts'
import type { RequestAction } from '#contracts/requests.ts'
import { isOpen } from './clock/clock.ts'
import type { Relation } from './policy.ts'
import type { AssignmentRecord, LoadedRequest } from './record.ts'

export const URGE_AGAIN_MINUTES = 60 // customary: 催办 once an hour at most
const CALL_AGAIN_MINUTES = 2 // customary: a call for help that nobody has answered is repeated, not waited out
export const URGES_UNTIL_SUPERVISOR = 3 // customary: the third urge is shown to the supervisor
export const REOPEN_WITHIN_DAYS = 30 // customary: afterwards a new request refers to the old one
export const SILENT_DAYS = 7 // customary: no word for a week closes it, counted apart and never as satisfaction

export type Situation = {
  request: LoadedRequest
  relations: readonly Relation[]
  /** The reader's own co-handling assignment, if any. */
  myPart: AssignmentRecord | undefined
  now: Date
}
export type Guard = { hidden: true } | { code: ErrorCode; until?: string }

const HIDDEN: Guard = { hidden: true }
const hideUnless = (condition: boolean): Guard | null => (condition ? null : HIDDEN)
const askable = ({ request }: Situation): Guard | null => (request.ask ? { code: 'ask_pending' } : null)
const decidable = ({ request }: Situation): Guard | null => hideUnless(request.ask !== null)

// prettier-ignore
export const GUARDS: Partial<Record<RequestAction, (situation: Situation) => Guard | null>> = {
  supplement: ({ request, relations }) => hideUnless(!(request.status === 'waiting' && relations.includes('reporter'))),
  urge: ({ request, now }) => {
    if (!request.urged_at) return null
    const minutes = request.kind === 'urgent' ? CALL_AGAIN_MINUTES : URGE_AGAIN_MINUTES
    const until = new Date(Date.parse(request.urged_at) + minutes * 60_000)
    return until > now ? { code: 'urge_too_soon', until: until.toISOString() } : null
  },
  rate: ({ request, relations }) => (relations.includes('reporter') ? HIDDEN : request.rated ? { code: 'already_rated' } : null),
  reopen: ({ request, relations, now }) => {
    if (request.outcome === 'duplicate') return HIDDEN
    const desk = relations.includes('coordinator') || relations.includes('supervisor')
    const closedAt = Date.parse(request.closed_at ?? request.updated_at)
    return !desk && closedAt + REOPEN_WITHIN_DAYS * 86_400_000 < now.getTime() ? { code: 'reopen_too_late' } : null
  },
  limitView: ({ request }) => hideUnless(!request.limited),
  release: ({ request }) => hideUnless(request.from_pool),
  giveBack: ({ request }) => (request.binding ? { code: 'decision_binding' } : hideUnless(!request.from_pool && request.returns === 0)),
  dispute: ({ request }) => (request.binding ? { code: 'decision_binding' } : hideUnless(request.returns > 0)),
  rule: ({ request, relations }) => hideUnless(request.status !== 'disputed' || relations.includes('supervisor')),
  contact: ({ request }) => hideUnless(Boolean(request.clocks.current.contact && isOpen(request.clocks.current.contact))),
  reportIn: ({ myPart }) => hideUnless(myPart?.state === 'called'),
  partDone: ({ myPart }) => hideUnless(myPart?.state === 'reportedIn'),
  askTime: askable,
  askPause: askable,
  askShelve: askable,
  grant: decidable,
  refuse: decidable,
  escalate: ({ request }) => (request.level === 'jointConference' ? { code: 'ladder_top' } : null),
  supervise: ({ request }) => hideUnless(!request.supervision),
  answerSupervision: ({ request }) => hideUnless(request.supervision !== null && !request.supervision.answeredAt),
  liftSupervision: ({ request }) => hideUnless(request.supervision !== null),
}
