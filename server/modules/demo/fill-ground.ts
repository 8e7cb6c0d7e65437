/** Fills who and where: places, ground, organisations, people, posts. Gives back the ids that keys became. */
import { sealPerson } from '#modules/accounts/index.ts'
import { placesChanged } from '#modules/places/index.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Secrets } from '#platform/secrets.ts'
import type {
  GridTermRow,
  MapShapeRow,
  OrganisationRow,
  PlaceRow,
  PostRow,
  PostTermRow,
} from '#server/db/schema.gen.ts'
import type { DemoDistrict, DemoPlace, MapShape, Position } from './generate/types.ts'
import { insertRows } from './insert-rows.ts'

export type Ids = (key: string) => string
const MS_A_DAY = 86_400_000
/** A calendar day so many days from the filling. */
export const daysFrom = (now: Date, days: number): string =>
  new Date(now.getTime() + days * MS_A_DAY).toISOString().slice(0, 10)

export function idsFor(district: DemoDistrict): Ids {
  const keyed = [
    ...district.places,
    ...district.organisations,
    ...district.people,
    ...district.posts,
    ...district.requests,
    ...district.registers.households,
    ...district.registers.ownedUnits,
    ...district.registers.selections,
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
  const byKey = new Map(district.places.map((place) => [place.key, place]))
  const idOf = (key: string | null) => (key ? ids(key) : null)

  await insertRows(
    tx,
    'place',
    district.places.map((place): Partial<PlaceRow> => ({
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
  await insertRows(
    tx,
    'grid_term',
    district.places.flatMap((place) =>
      gridTerms(place, byKey).map((gridKey): Partial<GridTermRow> => ({
        tenant_id: tenantId,
        id: newId(),
        building_id: ids(place.key),
        grid_level: byKey.get(gridKey)?.gridLevel ?? 2,
        grid_id: ids(gridKey),
        valid_from: '2000-01-01',
      })),
    ),
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
    district.organisations.map((one): Partial<OrganisationRow> => ({
      tenant_id: tenantId,
      id: ids(one.key),
      parent_id: idOf(one.parentKey),
      kind: one.kind,
      name: one.name,
      place_id: ids(one.placeKey),
      handles: one.handles,
      duty_phone: one.shown.dutyPhone ?? null,
      form: one.shown.form ?? null,
      founded_on: one.shown.foundedDaysAgo ? daysFrom(now, -one.shown.foundedDaysAgo) : null,
      term_ends_on: one.shown.termEndsInDays ? daysFrom(now, one.shown.termEndsInDays) : null,
      duties: one.shown.duties ?? '',
      pledges: one.shown.pledges ?? [],
    })),
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
    district.posts.map((post): Partial<PostRow> => ({
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
    district.posts.map((post): Partial<PostTermRow> => ({
      tenant_id: tenantId,
      id: newId(),
      post_id: ids(post.key),
      person_id: ids(post.personKey),
      from_on: daysFrom(now, -post.heldSinceDaysAgo),
      to_on: null,
    })),
  )
}

/** The grids of every level that a building lies in. */
function gridTerms(place: DemoPlace, byKey: ReadonlyMap<string, DemoPlace>): string[] {
  if (place.level !== 'building') return []
  const above = (key: string | null): DemoPlace[] => {
    const one = key ? byKey.get(key) : undefined
    return one ? [one, ...above(one.parentKey)] : []
  }
  return above(place.parentKey)
    .filter(({ gridLevel }) => gridLevel)
    .map(({ key }) => key)
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
