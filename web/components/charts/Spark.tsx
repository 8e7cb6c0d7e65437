/** A rate's way over the last periods, small beside its number; the numbers are in the note at the card. A gap stays a gap. */
import { scaleOf } from './scale.ts'

const [WIDTH, HEIGHT, EDGE] = [150, 44, 5]

export function Spark({ values, label }: { values: readonly (number | null)[]; label: string }) {
  const known = values.filter((value) => value !== null)
  if (known.length < 2) return null
  const scale = scaleOf(known)
  const last = values.length - 1
  const x = (at: number) => EDGE + (at / last) * (WIDTH - 2 * EDGE)
  const y = (value: number) => EDGE + (1 - scale.at(value)) * (HEIGHT - 2 * EDGE)
  const points = values.flatMap((value, at) => (value === null ? [] : [{ at, value }]))
  const end = points.at(-1)
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <path
        d={points
          .map(({ at, value }, nth) => `${points[nth - 1]?.at === at - 1 ? 'L' : 'M'}${x(at)} ${y(value)}`)
          .join('')}
      />
      {end && <circle cx={x(end.at)} cy={y(end.value)} r={3.5} />}
    </svg>
  )
}
