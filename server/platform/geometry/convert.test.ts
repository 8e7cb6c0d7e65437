import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  boxAround,
  boxHolds,
  boxOf,
  distanceMetres,
  fromWgs84,
  outlineToWgs84,
  polygonsOf,
  toWgs84,
  type Outline,
} from './convert.ts'

/** Pairs published with eviltransform (googollee/eviltransform, tests), an implementation independent of ours. */
// prettier-ignore
const WGS84_GCJ02 = [
  [{ lat: 31.1774276, lon: 121.5272106 }, { lat: 31.17530398364597,  lon: 121.531541859215 }],
  [{ lat: 22.543847,  lon: 113.912316 },  { lat: 22.540796131694766, lon: 113.9171764808363 }],
  [{ lat: 39.911954,  lon: 116.377817 },  { lat: 39.91334545536069,  lon: 116.38404722455657 }],
] as const

test.each(WGS84_GCJ02)('%j is %j on AMap and back, within a metre', (wgs84, gcj02) => {
  expect(distanceMetres(fromWgs84(wgs84, 'gcj02'), gcj02)).toBeLessThan(1)
  expect(distanceMetres(toWgs84(gcj02, 'gcj02'), wgs84)).toBeLessThan(1)
  const bd09 = fromWgs84(wgs84, 'bd09')
  expect(distanceMetres(bd09, gcj02)).toBeGreaterThan(500) // Baidu shifts once more, by about 900 m
  expect(distanceMetres(toWgs84(bd09, 'bd09'), wgs84)).toBeLessThan(1)
})

test('WGS-84 and places outside China stay where they are', () => {
  const losAngeles = { lon: -118.2437, lat: 34.0522 }
  expect(fromWgs84(losAngeles, 'gcj02')).toEqual(losAngeles)
  expect(toWgs84(losAngeles, 'wgs84')).toEqual(losAngeles)
})

test('distances agree with published ones', () => {
  const beijing = { lon: 116.4074, lat: 39.9042 }
  const shanghai = { lon: 121.4737, lat: 31.2304 }
  expect(distanceMetres(beijing, shanghai) / 1000).toBeCloseTo(1067.3, 0)
  expect(distanceMetres(beijing, beijing)).toBe(0)
  expect(distanceMetres({ lon: 0, lat: 0 }, { lon: 180, lat: 0 }) / 1000).toBeCloseTo(20_015.1, 0)
})

test('a box around a point holds everything within the distance, and little more', () => {
  const centre = { lon: 121.43, lat: 28.67 }
  const box = boxAround(centre, 500)
  for (let bearing = 0; bearing < 360; bearing += 15) {
    const at = (metres: number) => ({
      lon:
        centre.lon + (metres / 111_195 / Math.cos((centre.lat * Math.PI) / 180)) * Math.sin((bearing * Math.PI) / 180),
      lat: centre.lat + (metres / 111_195) * Math.cos((bearing * Math.PI) / 180),
    })
    expect(boxHolds(box, at(499))).toBe(true)
    expect(boxHolds(box, at(720))).toBe(false)
  }
})

const POLYGONS = new URL('../../../../shared/data/polygons/', import.meta.url)
const present = existsSync(POLYGONS)
if (!present) console.warn(`SKIPPED: district outlines are not at ${POLYGONS.pathname}`)

describe.skipIf(!present)('outlines of five districts, published in GCJ-02', () => {
  test.each(['331002', '340102', '340705', '510185', '610730'])('%s moves and comes back within a metre', (code) => {
    const published = outlineOf(code)
    const wgs84 = outlineToWgs84(published, 'gcj02')
    const points = polygonsOf(published).flat(2)
    const moved = polygonsOf(wgs84).flat(2)
    expect(moved).toHaveLength(points.length)
    for (const [at, [lon = NaN, lat = NaN]] of points.entries()) {
      const [x = NaN, y = NaN] = moved[at] ?? []
      const shift = distanceMetres({ lon, lat }, { lon: x, lat: y })
      expect(shift).toBeGreaterThan(100)
      expect(shift).toBeLessThan(800)
      for (const system of ['gcj02', 'bd09'] as const) {
        const there = fromWgs84({ lon: x, lat: y }, system)
        expect(distanceMetres(toWgs84(there, system), { lon: x, lat: y })).toBeLessThan(1)
      }
      expect(distanceMetres(fromWgs84({ lon: x, lat: y }, 'gcj02'), { lon, lat })).toBeLessThan(1)
    }
    const before = boxOf(published)
    expect(boxOf(wgs84).west).not.toBe(before.west)
    expect(boxOf(outlineOf(code))).toEqual(before) // the outline given is left as it is
  })

  function outlineOf(code: string): Outline {
    return JSON.parse(readFileSync(new URL(`${code}.json`, POLYGONS), 'utf8')).features[0].geometry
  }
})
