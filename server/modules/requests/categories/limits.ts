/**
 * Limits that a category has of its own; a category without any takes those of the request's kind (clock/limits.ts,
 * which also holds the levels and their sources). When only `handle` differs, `answer` follows it.
 */
import type { CategoryLimits, Limit } from '../clock/limits.ts'

const both = (limit: Limit): CategoryLimits => ({ handle: limit, answer: limit })

export const SUPPLY: CategoryLimits = { level: 'utility' }
export const CONSULTATION: CategoryLimits = { level: 'consult' }
export const HARD: CategoryLimits = { level: 'complex' }
export const EMERGENCY: CategoryLimits = { level: 'emergency' }

export const BURST_PIPE: CategoryLimits = {
  ...EMERGENCY,
  ...both({ amount: 8, unit: 'emergencyHours', source: '四川大英数字城管部件事件表：爆管 8 紧急工作时修复' }),
}
export const OPEN_SHAFT = both({
  amount: 24,
  unit: 'naturalHours',
  source: '通行做法，无成文依据：危及行人，按水电气热 24 小时',
})
export const ILLEGAL_PARKING = both({
  amount: 3,
  unit: 'emergencyHours',
  source: '四川大英数字城管部件事件表：违章停车 3 紧急工作时',
})
export const EXPOSED_LITTER = both({
  amount: 4,
  unit: 'workingHours',
  source: '数字城管事件表：暴露垃圾 4 工作时',
})
export const SHED = both({
  amount: 20,
  unit: 'workingDays',
  source: '数字城管事件表：占道亭棚 20 工作日',
})
