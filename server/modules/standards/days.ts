/** Calendar days between two dates of the same calendar. */
import { DAY } from '#platform/calendar/calendar.ts'

export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY)

export const daysBefore = (on: string, days: number): string =>
  new Date(Date.parse(on) - days * DAY).toISOString().slice(0, 10)
