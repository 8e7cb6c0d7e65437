/**
 * Which steps of a history everybody may read of, and what of them; pure. Words still hold persons here: public-words.ts takes them out.
 * Source: docs/capabilities/open311.md, "What is public".
 */
import type { Outcome, RequestAction, RequestKind, RequestStatus } from '#contracts/requests.ts'
import type { PackedEvent } from './packed/index.ts'

export type PublicEvent = {
  kind: RequestKind
  requestId: string
  number: string
  seq: number
  at: string
  action: RequestAction | 'submit'
  status: RequestStatus
  outcome: Outcome | null
  leadName: string | null
  level: string | null
  mergedNumber: string | null
  said: string | null
  photoId: string | null
}

/** Steps that say something about the matter to everybody; the words of the reporter's side stay with those who work on it. */
export const TOLD: readonly string[] = [
  'submit', 'accept', 'decline', 'merge', 'dispatch', 'offer', 'whistle', 'close', 'claim', 'takeOn', 'giveBack', 'dispute',
  'rule', 'release', 'askReporter', 'progress', 'grant', 'resume', 'finish', 'escalate', 'bringBack', 'confirm', 'notSatisfied',
  'reopen', 'withdraw', 'callBack', 'closeSilently',
] // prettier-ignore
/** Steps whose words are for everybody, and those that may say why it was closed or laid aside. */
export const SAYS: readonly string[] = [
  'decline',
  'close',
  'finish',
  'grant',
  'progress',
  'escalate',
  'bringBack',
  'resume',
]
export const LAST_WORDS: readonly string[] = ['decline', 'close', 'finish', 'grant']

export type Matter = Pick<PublicEvent, 'kind' | 'number' | 'outcome' | 'leadName' | 'level' | 'mergedNumber'> & { id: string; round: number } // prettier-ignore

/** Outcomes that need no words: most of what is closed, so that few files are opened for a list. */
export const CLOSED_WITHOUT_REASON: readonly Outcome[] = ['solved', 'duplicate', 'withdrawn']

type Step = Pick<PackedEvent, 'internal' | 'action'>
export const isTold = ({ internal, action }: Step): boolean => !internal && TOLD.includes(action)

/** Why it was closed or laid aside, in the words of its last such step. */
export function lastWords(events: readonly PackedEvent[]): string | null {
  const last = events.findLast(({ internal, action }) => !internal && LAST_WORDS.includes(action))
  return last ? wordsOf(last) : null
}

const wordsOf = ({ facts, note }: PackedEvent): string | null => textOf(facts, 'reason') ?? note
const textOf = (facts: PackedEvent['facts'], name: string): string | null => {
  const value = (facts as Record<string, unknown> | null)?.[name] // facts are an object of plain values
  return typeof value === 'string' ? value : null
}

/** As queries/public-events.ts selects it from rows. */
export const publicStep = (
  { id, round, ...matter }: Matter,
  event: PackedEvent,
  photoId: string | null,
): PublicEvent => ({
  ...matter,
  requestId: id,
  seq: event.seq,
  at: event.at,
  action: event.action as PublicEvent['action'], // written by the loop itself
  status: event.status as RequestStatus, // written by the loop itself
  outcome:
    event.status !== 'closed'
      ? null
      : event.round === round
        ? matter.outcome
        : (textOf(event.facts, 'outcome') as Outcome | null), // written by the loop itself
  leadName: textOf(event.facts, 'handler') ?? matter.leadName,
  level: textOf(event.facts, 'level') ?? matter.level,
  said: SAYS.includes(event.action) ? wordsOf(event) : null,
  photoId,
})
