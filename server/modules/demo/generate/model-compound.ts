/**
 * The model compound 桂园小区, drawn by hand: 19 buildings, 339 households, 964 residents, five areas,
 * a pond and a shop street. Coordinates are metres from the middle of its block.
 * Source of the figures: the compound's register and the area chain in docs/capabilities/demo.md.
 */
import { blob, clip, rectangle, type Xy } from './geometry.ts'

export const MODEL = { buildings: 19, households: 339, residents: 964, shops: 22 } as const

const BUILDING = { length: 37, depth: 11 }
const WEST = [-96, -52] as const
const EAST = [52, 96] as const

/** Middle of each building, number 1 to 19, in the order people count them. */
export const BUILDING_AT: readonly Xy[] = [
  ...[...WEST, ...EAST].map((x): Xy => [x, 76]),
  ...[WEST[0], WEST[1], EAST[0], EAST[1]].map((x): Xy => [x, 43]),
  ...[...WEST, ...EAST].map((x): Xy => [x, 3]),
  ...[...WEST, ...EAST].map((x): Xy => [x, -28]),
  ...[WEST[0], WEST[1], 34].map((x): Xy => [x, -64]),
]

/** Areas as people know them; the lines between them are the inner roads. */
export const AREAS = [
  { name: '第一片区', buildings: [1, 2, 5, 6] },
  { name: '第二片区', buildings: [3, 4, 7, 8] },
  { name: '第三片区', buildings: [9, 10, 13, 14] },
  { name: '第四片区', buildings: [11, 12, 15, 16] },
  { name: '第五片区', buildings: [17, 18, 19] },
] as const
const NORTH_ROAD_Y = 23
const SOUTH_ROAD_Y = -46

export function areaRings(block: readonly Xy[]): Xy[][] {
  const north = clip(block, 0, -1, -NORTH_ROAD_Y)
  const middle = clip(clip(block, 0, 1, NORTH_ROAD_Y), 0, -1, -SOUTH_ROAD_Y)
  return [
    clip(north, 1, 0, 0),
    clip(north, -1, 0, 0),
    clip(middle, 1, 0, 0),
    clip(middle, -1, 0, 0),
    clip(block, 0, 1, SOUTH_ROAD_Y),
  ]
}

export const buildingRing = (at: Xy): Xy[] => rectangle(at, BUILDING.length, BUILDING.depth)

/** Two doors on the south side of each building. */
export const entranceAt = ([x, y]: Xy, entrance: number): Xy => [x + (entrance === 1 ? -9 : 9), y - BUILDING.depth / 2]

/**
 * Room numbers behind one door: one flat and the bicycle room on the ground floor, two flats on each of
 * four floors above. Buildings 12, 16 and 19 have one double flat, which makes 16 × 18 + 3 × 17 = 339.
 */
export function roomsOf(building: number, entrance: number): { floor: number; room: string }[] {
  const merged = [12, 16, 19].includes(building) && entrance === 2
  const rooms = [{ floor: 1, room: '101' }]
  for (let floor = 2; floor <= 5; floor++) {
    rooms.push({ floor, room: `${floor}01` })
    if (!(merged && floor === 5)) rooms.push({ floor, room: `${floor}02` })
  }
  return rooms
}

/** Names that people use when they say where, with the building or grid they belong to. */
export const SPOTS: readonly { id: string; name: string; at: Xy; building: number | null }[] = [
  { id: 'east-gate', name: '东门', at: [124, 23], building: 12 },
  { id: 'west-gate', name: '西门', at: [-124, 23], building: 9 },
  { id: 'south-gate', name: '南门', at: [0, -98], building: 19 },
  { id: 'east-road', name: '东门内 12 栋旁', at: [117, 12], building: 12 },
  { id: 'west-bins', name: '西门垃圾点', at: [-117, 30], building: 9 },
  { id: 'east-bins', name: '东门垃圾点', at: [118, 50], building: 8 },
  { id: 'pond', name: '月塘', at: [0, -10], building: null },
  { id: 'garden', name: '中心花园', at: [-18, 8], building: 10 },
  { id: 'station', name: '好邻里驿站', at: [88, -64], building: null },
  { id: 'shop-street', name: '商业街', at: [0, -88], building: null },
  { id: 'bike-shed', name: '14 栋车棚', at: [-28, -38], building: 14 },
  { id: 'lamp-5', name: '5 栋后', at: [-96, 55], building: 5 },
  { id: 'lamp-15', name: '15 栋后', at: [52, -18], building: 15 },
  { id: 'parking-north', name: '北侧停车带', at: [20, 92], building: 3 },
  { id: 'pump-room', name: '水泵房', at: [114, -64], building: 19 },
]

export const POND: Xy[] = blob([0, -11], 19, 15, [0.09, 0.05, 0.03])
export const GARDEN: Xy[] = blob([0, -11], 31, 27, [0.05, 0.04])
export const STATION: Xy[] = rectangle([88, -64], 32, 12)

export const PATHS: readonly { name: string | null; line: Xy[]; widthM: number }[] = [
  {
    name: '桂园中路',
    line: [
      [-131, NORTH_ROAD_Y],
      [131, NORTH_ROAD_Y],
    ],
    widthM: 7,
  },
  {
    name: '桂园南里',
    line: [
      [-122, SOUTH_ROAD_Y],
      [122, SOUTH_ROAD_Y],
    ],
    widthM: 6,
  },
  {
    name: '桂园大道',
    line: [
      [0, 96],
      [0, 18],
    ],
    widthM: 7,
  },
  {
    name: null,
    line: [
      [0, -38],
      [0, -106],
    ],
    widthM: 7,
  },
  {
    name: null,
    line: [
      [-122, 91],
      [-122, -81],
      [122, -81],
      [122, 91],
      [-122, 91],
    ],
    widthM: 5,
  },
  {
    name: '塘边小径',
    line: [
      [0, 18],
      [-14, 8],
      [-25, -6],
      [-24, -22],
      [-10, -33],
      [0, -38],
    ],
    widthM: 2,
  },
]

/** Strips of planting in front of the houses. */
export const GREENS: readonly Xy[][] = [
  ...BUILDING_AT.map(([x, y]) => rectangle([x, y - 11], 34, 4)),
  rectangle([88, -76], 40, 5),
]

export const SHOPS: readonly Xy[][] = [-92, -56, -20, 24, 60, 96].map((x) => rectangle([x, -92], 32, 8))
