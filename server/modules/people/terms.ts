/**
 * When a post may be given to somebody, and how a term ends. Terms are whole days, the last one included.
 * Source: docs/capabilities/people-and-posts.md, "Terms".
 */
import type { PostKind } from '#contracts/rights.ts'
import { AppError } from '#platform/errors.ts'

export type Term = { id: string; personId: string; fromOn: string; toOn: string | null }
export type NewTerm = Omit<Term, 'id'>

/** One person answers for the area; a second one would leave everybody to the other. */
const HELD_BY_ONE: readonly PostKind[] = ['compoundSecretary', 'areaLead', 'buildingHead', 'gridWorker']

/** @throws term_dates_wrong, post_already_held */
export function checkTerm(kind: PostKind, terms: readonly Term[], term: NewTerm, today: string): void {
  const { fromOn, toOn, personId } = term
  if (!isDay(fromOn) || (toOn !== null && !isDay(toOn))) throw new AppError('term_dates_wrong')
  if (toOn !== null && (toOn < fromOn || toOn < today)) throw new AppError('term_dates_wrong', { field: 'toOn' })
  const inTheWay = (other: Term) => overlap(other, term) && (other.personId === personId || HELD_BY_ONE.includes(kind))
  if (terms.some(inTheWay)) throw new AppError('post_already_held')
}

/** What ending a term now leaves of it: the last full day was yesterday, so its rights are gone at once; null when no day is left. */
export function endNow({ fromOn, toOn }: Term, yesterday: string): { toOn: string } | null {
  if (fromOn > yesterday) return null
  return { toOn: toOn !== null && toOn < yesterday ? toOn : yesterday }
}

const overlap = (a: NewTerm, b: NewTerm) =>
  (a.toOn === null || b.fromOn <= a.toOn) && (b.toOn === null || a.fromOn <= b.toOn)

/** A day that exists: the contract's pattern lets 2026-02-31 through. */
const isDay = (on: string) => {
  const day = new Date(`${on}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(on)
}
