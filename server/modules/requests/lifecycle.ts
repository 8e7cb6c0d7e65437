/**
 * The life of a request: what can happen to it, when, who may do it, what it needs, and what it does to the clocks.
 *
 * Read LIFECYCLE as a table: a row is what a person does. Buttons, permissions, deadlines, messages, the help page and the
 * tests are derived from it, and no other code decides a request's status.
 * Source: docs/capabilities/requests.md, "Closed loop" (北京市接诉即办工作条例 12–23, 济南市 and 潍坊市 12345 条例).
 */
import type { RequestAction, RequestStatus } from '#contracts/requests.ts'
import type { ClockEffect } from './clock/clocks.ts'
import type { Relation } from './policy.ts'

/** Field of the step that must be filled in. `evidence` is a photo or a note; `handler` one organisation or post. */
export type Need =
  | 'note' | 'reasonCode' | 'categoryCode' | 'intoId' | 'handler' | 'coHandlers' | 'until' | 'reviewOn' | 'outcome'
  | 'evidence' | 'cause' | 'level' | 'reached' | 'solved' | 'satisfied' // prettier-ignore

/** Who is told: posts are told through whoever holds them on the day. */
export type Audience =
  | 'reporter'
  | 'joiners'
  | 'handlers'
  | 'coHandlers'
  | 'coordinators'
  | 'candidates'
  | 'duty'
  | 'supervisors'
  | 'followUp'

export type Transition = {
  from: readonly RequestStatus[]
  /** `same`: stays. `back`: where it was before it was laid aside. `again`: a new round with who had it, else to the desk. */
  to: RequestStatus | 'same' | 'back' | 'again'
  by: readonly Relation[]
  /** Not even when they stand to it in a permitted way as well: nobody judges their own work. */
  notBy?: readonly Relation[]
  needs?: readonly Need[]
  clocks?: ClockEffect
  tells: readonly Audience[]
  /** Never in the public timeline. */
  internal?: true
}

const BEFORE_WORK = ['submitted', 'accepted', 'offered', 'dispatched', 'returned', 'disputed'] as const
const AT_WORK = ['handling', 'waiting', 'paused'] as const
const OPEN = [...BEFORE_WORK, ...AT_WORK, 'onLadder', 'finished', 'shelved'] as const
/** Everything that is not done and not laid aside: what may be urged and supervised. */
const PENDING = [...BEFORE_WORK, ...AT_WORK, 'onLadder'] as const
const DESK = ['coordinator', 'supervisor'] as const
const SENT: ClockEffect = { stop: ['accept'], start: ['accept', 'contact', 'handle'] }
const AGAIN: ClockEffect = { newRound: true, start: ['accept', 'contact', 'handle', 'answer'] }

// prettier-ignore
export const LIFECYCLE: Record<RequestAction, Transition> = {
  // The reporter's side
  supplement:   { from: [...PENDING, 'finished'], to: 'same', by: ['reporter', 'helper', 'joiner'], needs: ['evidence'], tells: ['handlers', 'coordinators'] },
  answer:       { from: ['waiting'],    to: 'back',   by: ['reporter', 'helper', 'coordinator'], needs: ['evidence'], clocks: { resume: true }, tells: ['handlers'] },
  withdraw:     { from: [...PENDING],   to: 'closed', by: ['reporter', 'helper'], clocks: { cancel: 'all' }, tells: ['handlers', 'coHandlers', 'joiners'] },
  urge:         { from: [...PENDING],   to: 'same',   by: ['reporter', 'joiner', 'helper'], tells: ['handlers', 'coordinators'] },
  confirm:      { from: ['finished'],   to: 'closed', by: ['reporter'], notBy: ['handler'], tells: ['handlers', 'joiners'] },
  notSatisfied: { from: ['finished'],   to: 'again',  by: ['reporter'], needs: ['evidence'], clocks: AGAIN, tells: ['handlers', 'coordinators', 'joiners'] },
  rate:         { from: ['finished', 'closed'], to: 'same', by: ['joiner'], needs: ['solved'], tells: [] },
  reopen:       { from: ['closed'],     to: 'again',  by: ['reporter', ...DESK], needs: ['evidence'], clocks: AGAIN, tells: ['handlers', 'coordinators', 'joiners'] },

  // The desk
  accept:       { from: ['submitted'],  to: 'accepted', by: DESK, clocks: SENT, tells: ['reporter'] },
  decline:      { from: ['submitted', 'accepted', 'returned', 'disputed'], to: 'closed', by: DESK, needs: ['reasonCode', 'note'], clocks: { stop: ['accept', 'answer'], cancel: 'all' }, tells: ['reporter', 'joiners'] },
  setCategory:  { from: [...PENDING],   to: 'same',   by: ['coordinator', 'supervisor', 'handler', 'field'], needs: ['categoryCode'], tells: [] },
  merge:        { from: [...BEFORE_WORK, 'handling'], to: 'closed', by: DESK, needs: ['intoId'], clocks: { stop: ['accept'], cancel: 'all' }, tells: ['reporter', 'joiners'] },
  dispatch:     { from: ['submitted', 'accepted', 'offered', 'dispatched', 'returned'], to: 'dispatched', by: DESK, needs: ['handler'], clocks: SENT, tells: ['handlers', 'reporter'] },
  offer:        { from: ['submitted', 'accepted', 'dispatched', 'returned'], to: 'offered', by: DESK, clocks: SENT, tells: ['candidates', 'reporter'] },
  whistle:      { from: ['submitted', 'accepted', 'offered', 'dispatched', 'returned'], to: 'dispatched', by: DESK, needs: ['handler', 'coHandlers'], clocks: SENT, tells: ['handlers', 'coHandlers', 'reporter'] },
  close:        { from: ['submitted', 'accepted', 'handling', 'returned', 'onLadder', 'finished', 'shelved', 'paused', 'waiting'], to: 'closed', by: DESK, notBy: ['handler'], needs: ['outcome', 'reasonCode', 'note'], clocks: { stop: ['accept', 'contact', 'handle', 'answer'] }, tells: ['reporter', 'joiners', 'handlers', 'coHandlers'] },
  limitView:    { from: [...OPEN, 'closed'], to: 'same', by: DESK, needs: ['note'], tells: [], internal: true },
  noteInside:   { from: [...OPEN, 'closed'], to: 'same', by: ['handler', 'coHandler', 'coordinator', 'field', 'followUp', 'supervisor'], needs: ['note'], tells: [], internal: true },

  // Those who do it
  claim:        { from: ['offered'],    to: 'handling', by: ['candidate', 'duty'], clocks: { stop: ['accept'] }, tells: ['reporter', 'coordinators'] },
  takeOn:       { from: ['dispatched'], to: 'handling', by: ['handler'], clocks: { stop: ['accept'] }, tells: ['reporter'] },
  reportIn:     { from: ['dispatched', 'handling', 'waiting'], to: 'same', by: ['coHandler'], tells: ['handlers'] },
  partDone:     { from: ['dispatched', 'handling', 'waiting', 'finished'], to: 'same', by: ['coHandler'], needs: ['evidence'], tells: ['handlers'] },
  release:      { from: ['handling'],   to: 'offered', by: ['handler'], needs: ['note'], clocks: { start: ['accept'] }, tells: ['candidates', 'coordinators', 'reporter'] },
  giveBack:     { from: ['dispatched', 'handling'], to: 'returned', by: ['handler'], needs: ['reasonCode', 'note'], clocks: { cancel: ['accept'], start: ['accept'] }, tells: ['coordinators'] },
  dispute:      { from: ['dispatched'], to: 'disputed', by: ['handler'], needs: ['note'], clocks: { cancel: ['accept'], start: ['accept'] }, tells: ['supervisors', 'coordinators'] },
  rule:         { from: ['returned', 'disputed'], to: 'dispatched', by: ['supervisor', 'coordinator'], notBy: ['handler'], needs: ['handler', 'note'], clocks: SENT, tells: ['handlers', 'coordinators', 'reporter'] },
  contact:      { from: ['accepted', 'dispatched', 'handling', 'waiting'], to: 'same', by: ['handler', 'coordinator', 'duty'], clocks: { stop: ['contact'] }, tells: [] },
  askReporter:  { from: ['handling', 'accepted'], to: 'waiting', by: ['handler', 'coordinator'], needs: ['note'], clocks: { stop: ['contact'], pause: true }, tells: ['reporter'] },
  progress:     { from: ['handling', 'waiting', 'paused', 'onLadder', 'shelved'], to: 'same', by: ['handler', 'coHandler', 'coordinator'], needs: ['evidence'], tells: ['reporter', 'joiners'] },
  askTime:      { from: ['handling'],   to: 'same',   by: ['handler'], needs: ['until', 'note'], tells: ['coordinators'] },
  askPause:     { from: ['handling'],   to: 'same',   by: ['handler'], needs: ['until', 'note'], tells: ['coordinators'] },
  askShelve:    { from: ['handling'],   to: 'same',   by: ['handler'], needs: ['reviewOn', 'reasonCode', 'note'], tells: ['coordinators'] },
  finish:       { from: ['handling'],   to: 'finished', by: ['handler'], needs: ['evidence', 'cause'], clocks: { stop: ['contact', 'handle', 'answer'] }, tells: ['reporter', 'joiners', 'coordinators', 'followUp'] },

  // Approving, laying aside, coming back
  grant:        { from: ['handling'],   to: 'same',   by: DESK, notBy: ['handler'], needs: ['note'], tells: ['handlers', 'reporter', 'joiners'] },
  refuse:       { from: ['handling'],   to: 'same',   by: DESK, notBy: ['handler'], needs: ['note'], tells: ['handlers'] },
  resume:       { from: ['paused', 'shelved'], to: 'back', by: [...DESK, 'handler', 'clock'], clocks: { resume: true }, tells: ['handlers', 'reporter', 'joiners'] },
  escalate:     { from: ['accepted', 'handling', 'returned', 'disputed', 'onLadder', 'paused'], to: 'onLadder', by: DESK, needs: ['level', 'note'], clocks: { stop: ['accept'], pause: true }, tells: ['reporter', 'joiners', 'handlers', 'coordinators', 'supervisors'] },
  bringBack:    { from: ['onLadder'],   to: 'back',   by: DESK, needs: ['note'], clocks: { resume: true }, tells: ['reporter', 'joiners', 'handlers', 'coordinators'] },

  // Watching over it
  callBack:     { from: ['finished'],   to: 'same',   by: ['followUp', 'coordinator'], notBy: ['handler'], needs: ['reached'], tells: ['handlers', 'reporter'] },
  supervise:    { from: [...PENDING],   to: 'same',   by: ['supervisor', 'coordinator'], notBy: ['handler', 'coHandler'], needs: ['until', 'note'], tells: ['handlers', 'coordinators'] },
  answerSupervision: { from: [...PENDING, 'finished'], to: 'same', by: ['handler', 'coordinator'], needs: ['note'], tells: ['supervisors'] },
  liftSupervision:   { from: [...PENDING, 'finished', 'shelved', 'closed'], to: 'same', by: ['supervisor'], needs: ['note'], tells: ['handlers'] },

  // Time itself
  closeSilently: { from: ['finished'],  to: 'closed', by: ['clock'], tells: ['reporter', 'joiners', 'handlers'] },
  remindLate:    { from: [...PENDING],  to: 'same',   by: ['clock'], tells: ['handlers', 'coordinators'], internal: true },
}
