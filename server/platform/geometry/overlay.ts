/** Outlines laid over each other: where two overlap, what of the ground none of them covers, and whether one is sound. */
import { difference, intersection, union } from 'polyclip-ts'
import type { Outline } from './convert.ts'
import { crosses } from './crossing.ts'
import { areaOf, groundAround, type Flat } from './flat.ts'

/** Narrower than a doorstep: rounding and tracing, no ground that anybody would miss. */
const SLIVER_M2 = 3

export const areaM2 = (outline: Outline): number => areaOf(groundAround([outline]).flatOf(outline))

/** Pairs of outlines, by their place in the list, that both claim some ground. */
export function overlapsOf(outlines: readonly (Outline | null)[]): { first: number; second: number; areaM2: number }[] {
  const drawn = outlines.filter((outline) => outline !== null)
  if (drawn.length < 2) return []
  const ground = groundAround(drawn)
  const flats = outlines.map((outline) => (outline ? ground.flatOf(outline) : undefined))
  return flats.flatMap((a, first) =>
    flats.flatMap((b, second) => {
      if (!a || !b || second <= first || !mayMeet(a, b)) return []
      const area = areaOf(intersection(a, b) as Flat) // its points are pairs as well
      return area > SLIVER_M2 ? [{ first, second, areaM2: Math.round(area) }] : []
    }),
  )
}

/** What of the ground lies in none of the outlines. */
export function holesOf(scope: Outline, outlines: readonly (Outline | null)[]): { outline: Outline; areaM2: number }[] {
  const drawn = outlines.filter((outline) => outline !== null)
  const ground = groundAround([scope])
  const left = difference(ground.flatOf(scope), ...drawn.map(ground.flatOf)) as Flat // its points are pairs as well
  return left.flatMap((polygon) => {
    const area = areaOf([polygon])
    const outline = isWide([polygon]) ? ground.outlineOf([polygon]) : null
    return outline && area > SLIVER_M2 ? [{ outline, areaM2: Math.round(area) }] : []
  })
}

/** The part of each outline that lies in the ground and in none of the others given. */
export function clipped(outline: Outline, { within, without }: { within?: Outline; without: readonly Outline[] }) {
  const ground = groundAround([outline])
  const inside = within ? intersection(ground.flatOf(outline), ground.flatOf(within)) : ground.flatOf(outline)
  return ground.outlineOf(difference(inside, ...without.map(ground.flatOf)) as Flat) // its points are pairs as well
}

export function joined(outlines: readonly Outline[]): Outline | null {
  if (outlines.length === 0) return null
  const ground = groundAround(outlines)
  const [first, ...others] = outlines.map(ground.flatOf)
  return first ? ground.outlineOf(union(first, ...others) as Flat) : null // its points are pairs as well
}

/** Holds some ground, and none of its sides cross. */
export function isSound(outline: Outline): boolean {
  const flat = groundAround([outline]).flatOf(outline)
  const area = areaOf(flat)
  if (!Number.isFinite(area) || area < SLIVER_M2 || flat.some((rings) => rings.some((ring) => ring.length < 4)))
    return false
  return !flat.some(crosses)
}

/** A gap along a border is long and thin: nobody could stand in it. */
function isWide(flat: Flat): boolean {
  const around = flat.flat().reduce(
    (sum, ring) =>
      sum +
      ring.reduce((all, [x, y], at) => {
        const [beforeX, beforeY] = ring[at - 1] ?? [x, y]
        return all + Math.hypot(x - beforeX, y - beforeY)
      }, 0),
    0,
  )
  return (2 * areaOf(flat)) / around > 0.2
}

function mayMeet(a: Flat, b: Flat): boolean {
  const [p, q] = [extent(a), extent(b)]
  return p.west < q.east && q.west < p.east && p.south < q.north && q.south < p.north
}

function extent(flat: Flat) {
  const spots = flat.flat(2)
  const xs = spots.map(([x]) => x)
  const ys = spots.map(([, y]) => y)
  return { west: Math.min(...xs), east: Math.max(...xs), south: Math.min(...ys), north: Math.max(...ys) }
}
