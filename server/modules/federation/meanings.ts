/**
 * What their words mean for our loop, and ours for theirs. Read as tables; nothing here reads or writes.
 * Source: docs/capabilities/federation.md; extended statuses by "Open311 FMS - Proposed differences", PROCESSED by CitySDK.
 */
import { PROCESSED, type PeerMeaning } from '#contracts/federation.ts'
import type { Outcome, RequestStatus, StepBody } from '#contracts/requests.ts'

// prettier-ignore
const MEANINGS: Record<string, PeerMeaning> = {
  open: 'said', for_triage: 'said', unchanged: 'said', reopen: 'said',
  action_scheduled: 'working', in_progress: 'working', investigating: 'working', planned: 'working',
  closed: 'solved', fixed: 'solved', processed: 'solved',
  no_further_action: 'explained', duplicate: 'explained',
  not_councils_responsibility: 'givenBack', internal_referral: 'givenBack', cancelled: 'givenBack',
}

/** A word that nobody has explained is no more than something said. */
export const meaningOf = (word: string, own: Record<string, PeerMeaning>): PeerMeaning =>
  own[word] ?? own[word.toLowerCase()] ?? MEANINGS[word.toLowerCase()] ?? 'said'

const MOST_NOTE = 2000
const noteOf = (words: string) => [...words].slice(0, MOST_NOTE).join('')

/**
 * What the organisation that stands for them does here, one after the other; of each group the first that the loop allows now.
 * Without words of theirs there is nothing to note.
 */
export function stepsFor(meaning: PeerMeaning, words: string, photoIds: readonly string[]): StepBody[][] {
  const said = words.trim()
  const note = noteOf(said || '对方未附说明')
  const photos = photoIds.length > 0 ? { photoIds: [...photoIds] } : {}
  const inside: StepBody[] = said ? [{ action: 'noteInside', note }] : []
  const take: StepBody[] = [{ action: 'takeOn' }]
  const finish = (outcome: 'solved' | 'explained'): StepBody => ({ action: 'finish', outcome, cause: 'unknown', note, ...photos }) // prettier-ignore
  const tell: StepBody[] = said || photoIds.length > 0 ? [{ action: 'progress', note, ...photos }, ...inside] : []
  const groups: Record<PeerMeaning, StepBody[][]> = {
    said: [inside],
    working: [take, tell],
    solved: [take, [finish('solved'), ...inside]],
    explained: [take, [finish('explained'), ...inside]],
    givenBack: [[{ action: 'giveBack', reasonCode: 'notMyDuty', note }, ...inside]],
  }
  return groups[meaning].filter((group) => group.length > 0)
}

/** What they say about a request that they handed in: more words, an answer, or that it is taken back. */
export function stepsFromReporter(word: string, words: string, photoIds: readonly string[]): StepBody[][] {
  const note = noteOf(words.trim())
  if (word.toLowerCase() === 'cancelled') return [[{ action: 'withdraw', ...(note && { note }) }]]
  if (!note && photoIds.length === 0) return []
  const more = { ...(note && { note }), ...(photoIds.length > 0 && { photoIds: [...photoIds] }) }
  return [
    [
      { action: 'answer', ...more },
      { action: 'supplement', ...more },
    ],
  ]
}

// prettier-ignore
const OURS: Record<Exclude<RequestStatus, 'closed'>, string> = {
  submitted: 'open', accepted: 'for_triage', offered: 'for_triage', dispatched: 'action_scheduled', handling: 'in_progress', waiting: 'in_progress',
  paused: 'in_progress', returned: 'for_triage', disputed: 'investigating', onLadder: 'investigating', finished: 'in_progress', shelved: 'planned',
}
// prettier-ignore
const CLOSED: Record<Outcome, string> = {
  solved: 'fixed', explained: 'no_further_action', notOurs: 'not_councils_responsibility', shelved: 'planned', duplicate: 'duplicate', withdrawn: 'cancelled',
}

/** Our state after a step, in their words. */
export const wordFor = ({ status, outcome, action }: { status: RequestStatus; outcome: Outcome | null; action: string }) =>
  status === 'closed' ? CLOSED[outcome ?? 'explained'] : ['reopen', 'notSatisfied'].includes(action) ? 'reopen' : OURS[status] // prettier-ignore

/** Done and not yet confirmed, which the protocol calls in progress, in FixMyStreet's field for one's own word. */
export const externalFor = ({ status }: { status: RequestStatus }): { external_status_code?: string } =>
  status === 'finished' ? { external_status_code: PROCESSED.toUpperCase() } : {}

/** The last line of what we send: theirs is found by it when an answer was lost. */
export const markOf = (number: string): string => `（邻里 ${number}）`
