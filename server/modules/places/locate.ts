/**
 * Where something is: a point, a picked place, or both become the most exact place known and the places above it.
 *
 * A point finds its grid by geometry; a building wins when the point lies in its outline, or close to it in the same grid.
 * A picked place wins over a point; the point is kept when it lies in the place or near it.
 * Source: docs/capabilities/places.md, "Finding a place".
 */
import type { PlaceLevel } from '#contracts/places.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { boxOf, distanceMetres, toWgs84, type CoordinateSystem, type Position } from '#platform/geometry/convert.ts'
import { covers } from './path.ts'
import { isValid, lineOf, readTree, type Place, type Tree } from './tree.ts'

export type Where = { placeId?: string; lon?: number; lat?: number; system?: CoordinateSystem; now: Date }

export type Located = {
  placeId: string
  /** As people say it: 桂园小区 8 栋. */
  placeName: string
  placePath: string
  subdistrictId: string | null
  communityId: string | null
  compoundId: string | null
  gridId: string | null
  buildingId: string | null
  /** The door, when an entrance or home was picked: told only to those who work on it; `place…` is then the building. */
  doorName: string | null
  /** WGS-84; null for a picked place that nobody has drawn yet. */
  lon: number | null
  lat: number | null
}

/** Half the distance between two rows of houses: whoever stands this close to a wall means that house. */
const BESIDE_BUILDING_M = 25
/** What a phone's position is off indoors, at worst; farther away, point and picked place speak of two spots. */
const NEAR_PLACE_M = 100

/** @throws location_required, location_outside, place_not_found */
export async function locate(tx: Tx, { placeId, lon, lat, system = 'wgs84', now }: Where): Promise<Located> {
  if ((lon === undefined) !== (lat === undefined)) throw new AppError('location_required')
  const point = lon !== undefined && lat !== undefined ? toWgs84({ lon, lat }, system) : undefined
  if (!placeId && !point) throw new AppError('location_required')

  const on = shanghaiToday(now)
  const { tree, picked } = await readTree(tx, placeId)
  if (placeId && !(picked && isValid(picked, on))) throw new AppError('place_not_found', { field: 'placeId' })
  const place = picked ?? (point && mostExact(tree, point, on))
  if (!place) throw new AppError('location_outside')

  const position = point && (!picked || isNear(tree, picked, point, on)) ? point : positionOf(tree, place)
  const line = lineOf(tree, place.path)
  const idAt = (level: PlaceLevel) => line.find((one) => one.level === level)?.id ?? null
  const building = line.find(({ level }) => level === 'building')
  const isDoor = place.level === 'home' || place.level === 'entrance'
  const shown = isDoor ? (building ?? place) : place
  return {
    placeId: shown.id,
    placeName: shown.fullName,
    placePath: shown.path,
    doorName: isDoor ? place.fullName : null,
    subdistrictId: idAt('subdistrict'),
    communityId: idAt('community'),
    compoundId: idAt('compound'),
    gridId: building?.gridId ?? line.find(isBasicGrid)?.id ?? gridWithin(tree, place, position, on),
    buildingId: building?.id ?? null,
    lon: position?.lon ?? null,
    lat: position?.lat ?? null,
  }
}

/** The places that hold the point, most specific first; a building beside it counts as holding it. */
export function placesAt(tree: Tree, point: Position, on: string): Place[] {
  const holding = tree.areas.find(point.lon, point.lat, on).flatMap((id) => tree.byId.get(id) ?? [])
  if (holding[0]?.level === 'building') return holding
  const grid = holding.find(isBasicGrid)
  const beside =
    grid &&
    tree.areas
      .nearest(point.lon, point.lat, BESIDE_BUILDING_M, on)
      .flatMap(({ id }) => tree.byId.get(id) ?? [])
      .find((near) => near.level === 'building' && (near.gridId === grid.id || covers(grid.path, near.path)))
  return beside ? [beside, ...holding] : holding
}

/** Requests are counted by the grids of some 400 households, not by what gathers or cuts them. */
const isBasicGrid = ({ gridLevel }: Place) => gridLevel === 2

function mostExact(tree: Tree, point: Position, on: string): Place | undefined {
  const [place] = placesAt(tree, point, on)
  return place
}

/** The grid of a place larger than a grid: the one at the position, or its only one. */
function gridWithin(tree: Tree, place: Place, position: Position | undefined, on: string): string | null {
  const inside = (one: Place) => isBasicGrid(one) && covers(place.path, one.path)
  const at = position && placesAt(tree, position, on).find(inside)
  if (at) return at.id
  const [only, another] = tree.all.filter((one) => inside(one) && isValid(one, on))
  return only && !another ? only.id : null
}

function isNear(tree: Tree, place: Place, point: Position, on: string): boolean {
  const drawn = lineOf(tree, place.path).at(-1)
  if (drawn?.outline)
    return tree.areas.nearest(point.lon, point.lat, NEAR_PLACE_M, on).some(({ id }) => id === drawn.id)
  const own = positionOf(tree, place)
  return !own || distanceMetres(own, point) <= NEAR_PLACE_M
}

/** Its own point, or the middle of its outline, or that of what it lies in. */
function positionOf(tree: Tree, place: Place): Position | undefined {
  for (const { lon, lat, outline } of [place, ...lineOf(tree, place.path).toReversed()]) {
    if (lon !== null && lat !== null) return { lon, lat }
    if (outline) {
      const { west, south, east, north } = boxOf(outline)
      return { lon: (west + east) / 2, lat: (south + north) / 2 }
    }
  }
  return undefined
}
