/** The words of the loop: kinds, channels, statuses, outcomes, actions. Listed here once for server and web. */

export const REQUEST_KINDS = ['problem', 'help', 'suggestion', 'practical', 'urgent'] as const
export const CHANNELS = ['phone', 'paper', 'telephone', 'walkIn', 'door', 'api'] as const
export const REQUEST_STATUSES = [
  'submitted', // 待受理
  'accepted', // 已受理，待派
  'offered', // 在接单池
  'dispatched', // 已派，待接
  'handling', // 办理中
  'waiting', // 等报件人补充
  'paused', // 经批准暂停
  'returned', // 退回，待裁
  'disputed', // 争议，待上级裁定
  'onLadder', // 上会
  'finished', // 办理人说已办结，等确认
  'shelved', // 挂账，有复查日期
  'closed', // 结案
] as const
export const OUTCOMES = ['solved', 'explained', 'notOurs', 'shelved', 'duplicate', 'withdrawn'] as const
/** Whose word closed it: silence is counted apart and never as satisfaction. */
export const CONFIRMED_BY = ['reporter', 'callBack', 'silence', 'staff'] as const
/** 四联: the kinds of joint working that a whistle may run as: 联建, 联创, 联帮, 联办. */
export const JOINT_METHODS = ['organising', 'governance', 'hardship', 'activities'] as const
/** The ladder of difficulty, lowest rung first: 片区调度会, 周末议事会, 党建联席会. */
export const LADDER = ['areaDispatch', 'weekendCouncil', 'jointConference'] as const
/** 受理: taken in, or taken on. 联系: reporter contacted. 办理: work done. 答复: result told to the reporter. */
export const CLOCK_KINDS = ['accept', 'contact', 'handle', 'answer'] as const

export const REQUEST_ACTIONS = [
  'supplement',
  'answer',
  'withdraw',
  'urge',
  'confirm',
  'notSatisfied',
  'rate',
  'reopen',
  'accept',
  'decline',
  'setCategory',
  'merge',
  'dispatch',
  'offer',
  'whistle',
  'close',
  'limitView',
  'noteInside',
  'claim',
  'takeOn',
  'reportIn',
  'partDone',
  'release',
  'giveBack',
  'dispute',
  'rule',
  'askReporter',
  'contact',
  'progress',
  'askTime',
  'askPause',
  'askShelve',
  'grant',
  'refuse',
  'resume',
  'finish',
  'callBack',
  'supervise',
  'answerSupervision',
  'liftSupervision',
  'escalate',
  'bringBack',
  'closeSilently',
  'remindLate',
] as const

/** Natural units always run, working units follow the calendar, emergency hours run day and night from the first minute. */
export const LIMIT_UNITS = [
  'naturalMinutes',
  'naturalHours',
  'naturalDays',
  'workingHours',
  'workingDays',
  'emergencyHours',
] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]
export type Channel = (typeof CHANNELS)[number]
export type RequestStatus = (typeof REQUEST_STATUSES)[number]
export type Outcome = (typeof OUTCOMES)[number]
export type ConfirmedBy = (typeof CONFIRMED_BY)[number]
export type LadderLevel = (typeof LADDER)[number]
export type ClockKind = (typeof CLOCK_KINDS)[number]
export type RequestAction = (typeof REQUEST_ACTIONS)[number]
