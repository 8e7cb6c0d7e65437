/** Where a request counts, on which days, for what; and the difference that a step makes. Pure. */
import { TIMED_STAGES } from '#contracts/figures.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import { FAMILIES, MOMENT, TIMED, type CountedRow } from './measures.ts'
import { timeOf } from './times.ts'

/** The places above it, and what cuts it. Two requests of the same standing move the same cells. */
export type Standing = {
  subdistrict_id: string | null
  community_id: string | null
  compound_id: string | null
  grid_id: string | null
  category_code: string
  channel: string
  organisation_id: string
}
/** Columns of figure_change besides its keys. */
export type Change = Standing & { days: string[]; counted: string[]; deltas: number[] }

/** In a change a time is its number behind this letter, any other word is a measure. */
export const TIME_LETTER = '#'

export const standingOf = (row: CountedRow): Standing => ({
  subdistrict_id: row.subdistrict_id,
  community_id: row.community_id,
  compound_id: row.compound_id,
  grid_id: row.grid_id,
  category_code: row.category_code ?? '',
  channel: row.channel,
  organisation_id: row.lead_organisation_id ?? '',
})

/** Everything that the request counts for: the day and the code. */
export function countedIn(row: CountedRow): [day: string, code: string][] {
  const counted: [string, string][] = []
  for (const [family, rules] of FAMILIES) {
    const moment = row[MOMENT[family]]
    if (!moment) continue
    const day = dayOf(moment)
    for (const [measure, { is }] of Object.entries(rules)) if (is(row)) counted.push([day, measure])
  }
  const day = dayOf(row.created_at)
  for (const stage of TIMED_STAGES) {
    const [from, to] = TIMED[stage].map((moment) => row[moment])
    if (from && to) counted.push([day, `${TIME_LETTER}${timeOf(stage, Date.parse(to) - Date.parse(from))}`])
  }
  return counted
}

/** The days of recent steps are asked again and again. */
const days = new Map<string, string>()
function dayOf(at: string): string {
  const known = days.get(at)
  if (known) return known
  if (days.size > 1000) days.clear()
  const day = shanghaiToday(new Date(at))
  days.set(at, day)
  return day
}

/** What is to be added: nothing when nothing differs, one change normally, two when the request moved elsewhere. */
export function difference(before: CountedRow | null, after: CountedRow | null): Change[] {
  const was = before && standingOf(before)
  const is = after && standingOf(after)
  const minus = before ? countedIn(before) : []
  const plus = after ? countedIn(after) : []
  if (was && is && !sameStanding(was, is)) return [changeOf(was, sums([], minus)), changeOf(is, sums(plus, []))]
  const stands = is ?? was
  const rest = sums(plus, minus)
  return stands && rest.size > 0 ? [changeOf(stands, rest)] : []
}

type Entry = readonly [day: string, code: string]

function sums(plus: readonly Entry[], minus: readonly Entry[]): Map<string, [...Entry, number]> {
  const found = new Map<string, [...Entry, number]>()
  const add = ([day, code]: Entry, by: number) => {
    const key = `${day}${code}`
    const n = (found.get(key)?.[2] ?? 0) + by
    if (n === 0) found.delete(key)
    else found.set(key, [day, code, n])
  }
  for (const one of plus) add(one, 1)
  for (const one of minus) add(one, -1)
  return found
}

const changeOf = (standing: Standing, entries: ReadonlyMap<string, [...Entry, number]>): Change => {
  const all = [...entries.values()]
  return {
    ...standing,
    days: all.map(([day]) => day),
    counted: all.map(([, code]) => code),
    deltas: all.map(([, , n]) => n),
  }
}

const sameStanding = (a: Standing, b: Standing) =>
  (Object.keys(a) as (keyof Standing)[]).every((key) => a[key] === b[key]) // the keys of the type
