/** HTTP for the exchange with other GeoReport servers. Every change stands in the log; a key is never shown again. */
import {
  changePeer,
  givePeerKey,
  listExchange,
  listPeers,
  makePeer,
  removePeer,
  retryExchange,
  syncPeer,
  type PeerView,
} from '#contracts/federation.ts'
import type { Right } from '#contracts/rights.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import { giveKey, takeBackKey } from '#modules/keys/index.ts'
import { nameOfHandler } from '#modules/people/index.ts'
import { placeNow } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { refuseAddress } from '#platform/outgoing/refuse-address.ts'
import { pageOf, readCursor } from '#platform/page.ts'
import { reaches } from '#platform/reach.ts'
import type { Services } from '#platform/services.ts'
import { sealKey } from './peer.ts'
import { hurry, insertPeer, organisationIsTaken, retryDead, savePeer, saveRemoved } from './save.ts'
import { exchangeRows, peerRows, peerView, type PeerRow } from './view.ts'
import { wake } from './wake.ts'

const PAGE = 50

export function federationRoutes(app: App, { secrets, outgoing }: Services): void {
  serve(app, listPeers, async ({ actor, tx }) => (await seen(tx, actor)).map(view))

  serve(app, makePeer, async ({ body: { key, ...body }, actor, tx, now }) => {
    refuseAddress(outgoing, body.url)
    const place = await placeNow(tx, body.placeId, shanghaiToday(now))
    if (!place || !reaches(actor, 'connections.manage', place.path))
      throw new AppError('place_not_found', { field: 'placeId' })
    if (!(await nameOfHandler(tx, { organisationId: body.organisationId })))
      throw new AppError('handler_not_found', { field: 'organisationId' })
    if (await organisationIsTaken(tx, body.organisationId))
      throw new AppError('peer_organisation_taken', { field: 'organisationId' })
    const id = newId()
    const keySealed = key ? sealKey(secrets, tx.tenantId, id, key) : null
    await insertPeer(tx, { ...body, id, placePath: place.path, keySealed }, now)
    const peer = await within(tx, actor, id, 'connections.manage')
    await log(tx, actor, 'makePeer', peer, now)
    await wake(tx, id, { now })
    return view(peer)
  })

  serve(app, changePeer, async ({ params: { id }, body: { key, ...body }, actor, tx, now }) => {
    const before = await within(tx, actor, id, 'connections.manage')
    if (body.url !== undefined) refuseAddress(outgoing, body.url)
    refuseOldKey(before, body.url, key)
    const keySealed = key ? sealKey(secrets, tx.tenantId, id, key) : undefined
    await savePeer(tx, id, { ...body, keySealed }, now)
    if (body.paused === false) await goOn(tx, id, now)
    const peer = await within(tx, actor, id, 'connections.manage')
    await log(tx, actor, 'changePeer', peer, now)
    return view(peer)
  })

  serve(app, removePeer, async ({ params: { id }, actor, tx, now }) => {
    const peer = await within(tx, actor, id, 'connections.manage')
    await saveRemoved(tx, id, now)
    await takeBackKey(tx, id, now)
    await log(tx, actor, 'removePeer', peer, now)
    return { ok: true as const }
  })

  serve(app, givePeerKey, async ({ params: { id }, actor, tx, now }) => {
    const peer = await within(tx, actor, id, 'connections.manage')
    const secret = await giveKey(tx, { id, name: peer.name, placeId: peer.placeId, scopes: ['open311.write'] }, now)
    await log(tx, actor, 'makeKey', peer, now)
    return { secret }
  })

  serve(app, syncPeer, async ({ params: { id }, actor, tx, now }) => {
    refusePaused(await within(tx, actor, id, 'connections.manage'))
    await goOn(tx, id, now)
    return { ok: true as const }
  })

  serve(app, retryExchange, async ({ params: { id }, body: { itemId }, actor, tx, now }) => {
    refusePaused(await within(tx, actor, id, 'connections.manage'))
    const count = await retryDead(tx, id, itemId ?? null, now)
    await wake(tx, id, { now })
    return { count }
  })

  serve(app, listExchange, async ({ query: { peerId, way, state, after }, actor, tx }) => {
    const peerIds = (await seen(tx, actor)).map(({ id }) => id).filter((id) => peerId === undefined || id === peerId)
    if (peerId !== undefined && peerIds.length === 0) throw new AppError('not_found')
    const [before] = readCursor(after, 1) ?? []
    return pageOf(await exchangeRows(tx, { peerIds, way, state, after: before, limit: PAGE + 1 }), PAGE, (row) => [
      row.id,
    ])
  })
}

async function goOn(tx: Tx, id: string, now: Date) {
  await hurry(tx, id, now)
  await wake(tx, id, { now })
}

const view = ({ placePath: _path, ...peer }: PeerRow): PeerView => peer

const seen = async (tx: Tx, actor: Actor) =>
  (await peerRows(tx)).filter(({ placePath }) => reaches(actor, 'connections.view', placePath))

/** @throws not_found, also for what lies beyond the actor's reach */
async function within(tx: Tx, actor: Actor, id: string, right: Right): Promise<PeerRow> {
  const peer = await peerView(tx, id)
  if (!peer || !reaches(actor, right, peer.placePath)) throw new AppError('not_found')
  return peer
}

/** The stored key was entered for the old address; nobody has it sent elsewhere. @throws key_for_new_address */
function refuseOldKey({ url, hasKey }: PeerView, newUrl: string | undefined, key: string | undefined) {
  if (hasKey && !key && newUrl !== undefined && newUrl !== url)
    throw new AppError('key_for_new_address', { field: 'key' })
}

/** @throws connection_paused */
function refusePaused({ pausedAt }: PeerView) {
  if (pausedAt) throw new AppError('connection_paused')
}

const log = (tx: Tx, actor: Actor, what: string, { name, placeName, organisationName }: PeerRow, at: Date) =>
  record(tx, {
    at,
    what,
    actorPersonId: actor.personId,
    capacity: actingCapacity(actor, 'connections.manage'),
    subject: `${name}（${placeName}，${organisationName}）`,
  })
