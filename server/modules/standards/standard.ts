/**
 * What a standard is: a row of the pack with its words, source and numbers, what it counts, how it judges, and the page that
 * mends a gap. Judging is pure and knows numbers only, so that its borders can be tried one by one.
 * Source: docs/capabilities/standards.md.
 */
import type { Facts, FindingState, Severity, SOURCE_MARKS, StandardId, Task } from '#contracts/standards.ts'
import type { Area } from './area.ts'

export type Both = { zh: string; en: string }
/** A number or a list of names that a district may set otherwise. */
export type Parameter = { default: number; words: Both } | { default: readonly string[]; words: Both }
type Parameters = Record<string, Parameter>
export type ValuesOf<P extends Parameters> = {
  readonly [K in keyof P]: P[K]['default'] extends number ? number : readonly string[]
}

/** Something that a standard is asked of: a building, an organisation, or the area itself. */
export type Subject<C extends Facts> = { id: string; name: string; counted: C }
export type Verdict = { state: FindingState; gap: Facts }
export const MET: Verdict = { state: 'met', gap: {} }
export const gap = (facts: Facts = {}): Verdict => ({ state: 'gap', gap: facts })
export const conflict = (facts: Facts): Verdict => ({ state: 'conflict', gap: facts })
export const notHere = (why: string): Verdict => ({ state: 'notApplicable', gap: { why } })

export type Row<P extends Parameters, C extends Facts> = {
  id: StandardId
  rule: string
  title: Both
  text: Both
  source: Both & { mark: (typeof SOURCE_MARKS)[number] }
  severity: Severity
  /** Not counted until a district turns it on. */
  off?: boolean
  parameters: P
  count: (area: Area, values: ValuesOf<P>, today: string) => readonly Subject<C>[]
  judge: (counted: C, values: ValuesOf<P>) => Verdict
  task?: (subject: Subject<C>, gap: Facts, area: Area) => Task
}

export type Checked = Subject<Facts> & { verdict: Verdict; task: Task | null }
export type Setting = { off: boolean; parameters: Record<string, number | readonly string[]>; reason: string }
/** A row as lists hold it, whatever it counts. */
export type Standard = Omit<Row<Parameters, Facts>, 'count' | 'judge' | 'task'> & {
  check: (area: Area, set: Setting | undefined, today: string) => readonly Checked[]
}

/** Keeps what a row counts and what it judges of one type, then lets the type go. */
export function standard<const P extends Parameters, C extends Facts>(row: Row<P, C>): Standard {
  const { count, judge, task, ...words } = row
  return {
    ...words,
    check(area, set, today) {
      const values = valuesOf(row.parameters, set)
      return count(area, values, today).map((subject) => {
        const verdict = judge(subject.counted, values)
        const mends = verdict.state === 'gap' && task
        return { ...subject, verdict, task: mends ? mends(subject, verdict.gap, area) : null }
      })
    },
  }
}

/** The pack's numbers, or this district's where it set its own. */
export function valuesOf<P extends Parameters>(parameters: P, set: Setting | undefined): ValuesOf<P> {
  const values = Object.entries(parameters).map(([key, { default: usual }]) => [key, set?.parameters[key] ?? usual])
  return Object.fromEntries(values) as ValuesOf<P> // the settings were checked against the pack when they were saved
}

/** A number from the law or from a report, with what it counts. */
export const number = (standard: number, zh: string, en: string) => ({ default: standard, words: { zh, en } })
export const itself = <C extends Facts>({ place: { id, name } }: Area, counted: C): readonly Subject<C>[] => [
  { id, name, counted },
]

const LAW = 'law'
export const BRANCH_RULES = {
  mark: LAW,
  zh: '《中国共产党支部工作条例（试行）》',
  en: 'Regulation on Party Branches (trial)',
} as const
export const COMPOUND_STANDARDS = {
  mark: 'report',
  zh: '椒江区小区党支部建设标准',
  en: 'Compound branch standards of Jiaojiang District',
} as const
export const AREA_REPORT = {
  mark: 'report',
  zh: '铜官区小区治理做法：划片区、联户',
  en: 'Tongguan District: areas and households a member',
} as const
export const GRID_REPORT = {
  mark: 'report',
  zh: '瑶海区明光路街道网格做法',
  en: 'Mingguanglu Subdistrict: grids',
} as const
export const PAIRING_REPORT = {
  mark: 'report',
  zh: '佛坪县七级责任与结对做法',
  en: 'Foping County: seven levels and pairing',
} as const
export const CUSTOM = { mark: 'custom', zh: '习惯值，可改', en: 'customary, may be changed' } as const
