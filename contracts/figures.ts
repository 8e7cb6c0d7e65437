/**
 * Figures: what was received, how far it came, how well it was done. Every figure has a definition (texts/figures.ts, by its
 * code), a period and an n; every figure opens the rows behind it through `listBehind`, which are exactly as many.
 *
 * A figure counts requests by the day on which they were received (RECEIVED measures), closed (CLOSED measures) or granted
 * an exemption (EXEMPTED measures), in the place, category, channel and organisation that the request has today. Days are
 * those of the district's zone; `from` and `to` are both included.
 */
import Type from 'typebox'
import { Count, DayDate, endpoint, Id, Instant, nullable, oneOf, shape, Words } from './endpoint.ts'
import { Page } from './requests/views.ts'

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

/** What is looked at: a place and what lies in it, a period, and at most one cut. Place left out: all that the reader may see. */
const Look = {
  placeId: Type.Optional(Id),
  from: DayDate,
  to: DayDate,
}
const Cut = {
  categoryCode: Type.Optional(Words(60)),
  channel: Type.Optional(Words(20)),
  organisationId: Type.Optional(Id),
}
const look = <T extends Record<string, import('typebox').TSchema>>(more: T) =>
  Type.Object({ ...Look, ...Cut, ...more }, { additionalProperties: false })

const PlaceSeen = shape({ id: Id, name: Type.String(), level: Type.String(), households: nullable(Count) })
const Standing = shape({ openNow: Count, overdueNow: Count })

/** @throws place_not_found, not_permitted, figures_period (to before from, more than three years, before 2000), figures_one_cut */
export const figuresOverview = endpoint({
  method: 'GET',
  path: '/api/figures/overview',
  access: 'figures.view',
  key: 'figures.read',
  summary: 'Counts of a place and period, those of the period of equal length before, and what stands open now',
  query: look({}),
  reply: shape({
    place: PlaceSeen,
    from: DayDate,
    to: DayDate,
    asOf: Instant,
    counts: Counts,
    before: shape({ from: DayDate, to: DayDate, counts: Counts }),
    standing: Standing,
  }),
})

export const figuresTrend = endpoint({
  method: 'GET',
  path: '/api/figures/trend',
  access: 'figures.view',
  key: 'figures.read',
  summary: 'Counts by day, week (from Monday) or month; the last one may be unfinished',
  query: look({ by: oneOf(['day', 'week', 'month']) }),
  reply: shape({
    points: Type.Array(shape({ from: DayDate, to: DayDate, counts: Counts }), { maxItems: 1100 }),
  }),
})

export const figuresFunnel = endpoint({
  method: 'GET',
  path: '/api/figures/funnel',
  access: 'figures.view',
  key: 'figures.read',
  summary: 'How far what was received has come, and how long each step took',
  query: look({}),
  reply: shape({
    stages: Type.Array(shape({ stage: oneOf(STAGES), n: Count })),
    /** Minutes from the stage before, known to ±12 %; null when nothing came so far. Empty for a cut, of which no times are kept. */
    times: Type.Array(
      shape({
        stage: oneOf(TIMED_STAGES),
        n: Count,
        medianMinutes: nullable(Type.Number()),
        ninetyMinutes: nullable(Type.Number()),
      }),
    ),
  }),
})

/** By place: the children of the place that the reader may see; `level` looks deeper (every grid of a district). */
export const figuresTable = endpoint({
  method: 'GET',
  path: '/api/figures/table',
  access: 'figures.view',
  key: 'figures.read',
  summary: 'Counts by place, category, channel or organisation, with the same before and what stands open now',
  query: look({
    by: oneOf(TABLE_BY),
    level: Type.Optional(oneOf(['subdistrict', 'community', 'compound', 'grid'])),
  }),
  reply: shape({
    rows: Type.Array(
      shape({
        /** Id of the place or organisation, code of the category or channel; empty: none yet. */
        key: Type.String(),
        name: Type.String(),
        households: nullable(Count),
        counts: Counts,
        before: Counts,
        standing: Standing,
      }),
    ),
  }),
})

/** Two places, or one place in two periods: the caller asks `figuresOverview` twice; nothing else is needed. */

export const figuresStuck = endpoint({
  method: 'GET',
  path: '/api/figures/stuck',
  access: 'figures.view',
  key: 'figures.read',
  summary: 'What sticks now: past its time and not moving, by who has it and at which step',
  query: Type.Object({ placeId: Type.Optional(Id) }, { additionalProperties: false }),
  reply: shape({
    asOf: Instant,
    rows: Type.Array(
      shape({
        organisationId: nullable(Id),
        /** 社区自办 when nobody has it yet. */
        name: Type.String(),
        waitingToSend: Count,
        waitingToTake: Count,
        handling: Count,
        waitingForWord: Count,
        onLadder: Count,
        oldestDueAt: nullable(Instant),
      }),
    ),
  }),
})

export const figuresForecast = endpoint({
  method: 'GET',
  path: '/api/figures/forecast',
  access: 'figures.view',
  key: 'figures.read',
  summary: 'Deadlines of the next seven days beside what is usually done on such a day',
  query: Type.Object({ placeId: Type.Optional(Id) }, { additionalProperties: false }),
  reply: shape({
    overdue: Count,
    days: Type.Array(
      shape({
        on: DayDate,
        workday: Type.Boolean(),
        due: Count,
        /** Of these, not even taken on. */
        notTakenOn: Count,
        /** Median of what was done on this day of the week in the last eight weeks; null: no history. */
        usuallyDone: nullable(Count),
        /** Expected to be still open at the end of that day beyond its deadline, at the usual pace. */
        expectedLate: Count,
      }),
    ),
  }),
})

/** The rows behind a figure, newest first: as many as it counts. */
export const listBehind = endpoint({
  method: 'GET',
  path: '/api/figures/rows',
  access: 'figures.view',
  summary: 'The requests that a figure counted',
  query: look({
    measure: oneOf([...MEASURES, ...STANDING_MEASURES]),
    /** A cell of `figuresStuck` instead of the whole measure: the step, and the name of who has it as it is told there. */
    stuckAt: Type.Optional(oneOf(STUCK_AT)),
    heldBy: Type.Optional(Words(200)),
    after: Type.Optional(Words(200, 0)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  }),
  reply: Page,
})

/** Silent closings and approved exemptions, counted apart and told with their reason. */
export const listSetApart = endpoint({
  method: 'GET',
  path: '/api/figures/set-apart',
  access: 'figures.view',
  summary: 'Closings by silence, and extensions, pauses and shelvings that were approved, each with its reason',
  query: look({ kind: oneOf(['silence', 'exemption']), after: Type.Optional(Words(200, 0)) }),
  reply: shape({
    rows: Type.Array(
      shape({
        id: Id,
        number: Type.String(),
        title: Type.String(),
        placeName: Type.String(),
        handlerName: nullable(Type.String()),
        at: Instant,
        exemption: nullable(oneOf(['time', 'pause', 'shelve'])),
        reason: nullable(Type.String()),
        by: nullable(Type.String()),
        until: nullable(Type.String()),
      }),
    ),
    next: nullable(Type.String()),
  }),
})

/** What the nightly recount found; differences are repaired by a rebuild of the day and stay in the list. */
export const figuresChecks = endpoint({
  method: 'GET',
  path: '/api/figures/checks',
  access: 'figures.view',
  summary: 'Recounts of the figures from the requests and their history, newest first',
  reply: shape({
    rows: Type.Array(
      shape({
        at: Instant,
        day: DayDate,
        counted: Count,
        differences: Type.Array(Type.String()),
        repaired: Type.Boolean(),
      }),
    ),
  }),
})

/** A resident's look at the community: counts only, none below five. */
export const figuresNearby = endpoint({
  method: 'GET',
  path: '/api/figures/nearby',
  access: 'signedIn',
  summary: 'What was reported and solved around home in the last seven and thirty days',
  reply: shape({
    placeName: nullable(Type.String()),
    week: shape({ received: nullable(Count), solved: nullable(Count) }),
    month: shape({ received: nullable(Count), solved: nullable(Count), medianHours: nullable(Type.Number()) }),
    categories: Type.Array(shape({ code: Type.String(), name: Type.String(), solved: Count })),
  }),
})
