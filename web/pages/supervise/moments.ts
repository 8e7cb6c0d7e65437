/** Moments as a datetime field writes them, in the time of the place whatever the computer's own zone is. */
import { midnightBefore } from '#web/texts/time.ts'

const HOUR_MS = 3_600_000
const SHANGHAI = '+08:00'

/** 17:00 in so many days. */
export const atHourInDays = (now: Date, days: number, hour: number): Date =>
  new Date(midnightBefore(now).getTime() + (days * 24 + hour) * HOUR_MS)

/** 2026-11-23T17:00 in Shanghai. */
export const toField = (at: Date): string => new Date(at.getTime() + 8 * HOUR_MS).toISOString().slice(0, 16)

export const fromField = (text: string): Date => new Date(`${text}:00${SHANGHAI}`)
