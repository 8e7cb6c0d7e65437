/**
 * How fast a point finds its places, and how fast the index is built: `npx tsx bench/geometry.ts`
 *
 * 5,000 grids of 40 corners each tile one district (about 71 × 71, neighbours overlap a little); 200,000 points fall on
 * it at random, seeded. Read: `lookups/s` on one core; a report needs one lookup, so 100,000 a second is far beyond any
 * district. `build` is paid when the server starts and after a shape changes. Goal: at least 100,000 lookups a second.
 */
import { buildAreaIndex, type Area } from '#platform/geometry/areas.ts'

const GRIDS_PER_SIDE = 71
const CORNERS = 40
const POINTS = 200_000
const ORIGIN = { lon: 121.3, lat: 28.5 }
const STEP = 0.004 // about 400 m, a grid of 300 households
const TODAY = '2026-03-01'

const areas = Array.from({ length: 5_000 }, (_, at) => gridArea(at))
const started = performance.now()
const index = buildAreaIndex(areas)
const buildMs = performance.now() - started

const random = lcg(42)
const points = Array.from({ length: POINTS }, () => [
  ORIGIN.lon + random() * STEP * GRIDS_PER_SIDE,
  ORIGIN.lat + random() * STEP * GRIDS_PER_SIDE,
])

const find = perSecond((lon, lat) => index.find(lon, lat, TODAY).length, points)
const nearest = perSecond((lon, lat) => index.nearest(lon, lat, 100, TODAY).length, points.slice(0, POINTS / 10))
console.log(`areas ${areas.length}, corners ${areas.length * CORNERS}, build ${buildMs.toFixed(0)} ms`)
console.log(`find     ${find.rate.toFixed(0)} lookups/s, ${find.each.toFixed(2)} areas a point`)
console.log(`nearest  ${nearest.rate.toFixed(0)} lookups/s within 100 m, ${nearest.each.toFixed(2)} areas a point`)
console.log(`memory   ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB in the whole process`)

/** A wobbly circle a little larger than its cell, so that neighbours overlap. */
function gridArea(at: number): Area {
  const west = ORIGIN.lon + (at % GRIDS_PER_SIDE) * STEP
  const south = ORIGIN.lat + Math.floor(at / GRIDS_PER_SIDE) * STEP
  const ring = Array.from({ length: CORNERS }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / CORNERS
    const radius = STEP * (0.62 + 0.06 * Math.sin(5 * angle + at))
    return [west + STEP / 2 + radius * Math.cos(angle), south + STEP / 2 + radius * Math.sin(angle)]
  })
  return {
    id: `grid-${at}`,
    level: 4,
    outline: { type: 'Polygon', coordinates: [ring] },
    validFrom: null,
    validTo: null,
  }
}

/** The best of five passes after one to warm up; other work on the machine can only slow a pass down. */
function perSecond(look: (lon: number, lat: number) => number, at: number[][]) {
  let found = 0
  const passes = Array.from({ length: 6 }, () => {
    found = 0
    const start = performance.now()
    for (const [lon = NaN, lat = NaN] of at) found += look(lon, lat)
    return performance.now() - start
  })
  return { rate: at.length / (Math.min(...passes.slice(1)) / 1000), each: found / at.length }
}

/** Seeded generator (Numerical Recipes), so that every run asks the same points. */
function lcg(seed: number) {
  return () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 4_294_967_296
}
