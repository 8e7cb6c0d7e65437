/**
 * Test factory: a small district with outlines, from the district down to homes.
 *
 *   district ⊃ subdistrict ⊃ community ⊃ compound ⊃ 2 grids (a slanted border) ⊃ 2 buildings each ⊃ 2 entrances ⊃ 2 homes
 */
import type { PlaceLevel } from '#contracts/places.ts'
import type { Tx } from '#platform/db.ts'
import { boxOf, type Outline } from '#platform/geometry/convert.ts'
import { newId } from '#platform/ids.ts'
import { placesChanged } from './tree.ts'

export type MadePlace = {
  id: string
  path: string
  level: PlaceLevel
  name: string
  fullName: string
  lon: number
  lat: number
  outline: Outline | null
}
export type NewPlace = {
  level: PlaceLevel
  name: string
  fullName?: string
  code?: string
  gridLevel?: 1 | 2 | 3
  parent?: MadePlace
  outline?: Outline
  /** Number among the children of its parent. */
  number?: number
  validFrom?: string
  validTo?: string
}

/** Where the made district lies; outlines are in metres east and north of here. */
const ORIGIN = { lon: 120.15, lat: 30.28 }
const METRE_NORTH = 1 / 111_195 // of a degree
const METRE_EAST = METRE_NORTH / Math.cos((ORIGIN.lat * Math.PI) / 180)

/** Degrees of a spot given in metres. */
export const spot = (eastM: number, northM: number) => ({
  lon: ORIGIN.lon + eastM * METRE_EAST,
  lat: ORIGIN.lat + northM * METRE_NORTH,
})

/** An outline through corners given in metres. */
export function outlineOf(...corners: [eastM: number, northM: number][]): Outline {
  const ring = corners.map(([east, north]) => spot(east, north)).map(({ lon, lat }) => [lon, lat])
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] }
}

const block = (west: number, south: number, east: number, north: number) =>
  outlineOf([west, south], [east, south], [east, north], [west, north])

export async function makePlace(tx: Tx, place: NewPlace): Promise<MadePlace> {
  const { level, name, parent, outline = null, number = 1, validFrom = '2000-01-01', validTo = null } = place
  const id = newId()
  const path = `${parent?.path ?? ''}${number.toString(36).toUpperCase().padStart(4, '0')}.`
  const fullName = place.fullName ?? name
  const box = outline && boxOf(outline)
  const at = box ? { lon: (box.west + box.east) / 2, lat: (box.south + box.north) / 2 } : (parent ?? ORIGIN)
  await tx.run({
    text: `INSERT INTO place (tenant_id, id, parent_id, level, name, full_name, code, path, households, lon, lat, outline, valid_from, valid_to, grid_level)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 10, $9, $10, $11, $12, $13, $14)`,
    values: [
      tx.tenantId,
      id,
      parent?.id ?? null,
      level,
      name,
      fullName,
      place.code ?? null,
      path,
      at.lon,
      at.lat,
      outline && JSON.stringify(outline),
      validFrom,
      validTo,
      level === 'grid' ? (place.gridLevel ?? 2) : null,
    ],
  })
  await placesChanged(tx)
  return { id, path, level, name, fullName, lon: at.lon, lat: at.lat, outline }
}

export type MadeDistrict = Awaited<ReturnType<typeof makeDistrict>>

export async function makeDistrict(tx: Tx, { name = '云桥区' } = {}) {
  const district = await makePlace(tx, { level: 'district', name, outline: block(-2_000, -2_000, 2_000, 2_000) })
  const subdistrict = await makePlace(tx, {
    level: 'subdistrict',
    name: '梧桐街道',
    parent: district,
    outline: block(-1_500, -1_500, 1_500, 1_500),
  })
  const community = await makePlace(tx, {
    level: 'community',
    name: '桂园社区',
    parent: subdistrict,
    outline: block(-800, -800, 800, 800),
  })
  const compound = await makePlace(tx, {
    level: 'compound',
    name: '桂园小区',
    parent: community,
    outline: block(-300, -200, 300, 200),
  })
  const halves = [
    outlineOf([-300, -200], [-60, -200], [60, 200], [-300, 200]),
    outlineOf([-60, -200], [300, -200], [300, 200], [60, 200]),
  ]
  const grids: MadePlace[] = []
  const buildings: MadePlace[] = []
  const entrances: MadePlace[] = []
  const homes: MadePlace[] = []
  for (const [half, outline] of halves.entries()) {
    const gridName = `第 ${half + 1} 网格`
    const grid = await makePlace(tx, {
      level: 'grid',
      name: gridName,
      fullName: `桂园小区 ${gridName}`,
      code: `WT-0${half + 1}`,
      parent: compound,
      outline,
      number: half + 1,
    })
    grids.push(grid)
    for (const row of [0, 1]) {
      const number = half * 2 + row + 1
      const [west, south] = [half === 0 ? -250 : 150, row === 0 ? -120 : 80]
      const fullName = `桂园小区 ${number} 栋`
      const building = await makePlace(tx, {
        level: 'building',
        name: `${number} 栋`,
        fullName,
        code: `${number}`,
        parent: grid,
        outline: block(west, south, west + 60, south + 12),
        number: row + 1,
      })
      buildings.push(building)
      for (const door of [1, 2]) {
        const entrance = await makePlace(tx, {
          level: 'entrance',
          name: `${door} 单元`,
          fullName: `${fullName} ${door} 单元`,
          code: `${number}-${door}`,
          parent: building,
          number: door,
        })
        entrances.push(entrance)
        for (const room of [101, 102]) {
          homes.push(
            await makePlace(tx, {
              level: 'home',
              name: `${room} 室`,
              fullName: `${entrance.fullName} ${room} 室`,
              code: `${number}-${door}-${room}`,
              parent: entrance,
              number: room - 100,
            }),
          )
        }
      }
    }
  }
  return { district, subdistrict, community, compound, grids, buildings, entrances, homes }
}
