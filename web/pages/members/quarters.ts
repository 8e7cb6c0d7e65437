/** The running quarter of Shanghai and the three before it, newest first. */
import { dayInShanghai } from '#web/pages/people/day.ts'

export type Quarter = { year: number; quarter: number }

export function lastQuarters(now: Date): [Quarter, Quarter, Quarter, Quarter] {
  const [year = 0, month = 1] = dayInShanghai(now).split('-').map(Number)
  const running = year * 4 + Math.ceil(month / 3) - 1
  const at = (back: number) => ({ year: Math.floor((running - back) / 4), quarter: ((running - back) % 4) + 1 })
  return [at(0), at(1), at(2), at(3)]
}

export const quarterKey = ({ year, quarter }: Quarter): string => `${year}-${quarter}`
