/** Fills who and where: places, ground, organisations, people, posts. Gives back the ids that keys became. */
import { sealPerson } from '#modules/accounts/index.ts'
import { placesChanged } from '#modules/places/index.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Secrets } from '#platform/secrets.ts'
import type { MapShapeRow, OrganisationRow, PlaceRow, PostRow, PostTermRow } from '#server/db/schema.gen.ts'
import type { DemoDistrict, DemoPlace, MapShape, Position } from './generate/types.ts'
import { insertRows } from './insert-rows.ts'

export type Ids = (key: string) => string
const MS_A_DAY = 86_400_000

export function idsFor(district: DemoDistrict): Ids {
  const keyed = [
    ...district.places,
    ...district.organisations,
    ...district.people,
    ...district.posts,
    ...district.requests,
  ]
  const known = new Map(keyed.map(({ key }) => [key, newId()]))
  return (key) => {
    const id = known.get(key)
    if (!id) throw new Error(`the demo district has no ${key}`)
    return id
  }
}

export async function fillGround(tx: Tx, secrets: Secrets, district: DemoDistrict, ids: Ids, now: Date): Promise<void> {
  const { tenantId } = tx
  const names = fullNames(district.places)
  const idOf = (key: string | null) => (key ? ids(key) : null)

  await insertRows(
    tx,
    'place',
    district.places.map((place): Omit<PlaceRow, 'valid_from' | 'valid_to' | 'used_as'> => ({
      tenant_id: tenantId,
      id: ids(place.key),
      parent_id: idOf(place.parentKey),
      level: place.level,
      name: place.name,
      full_name: names.get(place.key) ?? place.name,
      code: place.code,
      path: place.path,
      households: place.households,
      residents: place.residents,
      floors: place.floors,
      grid_level: place.gridLevel,
      outline_from: place.outline ? 'demo' : null,
      outline_system: place.outline ? 'wgs84' : null,
      lon: place.point[0],
      lat: place.point[1],
      outline: place.outline,
      grid_id: idOf(place.gridKey),
    })),
  )
  await placesChanged(tx)
  await insertRows(
    tx,
    'map_shape',
    district.shapes.flatMap((shape) => groundRow(shape, tenantId)),
  )
  await insertRows(
    tx,
    'organisation',
    district.organisations.map(
      (one): Omit<OrganisationRow, 'form' | 'founded_on' | 'term_ends_on' | 'duties' | 'pledges'> => ({
        tenant_id: tenantId,
        id: ids(one.key),
        parent_id: idOf(one.parentKey),
        kind: one.kind,
        name: one.name,
        place_id: ids(one.placeKey),
        handles: one.handles,
        duty_phone: null,
        ended_on: null,
      }),
    ),
  )

  const roleOf = new Map(district.signIns.map(({ personKey, kind }) => [personKey, kind]))
  await insertRows(
    tx,
    'person',
    district.people.map((person) => {
      const id = ids(person.key)
      const sealed = sealPerson(secrets, tenantId, { id, name: person.name, phone: person.phone ?? undefined })
      return {
        tenant_id: tenantId,
        id,
        name_sealed: sealed.nameSealed,
        name_masked: sealed.nameMasked,
        name_index: sealed.nameIndex,
        key_sealed: sealed.keySealed,
        search_tokens: sealed.searchTokens,
        nickname: `邻居${id.slice(-4)}`,
        phone_sealed: sealed.phoneSealed,
        phone_masked: sealed.phoneMasked,
        phone_index: sealed.phoneIndex,
        home_place_id: idOf(person.homeKey),
        locale: 'zh-CN',
        large_print: person.largePrint ? 1 : 0,
        demo_role: roleOf.get(person.key) ?? null,
        created_at: now.toISOString(),
      }
    }),
  )
  await insertRows(
    tx,
    'post',
    district.posts.map((post): Omit<PostRow, 'seats' | 'ended_on' | 'created_on'> => ({
      tenant_id: tenantId,
      id: ids(post.key),
      kind: post.kind,
      title: post.title,
      organisation_id: ids(post.organisationKey),
      place_id: ids(post.placeKey),
    })),
  )
  await insertRows(
    tx,
    'post_term',
    district.posts.map(
      (post): Omit<PostTermRow, 'stands_as' | 'selection_id' | 'handed_over_at' | 'handover_note'> => ({
        tenant_id: tenantId,
        id: newId(),
        post_id: ids(post.key),
        person_id: ids(post.personKey),
        from_on: new Date(now.getTime() - post.heldSinceDaysAgo * MS_A_DAY).toISOString().slice(0, 10),
        to_on: null,
      }),
    ),
  )
}

/** As people say it: the compound's name, then what is inside it; grids do not appear in an address. */
export function fullNames(places: readonly DemoPlace[]): Map<string, string> {
  const names = new Map<string, string>()
  const spoken = new Map<string, string>()
  for (const { key, parentKey, level, name } of places) {
    const around =
      ['grid', 'building', 'entrance', 'home'].includes(level) && parentKey ? `${spoken.get(parentKey) ?? ''} ` : ''
    names.set(key, `${around}${name}`)
    spoken.set(key, level === 'grid' && parentKey ? (spoken.get(parentKey) ?? name) : `${around}${name}`)
  }
  return names
}

const GROUND: Partial<Record<MapShape['kind'], MapShapeRow['kind']>> = {
  road: 'road',
  path: 'road',
  bridge: 'road',
  river: 'water',
  pond: 'water',
  park: 'green',
  green: 'green',
}

function groundRow({ kind, name, geometry }: MapShape, tenantId: number): MapShapeRow[] {
  const ground = GROUND[kind]
  if (!ground) return []
  const points: Position[] =
    geometry.type === 'Polygon'
      ? geometry.coordinates.flat()
      : geometry.type === 'LineString'
        ? geometry.coordinates
        : [geometry.coordinates]
  const [longitudes, latitudes] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)]
  return [
    {
      tenant_id: tenantId,
      id: newId(),
      kind: ground,
      name: name ?? '',
      geometry,
      west: Math.min(...longitudes),
      east: Math.max(...longitudes),
      south: Math.min(...latitudes),
      north: Math.max(...latitudes),
    },
  ]
}
