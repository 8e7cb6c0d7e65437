/** Outlines through HTTP: out in one coordinate system and in again, looked over before anything changes; drawn by hand. */
import { afterAll, expect, test } from 'vitest'
import { distanceMetres } from '#platform/geometry/convert.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld } from '#server/test/trust/world.ts'
import { outlineOf } from '../make.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
const { people, made } = world
afterAll(() => app.close())

const BOUNDARY = 'linli-outlines'
async function send(value: unknown, query: string, placeId = made.compound.id) {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const payload = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="x.geojson"\r\ncontent-type: application/json\r\n\r\n${text}\r\n--${BOUNDARY}--\r\n`
  const client = await people.desk.as()
  return client.inject('POST', `/api/places/${placeId}/outlines?${query}`, payload as unknown as object, {
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  })
}
const out = async (system: string) =>
  (await (await people.desk.as()).inject('GET', `/api/places/${made.compound.id}/outlines?system=${system}`)).json()
const stored = (id: string | undefined) =>
  world.rows<{ outline: unknown; outlineFrom: string; outlineSystem: string }>(
    'SELECT outline, outline_from AS "outlineFrom", outline_system AS "outlineSystem" FROM place WHERE tenant_id = $1 AND id = $2',
    [id],
  )

test('out in GCJ-02, shifted by hundreds of metres and saying so; in again it is the same, to the centimetre', async () => {
  const [ours, theirs] = [await out('wgs84'), await out('gcj02')]
  expect(theirs.coordinateSystem).toBe('gcj02')
  expect(ours.features).toHaveLength(1 + 2 + 4)
  const corner = (file: typeof ours) => file.features[0].geometry.coordinates[0][0]
  const [[lon, lat], [x, y]] = [corner(ours), corner(theirs)]
  expect(distanceMetres({ lon, lat }, { lon: x, lat: y })).toBeGreaterThan(300)

  const looked = (await send(theirs, 'system=gcj02')).json()
  expect(looked.applied).toBe(false)
  expect(looked.features.map(({ placeId }: { placeId: string }) => placeId)).toEqual(
    ours.features.map(({ id }: { id: string }) => id),
  )
  for (const [at, { outline, fate }] of looked.features.entries()) {
    expect(['same', 'replaced']).toContain(fate)
    const [there, here] = [outline.coordinates[0][0], ours.features[at].geometry.coordinates[0][0]]
    expect(distanceMetres({ lon: there[0], lat: there[1] }, { lon: here[0], lat: here[1] })).toBeLessThan(0.1)
  }
})

test('what fits no place, or more than one, is said; what is good goes in, marked with where it came from', async () => {
  const at = (name: string, ring: [number, number][]) => ({
    type: 'Feature',
    properties: { name },
    geometry: outlineOf(...ring),
  })
  const house: [number, number][] = [[10, 20], [50, 20], [50, 34], [10, 34]] // prettier-ignore
  const file = { type: 'FeatureCollection', features: [at('4号楼', house), at('99 栋', house), at('4 栋', house)] }
  const looked = (await send(file, 'system=bd09')).json()
  expect(looked.features.map(({ fate }: { fate: string }) => fate)).toEqual(['replaced', 'unknown', 'twice'])
  const before = await stored(made.buildings[3]?.id)
  expect(before[0]?.outlineSystem).toBeNull()
  expect((await send(file, 'system=bd09&apply=true')).json().applied).toBe(true)
  expect((await stored(made.buildings[3]?.id))[0]).toMatchObject({ outlineFrom: 'file', outlineSystem: 'bd09' })
  const [entry] = await world.rows<{ what: string }>(
    "SELECT what FROM audit_entry WHERE tenant_id = $1 AND what = 'importOutlines'",
  )
  expect(entry).toBeDefined()
})

test('a file that is none, or too large, is refused by name', async () => {
  expect((await send('PK\u0003\u0004', 'system=wgs84')).json().code).toBe('outlines_not_geojson')
  const large = await send(`{"type":"FeatureCollection","features":[${' '.repeat(5_000_001)}]}`, 'system=wgs84')
  expect([large.statusCode, large.json().code]).toEqual([413, 'outlines_too_large'])
  expect(
    (await send({ type: 'FeatureCollection', features: [] }, 'system=wgs84', world.sibling.compound.id)).statusCode,
  ).toBe(404)
})

test('a house is drawn by hand, not over its neighbour, not crossing itself', async () => {
  const draw = async (id: string | undefined, outline: unknown) =>
    (await people.desk.as()).inject('PATCH', `/api/places/${id}/outline`, { outline })
  const [first, second] = made.buildings
  expect((await draw(first?.id, second?.outline)).json()).toMatchObject({
    code: 'grid_outlines_overlap',
    details: { names: [first?.name, second?.name] },
  })
  expect((await draw(first?.id, outlineOf([0, 0], [10, 10], [10, 0], [0, 10]))).json().code).toBe('grid_outline_wrong')
  expect((await draw(made.grids[0]?.id, first?.outline)).json().code).toBe('grid_scope_wrong')
  expect((await draw(first?.id, first?.outline)).statusCode).toBe(200)
  expect((await stored(first?.id))[0]).toMatchObject({ outlineFrom: 'hand', outlineSystem: 'wgs84' })
})

test('a grid that is only renamed stays who it is, its name in every address', async () => {
  const [first, second] = made.grids
  const ids = made.buildings.map(({ id }) => id)
  const grids = [{ gridId: first?.id, name: '桂东网格', code: '330102001001001', buildingIds: ids.slice(0, 2) }, { gridId: second?.id, name: '第 2 网格', buildingIds: ids.slice(2) }] // prettier-ignore
  const body = { gridLevel: 2, kind: 'rename', effectiveOn: '2026-11-18', reason: '居民这样叫', grids }
  expect((await (await people.desk.as()).inject('POST', `/api/grids/${made.compound.id}`, body)).statusCode).toBe(200)
  const [place] = await world.rows(
    'SELECT name, full_name AS "fullName", code FROM place WHERE tenant_id = $1 AND id = $2',
    [first?.id],
  )
  expect(place).toEqual({ name: '桂东网格', fullName: '桂园小区 桂东网格', code: '330102001001001' })
})
