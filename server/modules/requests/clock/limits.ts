/**
 * The default rule pack of limits: how long each clock of a request may run, and who says so.
 *
 * Read LEVELS as a table. Where a rule names one limit for doing and answering, or for any feedback, both clocks
 * have it. Every number is a default that a district replaces by its own rules, category by category; `basis` says
 * how much weight it has, so that a page never presents a custom as law.
 */
import type { ClockKind, RequestKind } from '#contracts/requests.ts'
import type { Duration, Unit } from '#platform/calendar/duration.ts'

/** How grave or hard a matter is; a category has one, and it decides the limits the category does not set itself. */
export type LimitLevel = 'ordinary' | 'complex' | 'consult' | 'utility' | 'emergency'

/** `source` is a key of SOURCES, or the name of the district's own rule. */
export type Limit = Duration & { source?: string }
export type Limits = Partial<Record<ClockKind, Limit>>

/** What a category row stores: its level, and limits of its own where the district has set them. */
export type CategoryLimits = Limits & { level?: LimitLevel }

type Source = { name: string; says: string; basis: 'localLaw' | 'standard' | 'localRule' | 'customary' }

const BEIJING = 'DB11/T 2021—2022 征求意见稿（据 2021 年 12 月报道）'
const DANINGLU = '上海市静安区大宁路街道热线办理时限（2019）'
const CUSTOM = '通行做法，无成文依据，由各地确认'

// prettier-ignore
export const SOURCES = {
  intake:      { name: BEIJING, says: '网络诉求 2 小时内受理', basis: 'standard' },
  emergency:   { name: BEIJING, says: '突发事件 2 小时内反馈', basis: 'standard' },
  utility:     { name: BEIJING, says: '水、电、气、热 24 小时内反馈', basis: 'standard' },
  response:    { name: 'GB/T 33358—2016', says: '其他渠道 3 分钟内响应', basis: 'standard' },
  ordinary:    { name: '济南市、潍坊市 12345 条例', says: '5 个工作日内办理并答复', basis: 'localLaw' },
  complex:     { name: DANINGLU, says: '复杂事项经批准 15 个工作日', basis: 'localRule' },
  consult:     { name: DANINGLU, says: '咨询、建议 1 个工作日', basis: 'localRule' },
  contact:     { name: CUSTOM, says: '受理后 1 个工作日内先行联系诉求人', basis: 'customary' },
  intakeByDay: { name: CUSTOM, says: '社区受理岗夜间无人，2 小时受理按工作时间计', basis: 'customary' },
} satisfies Record<string, Source>

const limit = (amount: number, unit: Unit, source: keyof typeof SOURCES): Limit => ({ amount, unit, source })

// prettier-ignore
export const LEVELS: Record<LimitLevel, Required<Limits>> = {
  consult: {
    accept:  limit(2, 'workingHours', 'intakeByDay'),
    contact: limit(1, 'workingDays', 'consult'),
    handle:  limit(1, 'workingDays', 'consult'),
    answer:  limit(1, 'workingDays', 'consult'),
  },
  ordinary: {
    accept:  limit(2, 'workingHours', 'intakeByDay'),
    contact: limit(1, 'workingDays', 'contact'),
    handle:  limit(5, 'workingDays', 'ordinary'),
    answer:  limit(5, 'workingDays', 'ordinary'),
  },
  complex: {
    accept:  limit(2, 'workingHours', 'intakeByDay'),
    contact: limit(1, 'workingDays', 'contact'),
    handle:  limit(15, 'workingDays', 'complex'),
    answer:  limit(15, 'workingDays', 'complex'),
  },
  utility: {
    accept:  limit(2, 'naturalHours', 'intake'),
    contact: limit(24, 'naturalHours', 'utility'),
    handle:  limit(24, 'naturalHours', 'utility'),
    answer:  limit(24, 'naturalHours', 'utility'),
  },
  emergency: {
    accept:  limit(3, 'naturalMinutes', 'response'),
    contact: limit(2, 'emergencyHours', 'emergency'),
    handle:  limit(2, 'emergencyHours', 'emergency'),
    answer:  limit(2, 'emergencyHours', 'emergency'),
  },
}

/**
 * The same street rule gives help and complaints 5 working days and suggestions 1. Practical matters (微实事) have no
 * limit in any source read; they get the longest, and a district sets its own.
 */
const LEVEL_OF_KIND: Record<RequestKind, LimitLevel> = {
  problem: 'ordinary',
  help: 'ordinary',
  suggestion: 'consult',
  practical: 'complex',
  urgent: 'emergency',
}

/** The limits of a request: its category's own, then those of the category's level, then those usual for its kind. */
export function limitsFor(kind: RequestKind, category: CategoryLimits = {}): Required<Limits> {
  const { level = LEVEL_OF_KIND[kind], ...own } = category
  return { ...LEVELS[level], ...own }
}

/** Where a limit's number comes from, to be shown beside it; undefined for a rule of the district's own making. */
export const sourceOf = (limit: Limit): Source | undefined =>
  Object.entries<Source>(SOURCES).find(([key]) => key === limit.source)?.[1]
