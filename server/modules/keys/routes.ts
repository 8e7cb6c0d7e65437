/** HTTP for keys. Each making, renewing and revoking stands in the log; the secret stands in one answer only. */
import { KEY_CALLS, listKeys, makeKey, renewKey, revokeKey, type KeyView } from '#contracts/keys.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import { placeNow, readTree } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { reaches } from '#platform/reach.ts'
import { insertKey, keyById, keyRows, saveRevoked, saveSecret, type KeyRow } from './queries.ts'
import { makeSecret } from './secret.ts'
import { stateOf } from './state.ts'

export function keyRoutes(app: App): void {
  serve(app, listKeys, async ({ actor, tx, now }) =>
    (await keyRows(tx))
      .filter(({ placePath }) => reaches(actor, 'connections.view', placePath))
      .map((key) => viewKey(key, shanghaiToday(now))),
  )

  // Not kept for a repeat, as other creates are: the answer holds the secret. Who lost it revokes and makes another.
  serve(app, makeKey, async ({ body, actor, tx, now }) => {
    const today = shanghaiToday(now)
    refusePast(body.expiresOn, today)
    const placeId = await placeFor(tx, actor, body.placeId, today)
    const { secret, prefix, secretHash } = makeSecret()
    const { name, holder = null, scopes, callsInTenSeconds = KEY_CALLS.usual, expiresOn = null } = body
    const id = newId()
    const createdAt = now.toISOString()
    await insertKey(tx, { id, name, holder, prefix, secretHash, scopes, placeId, callsInTenSeconds, expiresOn, createdAt }) // prettier-ignore
    const key = await within(tx, actor, id)
    await log(tx, actor, 'makeKey', key, now)
    return { key: viewKey(key, today), secret }
  })

  serve(app, renewKey, async ({ params, body, actor, tx, now }) => {
    const today = shanghaiToday(now)
    refusePast(body.expiresOn, today)
    const before = await within(tx, actor, params.id)
    if (before.revokedAt) throw new AppError('key_revoked')
    const { secret, prefix, secretHash } = makeSecret()
    await saveSecret(tx, before.id, { prefix, secretHash, expiresOn: body.expiresOn ?? before.expiresOn })
    const key = await within(tx, actor, params.id)
    await log(tx, actor, 'renewKey', key, now)
    return { key: viewKey(key, today), secret }
  })

  serve(app, revokeKey, async ({ params, actor, tx, now }) => {
    const key = await within(tx, actor, params.id)
    if ((await saveRevoked(tx, key.id, now)) === 0) throw new AppError('key_revoked')
    await log(tx, actor, 'revokeKey', key, now)
    return { ok: true as const }
  })
}

const viewKey = ({ placeLevel: _level, placePath: _path, ...key }: KeyRow, today: string): KeyView => ({
  ...key,
  state: stateOf(key, today),
})

/** @throws not_found, also for what lies beyond the actor's reach */
async function within(tx: Tx, actor: Actor, id: string): Promise<KeyRow> {
  const key = await keyById(tx, id)
  if (!key || !reaches(actor, 'connections.manage', key.placePath)) throw new AppError('not_found')
  return key
}

/** The place a key is bound to: the whole district when none is said. @throws place_not_found */
async function placeFor(tx: Tx, actor: Actor, placeId: string | undefined, today: string): Promise<string> {
  const place = placeId
    ? await placeNow(tx, placeId, today)
    : (await readTree(tx)).tree.all.find(({ level }) => level === 'district')
  if (!place || !reaches(actor, 'connections.manage', place.path))
    throw new AppError('place_not_found', { field: 'placeId' })
  return place.id
}

/** @throws key_date_past */
function refusePast(expiresOn: string | undefined, today: string) {
  if (expiresOn !== undefined && expiresOn < today) throw new AppError('key_date_past', { field: 'expiresOn' })
}

const log = (tx: Tx, actor: Actor, what: 'makeKey' | 'renewKey' | 'revokeKey', key: KeyRow, at: Date) =>
  record(tx, {
    at,
    what,
    actorPersonId: actor.personId,
    capacity: actingCapacity(actor, 'connections.manage'),
    subject: `${key.name}（${key.prefix}…）：${key.scopes.join('、')}`,
  })
