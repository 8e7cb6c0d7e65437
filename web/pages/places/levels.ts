/** Which levels are entered by hand inside which; grids are cut on a page of their own. */
import type { BodyOf } from '#contracts/endpoint.ts'
import type { addPlace, PlaceLevel } from '#contracts/places.ts'

export type MadeLevel = BodyOf<typeof addPlace>['level']

// prettier-ignore
const WITHIN: Record<PlaceLevel, readonly MadeLevel[]> = {
  district:    ['subdistrict', 'community'],
  subdistrict: ['community', 'compound'],
  community:   ['compound', 'building'],
  compound:    ['building'],
  grid:        ['building'],
  building:    ['entrance', 'home'],
  entrance:    ['home'],
  home:        [],
}

/** The likeliest first. */
export const levelsWithin = (level: PlaceLevel): readonly MadeLevel[] => WITHIN[level]
