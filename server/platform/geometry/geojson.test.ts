/** Files from outside: what is read, what is refused and why, and outlines of real places in three coordinate systems. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  boxOf,
  distanceMetres,
  fromWgs84,
  outlineFromWgs84,
  outlineToWgs84,
  polygonsOf,
  type Outline,
} from './convert.ts'
import { parseGeojson, readGeojson } from './geojson.ts'

const MIDDLE = { lon: 121.47, lat: 31.23 }
const ring = [[121.47, 31.23], [121.472, 31.23], [121.472, 31.232], [121.47, 31.23]] // prettier-ignore
const feature = (coordinates: unknown, properties: object = {}, type = 'Polygon') => ({ type: 'Feature', properties, geometry: { type, coordinates } }) // prettier-ignore
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
const read = (value: unknown) => readGeojson(value, 'wgs84', MIDDLE)
const codeOf = (work: () => unknown) => {
  try {
    return work() && 'nothing'
  } catch (error) {
    return (error as { code: string }).code // AppError
  }
}

test('an outline comes with the words that say which place it is', () => {
  const [one] = read(collection({ ...feature([ring], { code: 'WT-01', name: '8 栋', note: 'x' }), id: 7 }))
  expect(one).toMatchObject({ number: 1, name: '8 栋', words: ['7', 'WT-01', '8 栋'], problem: null })
  expect(one?.outline).toEqual({ type: 'Polygon', coordinates: [ring] })
})

test.each([
  ['a ring left open', feature([ring.slice(0, 3).concat([[121.471, 31.2301]])]), 'outline_not_closed'],
  ['a line', feature(ring, {}, 'LineString'), 'outline_not_area'],
  ['words for numbers', feature([[['a', 'b'], ['a', 'b'], ['a', 'b'], ['a', 'b']]]), 'outline_not_area'], // prettier-ignore
  ['latitude first', feature([ring.map(([lon, lat]) => [lat, lon])]), 'outline_turned'],
  ['another city', feature([ring.map(([lon = 0, lat = 0]) => [lon - 5, lat])]), 'outline_far_away'],
  ['a bow tie', feature([[[121.47, 31.23], [121.472, 31.232], [121.472, 31.23], [121.47, 31.232], [121.47, 31.23]]]), 'grid_outline_wrong'], // prettier-ignore
  ['nothing', feature(null), 'outline_not_area'],
  ['no feature', 'x', 'outline_not_area'],
])('%s is refused by name, the others stay', (_, bad, problem) => {
  expect(read(collection(bad, feature([ring]))).map((one) => one.problem)).toEqual([problem, null])
})

describe('hostile files', () => {
  test('no GeoJSON at all', () => {
    for (const text of ['', '{', '[]', '"x"', '{"type":"Topology"}', '\u0000'])
      expect(codeOf(() => read(parseGeojson(Buffer.from(text))))).toBe('outlines_not_geojson')
  })
  test('too many points, too many features, nests without end: an answer at once', () => {
    const before = performance.now()
    const round = Array.from({ length: 20_001 }, (_, at) => [121.47 + at * 1e-7, 31.23])
    expect(codeOf(() => read(collection(feature([round]))))).toBe('outlines_too_many_points')
    expect(codeOf(() => read(collection(...Array.from({ length: 2_001 }, () => feature([ring])))))).toBe(
      'outlines_too_many_points',
    )
    const deep = parseGeojson(
      Buffer.from(
        `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":${'['.repeat(5_000)}${']'.repeat(5_000)}}}]}`,
      ),
    )
    expect(read(deep).map(({ problem }) => problem)).toEqual(['outline_not_area'])
    expect(read(parseGeojson(Buffer.from('{"__proto__":{"x":1},"type":"FeatureCollection","features":[]}')))).toEqual(
      [],
    )
    expect(performance.now() - before).toBeLessThan(1_000)
  })
})

const FOLDER = new URL('../../../../shared/data/polygons/', import.meta.url)
const present = existsSync(FOLDER)
if (!present) console.warn(`SKIPPED: outlines of real places are not at ${FOLDER.pathname}`)

test.skipIf(!present)('outlines of real divisions go to each system and come back to within a metre', () => {
  const files = readdirSync(FOLDER).filter((name) => /^\d+\.json$/.test(name))
  expect(files.length).toBeGreaterThan(3)
  for (const name of files) {
    const { features } = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as {
      features: { geometry: Outline }[]
    } // a feature collection of divisions
    for (const { geometry } of features)
      for (const system of ['gcj02', 'bd09'] as const) {
        const there = outlineFromWgs84(geometry, system)
        const points = (outline: Outline) => polygonsOf(outline).flat(2)
        const back = points(outlineToWgs84(there, system))
        for (const [at, [lon = 0, lat = 0]] of points(geometry).entries()) {
          const [x = 0, y = 0] = back[at] ?? []
          expect(distanceMetres({ lon, lat }, { lon: x, lat: y })).toBeLessThan(1)
        }
        const corner = { lon: boxOf(geometry).west, lat: boxOf(geometry).south }
        expect(distanceMetres(corner, fromWgs84(corner, system))).toBeGreaterThan(100)
      }
  }
})

test.skipIf(!present)('the houses and the ground of a real quarter are read whole', () => {
  for (const name of ['shanghai-osm-buildings.geojson', 'shanghai-osm-landuse.geojson']) {
    const { features } = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as { features: unknown[] } // a feature collection
    const found = read(collection(...features.slice(0, 1_000)))
    // Points and lines of the map are no areas, and are said to be none.
    const areas = found.filter(({ problem }) => problem !== 'outline_not_area')
    expect(areas.length).toBeGreaterThan(200)
    expect(areas.filter(({ problem }) => problem === null).length / areas.length).toBeGreaterThan(0.99)
  }
})
