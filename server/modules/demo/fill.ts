/**
 * Fills an empty district with the demo: people, places and a history that ends this hour. Run once at first start;
 * `npm run demo:empty` takes it away again. The photographs' files follow in the background, see store-photos.ts.
 */
import { difference } from '#modules/figures/rules.ts'
import { seedCategories } from '#modules/requests/index.ts'
import type { Capacity } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Secrets } from '#platform/secrets.ts'
import type { PhotoRow } from '#server/db/schema.gen.ts'
import { fillRegisters } from './fill-registers.ts'
import { fillGround, fullNames, idsFor, type Ids } from './fill-ground.ts'
import { generateDistrict, type DistrictSize } from './generate/district.ts'
import type { DemoDistrict, DemoPlace } from './generate/types.ts'
import { insertRows } from './insert-rows.ts'
import { drawnPhoto } from './photos/drawn.ts'
import type { Told, ToldPhoto } from './replay-rows.ts'
import { replay, type Cast } from './replay.ts'

type Options = { secrets: Secrets; now: Date; seed?: string; size?: DistrictSize }

/** The district's row must be there. The photographs' files follow, see store-photos.ts. */
export async function fillDemo(tx: Tx, { secrets, now, seed = 'linli', size = 'demo' }: Options): Promise<void> {
  const district = generateDistrict(seed, { size })
  const ids = idsFor(district)
  await fillGround(tx, secrets, district, ids, now)
  await seedCategories(tx)
  await fillRegisters(tx, district, ids, now)

  const told = numbered(replay(district.requests, castOf(district, ids), tx.tenantId, now))
  // What was merged refers to what it was merged into.
  await insertRows(
    tx,
    'request',
    told.filter(({ row }) => !row.merged_into_id).map(({ row }) => row),
  )
  await insertRows(
    tx,
    'request',
    told.filter(({ row }) => row.merged_into_id).map(({ row }) => row),
  )
  await insertRows(
    tx,
    'request_event',
    told.flatMap(({ events }) => events),
  )
  await insertRows(
    tx,
    'request_assignment',
    told.flatMap(({ assignments }) => assignments),
  )
  await insertRows(
    tx,
    'request_joiner',
    told.flatMap(({ joiners }) => joiners),
  )
  await insertRows(
    tx,
    'request_rating',
    told.flatMap(({ ratings }) => ratings),
  )
  await insertRows(
    tx,
    'photo',
    told.flatMap(({ row, photos }) => photos.map((one) => photoRow(one, row.id, tx.tenantId))),
  )
  await insertRows(tx, 'counter', countersOf(told, tx.tenantId))
  await insertRows(
    tx,
    'figure_change',
    told.flatMap(({ row }) => difference(null, row).map((change) => ({ id: newId(), ...change }))),
  )
}

const YEAR_IN_CHINA = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' })
const yearOf = ({ row }: Told) => YEAR_IN_CHINA.format(new Date(row.created_at))

/** Numbers that people read run through each year in the order of arrival. */
function numbered(told: Told[]): Told[] {
  const counts = new Map<string, number>()
  for (const one of told) {
    const year = yearOf(one)
    counts.set(year, (counts.get(year) ?? 0) + 1)
    one.row.number = `${year}-${String(counts.get(year)).padStart(6, '0')}`
  }
  // A merge has written the number of the merged one into the history of the other before it was known.
  const numberOf = new Map(told.map(({ row }) => [row.id, row.number]))
  for (const one of told.filter(({ row }) => row.merged_into_id)) {
    const closing = one.events.find(({ action }) => action === 'merge')
    if (closing) closing.facts = { outcome: 'duplicate', into: numberOf.get(one.row.merged_into_id ?? '') ?? '' }
    const target = told.find(({ row }) => row.id === one.row.merged_into_id)
    const noted = target?.events.find(({ action, at }) => action === 'merged' && at === closing?.at)
    if (noted) noted.facts = { from: one.row.number, title: one.row.title }
  }
  return told
}

function countersOf(told: readonly Told[], tenantId: number) {
  const last = new Map(told.map((one) => [yearOf(one), Number(one.row.number.slice(5))]))
  return [...last].map(([year, value]) => ({ tenant_id: tenantId, name: `request-${year}`, value }))
}

function photoRow({ id, photo, uploaderId, seq, role, at }: ToldPhoto, requestId: string, tenantId: number): PhotoRow {
  const { width, height, averageColour, byteCount, sha256 } = drawnPhoto(photo)
  return {
    tenant_id: tenantId,
    id,
    uploader_id: uploaderId,
    request_id: requestId,
    event_seq: seq,
    role,
    internal: false,
    width,
    height,
    average_colour: averageColour,
    byte_count: byteCount,
    sha256: Buffer.from(sha256, 'hex'),
    taken_at: at.toISOString(),
    lon: null,
    lat: null,
    created_at: at.toISOString(),
  }
}

function castOf({ places, organisations, posts }: DemoDistrict, ids: Ids): Cast {
  const placeByKey = new Map(places.map((place) => [place.key, place]))
  const names = fullNames(places)
  const organisationNames = new Map(organisations.map(({ key, name }) => [key, name]))
  const held = new Map<string, Capacity[]>()
  for (const post of posts) {
    const place = placeByKey.get(post.placeKey)
    if (!place) continue
    held.set(post.personKey, [
      ...(held.get(post.personKey) ?? []),
      {
        postId: ids(post.key),
        kind: post.kind,
        title: post.title,
        organisationId: ids(post.organisationKey),
        organisationName: organisationNames.get(post.organisationKey) ?? null,
        placeId: ids(post.placeKey),
        placeName: names.get(post.placeKey) ?? place.name,
        placeLevel: place.level,
        placePath: place.path,
      },
    ])
  }
  const around = (place: DemoPlace, is: (one: DemoPlace) => boolean) => {
    for (let at: DemoPlace | undefined = place; at; at = at.parentKey ? placeByKey.get(at.parentKey) : undefined)
      if (is(at)) return ids(at.key)
    return null
  }
  const at = (level: DemoPlace['level']) => (one: DemoPlace) => one.level === level
  return {
    ids,
    capacitiesOf: (personKey) => held.get(personKey) ?? [],
    nameOf: (handler) => {
      if ('organisationKey' in handler)
        return {
          organisationId: ids(handler.organisationKey),
          postId: null,
          name: organisationNames.get(handler.organisationKey) ?? '',
        }
      const [post] = held.get(handler.postOf) ?? []
      if (!post) throw new Error(`${handler.postOf} holds no post`)
      return { organisationId: null, postId: post.postId, name: post.title }
    },
    placeOf: ({ placeKey }) => {
      const place = placeByKey.get(placeKey)
      if (!place) throw new Error(`no place ${placeKey}`)
      return {
        place_id: ids(placeKey),
        place_name: names.get(placeKey) ?? place.name,
        place_path: place.path,
        subdistrict_id: around(place, at('subdistrict')),
        community_id: around(place, at('community')),
        compound_id: around(place, at('compound')),
        grid_id: around(place, ({ gridLevel }) => gridLevel === 2),
        building_id: around(place, at('building')),
      }
    },
    photo: (photo) => {
      const { width, height, averageColour } = drawnPhoto(photo)
      return { id: newId(), width, height, averageColour }
    },
  }
}
