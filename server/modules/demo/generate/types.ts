/**
 * The demo district as plain data. Everything refers by `key`, a readable name such as `building:gy-8`;
 * fill.ts turns keys into ids. No database, no clock: moments are relative to the hour it is filled.
 */

import type { OrganisationKind } from '#contracts/people.ts'
import type { Channel, LadderLevel, RequestAction, RequestKind } from '#contracts/requests.ts'
import type { PostKind } from '#contracts/rights.ts'
import type { DemoRegisters, Shown } from './register-types.ts'

/** WGS-84 [longitude, latitude] in degrees. */
export type Position = [longitude: number, latitude: number]
export type Polygon = { type: 'Polygon'; coordinates: Position[][] }
export type LineString = { type: 'LineString'; coordinates: Position[] }
export type Point = { type: 'Point'; coordinates: Position }

export type PlaceLevel =
  'district' | 'subdistrict' | 'community' | 'compound' | 'grid' | 'building' | 'entrance' | 'home'

export type DemoPlace = {
  key: string
  parentKey: string | null
  level: PlaceLevel
  /** 2 is a grid of some 400 households, 3 an area 片区 within one; null for what is no grid. */
  gridLevel: 2 | 3 | null
  /** The grid of level 2 that a building lies in. */
  gridKey: string | null
  name: string
  /** Short code people say and print: 网格编号 for a grid, 8-2-301 for a home. */
  code: string | null
  /** Materialised path: base-36 segments of four, each ending with a dot. */
  path: string
  outline: Polygon | null
  point: Position
  households: number
  /** Counted people; known in the model compound, null elsewhere. */
  residents: number | null
  floors: number | null
  entrances: number | null
}

/** A spot that people name when they report: 东门, 月塘, 西门垃圾点. */
export type DemoSpot = { key: string; name: string; placeKey: string; point: Position }

export type MapShape = {
  kind: 'road' | 'path' | 'bridge' | 'river' | 'pond' | 'park' | 'green' | 'tree' | 'shop' | 'station'
  name: string | null
  geometry: Polygon | LineString | Point
  /** Drawn width of a line, or diameter of a tree. */
  widthM: number | null
}

export type DemoOrganisation = {
  key: string
  parentKey: string | null
  kind: OrganisationKind
  name: string
  placeKey: string
  /** May be given requests to handle. */
  handles: boolean
  shown: Shown
}

export type DemoPerson = {
  key: string
  name: string
  /** 160 is a block that no Chinese operator has been given, so no demo number can ring. */
  phone: string | null
  homeKey: string | null
  largePrint: boolean
}

export type DemoPost = {
  key: string
  personKey: string
  kind: PostKind
  /** In the field's words: 楼栋长, 工程班长, 受理岗. */
  title: string
  organisationKey: string
  placeKey: string
  heldSinceDaysAgo: number
}

/** Gives a person a post. */
export type Appoint = (
  personKey: string,
  kind: PostKind,
  title: string,
  organisationKey: string,
  placeKey: string,
) => void

/** One per kind of person, shown on the sign-in page; `order` is the order there. */
export type DemoSignIn = { order: number; kind: 'resident' | 'elder' | PostKind; personKey: string; label: string }

/** A moment relative to the filling: minutes ago, or a minute of a past local day (day 0 is today). */
export type When = { minutesAgo: number } | { daysAgo: number; minuteOfDay: number }

export type DemoPhoto = { scene: string; state: 'before' | 'after'; variant: number }
/** A team, company or department, or the post a person holds. */
export type DemoHandler = { organisationKey: string } | { postOf: string }

/** Field names are those of a step in contracts/requests.ts, with keys for ids and distances for dates. */
export type DemoStep = {
  at: When
  action: RequestAction | 'submit' | 'join'
  /** Person key, or `clock` for what the system does by itself. */
  by: string
  note?: string
  photos?: DemoPhoto[]
  reasonCode?: string
  categoryCode?: string
  /** Key of the request that this one is merged into. */
  into?: string
  handler?: DemoHandler
  coHandlers?: { to: DemoHandler; task: string; dueInMinutes: number }[]
  publicWords?: string
  /** From this step. */
  untilInMinutes?: number
  reviewInDays?: number
  outcome?: 'solved' | 'explained' | 'notOurs'
  cause?: string
  level?: LadderLevel
  reached?: boolean
  solved?: boolean
  satisfied?: boolean
  stars?: number
}

export type DemoRequest = {
  key: string
  kind: RequestKind
  category: string
  title: string
  text: string
  placeKey: string
  point: Position
  spotName: string | null
  reporterKey: string
  /** Who wrote it down for the reporter, when it did not come by phone page. */
  helperKey: string | null
  channel: Channel
  /** In time order; the first is always `submit`. */
  steps: DemoStep[]
}

export type DemoDistrict = {
  seed: string
  places: DemoPlace[]
  spots: DemoSpot[]
  shapes: MapShape[]
  organisations: DemoOrganisation[]
  people: DemoPerson[]
  posts: DemoPost[]
  signIns: DemoSignIn[]
  requests: DemoRequest[]
  registers: DemoRegisters
}
