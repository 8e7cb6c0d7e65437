/** The work list's order: by clock. What is late stands first, then what is soon, today, later, and what has no clock running. */
import type { RequestRow } from '#contracts/requests.ts'
import { day } from '#web/texts/time.ts'

export const GROUPS = ['late', 'soon', 'today', 'later', 'none'] as const
export type Group = (typeof GROUPS)[number]
type Clocked = Pick<RequestRow, 'dueAt' | 'amberAt' | 'paused' | 'closedAt'>

export function groupOf({ dueAt, amberAt, paused, closedAt }: Clocked, now: Date): Group {
  if (!dueAt || paused || closedAt) return 'none'
  if (now >= new Date(dueAt)) return 'late'
  if (amberAt && now >= new Date(amberAt)) return 'soon'
  return day(dueAt, now) === day(now, now) ? 'today' : 'later'
}

export type Item = { head: Group; count: number } | { row: RequestRow; group: Group }

/** Rows under their heads; within a group the server's order stays. Without heads when sorted otherwise. */
export function itemsOf(rows: readonly RequestRow[], now: Date, byClock: boolean): Item[] {
  const all = rows.map((row) => ({ row, group: groupOf(row, now) }))
  if (!byClock) return all
  return GROUPS.flatMap((head): Item[] => {
    const own = all.filter(({ group }) => group === head)
    return own.length > 0 ? [{ head, count: own.length }, ...own] : []
  })
}
