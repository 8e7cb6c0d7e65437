/**
 * How a request stands as ring, colour and word: the same on every list and page. Only the reporter's own word (or what
 * they said when called) closes the ring to a full disc; the handler's claim and a silent period leave it open.
 */
import type { RequestRow, RequestStatus } from '#contracts/requests.ts'
import type { LoopStep } from '#web/components/LoopRing.tsx'
import type { Tone } from '#web/components/tone.ts'
import { useText } from '#web/platform/i18n.ts'
import { useNow } from '#web/platform/now.ts'
import { standingText } from '#web/texts/standing.ts'

export type Standing = { step: LoopStep; tone: Tone; word: Exclude<keyof typeof standingText.zh, 'late' | 'urgent'> }
type Facts = Pick<RequestRow, 'status' | 'outcome' | 'confirmedBy' | 'dueAt' | 'amberAt' | 'paused'>

// prettier-ignore
const OPEN: Record<Exclude<RequestStatus, 'closed'>, { step: LoopStep; tone: Tone }> = {
  submitted:  { step: 1, tone: 'new' },
  accepted:   { step: 1, tone: 'doing' },
  offered:    { step: 2, tone: 'doing' },
  dispatched: { step: 2, tone: 'doing' },
  returned:   { step: 2, tone: 'new' },
  disputed:   { step: 2, tone: 'new' },
  handling:   { step: 3, tone: 'doing' },
  waiting:    { step: 3, tone: 'due' },
  paused:     { step: 3, tone: 'new' },
  shelved:    { step: 3, tone: 'new' },
  onLadder:   { step: 3, tone: 'ladder' },
  finished:   { step: 4, tone: 'said' },
}

export function standingOf({ status, outcome, confirmedBy, dueAt, amberAt, paused }: Facts, now: Date): Standing {
  if (status === 'closed') {
    if (outcome === 'solved' && confirmedBy === 'silence') return { step: 5, tone: 'said', word: 'silent' }
    if (outcome === 'solved') return { step: 5, tone: confirmedBy === 'staff' ? 'said' : 'good', word: 'solved' }
    return { step: 5, tone: 'new', word: outcome ?? 'explained' }
  }
  const { step, tone } = OPEN[status]
  const runs = dueAt !== null && !paused && status !== 'finished'
  if (runs && now >= new Date(dueAt)) return { step, tone: 'late', word: status }
  if (runs && amberAt && now >= new Date(amberAt)) return { step, tone: 'due', word: status }
  return { step, tone, word: status }
}

/** Step, tone and the word in the person's language. */
export function useStanding(request: Facts) {
  const t = useText(standingText)
  const standing = standingOf(request, useNow())
  return { ...standing, words: t[standing.word] }
}
