/**
 * Which of several standards can hold together: 339 households cannot be 5 areas × 30 members × 4 households each. Whoever
 * counts a compound against rules that exclude each other would report a failure that nobody can mend.
 * Pure. Source: rules G-R1, G-R2; docs/capabilities/standards.md, "Standards that exclude each other".
 */
export type Range = { least: number; most: number }
export type Factor<K extends string> = { key: K; range: Range }

/** What the product of the factors may be; a factor that yields may be anything from one upwards. */
export function reach(factors: readonly Range[], free: number): Range {
  const product = (of: (range: Range) => number) => factors.reduce((total, range) => total * of(range), 1)
  return { least: product(({ least }) => least), most: free > 0 ? Infinity : product(({ most }) => most) }
}

const holds = ({ least, most }: Range, total: number) => least <= total && total <= most

/**
 * The factors that can hold together for this total, and those that must yield: taken in order of standing, each is kept as
 * long as something remains possible.
 */
export function whichApply<K extends string>(total: number, inOrder: readonly Factor<K>[]) {
  const kept: Factor<K>[] = []
  const yields: Factor<K>[] = []
  for (const factor of inOrder) {
    const tried = [...kept, factor].map(({ range }) => range)
    const fits = holds(reach(tried, inOrder.length - tried.length), total)
    ;(fits ? kept : yields).push(factor)
  }
  return {
    kept,
    yields,
    all: reach(
      inOrder.map(({ range }) => range),
      0,
    ),
  }
}

/** Into how many parts of this size a total can be cut; null when into none: 550 households are too many for one grid of 300 to 500 and too few for two. */
export function partsOf(total: number, { least, most }: Range): Range | null {
  if (total <= 0 || least <= 0) return null
  const parts = { least: Math.ceil(total / most), most: Math.floor(total / least) }
  return parts.least <= parts.most ? parts : null
}
