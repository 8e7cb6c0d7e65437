/** Filing a request: read → key → check → pictures → one transaction that stores everything or nothing → reply. */
import type { GeoFiled } from '#contracts/georeport.ts'
import type { Actor } from '#platform/actor.ts'
import type { KeyRow } from '#modules/keys/index.ts'
import { locate } from '#modules/places/index.ts'
import { insertPhoto, numberOf, storePhoto, submit } from '#modules/requests/index.ts'
import type { Tx } from '#platform/db.ts'
import type { Photo } from '#platform/files/photo.ts'
import { newId } from '#platform/ids.ts'
import type { Services } from '#platform/services.ts'
import { GeoReportError } from './errors.ts'
import type { Exchange, Kept } from './exchange.ts'
import { findAddress } from './find-address.ts'
import { insertToken } from './queries.ts'
import type { Filing } from './read-filing.ts'
import { kindOf } from './services.ts'

/** A key acts by itself and holds no post here: what it may do with a request is what whoever handed it in may. */
export const filer = (actor: Actor): Actor => ({ ...actor, capacities: [] })

export const keepPhotos = (services: Services, tenantId: number, photos: readonly Photo[]): Promise<Kept[]> =>
  Promise.all(photos.map(async (photo) => ({ id: await storePhoto(services.storage, tenantId, photo), photo })))

type Call = {
  filing: Filing
  kept: readonly Kept[]
  missed: number
  key: KeyRow
  actor: Actor
  services: Services
  exchange: Exchange
  now: Date
}

/** @throws GeoReportError, what submit refuses */
export async function file(
  tx: Tx,
  { filing, kept, missed, key, actor, services, exchange, now }: Call,
): Promise<GeoFiled[]> {
  const { service, point, address, name, phone, answers, accountId } = filing
  const where = await whereOf(tx, filing, now)
  const place = await locate(tx, { ...where, now })
  if (!place.placePath.startsWith(key.placePath))
    throw new GeoReportError(400, `the location lies outside ${key.placeName}`)
  for (const { id, photo } of kept) await insertPhoto(tx, actor.personId, id, photo, now)
  const kind = service.category?.kinds.find((one) => one !== 'urgent') ?? 'problem'
  const id = await submit(
    tx,
    filer(actor),
    {
      kind,
      text: filing.text || (kept.length > 0 ? '' : service.zh),
      ...(service.category && { categoryCode: service.code }),
      answers,
      location: { ...where, source: point ? 'map' : 'picked' },
      photoIds: kept.map((one) => one.id),
    },
    services.secrets,
    now,
    { capacity: actor.machine ?? key.name, name, phone, address },
  )
  const notice = missed > 0 ? `${missed} 张图片没有取到，其余已收到` : '已收到，可用编号查询办理情况'
  const told = { account_id: accountId }
  const type = kindOf(service)
  if (type === 'blackbox') return [{ service_notice: '已收到', ...told }]
  await exchange.filed(tx, { keyId: key.id, requestId: id, theirNumber: accountId }, now)
  if (type === 'batch') {
    const token = newId()
    await insertToken(tx, token, id)
    return [{ token, service_notice: '已收到，受理后可用凭据取得编号', ...told }]
  }
  return [{ service_request_id: (await numberOf(tx, id))?.number, service_notice: notice, ...told }]
}

/** A point is the most exact; then a place by its id, then the words of an address. @throws GeoReportError */
async function whereOf(tx: Tx, { point, addressId, address }: Filing, now: Date) {
  if (point) return point
  if (addressId) {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(addressId))
      throw new GeoReportError(400, 'address_id is unknown')
    return { placeId: addressId }
  }
  const found = await findAddress(tx, address ?? '', now)
  if (!found) throw new GeoReportError(400, 'address_string names no place here: send lat and long as well')
  return { placeId: found.id }
}
