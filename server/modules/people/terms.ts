/**
 * When a post may be given to somebody, how a term ends, and how it passes from one to the next. Terms are whole days, the
 * last one included. Source: docs/capabilities/people-and-posts.md, "Terms".
 */
import type { PostKind } from '#contracts/rights.ts'
import { AppError } from '#platform/errors.ts'

export type StandsAs = 'holder' | 'deputy'
export type Term = { id: string; personId: string; fromOn: string; toOn: string | null; standsAs: StandsAs }
export type NewTerm = Omit<Term, 'id'>
type Days = Pick<Term, 'fromOn' | 'toOn'>

/**
 * Kinds whose seats are counted: one more holder than there are seats would leave everybody to the other. All the others
 * (members, volunteers, duty, desks, units) are held by as many as there are.
 */
const COUNTED: readonly PostKind[] = [
  'compoundSecretary', 'branchSecretary', 'groupLead', 'gridLead', 'gridWorker', 'areaLead', 'buildingHead',
  'committeeChair', 'committeeMember',
] // prettier-ignore

export const hasCountedSeats = (kind: PostKind): boolean => COUNTED.includes(kind)

type Post = { kind: PostKind; seats: number }

/**
 * Deputies take no seat; but one person stands in a post once.
 *
 * @throws term_dates_wrong, post_already_held
 */
export function checkTerm({ kind, seats }: Post, terms: readonly Term[], term: NewTerm, today: string): void {
  const { fromOn, toOn, personId, standsAs } = term
  if (!isDay(fromOn) || (toOn !== null && !isDay(toOn))) throw new AppError('term_dates_wrong')
  if (toOn !== null && (toOn < fromOn || toOn < today)) throw new AppError('term_dates_wrong', { field: 'toOn' })
  const others = terms.filter((other) => overlap(other, term))
  if (others.some((other) => other.personId === personId)) throw new AppError('post_already_held')
  if (standsAs === 'deputy' || !COUNTED.includes(kind)) return
  const holding = others.filter((other) => other.standsAs === 'holder')
  // Most sit together on the day on which one of them begins.
  const days = [fromOn, ...holding.map((other) => other.fromOn).filter((day) => day > fromOn)]
  const most = Math.max(
    ...days.map((day) => holding.filter((other) => overlap(other, { fromOn: day, toOn: day })).length),
  )
  if (most >= seats) throw new AppError('post_already_held')
}

/** What ending a term now leaves of it: the last full day was yesterday, so its rights are gone at once; null when no day is left. */
export function endNow({ fromOn, toOn }: Days, yesterday: string): { toOn: string } | null {
  if (fromOn > yesterday) return null
  return { toOn: toOn !== null && toOn < yesterday ? toOn : yesterday }
}

/**
 * A post passes on: the old term ends the day before the new one begins.
 *
 * @throws term_dates_wrong when the old holder would not have held it a single day, or is gone by then anyhow
 */
export function passOn(old: Days, fromOn: string, today: string): { toOn: string } {
  const passes = isDay(fromOn) && fromOn >= today && fromOn > old.fromOn && (old.toOn === null || old.toOn >= fromOn)
  if (!passes) throw new AppError('term_dates_wrong', { field: 'fromOn' })
  return { toOn: dayBefore(fromOn) }
}

const DAY_MS = 86_400_000
export const dayBefore = (on: string): string =>
  new Date(Date.parse(`${on}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10)

const overlap = (a: Days, b: Days) => (a.toOn === null || b.fromOn <= a.toOn) && (b.toOn === null || a.fromOn <= b.toOn)

/** A day that exists: the contract's pattern lets 2026-02-31 through. */
const isDay = (on: string) => {
  const day = new Date(`${on}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(on)
}
