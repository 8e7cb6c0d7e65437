/**
 * Where a request stands, as a ring, a tone and a word. Shared by phone and desk.
 *
 * Read STATES as a table. Three facts stay apart: the handler's claim lights four arcs, only the resident's word (or what
 * they said when called) closes the ring as solved, and every other ending is a grey full ring that congratulates nobody.
 */
import type { RequestRow, RequestStatus } from '#contracts/requests.ts'
import { inLang } from '#web/platform/i18n.ts'
import type { Lang } from '#web/platform/settings.ts'
import { ladderText, standingText } from '#web/texts/standing.ts'
import type { LoopStep } from '../LoopRing.tsx'
import type { Tone } from '../tone.ts'

export type Ring = { step: LoopStep; tone: Tone }
export type Standing = Pick<RequestRow, 'status' | 'outcome' | 'confirmedBy' | 'dueAt' | 'amberAt' | 'paused' | 'level'>

/** 收到 1, 派单 2, 接单 3, 办结 4, 确认 5. `timed`: the tone follows the clock. */
// prettier-ignore
const STATES: Record<RequestStatus, Ring & { timed?: true; ended?: true }> = {
  submitted:  { step: 1, tone: 'new', timed: true },
  accepted:   { step: 1, tone: 'doing', timed: true },
  offered:    { step: 2, tone: 'doing', timed: true },
  dispatched: { step: 2, tone: 'doing', timed: true },
  returned:   { step: 2, tone: 'new', timed: true },
  disputed:   { step: 2, tone: 'new', timed: true },
  handling:   { step: 3, tone: 'doing', timed: true },
  waiting:    { step: 3, tone: 'due' },
  paused:     { step: 3, tone: 'new' },
  shelved:    { step: 3, tone: 'new' },
  onLadder:   { step: 3, tone: 'ladder' },
  finished:   { step: 4, tone: 'said' },
  closed:     { step: 5, tone: 'new', ended: true },
}
/** Whose word closes the ring to a full green disc. */
const RESIDENTS_WORD: readonly RequestRow['confirmedBy'][] = ['reporter', 'callBack']

export const isOpen = ({ status }: Pick<RequestRow, 'status'>): boolean => !STATES[status].ended
/** The handler says it is done; it is the reporter's turn. */
export const isClaimed = ({ status }: Pick<RequestRow, 'status'>): boolean => STATES[status].tone === 'said'
/** A clock runs against somebody. */
export const isTimed = ({ status, dueAt, paused }: Pick<RequestRow, 'status' | 'dueAt' | 'paused'>): boolean =>
  Boolean(STATES[status].timed) && dueAt !== null && !paused

export function ringOf(row: Omit<Standing, 'level'>, now: Date): Ring {
  const { step, tone, ended } = STATES[row.status]
  if (ended)
    return { step, tone: row.outcome !== 'solved' ? tone : RESIDENTS_WORD.includes(row.confirmedBy) ? 'good' : 'said' }
  if (!isTimed(row) || !row.dueAt) return { step, tone }
  if (new Date(row.dueAt) <= now) return { step, tone: 'late' }
  return { step, tone: row.amberAt && new Date(row.amberAt) <= now ? 'due' : tone }
}

export type StandingWord = Exclude<keyof typeof standingText.zh, 'late' | 'urgent'>

/** Which word of texts/standing.ts says how it stands. */
export function wordOf({
  status,
  outcome,
  confirmedBy,
}: Pick<Standing, 'status' | 'outcome' | 'confirmedBy'>): StandingWord {
  if (status !== 'closed') return status
  return outcome === 'solved' && confirmedBy === 'silence' ? 'silent' : (outcome ?? 'explained')
}

/** 办理中, 周末议事会, 已解决, 已说明. */
export function statusWords(row: Omit<Standing, 'dueAt' | 'amberAt' | 'paused'>, lang: Lang): string {
  if (row.level && STATES[row.status].tone === 'ladder') return inLang(ladderText, lang)[row.level]
  return inLang(standingText, lang)[wordOf(row)]
}
