/**
 * Reads outlines out of a GeoJSON file (RFC 7946) from outside, and refuses what is hostile or cannot be: sizes are counted before
 * anything is drawn, rings must be closed, points must lie where the district is. Pure. Source: docs/capabilities/grids.md, "Files".
 */
import type { ErrorCode } from '#contracts/errors.ts'
import { AppError } from '../errors.ts'
import { boxAround, boxHolds, outlineToWgs84, type Box, type CoordinateSystem, type Outline } from './convert.ts'
import { isSound } from './overlay.ts'

export const MOST_BYTES = 5_000_000
const MOST_POINTS = 20_000
const MOST_FEATURES = 2_000
/** The land of China with its islands in the south, as gcoord's own test of "inside China". */
const CHINA: Box = { west: 72.004, south: 0.829, east: 137.847, north: 55.827 }
/** A district and what lies round it. */
const NEIGHBOURHOOD_M = 50_000

export type ReadFeature = {
  number: number
  name: string
  /** Words that may say which place it is: a code, a name, an id. */
  words: string[]
  outline: Outline | null
  problem: ErrorCode | null
}

/** @throws outlines_not_geojson, outlines_too_many_points */
export function readGeojson(
  value: unknown,
  system: CoordinateSystem,
  middle: { lon: number; lat: number } | null,
): ReadFeature[] {
  const features = featuresOf(value)
  if (!features) throw new AppError('outlines_not_geojson', { field: 'file' })
  if (features.length > MOST_FEATURES || features.reduce<number>((sum, one) => sum + pointsIn(one), 0) > MOST_POINTS)
    throw new AppError('outlines_too_many_points', { most: MOST_POINTS, features: MOST_FEATURES })
  const near = middle ? boxAround(middle, NEIGHBOURHOOD_M) : CHINA
  return features.map((feature, at) => {
    const words = wordsOf(feature)
    const read = { number: at + 1, name: words.at(-1) ?? '', words }
    const outline = areaOf(isRecord(feature) ? feature['geometry'] : undefined)
    if (typeof outline === 'string') return { ...read, outline: null, problem: outline }
    const ours = outlineToWgs84(outline, system)
    const problem = placeProblem(ours, near) ?? (isSound(ours) ? null : 'grid_outline_wrong')
    return { ...read, outline: problem ? null : rounded(ours), problem }
  })
}

/** @throws outlines_not_geojson */
export function parseGeojson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''))
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof RangeError)
      throw new AppError('outlines_not_geojson', { field: 'file' })
    throw cause
  }
}

type Json = Record<string, unknown>
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

function featuresOf(value: unknown): unknown[] | undefined {
  if (!isRecord(value)) return undefined
  if (value['type'] === 'Feature') return [value]
  return value['type'] === 'FeatureCollection' && Array.isArray(value['features']) ? value['features'] : undefined
}

/** Pairs of numbers anywhere in the geometry; deeper than any geometry is nothing of ours. */
function pointsIn(feature: unknown): number {
  const geometry = isRecord(feature) ? feature['geometry'] : undefined
  let count = 0
  const visit = (value: unknown, depth: number) => {
    if (!Array.isArray(value) || depth > 4 || count > MOST_POINTS) return
    if (typeof value[0] === 'number') count += 1
    else for (const one of value) visit(one, depth + 1)
  }
  visit(isRecord(geometry) ? geometry['coordinates'] : undefined, 0)
  return count
}

/** What files of surveyors, map kits and our own export call a thing. The name stands last. */
const WORDS = [
  'placeId',
  'id',
  'code',
  '编号',
  '编码',
  '代码',
  'fullName',
  '全称',
  'name',
  '名称',
  '楼栋',
  '小区',
  '网格',
]

function wordsOf(feature: unknown): string[] {
  if (!isRecord(feature)) return []
  const properties = isRecord(feature['properties']) ? feature['properties'] : {}
  const own = WORDS.flatMap((key) => (Object.hasOwn(properties, key) ? [properties[key]] : []))
  return [feature['id'], ...own].flatMap((word) =>
    typeof word === 'string' || typeof word === 'number' ? [String(word).slice(0, 100)] : [],
  )
}

/** @returns the outline, or why it is none */
function areaOf(geometry: unknown): Outline | ErrorCode {
  if (!isRecord(geometry)) return 'outline_not_area'
  const { type, coordinates } = geometry
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined
  if (!Array.isArray(polygons) || polygons.length === 0) return 'outline_not_area'
  const read: number[][][][] = []
  for (const polygon of polygons) {
    if (!Array.isArray(polygon) || polygon.length === 0) return 'outline_not_area'
    const rings = polygon.map(ringOf)
    const problem = rings.find((ring) => typeof ring === 'string')
    if (typeof problem === 'string') return problem
    read.push(rings.filter((ring) => typeof ring !== 'string'))
  }
  const [only, another] = read
  return only && !another ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: read }
}

function ringOf(ring: unknown): number[][] | ErrorCode {
  if (!Array.isArray(ring)) return 'outline_not_area'
  const points = ring.flatMap((point) => {
    const [lon, lat]: unknown[] = Array.isArray(point) ? point : []
    return typeof lon === 'number' && typeof lat === 'number' && Number.isFinite(lon) && Number.isFinite(lat)
      ? [[lon, lat]]
      : []
  })
  if (points.length !== ring.length || points.length < 4) return 'outline_not_area'
  const [first] = points
  const last = points.at(-1)
  return first?.[0] === last?.[0] && first?.[1] === last?.[1] ? points : 'outline_not_closed'
}

function placeProblem(outline: Outline, near: Box): ErrorCode | null {
  const spots = (outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates).flat(2)
  const within = (box: Box, turned: boolean) =>
    spots.every(([x = NaN, y = NaN]) => boxHolds(box, turned ? { lon: y, lat: x } : { lon: x, lat: y }))
  if (within(near, false)) return null
  return within(near, true) ? 'outline_turned' : 'outline_far_away'
}

/** A seventh decimal of a degree is a centimetre. */
function rounded(outline: Outline): Outline {
  const ring = (points: number[][]) =>
    points.map((point) => point.slice(0, 2).map((degrees) => Math.round(degrees * 1e7) / 1e7))
  return outline.type === 'Polygon'
    ? { type: 'Polygon', coordinates: outline.coordinates.map(ring) }
    : { type: 'MultiPolygon', coordinates: outline.coordinates.map((rings) => rings.map(ring)) }
}
