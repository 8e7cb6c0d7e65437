/**
 * What is counted, and on which day; the rates made of it; the way of a request. What each means in words is in
 * web/texts/figures.ts, when it holds in server/modules/figures/measures.ts.
 */
import Type from 'typebox'
import { Count } from '../endpoint.ts'

/** Counted on the day of receipt; they settle as the request goes on. */
export const RECEIVED_MEASURES = [
  'received', // 收到
  'sent', // 走到过派出（派单、入池）
  'takenOn', // 走到过接下
  'done', // 走到过办结
  'heard', // 走到过听到报件人（评价或回访到）
  'confirmed', // 走到过报件人或回访确认解决
  'acceptMet', // 受理按时
  'acceptLate', // 受理超时
  'contactMet', // 联系按时
  'contactLate', // 联系超时
  'repeated', // 同一件事又有人报：加入或并案
  'urged', // 被催过
] as const
/** Counted on the day of closing, with what was true of the whole request then. */
export const CLOSED_MEASURES = [
  'closed', // 结案
  'solved', // 结案：已解决
  'explained', // 结案：已解释
  'notOurs', // 结案：非本级职责，已指路
  'duplicate', // 结案：并案
  'withdrawn', // 结案：撤回
  'handleMet', // 办理按时
  'handleLate', // 办理超时
  'byReporter', // 报件人确认
  'byCallBack', // 回访确认
  'bySilence', // 默认结案（另计，不算满意）
  'byStaff', // 受理岗结案（解释、不属本级、并案）
  'asked', // 听到了报件人：评价或回访到
  'saidSolved', // 其中说解决了
  'saidSatisfied', // 其中说满意
  'notReached', // 回访没找到人
  'reopened', // 重新办理过
  'returned', // 被退回过
  'onTheSpot', // 当场自行处置：谁发现谁办好
] as const
/** Counted on the day it was approved. */
export const EXEMPTED_MEASURES = ['exempted'] as const // 经批准延时、暂停、挂账

export const MEASURES = [...RECEIVED_MEASURES, ...CLOSED_MEASURES, ...EXEMPTED_MEASURES] as const
export type Measure = (typeof MEASURES)[number]
/** What is so at this moment, whatever the period. */
export const STANDING_MEASURES = ['openNow', 'overdueNow'] as const
export type StandingMeasure = (typeof STANDING_MEASURES)[number]

/**
 * Rates. numerator ÷ denominator, each a sum of measures.
 * Source: 北京市接诉即办工作条例 32 (响应率, 解决率, 满意率); silence never counts as satisfaction.
 */
export const RATES = {
  response: { of: ['contactMet'], n: ['contactMet', 'contactLate'] }, // 响应率 三率之一
  solved: { of: ['saidSolved'], n: ['asked'] }, // 解决率 三率之一
  satisfied: { of: ['saidSatisfied'], n: ['asked'] }, // 满意率 三率之一
  accepted: { of: ['acceptMet'], n: ['acceptMet', 'acceptLate'] }, // 按时受理率
  onTime: { of: ['handleMet'], n: ['handleMet', 'handleLate'] }, // 按期办结率
  reopened: { of: ['reopened'], n: ['closed'] }, // 重新办理率
  repeated: { of: ['repeated'], n: ['received'] }, // 重复反映率
  onTheSpot: { of: ['onTheSpot'], n: ['closed'] }, // 当场处置率
  silence: { of: ['bySilence'], n: ['closed'] }, // 默认结案占比
} as const satisfies Record<string, { of: readonly Measure[]; n: readonly Measure[] }>
export const RATE_CODES = Object.keys(RATES) as RateCode[] // the keys of a constant
export type RateCode = keyof typeof RATES
export const THREE_RATES = ['response', 'solved', 'satisfied'] as const satisfies readonly RateCode[]
/** Fewer than this and a rate says more of chance than of work: it is shown with its n, and not ranked. Custom, a parameter. */
export const RANKED_FROM = 10

/** The way of a request, in order; a step's time runs from the stage before it. */
export const STAGES = ['received', 'sent', 'takenOn', 'done', 'heard', 'confirmed'] as const
export type Stage = (typeof STAGES)[number]
export const TIMED_STAGES = ['sent', 'takenOn', 'done', 'heard'] as const

/** Where a thing can stick, in the order of its way. */
export const STUCK_AT = ['waitingToSend', 'waitingToTake', 'handling', 'waitingForWord', 'onLadder'] as const
export type StuckAt = (typeof STUCK_AT)[number]

export const TABLE_BY = ['place', 'category', 'channel', 'organisation'] as const

export const Counts = Type.Partial(
  Type.Object(Object.fromEntries(MEASURES.map((one) => [one, Count])) as Record<Measure, typeof Count>), // one for each measure
  { additionalProperties: false, description: 'left out: 0' },
)
export type Counts = Partial<Record<Measure, number>>
