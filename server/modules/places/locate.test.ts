/** Where a point or a picked place lies, by `locate` and through HTTP: geometry against a naive oracle, borders, days, systems. */
import { afterAll, expect, test } from 'vitest'
import type { PlaceView } from '#contracts/places.ts'
import { fromWgs84, polygonsOf, type Outline, type Position } from '#platform/geometry/convert.ts'
import { useDatabase } from '#server/test/database.ts'
import { ok, startTwoDistricts } from '#server/test/two-districts.ts'
import { locate, type Where } from './index.ts'
import { makePlace, outlineOf, spot, type MadePlace } from './make.ts'

const { app, here, other, enter, inTenant, now } = await startTwoDistricts(await useDatabase())
afterAll(() => app.close())
const { made } = here
const { client } = await enter()
const [grid1, grid2] = [one(made.grids, 0), one(made.grids, 1)]
const at = ({ lon, lat }: Position, system = ''): Promise<PlaceView[]> =>
  ok(client.inject('GET', `/api/places/at?lon=${lon}&lat=${lat}${system && `&system=${system}`}`))
const find = (where: Omit<Where, 'now'>) => inTenant((tx) => locate(tx, { ...where, now: now() }))
const ids = (places: readonly { id: string }[]) => places.map(({ id }) => id)
function one<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new Error(`nothing at ${index}`)
  return found
}

test('300 points fall where a naive test of every outline puts them', async () => {
  const grown = await makeCrookedGrids()
  const random = seeded(20_261_120)
  const outlines: [string, Outline][] = [
    ...[made.district, made.subdistrict, made.community, made.compound],
    ...made.grids,
    ...made.buildings,
    ...grown,
  ].flatMap(({ id, outline }) => (outline ? [[id, outline]] : []))
  let inGrids = 0
  for (let n = 0; n < 300; n++) {
    const point = spot(random() * 4_200 - 2_100, random() * 4_200 - 2_100)
    const expected = outlines.filter(([, outline]) => isInside(point, outline)).map(([id]) => id)
    const found = await at(point)
    const buildings = found.filter(({ level }) => level === 'building') // also those beside the point
    expect(ids(found.filter((place) => !buildings.includes(place))).toSorted()).toEqual(
      expected.filter((id) => !ids(made.buildings).includes(id)).toSorted(),
    )

    if (expected.length === 0) {
      await expect(find(point)).rejects.toMatchObject({ code: 'location_outside' })
      continue
    }
    const located = await find(point)
    const grids = expected.filter((id) => [...made.grids, ...grown].some((grid) => grid.id === id))
    if (located.gridId) expect(grids).toContain(located.gridId)
    else expect(grids).toEqual([])
    inGrids += grids.length > 0 ? 1 : 0
  }
  expect(inGrids).toBeGreaterThan(50) // else the points said little
})

/** Grids with many corners, far from the compound, as surveyors draw them; they do not overlap. */
async function makeCrookedGrids(): Promise<MadePlace[]> {
  const random = seeded(7)
  const grids: MadePlace[] = []
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 6; column++) {
      const [east, north] = [-1_750 + column * 650, [-1_600, -1_000, 600, 1_250][row] ?? 0]
      const corners = Array.from({ length: 24 }, (_, step): [number, number] => {
        const [angle, reach] = [(step / 24) * 2 * Math.PI, 150 + random() * 150]
        return [east + Math.cos(angle) * reach, north + Math.sin(angle) * reach]
      })
      const number = 100 + grids.length
      const grid = {
        level: 'grid',
        name: `第 ${number} 网格`,
        parent: made.community,
        number,
        outline: outlineOf(...corners),
      } as const
      grids.push(await inTenant((tx) => makePlace(tx, grid)))
    }
  }
  return grids
}

/** Ray casting over every edge, without index or shortcuts. */
function isInside({ lon, lat }: Position, outline: Outline): boolean {
  return polygonsOf(outline).some((rings) =>
    rings.reduce((inside, ring) => {
      let crossings = 0
      for (let i = 0; i + 1 < ring.length; i++) {
        const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [one(ring, i), one(ring, i + 1)]
        if (ay > lat !== by > lat && lon < ax + ((lat - ay) / (by - ay)) * (bx - ax)) crossings += 1
      }
      return inside !== (crossings % 2 === 1)
    }, false),
  )
}

/** mulberry32: the same points in every run. */
function seeded(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

test('a house beside the point wins, one across the border of the grid does not', async () => {
  const [first] = made.buildings // 60 × 12 m from (-250, -120)
  expect(await find(spot(-220, -114))).toMatchObject({
    placeId: first?.id,
    gridId: grid1.id,
    buildingId: first?.id,
    placeName: '桂园小区 1 栋',
  })
  expect(await find(spot(-220, -140))).toMatchObject({ placeId: first?.id }) // 20 m south of it
  expect(await find(spot(-220, -160))).toMatchObject({ placeId: grid1.id, buildingId: null }) // 40 m
  const atBorder = await inTenant((tx) =>
    makePlace(tx, {
      level: 'building',
      name: '5 栋',
      parent: grid2,
      number: 5,
      outline: outlineOf([10, 5], [70, 5], [70, 17], [10, 17]),
    }),
  )
  expect(await find(spot(-10, 10))).toMatchObject({ placeId: grid1.id }) // the border is at 3 m east, the house at 10
  expect(await find(spot(6, 10))).toMatchObject({ placeId: atBorder.id, gridId: grid2.id })
})

test('a picked place wins, and the point is kept when it is in it or near it', async () => {
  const building = one(made.buildings, 2)
  const near = spot(180, -60) // some 48 m north of it
  expect(await find({ placeId: building.id, ...near })).toMatchObject({
    placeId: building.id,
    gridId: grid2.id,
    ...near,
  })
  const far = spot(-200, 150)
  const picked = await find({ placeId: building.id, ...far })
  expect(picked).toMatchObject({ placeId: building.id, gridId: grid2.id })
  expect([picked.lon, picked.lat]).toEqual([building.lon, building.lat])

  const home = one(made.homes, 0)
  const building1 = one(made.buildings, 0)
  expect(await find({ placeId: home.id })).toMatchObject({
    placeId: building1.id,
    placeName: building1.fullName,
    placePath: building1.path,
    doorName: home.fullName, // never part of the place's own name, which neighbours read
    subdistrictId: made.subdistrict.id,
    communityId: made.community.id,
    compoundId: made.compound.id,
    gridId: grid1.id,
    buildingId: one(made.buildings, 0).id,
  })
  expect(await find({ placeId: made.compound.id, ...spot(200, 0) })).toMatchObject({
    placeId: made.compound.id,
    gridId: grid2.id,
  })
})

test('a building answers to the grid that was given to it', async () => {
  const [building] = made.buildings.slice(3)
  const move = (gridId: string | null) =>
    inTenant(async (tx) => {
      await tx.run({
        text: 'UPDATE place SET grid_id = $3 WHERE tenant_id = $1 AND id = $2',
        values: [tx.tenantId, building?.id, gridId],
      })
      await tx.run({
        text: `UPDATE counter SET value = value + 1 WHERE tenant_id = $1 AND name = 'places.version'`,
        values: [tx.tenantId],
      })
    })
  await move(grid1.id)
  expect(await find({ placeId: building?.id })).toMatchObject({ gridId: grid1.id })
  await move(null)
  expect(await find({ placeId: building?.id })).toMatchObject({ gridId: grid2.id })
})

test('a grid redrawn from a day on answers from that day on, without a restart', async () => {
  const place = spot(-1_300, 1_900)
  expect((await find(place)).gridId).toBeNull()
  const outline = outlineOf([-1_400, 1_850], [-1_200, 1_850], [-1_200, 1_950], [-1_400, 1_950])
  const grid = await inTenant((tx) =>
    makePlace(tx, {
      level: 'grid',
      name: '新网格',
      parent: made.community,
      number: 300,
      outline,
      validFrom: '2026-11-21',
    }),
  )
  expect((await find(place)).gridId).toBeNull() // it is 20 November
  app.wait(24 * 3_600_000)
  expect((await find(place)).gridId).toBe(grid.id)
  app.wait(-24 * 3_600_000)
})

test('a phone’s GCJ-02 and Baidu’s BD-09 land on the same house', async () => {
  const point = spot(-220, -114)
  for (const system of ['gcj02', 'bd09'] as const) {
    const given = fromWgs84(point, system)
    expect(await find({ ...given, system })).toMatchObject({ placeId: made.buildings[0]?.id })
    expect((await find(given)).placeId).not.toBe(made.buildings[0]?.id) // taken for WGS-84 it is another place
    const found = await at(given, system)
    expect(found.at(-1)?.id).toBe(made.buildings[0]?.id)
  }
})

test('nothing said, half said, not there, over: each is told apart', async () => {
  await expect(find({})).rejects.toMatchObject({ code: 'location_required' })
  await expect(find({ lon: 120 })).rejects.toMatchObject({ code: 'location_required' })
  await expect(find({ lon: 0, lat: 0 })).rejects.toMatchObject({ code: 'location_outside' })
  await expect(find({ placeId: other.made.compound.id })).rejects.toMatchObject({ code: 'place_not_found' })
  const gone = await inTenant((tx) =>
    makePlace(tx, { level: 'building', name: '拆', parent: grid1, number: 8, validTo: '2026-11-20' }),
  )
  await expect(find({ placeId: gone.id })).rejects.toMatchObject({ code: 'place_not_found' })
})
