/**
 * How long each step may take, as data. Most specific wins: category, then kind.
 * Sources: 北京市接诉即办工作条例; DB11/T 2021-2022 (as published in the press, 2021-12); 济南市 and 潍坊市 12345 条例;
 * 静安大宁路街道 2019; GB/T 33358-2016; 数字城管 (GB/T 30428 tables of 四川大英 and others).
 * Where no source gives a number the row says so; a tenant replaces any of them with its own rule.
 */
import type { Limits, RequestKind } from './shape.ts'

const NO_SOURCE = 'Our default, no rule gives a number'
const BEIJING = 'DB11/T 2021-2022'
const JINAN = '济南市 12345 条例: done and answered in 5 working days'
const DANING = '静安大宁路街道 2019'
const CITY = '数字城管 part and event table (四川大英)'

/** When a category is silent: the limits of the request's kind. */
export const KIND_LIMITS: Record<RequestKind, Limits> = {
  problem: {
    accept: { amount: 2, unit: 'workingHours', source: `${BEIJING}: net intake within 2 h; counted in duty hours` },
    contact: { amount: 1, unit: 'workingDays', source: NO_SOURCE },
    handle: { amount: 5, unit: 'workingDays', source: JINAN },
    answer: { amount: 7, unit: 'naturalDays', source: `${BEIJING}: ordinary requests 7 days` },
  },
  help: {
    accept: { amount: 2, unit: 'workingHours', source: `${BEIJING}: net intake within 2 h; counted in duty hours` },
    contact: { amount: 1, unit: 'workingDays', source: NO_SOURCE },
    handle: { amount: 5, unit: 'workingDays', source: `${DANING}: help and complaint 5 working days` },
  },
  suggestion: {
    accept: { amount: 1, unit: 'workingDays', source: `${DANING}: consulting and suggesting 1 working day` },
    answer: { amount: 15, unit: 'naturalDays', source: `${BEIJING}: hard requests 15 days` },
  },
  practical: {
    accept: { amount: 1, unit: 'workingDays', source: NO_SOURCE },
    handle: { amount: 15, unit: 'naturalDays', source: `${BEIJING}: hard requests 15 days` },
  },
  urgent: {
    accept: { amount: 3, unit: 'naturalMinutes', source: 'GB/T 33358-2016: other media answered within 3 min' },
    contact: { amount: 15, unit: 'naturalMinutes', source: NO_SOURCE },
    answer: { amount: 2, unit: 'naturalHours', source: `${BEIJING}: emergencies 2 h` },
  },
}

/** Water, power, gas, heat: a home cannot wait a week. */
export const SUPPLY: Limits = {
  handle: { amount: 24, unit: 'naturalHours', source: `${BEIJING}: water, power, gas, heat 24 h` },
  answer: { amount: 24, unit: 'naturalHours', source: `${BEIJING}: water, power, gas, heat 24 h` },
}
export const CONSULTATION: Limits = {
  answer: { amount: 1, unit: 'workingDays', source: `${DANING}: consulting 1 working day` },
}
export const BURST_PIPE: Limits = {
  contact: { amount: 3, unit: 'emergencyHours', source: `${CITY}: burst pipe fenced off in 3` },
  handle: { amount: 8, unit: 'emergencyHours', source: `${CITY}: burst pipe repaired in 8` },
}
export const MANHOLE: Limits = {
  contact: {
    amount: 3,
    unit: 'emergencyHours',
    source: `${CITY}: burst pipe fenced off in 3, taken for an open shaft`,
  },
}
export const ILLEGAL_PARKING: Limits = {
  handle: { amount: 3, unit: 'emergencyHours', source: `${CITY}: illegal parking 3` },
}
export const EXPOSED_LITTER: Limits = {
  handle: { amount: 4, unit: 'workingHours', source: '数字城管 event table: exposed litter 4 working hours' },
}
export const SHED: Limits = {
  handle: { amount: 20, unit: 'workingDays', source: '数字城管 event table: shop-front shed 20 working days' },
}
export const HARD: Limits = {
  handle: { amount: 15, unit: 'naturalDays', source: `${BEIJING}: hard requests 15 days` },
  answer: { amount: 15, unit: 'naturalDays', source: `${BEIJING}: hard requests 15 days` },
}
export const EMERGENCY: Limits = {
  accept: { amount: 3, unit: 'naturalMinutes', source: 'GB/T 33358-2016: other media answered within 3 min' },
  answer: { amount: 2, unit: 'naturalHours', source: `${BEIJING}: emergencies 2 h` },
}
