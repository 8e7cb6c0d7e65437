/**
 * How long a session lives, by what its person may do: short for desks that open other people's data.
 * Source: OWASP ASVS 5.0 7.3.1–7.3.2 (idle and absolute end, by risk); the figures are those of docs/operations.md.
 */
import type { PostKind } from '#contracts/rights.ts'
import { DAY, HOUR, MINUTE } from '#platform/calendar/calendar.ts'

/** Posts held at a desk: they see other people's data, or manage the system. */
export const DESK_POSTS: readonly PostKind[] = [
  'communityStaff',
  'followUpStaff',
  'compoundSecretary',
  'branchSecretary',
  'instructor',
  'unitUser',
  'subdistrictSupervisor',
  'districtSupervisor',
  'auditor',
  'operator',
]

// prettier-ignore
const LIFE = {
  staff:    { idleMs: 30 * MINUTE, longestMs: 12 * HOUR, atOnce: 3 },
  resident: { idleMs: 14 * DAY,    longestMs: 90 * DAY,  atOnce: 10 },
}

export const isStaff = (kinds: readonly PostKind[]): boolean => kinds.some((kind) => DESK_POSTS.includes(kind))
export const lifeOf = (staff: boolean) => (staff ? LIFE.staff : LIFE.resident)

/** Whoever has been given a desk since signing in is held to the desk's short life at once. */
export function isOver(session: { createdAt: string; lastSeenAt: string }, staff: boolean, now: Date): boolean {
  const { idleMs, longestMs } = lifeOf(staff)
  const age = (since: string) => now.getTime() - Date.parse(since)
  return age(session.lastSeenAt) >= idleMs || age(session.createdAt) >= longestMs
}
