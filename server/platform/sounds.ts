/**
 * How Chinese names sound when typed without tones: whole syllables and initials, 桂园物业 → guiyuanwuye and gywy.
 * Computed once a name and process: it costs some 30 µs, and names of places and organisations hardly change.
 */
import { pinyin } from 'pinyin-pro'

export type Sounds = { whole: string; initials: string }

const MOST_KEPT = 50_000
const kept = new Map<string, Sounds>()

export function soundsOf(name: string): Sounds {
  const known = kept.get(name)
  if (known) return known
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).map((one) =>
    one.toLowerCase().replaceAll(/\s/g, ''),
  )
  const sounds = {
    whole: syllables.join(''),
    initials: syllables.map((one) => (/^\d/.test(one) ? one : one.slice(0, 1))).join(''),
  }
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(name, sounds)
  return sounds
}

/** 0 when the typed letters are the whole name or its initials, 1 when it begins so, 2 when it holds them; undefined otherwise. */
export function rankOfSound(name: string, letters: string): number | undefined {
  const { whole, initials } = soundsOf(name)
  if (whole === letters || initials === letters) return 0
  if (whole.startsWith(letters) || initials.startsWith(letters)) return 1
  return whole.includes(letters) || initials.includes(letters) ? 2 : undefined
}

/** Letters only: somebody types a sound, not a name or a number. */
export const isSound = (text: string): boolean => /^[a-zü]{2,}$/.test(text)
