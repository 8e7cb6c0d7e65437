/**
 * The axis of a chart: round steps that hold all values. It starts at zero unless the values lie so close together, far from
 * zero, that a line would be flat; whoever draws it then says where it starts (look.md: a broken axis is said).
 */
export type Scale = {
  from: number
  to: number
  ticks: readonly number[]
  /** Share of the axis, 0 at its foot and 1 at its top. */
  at: (value: number) => number
}

/** A line is flat when its values take less than this part of an axis from zero. */
const FLAT_PART = 0.35
/** Steps that people count in. */
const ROUND = [1, 2, 2.5, 5, 10] as const

export function scaleOf(values: readonly number[], { whole = false, broken = true, steps = 4 } = {}): Scale {
  const most = Math.max(0, ...values)
  const least = values.length > 0 ? Math.min(...values) : 0
  const breaks = broken && least > 0 && (most - least) / most < FLAT_PART && most !== least
  const step = roundStep((most - (breaks ? least : Math.min(0, least))) / steps || 1, whole)
  const from = Math.floor((breaks ? least : Math.min(0, least)) / step) * step
  const to = Math.max(Math.ceil(most / step) * step, from + step)
  const count = Math.round((to - from) / step)
  return {
    from: tidy(from),
    to: tidy(to),
    ticks: Array.from({ length: count + 1 }, (_, nth) => tidy(from + nth * step)),
    at: (value) => (value - from) / (to - from),
  }
}

function roundStep(least: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const step = power * (ROUND.find((one) => one * power >= least * 0.999) ?? 10)
  return whole ? Math.max(1, Math.ceil(step)) : step
}

/** Without the dust of floating point: 0.30000000000000004. */
const tidy = (value: number) => Number(value.toPrecision(12))

/** Into which of four shades a value falls by its rank among all: one far-off value does not bleach the others. */
export function rankShade(value: number | null, all: readonly number[]): 0 | 1 | 2 | 3 | 4 {
  const some = all.filter((one) => one > 0)
  if (value === null || value <= 0 || some.length === 0) return 0
  return shadeOf(some.filter((one) => one <= value).length, some.length)
}

/** Into which of five shades a value falls, in equal parts of the largest. */
export const shadeOf = (value: number, most: number): 0 | 1 | 2 | 3 | 4 =>
  value <= 0 || most <= 0 ? 0 : value <= most / 4 ? 1 : value <= most / 2 ? 2 : value <= (most * 3) / 4 ? 3 : 4
