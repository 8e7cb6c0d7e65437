/** Which place each outline of a file belongs to, by id, code or name, and what becomes of it. Pure. */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { importOutlines } from '#contracts/grids.ts'
import type { ReadFeature } from '#platform/geometry/geojson.ts'
import { partOf } from '../home-words.ts'
import type { Place } from '../tree.ts'

export type Fate = ReplyOf<typeof importOutlines>['features'][number]

/** 桂园小区 8 栋, 桂园小区8栋 and 桂园小区８栋 are the same. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')

/** How a place may be called, the surest first; a word that fits two places says nothing. */
const CALLED: readonly ((place: Place) => string | null)[] = [
  ({ id }) => id,
  ({ code }) => code,
  ({ fullName }) => fullName,
  ({ name }) => name,
  ({ level, name }) => (level === 'building' ? partOf(name) : null),
]

export function fatesOf(features: readonly ReadFeature[], places: readonly Place[]): Fate[] {
  const indexes = CALLED.map((called) => indexOf(places, called))
  const taken = new Set<string>()
  return features.map(({ number, name, words, outline, problem }) => {
    const fits = indexes.flatMap((index, at) =>
      words.flatMap((word) => {
        const found = index.get(plain(at === indexes.length - 1 ? partOf(word) : word))
        return found ? [found] : []
      }),
    )
    const place = fits.find((one) => one.length === 1)?.[0]
    const base = { number, name, placeId: place?.id ?? null, placeName: place?.fullName ?? null, problem, outline }
    if (problem || !outline) return { ...base, fate: 'refused' }
    if (!place) return { ...base, fate: fits.length > 0 ? 'twice' : 'unknown' }
    if (taken.has(place.id)) return { ...base, fate: 'twice' }
    taken.add(place.id)
    if (!place.outline) return { ...base, fate: 'placed' }
    return {
      ...base,
      fate: JSON.stringify(place.outline.coordinates) === JSON.stringify(outline.coordinates) ? 'same' : 'replaced',
    }
  })
}

function indexOf(places: readonly Place[], called: (place: Place) => string | null): Map<string, Place[]> {
  const index = new Map<string, Place[]>()
  for (const place of places) {
    const word = plain(called(place) ?? '')
    if (word) index.set(word, [...(index.get(word) ?? []), place])
  }
  return index
}
