/** HTTP for outlines: drawn by hand, read from a GeoJSON file, given out as one. Inside everything is WGS-84. */
import '@fastify/multipart' // its types: the form parser itself is registered once for all uploads
import type { FastifyRequest } from 'fastify'
import { drawOutline, exportOutlines, importOutlines } from '#contracts/grids.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { boxOf, outlineFromWgs84, type CoordinateSystem, type Outline } from '#platform/geometry/convert.ts'
import { MOST_BYTES, parseGeojson, readGeojson } from '#platform/geometry/geojson.ts'
import { isSound, overlapsOf } from '#platform/geometry/overlay.ts'
import { serve, servePrepared, type App } from '#platform/http.ts'
import { factsChanged } from '../facts.ts'
import { covers } from '../path.ts'
import { isValid, placesChanged, readTree, type Place, type Tree } from '../tree.ts'
import { fatesOf } from './match-outlines.ts'
import { placeWithin } from './stand.ts'

export function outlineRoutes(app: App): void {
  serve(app, drawOutline, async ({ params, body: { outline }, actor, tx, now }) => {
    const { tree } = await readTree(tx)
    const place = placeWithin(tree, params.id, actor, 'places.manage')
    if (place.level === 'grid') throw new AppError('grid_scope_wrong', { field: 'id' }) // drawn with its neighbours, changeGrids
    if (outline && !isSound(outline)) throw new AppError('grid_outline_wrong', { field: 'outline' })
    const beside = besides(tree, place, shanghaiToday(now))
    const over = outline
      ? overlapsOf([outline, ...beside.map((one) => one.outline)]).filter(({ first }) => first === 0)
      : []
    if (over.length > 0)
      throw new AppError('grid_outlines_overlap', {
        field: 'outline',
        names: [place.name, ...over.flatMap(({ second }) => beside[second - 1]?.name ?? [])],
      })
    await saveOutlines(tx, [{ placeId: place.id, outline }], { from: 'hand', system: 'wgs84' }, now)
    await log(tx, actor, now, 'drawOutline', place.fullName)
    return { ok: true as const }
  })

  servePrepared(
    app,
    importOutlines,
    readUpload,
    async ({ params, query: { system, apply = false }, actor, tx, now }, value) => {
      const { tree } = await readTree(tx)
      const top = placeWithin(tree, params.id, actor, 'places.manage')
      const on = shanghaiToday(now)
      const features = fatesOf(
        readGeojson(value, system, middleOf(tree, top)),
        tree.all.filter((place) => covers(top.path, place.path) && isValid(place, on)),
      )
      const good = features.flatMap(({ fate, placeId, outline }) =>
        placeId && outline && (fate === 'placed' || fate === 'replaced') ? [{ placeId, outline }] : [],
      )
      if (apply && good.length > 0) {
        await saveOutlines(tx, good, { from: 'file', system }, now)
        await log(tx, actor, now, 'importOutlines', top.fullName)
      }
      return { features, applied: apply }
    },
  )

  serve(app, exportOutlines, async ({ params, query: { system }, actor, tx, now }) => {
    const { tree } = await readTree(tx)
    const top = placeWithin(tree, params.id, actor, 'registers.view')
    const on = shanghaiToday(now)
    const drawn = tree.all.filter((place) => covers(top.path, place.path) && isValid(place, on))
    const sources = await sourcesOf(
      tx,
      drawn.map(({ id }) => id),
    )
    return {
      type: 'FeatureCollection' as const,
      coordinateSystem: system,
      features: drawn.flatMap(({ id, level, gridLevel, name, fullName, code, households, outline }) => {
        const source = sources.get(id) ?? { outlineFrom: null, outlineSystem: null }
        const properties = { level, gridLevel, name, fullName, code, households, ...source }
        return outline
          ? [{ type: 'Feature' as const, id, properties, geometry: outlineFromWgs84(outline, system) }]
          : []
      }),
    }
  })
}

const besides = (tree: Tree, { id, level, parentId }: Place, on: string) =>
  tree.all.filter(
    (one) => one.id !== id && one.level === level && one.parentId === parentId && one.outline && isValid(one, on),
  )

function middleOf(tree: Tree, { lon, lat, outline }: Place) {
  const drawn = outline ?? tree.all.find((place) => place.outline)?.outline
  const box = drawn && boxOf(drawn)
  if (box) return { lon: (box.west + box.east) / 2, lat: (box.south + box.north) / 2 }
  return lon !== null && lat !== null ? { lon, lat } : null
}

/** @throws media_type_not_allowed, outlines_not_geojson, outlines_too_large */
async function readUpload(request: FastifyRequest): Promise<unknown> {
  if (!request.isMultipart()) throw new AppError('media_type_not_allowed')
  const part = await request.file({ limits: { fileSize: MOST_BYTES }, throwFileSizeLimit: false })
  if (!part) throw new AppError('outlines_not_geojson', { field: 'file' })
  const bytes = await part.toBuffer()
  if (part.file.truncated) throw new AppError('outlines_too_large', { field: 'file' })
  return parseGeojson(bytes)
}

type Given = { placeId: string; outline: Outline | null }

/** Marked with where it is from and the system that it came in. A place without a point of its own gets the middle. */
async function saveOutlines(
  tx: Tx,
  given: readonly Given[],
  { from, system }: { from: 'hand' | 'file'; system: CoordinateSystem },
  now: Date,
): Promise<void> {
  const rows = given.map(({ placeId, outline }) => {
    const box = outline && boxOf(outline)
    const middle = box ? { lon: (box.west + box.east) / 2, lat: (box.south + box.north) / 2 } : { lon: null, lat: null }
    const source = outline
      ? { outline_from: from, outline_system: system }
      : { outline_from: null, outline_system: null }
    return { id: placeId, outline, ...middle, ...source }
  })
  await tx.run({
    name: 'outline_save',
    text: `UPDATE place p SET outline = n.outline, outline_from = n.outline_from, outline_system = n.outline_system,
                  lon = coalesce(n.lon, p.lon), lat = coalesce(n.lat, p.lat)
             FROM jsonb_populate_recordset(NULL::place, $2::jsonb) n WHERE p.tenant_id = $1 AND p.id = n.id`,
    values: [tx.tenantId, JSON.stringify(rows)],
  })
  await placesChanged(tx)
  await factsChanged(
    tx,
    given.map(({ placeId }) => placeId),
    now,
  )
}

async function sourcesOf(tx: Tx, ids: readonly string[]) {
  const rows = await tx.many<{ id: string; outlineFrom: string | null; outlineSystem: string | null }>({
    name: 'outline_sources',
    text: `SELECT id, outline_from AS "outlineFrom", outline_system AS "outlineSystem" FROM place WHERE tenant_id = $1 AND id = ANY ($2::uuid[])`,
    values: [tx.tenantId, ids],
  })
  return new Map(rows.map(({ id, ...source }) => [id, source]))
}

const log = (tx: Tx, actor: Actor, at: Date, what: string, subject: string) =>
  record(tx, { at, what, actorPersonId: actor.personId, capacity: actingCapacity(actor, 'places.manage'), subject })
