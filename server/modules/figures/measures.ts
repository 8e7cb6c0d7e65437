/**
 * What a request counts for, as a function of its present row. Read MEASURES as a table: a code, its condition, and the same
 * condition in SQL on `request r`. The first decides what a step changes; the second recounts, rebuilds and lists the rows
 * behind. figures.test.ts holds both together, on every row of random histories.
 * Source: docs/capabilities/figures.md, which says in words what each line says here.
 */
import type { Measure, TIMED_STAGES } from '#contracts/figures.ts'
import type { RequestRow } from '#server/db/schema.gen.ts'

/** What the figures read of a request; the module knows no more of it. */
export type CountedRow = Pick<
  RequestRow,
  | 'subdistrict_id' | 'community_id' | 'compound_id' | 'grid_id' | 'category_code' | 'channel' | 'lead_organisation_id'
  | 'created_at' | 'sent_at' | 'taken_on_at' | 'done_at' | 'heard_at' | 'closed_at' | 'exempted_at'
  | 'outcome' | 'confirmed_by' | 'round' | 'joiner_count' | 'urge_count' | 'judged' | 'late'
  | 'said_solved' | 'said_satisfied' | 'not_reached' | 'returned' | 'absorbed' | 'on_the_spot'
> // prettier-ignore

/** Kinds of clocks as bits of `judged` and `late`. */
export const CLOCK_BITS = { accept: 1, contact: 2, handle: 4, answer: 8 } as const

type Rule = { is: (row: CountedRow) => boolean; sql: string }
const rule = (sql: string, is: Rule['is']): Rule => ({ is, sql })
const always = rule('true', () => true)

/** Judged in no round as late; a clock that is still running, or was called off in time, is in neither. */
const met = (bit: number) =>
  rule(
    `(r.judged & ${bit}) <> 0 AND (r.late & ${bit}) = 0`,
    (row) => (row.judged & bit) !== 0 && (row.late & bit) === 0,
  )
const late = (bit: number) => rule(`(r.late & ${bit}) <> 0`, (row) => (row.late & bit) !== 0)
const outcome = (word: string) => rule(`r.outcome = '${word}'`, (row) => row.outcome === word)
/** Who had the last word at closing; a withdrawal is nobody's confirmation. */
const closedBy = (word: string) =>
  rule(
    `r.confirmed_by = '${word}' AND r.outcome <> 'withdrawn'`,
    (row) => row.confirmed_by === word && row.outcome !== 'withdrawn',
  )

// prettier-ignore
export const MEASURES = {
  received: {
    received:    always,
    sent:        rule('r.sent_at IS NOT NULL', (row) => row.sent_at !== null),
    takenOn:     rule('r.taken_on_at IS NOT NULL', (row) => row.taken_on_at !== null),
    done:        rule('r.done_at IS NOT NULL', (row) => row.done_at !== null),
    heard:       rule('r.heard_at IS NOT NULL', (row) => row.heard_at !== null),
    confirmed:   rule('r.heard_at IS NOT NULL AND r.said_solved', (row) => row.heard_at !== null && row.said_solved === true),
    acceptMet:   met(CLOCK_BITS.accept),
    acceptLate:  late(CLOCK_BITS.accept),
    contactMet:  met(CLOCK_BITS.contact),
    contactLate: late(CLOCK_BITS.contact),
    repeated:    rule('(r.joiner_count > 0 OR r.absorbed)', (row) => row.joiner_count > 0 || row.absorbed),
    urged:       rule('r.urge_count > 0', (row) => row.urge_count > 0),
  },
  closed: {
    closed:        always,
    solved:        outcome('solved'),
    explained:     outcome('explained'),
    notOurs:       outcome('notOurs'),
    duplicate:     outcome('duplicate'),
    withdrawn:     outcome('withdrawn'),
    handleMet:     met(CLOCK_BITS.handle),
    handleLate:    late(CLOCK_BITS.handle),
    byReporter:    closedBy('reporter'),
    byCallBack:    closedBy('callBack'),
    bySilence:     closedBy('silence'),
    byStaff:       closedBy('staff'),
    asked:         rule('r.heard_at IS NOT NULL', (row) => row.heard_at !== null),
    saidSolved:    rule('r.heard_at IS NOT NULL AND r.said_solved', (row) => row.heard_at !== null && row.said_solved === true),
    saidSatisfied: rule('r.heard_at IS NOT NULL AND r.said_satisfied', (row) => row.heard_at !== null && row.said_satisfied === true),
    notReached:    rule('r.not_reached AND r.heard_at IS NULL', (row) => row.not_reached && row.heard_at === null),
    reopened:      rule('r.round > 1', (row) => row.round > 1),
    returned:      rule('r.returned', (row) => row.returned),
    onTheSpot:     rule('r.on_the_spot AND r.round = 1', (row) => row.on_the_spot && row.round === 1),
  },
  exempted: {
    exempted: always,
  },
} satisfies Record<string, Partial<Record<Measure, Rule>>>

export type Family = keyof typeof MEASURES
/** The moment whose day a measure counts on; a request without it does not count. */
export const MOMENT = { received: 'created_at', closed: 'closed_at', exempted: 'exempted_at' } as const

export const FAMILIES = Object.entries(MEASURES) as [Family, Partial<Record<Measure, Rule>>][] // the entries of a constant
export const familyOf = (measure: Measure): Family => FAMILIES.find(([, rules]) => measure in rules)?.[0] ?? 'received'
export const sqlOf = (measure: Measure): string =>
  FAMILIES.flatMap(([, rules]) => rules[measure]?.sql ?? [])[0] ?? 'false'
/** takenOn → taken_on: a column of figure_cell. */
export const columnOf = (measure: Measure): string => measure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** How long a step took: from one moment to the next. */
export const TIMED = {
  sent: ['created_at', 'sent_at'],
  takenOn: ['sent_at', 'taken_on_at'],
  done: ['taken_on_at', 'done_at'],
  heard: ['done_at', 'heard_at'],
} as const satisfies Record<(typeof TIMED_STAGES)[number], readonly [keyof CountedRow, keyof CountedRow]>
