/**
 * Where a request stands, as a ring, a tone and a word. Shared by phone and desk.
 *
 * Read STATES as a table. Three facts stay apart: the handler's claim lights four arcs, only the resident's word (or that of
 * a call-back) closes the ring as solved, and every other ending is a grey full ring that congratulates nobody.
 */
import type { RequestRow, RequestStatus } from '#contracts/requests.ts'
import { inLang } from '#web/platform/i18n.ts'
import type { Lang } from '#web/platform/settings.ts'
import { outcomeText, stateText } from '#web/texts/request.ts'
import { stepText } from '#web/texts/steps.ts'
import type { LoopStep } from '../LoopRing.tsx'
import type { Tone } from '../tone.ts'

export type Ring = { step: LoopStep; tone: Tone }
type Standing = Pick<RequestRow, 'status' | 'outcome' | 'confirmedBy' | 'dueAt' | 'amberAt' | 'paused' | 'level'>

/** 收到 1, 派单 2, 接单 3, 办结 4, 确认 5. `timed`: the tone follows the clock. */
// prettier-ignore
const STATES: Record<RequestStatus, Ring & { timed?: true }> = {
  submitted:  { step: 1, tone: 'new', timed: true },
  accepted:   { step: 1, tone: 'new', timed: true },
  returned:   { step: 1, tone: 'new', timed: true },
  disputed:   { step: 1, tone: 'new', timed: true },
  offered:    { step: 2, tone: 'doing', timed: true },
  dispatched: { step: 2, tone: 'doing', timed: true },
  handling:   { step: 3, tone: 'doing', timed: true },
  waiting:    { step: 3, tone: 'new' },
  paused:     { step: 3, tone: 'new' },
  shelved:    { step: 3, tone: 'new' },
  onLadder:   { step: 3, tone: 'ladder' },
  finished:   { step: 4, tone: 'said' },
  closed:     { step: 5, tone: 'new' },
}

export function ringOf(row: Standing, now: Date): Ring {
  const { step, tone, timed } = STATES[row.status]
  if (row.outcome === 'solved')
    return row.confirmedBy === 'silence' ? { step: 4, tone: 'said' } : { step: 5, tone: 'good' }
  if (!timed || row.paused || !row.dueAt) return { step, tone }
  if (new Date(row.dueAt) <= now) return { step, tone: 'late' }
  return { step, tone: row.amberAt && new Date(row.amberAt) <= now ? 'due' : tone }
}

/** 办理中, 上会：周末议事会, 已解决, 已说明. */
export function statusWords(row: Standing, lang: Lang): string {
  const words = inLang(stateText, lang)
  if (row.outcome && STATES[row.status].step === STATES.closed.step) return inLang(outcomeText, lang)[row.outcome]
  if (row.level && STATES[row.status].tone === 'ladder') return inLang(stepText, lang).levels[row.level]
  return words[row.status]
}
