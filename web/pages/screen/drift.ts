/**
 * Where a wall stands a little off its place, minute by minute, so that nothing burns in: a slow round of nine spots, each next
 * to the one before. Custom: panels ask for some pixels every few minutes.
 */
export const DRIFT_MINUTES = 3
const FAR = 6
// prettier-ignore
const ROUND = [[0, 0], [1, 0], [1, 1], [0, 1], [-1, 1], [-1, 0], [-1, -1], [0, -1], [1, -1]] as const

/** In pixels of a sheet of 1920. */
export function driftAt(minutes: number): { x: number; y: number } {
  const [x, y] = ROUND[Math.floor(minutes / DRIFT_MINUTES) % ROUND.length] ?? ROUND[0]
  return { x: x * FAR, y: y * FAR }
}

const HOUR_MS = 3_600_000
const SHANGHAI_OFFSET_HOURS = 8
/** Four in the morning: nobody looks. */
const AFRESH_HOUR = 4

/** The next time after this moment that a wall begins afresh. */
export function nextAfresh(after: Date): Date {
  const hours = after.getTime() / HOUR_MS + SHANGHAI_OFFSET_HOURS - AFRESH_HOUR
  return new Date((Math.floor(hours / 24 + 1) * 24 - SHANGHAI_OFFSET_HOURS + AFRESH_HOUR) * HOUR_MS)
}
