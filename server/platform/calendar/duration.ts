/**
 * Adding and measuring time in the six units in which Chinese limits are written.
 *
 * Two measures lie beneath them: natural time (自然时间) runs always, working time (工作时间) only in working hours.
 * Steps are whole days, never minutes, because deadlines are computed on every write.
 */
import { DAY, HOUR, MINUTE, instant, localDay, localTime, type Calendar } from './calendar.ts'

export type Unit = 'naturalMinutes' | 'naturalHours' | 'naturalDays' | 'workingHours' | 'workingDays' | 'emergencyHours'

export type Duration = { amount: number; unit: Unit }

/** Length of a unit, and the time in which it runs. A working day has no fixed length: the calendar gives it. */
// prettier-ignore
const UNITS: Record<Unit, { isWorking: boolean; length: number | 'ofWorkingDay' }> = {
  naturalMinutes: { isWorking: false, length: MINUTE },
  naturalHours:   { isWorking: false, length: HOUR },
  naturalDays:    { isWorking: false, length: DAY },            // ends at the same clock time n days later
  emergencyHours: { isWorking: false, length: HOUR },           // 紧急工作时: clock hours, day and night
  workingHours:   { isWorking: true,  length: HOUR },           // 工作时
  workingDays:    { isWorking: true,  length: 'ofWorkingDay' }, // 工作日: see CalendarSettings.workingDayLimit
}

/** Whether a unit is counted in working time. */
export const isWorkingUnit = (unit: Unit) => UNITS[unit].isWorking

/**
 * The instant at which a duration that begins at `start` has run out: the earliest one, so a limit used up at closing
 * time ends then and not at the next opening. Nothing added is `start` itself, also outside working hours.
 */
export function addDuration(start: Date, duration: Duration, calendar: Calendar): Date {
  const { amount, unit } = duration
  if (!(amount >= 0)) throw new RangeError(`a duration cannot be ${amount} ${unit}`)
  const { length } = UNITS[unit]
  if (length !== 'ofWorkingDay') return addTime(start, Math.round(amount * length), unit, calendar)
  if (calendar.workingDayLimit === 'closeOfNthDay') return closeOfNthDay(start, amount, calendar)
  return addTime(start, Math.round(amount * calendar.dayLength), unit, calendar)
}

/** Milliseconds from `from` to `to`, of working time when the unit is a working one; negative when `to` is earlier. */
export function durationBetween(from: Date, to: Date, unit: Unit, calendar: Calendar): number {
  if (!isWorkingUnit(unit)) return to.getTime() - from.getTime()
  return from <= to ? workingTime(from, to, calendar) : -workingTime(to, from, calendar)
}

/** The inverse of `durationBetween`: `start` plus milliseconds of the unit's own kind of time. */
export function addTime(start: Date, ms: number, unit: Unit, calendar: Calendar): Date {
  return isWorkingUnit(unit) ? addWorkingTime(start, ms, calendar) : new Date(start.getTime() + ms)
}

function addWorkingTime(start: Date, ms: number, calendar: Calendar): Date {
  if (ms <= 0) return start
  let day = localDay(start, calendar)
  let left = ms + (calendar.isWorkday(day) ? workedBefore(localTime(start, calendar), calendar) : 0)
  while (!calendar.isWorkday(day) || left > calendar.dayLength) {
    if (calendar.isWorkday(day)) left -= calendar.dayLength
    day++
  }
  return instant(day, timeWhenWorked(left, calendar), calendar)
}

function workingTime(from: Date, to: Date, calendar: Calendar): number {
  const first = localDay(from, calendar)
  const last = localDay(to, calendar)
  let worked = calendar.isWorkday(last) ? workedBefore(localTime(to, calendar), calendar) : 0
  if (calendar.isWorkday(first)) worked -= workedBefore(localTime(from, calendar), calendar)
  for (let day = first; day < last; day++) if (calendar.isWorkday(day)) worked += calendar.dayLength
  return worked
}

/** The day of the start is not counted (Civil Code Art. 201); the last day ends when business does (Art. 203). */
function closeOfNthDay(start: Date, days: number, calendar: Calendar): Date {
  if (!Number.isInteger(days)) throw new RangeError(`working days are counted whole, not ${days}`)
  if (days === 0) return start
  let day = localDay(start, calendar)
  for (let left = days; left > 0;) if (calendar.isWorkday(++day)) left--
  return instant(day, timeWhenWorked(calendar.dayLength, calendar), calendar)
}

/** Working time of a workday that lies before a time of day. */
function workedBefore(time: number, calendar: Calendar): number {
  let worked = 0
  for (const { from, to } of calendar.spans) if (time > from) worked += Math.min(time, to) - from
  return worked
}

/** The earliest time of a workday at which that much has been worked. */
function timeWhenWorked(worked: number, calendar: Calendar): number {
  let left = worked
  for (const { from, to } of calendar.spans) {
    if (left <= to - from) return from + left
    left -= to - from
  }
  throw new RangeError(`a workday has no ${worked} ms of working time`)
}
