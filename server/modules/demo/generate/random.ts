/**
 * Seeded randomness for the demo district: the same seed gives the same people, places and history on
 * every machine, so that a screenshot, a test and a bug report speak of the same puddle.
 * Source: mulberry32 (public domain, T. Ettinger) seeded by an FNV-1a hash of the seed and a label.
 */

export type Random = {
  /** In [0, 1). */
  next(): number
  /** Whole number, both ends included. */
  int(from: number, to: number): number
  /** Real number in [from, to). */
  real(from: number, to: number): number
  chance(probability: number): boolean
  /** @throws RangeError when the list is empty */
  pick<T>(from: readonly T[]): T
  weighted<T>(from: readonly (readonly [T, number])[]): T
  shuffled<T>(list: readonly T[]): T[]
  /** An independent stream: adding a draw in one part of the generator leaves the others as they were. */
  fork(label: string): Random
}

export function randomOf(seed: string): Random {
  let state = fnv1a(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new RangeError('nothing to pick from')
    return from[int(0, from.length - 1)] as T // the index is in range by construction
  }
  return {
    next,
    int,
    pick,
    real: (from, to) => from + next() * (to - from),
    chance: (probability) => next() < probability,
    weighted: (from) => {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of from) if ((left -= weight) < 0) return value
      return pick(from)[0]
    },
    shuffled: (list) => {
      const out = [...list]
      for (let i = out.length - 1; i > 0; i--) {
        const j = int(0, i)
        ;[out[i], out[j]] = [out[j] as (typeof out)[number], out[i] as (typeof out)[number]] // both in range
      }
      return out
    },
    fork: (label) => randomOf(`${seed}/${label}`),
  }
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
