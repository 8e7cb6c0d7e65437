/**
 * Plane geometry in metres (x east, y north of the district's centre) and its way to WGS-84.
 * Neighbouring shapes are made from the very same vertices, so they meet without gap or overlap.
 */
import type { Polygon, Position } from './types.ts'

export type Xy = readonly [x: number, y: number]

/** An invented spot in the hills of the interior; the district around it does not exist. */
const CENTRE: Position = [115.8624, 31.4187]
/** The street plan is turned a little, as grown towns are. */
const TURN = (-7 * Math.PI) / 180
const METRES_PER_DEGREE = 111_320 // WGS-84 mean, enough for two kilometres

export function toPosition([x, y]: Xy): Position {
  const east = x * Math.cos(TURN) - y * Math.sin(TURN)
  const north = x * Math.sin(TURN) + y * Math.cos(TURN)
  const longitude = CENTRE[0] + east / (METRES_PER_DEGREE * Math.cos((CENTRE[1] * Math.PI) / 180))
  return [round7(longitude), round7(CENTRE[1] + north / METRES_PER_DEGREE)]
}

/** GeoJSON ring: closed, counter-clockwise. */
export function toPolygon(ring: readonly Xy[]): Polygon {
  const turned = signedArea(ring) < 0 ? [...ring].reverse() : ring
  const positions = turned.map(toPosition)
  return { type: 'Polygon', coordinates: [[...positions, ...positions.slice(0, 1)]] }
}

export function signedArea(ring: readonly Xy[]): number {
  return edgesOf(ring).reduce((sum, [a, b]) => sum + (a[0] * b[1] - b[0] * a[1]) / 2, 0)
}

export function centreOf(ring: readonly Xy[]): Xy {
  const area = signedArea(ring)
  let x = 0
  let y = 0
  for (const [a, b] of edgesOf(ring)) {
    const cross = a[0] * b[1] - b[0] * a[1]
    x += (a[0] + b[0]) * cross
    y += (a[1] + b[1]) * cross
  }
  return [x / (6 * area), y / (6 * area)]
}

/** Even-odd rule. */
export function contains(ring: readonly Xy[], [x, y]: Xy): boolean {
  let inside = false
  for (const [a, b] of edgesOf(ring)) {
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
  }
  return inside
}

/** A rectangle around a point, turned by `angle` radians. */
export function rectangle([cx, cy]: Xy, width: number, height: number, angle = 0): Xy[] {
  const corners: Xy[] = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ]
  return corners.map(([sx, sy]) => {
    const x = (sx * width) / 2
    const y = (sy * height) / 2
    return [cx + x * Math.cos(angle) - y * Math.sin(angle), cy + x * Math.sin(angle) + y * Math.cos(angle)]
  })
}

/** The outline of counter-clockwise rings that share whole edges: edges walked both ways cancel out. */
export function mergeRings(rings: readonly (readonly Xy[])[]): Xy[] {
  const name = (p: Xy) => `${p[0]},${p[1]}`
  const outgoing = new Map<string, [Xy, Xy]>()
  const all = rings.flatMap((ring) => edgesOf(ring))
  const walked = new Set(all.map(([a, b]) => `${name(a)}>${name(b)}`))
  for (const [a, b] of all) if (!walked.has(`${name(b)}>${name(a)}`)) outgoing.set(name(a), [a, b])

  const first = [...outgoing.values()][0]
  if (!first) return []
  const ring: Xy[] = []
  for (let edge: [Xy, Xy] | undefined = first; edge && (edge !== first || ring.length === 0);) {
    ring.push(edge[0])
    edge = outgoing.get(name(edge[1]))
  }
  return ring
}

/** The part of a ring where `a·x + b·y <= c` (Sutherland–Hodgman). */
export function clip(ring: readonly Xy[], a: number, b: number, c: number): Xy[] {
  const over = (p: Xy) => a * p[0] + b * p[1] - c
  return edgesOf(ring).flatMap(([p, q]) => {
    const from = over(p)
    const to = over(q)
    const cut: Xy[] = []
    if (from < 0 !== to < 0) {
      const t = from / (from - to)
      cut.push([p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t])
    }
    return from < 0 ? [p, ...cut] : cut
  })
}

/** A closed wobbly curve, for ponds and clumps of green. */
export function blob([cx, cy]: Xy, rx: number, ry: number, wobble: readonly number[], points = 28): Xy[] {
  return Array.from({ length: points }, (_, i) => {
    const angle = (i / points) * 2 * Math.PI
    const r = 1 + wobble.reduce((sum, w, k) => sum + w * Math.sin((k + 2) * angle + k * 1.7), 0)
    return [cx + rx * r * Math.cos(angle), cy + ry * r * Math.sin(angle)]
  })
}

export function edgesOf(ring: readonly Xy[]): [Xy, Xy][] {
  return ring.map((p, i) => [p, ring[(i + 1) % ring.length] ?? p])
}

const round7 = (n: number) => Math.round(n * 1e7) / 1e7
