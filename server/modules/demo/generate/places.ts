/**
 * The place tree of the demo district: 云桥区 → 梧桐街道 → seven communities → compounds → 34 grids →
 * buildings → entrances → 13,600 homes; in the model compound five areas between grid and buildings.
 * All names are invented. Source of the figures: docs/capabilities/demo.md, "Demo district".
 */
import { centreOf, contains, mergeRings, rectangle, signedArea, toPosition, type Xy } from './geometry.ts'
import { areaRings, AREAS, BUILDING_AT, buildingRing, entranceAt, MODEL, roomsOf, SPOTS } from './model-compound.ts'
import { PlaceTree } from './place-tree.ts'
import type { Random } from './random.ts'
import { inset, RIVER_WIDTH_M, type Block, type TownPlan } from './town-plan.ts'
import type { DemoPlace, DemoSpot } from './types.ts'

export const HOUSEHOLDS_IN_ALL = 13_600 // 34 grids of about 400 households
const HOUSEHOLDS_A_GRID = { from: 372, to: 432 }

export const DISTRICT = 'district:yunqiao'
export const SUBDISTRICT = 'subdistrict:wutong'
export const MODEL_COMPOUND = 'compound:guiyuan'
export const MODEL_GRID = 'grid:guiyuan'
export const MODEL_COMMUNITY = 'community:1'
export const modelBuilding = (number: number) => `building:gy-${number}`

const COMMUNITIES = ['柳堤社区', '桂园社区', '书院巷社区', '清河里社区', '南浦社区', '望月社区', '石鼓社区']
const COMPOUND_NAMES = [
  ['柳堤小区', '织补巷小区', '棉纺新村', '长堤苑'],
  ['云溪苑', '青砖里', '老粮站宿舍', '公园里'],
  ['书院小区', '砚池新村', '学士苑', '文庙巷小区'],
  ['清河里', '清河花园', '渡口新村', '水产宿舍'],
  ['南浦一村', '南浦二村', '船厂宿舍', '荷风苑', '芦花小区'],
  ['望月小区', '月桥新村', '东岸苑'],
  ['石鼓小区', '石鼓新苑', '机床厂宿舍'],
]

export const modelArea = (number: number) => `area:gy-${number}`

export type Places = { places: DemoPlace[]; spots: DemoSpot[] }

export function buildPlaces(plan: TownPlan, random: Random): Places {
  const tree = new PlaceTree()
  tree.add({ key: DISTRICT, parentKey: null, level: 'district', name: '云桥区', ring: districtRing(random) })
  tree.add({ key: SUBDISTRICT, parentKey: DISTRICT, level: 'subdistrict', name: '梧桐街道', ring: plan.outline })

  const target = householdsPerBlock(plan, random)
  COMMUNITIES.forEach((name, index) => {
    const key = `community:${index}`
    const own = plan.blocks.filter((block) => block.community === index)
    tree.add({ key, parentKey: SUBDISTRICT, level: 'community', name, ring: mergeRings(own.map((b) => b.ring)) })
    compoundsOf(own, plan.model).forEach((blocks, position) => {
      const isModel = blocks.includes(plan.model)
      const compound = isModel ? MODEL_COMPOUND : `compound:${index}-${position}`
      const compoundName = isModel
        ? '桂园小区'
        : (COMPOUND_NAMES[index]?.[position - (index === 1 ? 1 : 0)] ?? `${name.slice(0, 2)}新村`)
      const ring = mergeRings(blocks.map((block) => block.ring))
      tree.add({ key: compound, parentKey: key, level: 'compound', name: compoundName, ring })
      let built = 0
      for (const block of blocks) {
        const number = plan.blocks.indexOf(block) + 1
        const grid = isModel ? MODEL_GRID : `grid:${number}`
        const code = `WT-${String(number).padStart(2, '0')}`
        tree.add({ key: grid, parentKey: compound, level: 'grid', name: `第 ${number} 网格`, code, ring: block.ring })
        if (isModel) addModelBuildings(tree, plan, random.fork('homes'))
        else built += addBuildings(tree, grid, block, plan, target.get(block) ?? 0, built, random.fork(grid))
      }
    })
  })
  tree.sumUp()
  return { places: tree.places, spots: modelSpots(plan) }
}

/** Neighbouring blocks pair up into one larger compound, the first possible pair of each community. */
function compoundsOf(blocks: readonly Block[], model: Block): Block[][] {
  const alone = blocks.filter((block) => block !== model)
  const pair =
    alone.flatMap((a) => alone.filter((b) => b.row === a.row && b.column === a.column + 1).map((b) => [a, b]))[0] ?? []
  const rest = alone.filter((block) => !pair.includes(block)).map((block) => [block])
  return [...(blocks.includes(model) ? [[model]] : []), ...(pair.length > 0 ? [pair] : []), ...rest]
}

function householdsPerBlock(plan: TownPlan, random: Random): Map<Block, number> {
  const others = plan.blocks.filter((block) => block !== plan.model)
  const target = new Map(others.map((block) => [block, random.int(HOUSEHOLDS_A_GRID.from, HOUSEHOLDS_A_GRID.to)]))
  let left = HOUSEHOLDS_IN_ALL - MODEL.households - [...target.values()].reduce((sum, n) => sum + n, 0)
  for (let i = 0; left !== 0; i = (i + 1) % others.length) {
    const block = others[i]
    if (!block) break
    target.set(block, (target.get(block) ?? 0) + Math.sign(left))
    left -= Math.sign(left)
  }
  return target
}

/**
 * Slab houses in rows, as many as fit the block clear of streets, river and park; numbered on from the compound's others.
 * Gives back how many.
 */
function addBuildings(
  tree: PlaceTree,
  gridKey: string,
  block: Block,
  plan: TownPlan,
  households: number,
  before: number,
  random: Random,
): number {
  const ground = inset(block.ground, 10)
  const [cx, cy] = centreOf(ground)
  const angle = random.real(-0.12, 0.12)
  const pitch = random.real(24, 28)
  const free: Xy[][] = []
  for (let row = -5; row <= 5; row++) {
    let x = -130 + random.real(0, 12)
    while (x < 130) {
      const length = random.real(27, 42)
      const mid: Xy = [x + length / 2, row * pitch]
      const at: Xy = [
        cx + mid[0] * Math.cos(angle) - mid[1] * Math.sin(angle),
        cy + mid[0] * Math.sin(angle) + mid[1] * Math.cos(angle),
      ]
      const ring = rectangle(at, length, 11, angle)
      const fits = ring.every((corner) => contains(ground, corner) && farFromRiver(corner, plan.river))
      if (fits) free.push(ring)
      x += fits ? length + random.real(6, 11) : 5
    }
  }
  const perBuilding = free.map((ring) => Math.abs(signedArea(ring)))
  const total = perBuilding.reduce((sum, area) => sum + area, 0)
  let given = 0
  free.forEach((ring, i) => {
    const upTo = perBuilding.slice(0, i + 1).reduce((sum, area) => sum + area, 0)
    const here = Math.round((households * upTo) / total) - given
    given += here
    const entrances = (perBuilding[i] ?? 0) > 370 ? 3 : 2
    const number = before + i + 1
    const key = `building:${gridKey.slice(5)}-${i + 1}`
    const floors = Math.ceil(here / (2 * entrances))
    tree.add({
      key,
      parentKey: gridKey,
      level: 'building',
      name: `${number} 栋`,
      code: `${number}`,
      ring,
      entrances,
      floors,
    })
    addHomes(tree, key, number, centreOf(ring), { homes: here, entrances, floors })
  })
  return free.length
}

/** Two flats on each floor behind each door, filled from below until the building has its homes. */
function addHomes(
  tree: PlaceTree,
  buildingKey: string,
  number: number,
  at: Xy,
  { homes, entrances, floors }: { homes: number; entrances: number; floors: number },
) {
  let left = homes
  for (let entrance = 1; entrance <= entrances; entrance++) {
    const door = `${buildingKey}/${entrance}`
    tree.add({
      key: door,
      parentKey: buildingKey,
      level: 'entrance',
      name: `${entrance} 单元`,
      code: `${number}-${entrance}`,
      at,
      floors,
    })
    const behind = Math.ceil(left / (entrances - entrance + 1))
    left -= behind
    for (let i = 0; i < behind; i++) {
      const floor = Math.floor(i / 2) + 1
      const room = `${floor}0${(i % 2) + 1}`
      tree.add({
        key: `${door}/${room}`,
        parentKey: door,
        level: 'home',
        name: `${room} 室`,
        code: `${number}-${entrance}-${room}`,
        at,
        households: 1,
        floors: floor,
      })
    }
  }
}

function addModelBuildings(tree: PlaceTree, plan: TownPlan, random: Random) {
  const sizes = random.shuffled(householdSizes())
  areaOutlines(plan).forEach((ring, i) =>
    tree.add({
      key: modelArea(i + 1),
      parentKey: MODEL_GRID,
      level: 'grid',
      gridLevel: 3,
      name: AREAS[i]?.name ?? '',
      ring,
    }),
  )
  BUILDING_AT.forEach((offset, i) => {
    const number = i + 1
    const key = modelBuilding(number)
    const ring = buildingRing(inModel(plan, offset))
    tree.add({
      key,
      parentKey: modelArea(AREAS.findIndex(({ buildings }) => buildings.some((one) => one === number)) + 1),
      level: 'building',
      name: `${number} 栋`,
      code: `${number}`,
      ring,
      floors: 5,
      entrances: 2,
    })
    for (const entrance of [1, 2]) {
      const door = `entrance:gy-${number}-${entrance}`
      const at = inModel(plan, entranceAt(offset, entrance))
      tree.add({
        key: door,
        parentKey: key,
        level: 'entrance',
        name: `${entrance} 单元`,
        code: `${number}-${entrance}`,
        at,
        floors: 5,
      })
      for (const { room, floor } of roomsOf(number, entrance)) {
        const code = `${number}-${entrance}-${room}`
        tree.add({
          key: `home:gy-${code}`,
          parentKey: door,
          level: 'home',
          name: `${room} 室`,
          code,
          at,
          households: 1,
          floors: floor,
          residents: sizes.pop() ?? 0,
        })
      }
    }
  })
}

/** 339 households that add up to 964 people: few empty flats, many couples, some of six. */
function householdSizes(): number[] {
  const sizes = [
    [1, 44],
    [2, 98],
    [3, 109],
    [4, 58],
    [5, 24],
    [6, 6],
  ].flatMap(([size, n]) => Array<number>(n ?? 0).fill(size ?? 0))
  const missing = MODEL.residents - sizes.reduce((sum, size) => sum + size, 0)
  return sizes.map((size, i) => size + (i >= 44 && i < 44 + Math.abs(missing) ? Math.sign(missing) : 0))
}

/** A point of the model compound's own plan, on the ground. */
export function inModel(plan: TownPlan, [x, y]: Xy): Xy {
  const [cx, cy] = centreOf(plan.model.ring)
  return [cx + x, cy + y]
}

function areaOutlines(plan: TownPlan): Xy[][] {
  const [cx, cy] = centreOf(plan.model.ring)
  const local = plan.model.ring.map(([x, y]): Xy => [x - cx, y - cy])
  return areaRings(local).map((ring) => ring.map((point) => inModel(plan, point)))
}

function modelSpots(plan: TownPlan): DemoSpot[] {
  return SPOTS.map(({ id, name, at, building }) => ({
    key: `spot:${id}`,
    name,
    placeKey: building ? modelBuilding(building) : MODEL_GRID,
    point: toPosition(inModel(plan, at)),
  }))
}

const farFromRiver = ([x, y]: Xy, river: readonly Xy[]) =>
  river.every(([rx, ry], i) => {
    const [nx, ny] = river[i + 1] ?? [rx, ry]
    if (x < Math.min(rx, nx) || x > Math.max(rx, nx) || nx === rx) return true
    return Math.abs(y - (ry + ((ny - ry) * (x - rx)) / (nx - rx))) > RIVER_WIDTH_M / 2 + 9
  })

function districtRing(random: Random): Xy[] {
  return Array.from({ length: 26 }, (_, i): Xy => {
    const angle = (i / 26) * 2 * Math.PI
    const r = 1 + random.real(-0.09, 0.09)
    return [3600 * r * Math.cos(angle), 2700 * r * Math.sin(angle)]
  })
}
