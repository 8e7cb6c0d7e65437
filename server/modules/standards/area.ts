/**
 * What is known of one area when its standards are judged: a compound, or what lies in a community, subdistrict or the district
 * outside its compounds. Filled by gather.ts, read by the pack; counts and states only.
 */
import type { OrganisationForm } from '#contracts/organisations.ts'
import type { OrganisationKind } from '#contracts/people.ts'
import type { PlaceLevel } from '#contracts/places.ts'
import type { PostKind } from '#contracts/rights.ts'

export type Spot = { id: string; name: string; path: string }

export type Building = Spot & {
  households: number
  /** Nobody lives there: a garage, shops. */
  empty: boolean
  /** Level-2 grids that it lies in today. */
  grids: number
}
export type Grid = Spot & { level: 1 | 2 | 3; code: string | null; drawn: boolean; households: number }
export type Organisation = Spot & {
  kind: OrganisationKind
  form: OrganisationForm | null
  placeId: string
  termEndsOn: string | null
  handles: boolean
  hasDutyPhone: boolean
  /** Members whose organisational relation is here. */
  formal: number
  probationary: number
  /** Units that joined. */
  joined: number
}
export type Post = Spot & {
  kind: PostKind
  placeId: string
  organisationId: string | null
  organisationKind: OrganisationKind | null
  /** Who holds it today, deputies left out: compared with each other, never shown. */
  holders: readonly string[]
  vacantSince: string | null
}
export type Venue = Spot & { kind: string; areaCenti: number | null; hasSign: boolean; functions: readonly string[] }
/** Members who live here and stand alike. */
export type Residents = { path: string; stage: 'formal' | 'probationary'; count: number; grids: number }
export type ChainLevel = {
  number: number
  name: string
  nameEn: string
  placeLevel: PlaceLevel
  gridLevel: number | null
  postKinds: readonly string[]
  forms: readonly string[]
}

export type Area = {
  place: Spot & { level: PlaceLevel }
  compoundId: string | null
  communityId: string | null
  households: number
  buildings: readonly Building[]
  grids: readonly Grid[]
  organisations: readonly Organisation[]
  /** Of the community around a compound: what stands over several compounds covers each. */
  around: readonly Organisation[]
  posts: readonly Post[]
  postsAround: readonly Post[]
  venues: readonly Venue[]
  residents: readonly Residents[]
  /** Members paired with households here, by how many households each has. */
  loads: ReadonlyMap<number, number>
  files: { households: number; reachable: number; confirmed: number }
  sponsors: number
  /** Posts of instructors, with the compounds that their holder has in the whole district; filled in a pass of its own. */
  instructors: readonly { id: string; name: string; counted: { compounds: number } }[]
  chain: readonly ChainLevel[]
}

/** An area with nothing in it, for whoever asks of a few of these only. */
export const bareArea = (place: Area['place']): Area => ({
  place,
  compoundId: null,
  communityId: null,
  households: 0,
  buildings: [],
  grids: [],
  organisations: [],
  around: [],
  posts: [],
  postsAround: [],
  venues: [],
  residents: [],
  loads: new Map(),
  files: { households: 0, reachable: 0, confirmed: 0 },
  sponsors: 0,
  instructors: [],
  chain: [],
})

export const liesIn = (outer: { path: string }, inner: { path: string }): boolean => inner.path.startsWith(outer.path)
export const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0)
export const residentsIn = (area: Area, within: { path: string }, stage?: Residents['stage']): number =>
  sum(area.residents.filter((one) => liesIn(within, one) && (!stage || one.stage === stage)).map(({ count }) => count))
/** Held by somebody today. */
export const isHeld = (post: Post): boolean => post.holders.length > 0
