/**
 * Our states in GeoReport's words, and in the extended ones that updates carry. Read as two tables.
 *
 * What its handler calls done stays open until somebody confirms it or the silent period has passed: a status that says
 * closed is not taken back lightly by whoever copied it. Source: docs/capabilities/open311.md, "States".
 */
import type { DETAILED_STATUSES, UpdateStatus } from '#contracts/georeport.ts'
import type { Outcome, RequestStatus } from '#contracts/requests.ts'

type Matter = {
  status: RequestStatus
  outcome: Outcome | null
  leadName: string | null
  level: string | null
  mergedNumber: string | null
  said: string | null
}
type Words = { extended: UpdateStatus; detailed: (typeof DETAILED_STATUSES)[number]; notes: (matter: Matter) => string }

const said =
  (words: string) =>
  ({ said: reason }: Matter) =>
    reason ? `${words}：${reason}` : words
const RUNG: Record<string, string> = {
  areaDispatch: '片区调度会',
  weekendCouncil: '周末议事会',
  jointConference: '党建联席会',
}
const sentTo = ({ leadName }: Matter) => (leadName ? `已派单至${leadName}` : '已派单')

// prettier-ignore
const OPEN: Record<Exclude<RequestStatus, 'closed'>, Words> = {
  submitted:  { extended: 'open',             detailed: 'RECEIVED',   notes: () => '已收到，待受理' },
  accepted:   { extended: 'for_triage',       detailed: 'RECEIVED',   notes: () => '已受理' },
  offered:    { extended: 'for_triage',       detailed: 'RECEIVED',   notes: () => '已受理，等人认领' },
  dispatched: { extended: 'action_scheduled', detailed: 'IN_PROCESS', notes: sentTo },
  handling:   { extended: 'in_progress',      detailed: 'IN_PROCESS', notes: () => '办理中' },
  waiting:    { extended: 'in_progress',      detailed: 'IN_PROCESS', notes: () => '等报件人补充' },
  paused:     { extended: 'in_progress',      detailed: 'IN_PROCESS', notes: said('经批准暂停') },
  returned:   { extended: 'for_triage',       detailed: 'RECEIVED',   notes: () => '已退回，重新派单' },
  disputed:   { extended: 'investigating',    detailed: 'IN_PROCESS', notes: () => '职责待裁定' },
  onLadder:   { extended: 'investigating',    detailed: 'IN_PROCESS', notes: ({ level }) => `已提交${RUNG[level ?? ''] ?? '议事'}` },
  finished:   { extended: 'in_progress',      detailed: 'PROCESSED',  notes: () => '已办结待评价' },
  shelved:    { extended: 'planned',          detailed: 'IN_PROCESS', notes: said('挂账') },
}
// prettier-ignore
const CLOSED: Record<Outcome, Words> = {
  solved:    { extended: 'fixed',                       detailed: 'ARCHIVED', notes: () => '已解决' },
  explained: { extended: 'no_further_action',           detailed: 'ARCHIVED', notes: said('已解释') },
  notOurs:   { extended: 'not_councils_responsibility', detailed: 'REJECTED', notes: said('不属本社区职责') },
  shelved:   { extended: 'planned',                     detailed: 'ARCHIVED', notes: said('挂账') },
  duplicate: { extended: 'duplicate',                   detailed: 'ARCHIVED', notes: ({ mergedNumber }) => (mergedNumber ? `并入 NO. ${mergedNumber}` : '已并案') },
  withdrawn: { extended: 'cancelled',                   detailed: 'ARCHIVED', notes: () => '已撤回' },
}

const wordsOf = ({ status, outcome }: Matter): Words =>
  status === 'closed' ? CLOSED[outcome ?? 'explained'] : OPEN[status]

export const statusOf = ({ status }: Pick<Matter, 'status'>): 'open' | 'closed' =>
  status === 'closed' ? 'closed' : 'open'
export const notesOf = (matter: Matter): string => wordsOf(matter).notes(matter)
export const detailedOf = (matter: Matter) => wordsOf(matter).detailed
/** Taken up again says so once; what follows is told as usual. */
export const extendedOf = (matter: Matter, action?: string): UpdateStatus =>
  (action === 'reopen' || action === 'notSatisfied') && matter.status !== 'closed' ? 'reopen' : wordsOf(matter).extended
