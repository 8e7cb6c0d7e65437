/** HTTP for webhooks. Every change stands in the log; the secret stands in one answer only. */
import {
  changeWebhook,
  listDeliveries,
  listWebhooks,
  makeWebhook,
  pingWebhook,
  removeWebhook,
  renewWebhookSecret,
  retryDeliveries,
  type WebhookView,
} from '#contracts/webhooks.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import { placeNow, readTree } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { refuseAddress } from '#platform/outgoing/refuse-address.ts'
import { pageOf, readCursor } from '#platform/page.ts'
import { reaches } from '#platform/reach.ts'
import type { Secrets } from '#platform/secrets.ts'
import type { Services } from '#platform/services.ts'
import type { Right } from '#contracts/rights.ts'
import { makeWebhookSecret, pingBody } from './message.ts'
import { deliveryRows, webhookById, webhookRows, type WebhookRow } from './queries.ts'
import { hurry, insertWebhook, retryDead, saveChange, saveRemoved, saveSecret } from './save.ts'
import { sealSecret } from './secret.ts'
import { wake } from './wake.ts'
import { insertDelivery } from './write-deliveries.ts'

const PAGE = 50

export function webhookRoutes(app: App, { secrets, outgoing }: Services): void {
  serve(app, listWebhooks, async ({ actor, tx }) =>
    (await webhookRows(tx)).filter(({ placePath }) => reaches(actor, 'connections.view', placePath)).map(view),
  )

  // Not kept for a repeat, as other creates are: the answer holds the secret. Who lost it makes another.
  serve(app, makeWebhook, async ({ body: { name, url, events, placeId }, actor, tx, now, request }) => {
    refuseAddress(outgoing, url)
    const place = await placeFor(tx, actor, placeId, shanghaiToday(now))
    const id = newId()
    const secret = makeWebhookSecret()
    const secretSealed = sealSecret(secrets, tx.tenantId, id, secret)
    const origin = `${request.protocol}://${request.host}`
    await insertWebhook(tx, { id, name, url, origin, events, placeId: place.id, placePath: place.path, secretSealed }, now) // prettier-ignore
    const webhook = await within(tx, actor, id, 'connections.manage')
    await log(tx, actor, 'makeWebhook', webhook, now)
    return { webhook: view(webhook), secret }
  })

  serve(app, changeWebhook, async ({ params: { id }, body, actor, tx, now }) => {
    const before = await within(tx, actor, id, 'connections.manage')
    if (body.url !== undefined) refuseAddress(outgoing, body.url)
    await saveChange(tx, id, body, now)
    // Whoever listens at the new address is not told how the old one knows us.
    const secret = body.url !== undefined && body.url !== before.url ? await giveSecret(tx, secrets, id) : null
    if (body.paused === false) {
      await hurry(tx, id, now)
      await wake(tx, id, { now })
    }
    const webhook = await within(tx, actor, id, 'connections.manage')
    await log(tx, actor, 'changeWebhook', webhook, now)
    return { webhook: view(webhook), secret }
  })

  serve(app, renewWebhookSecret, async ({ params: { id }, actor, tx, now }) => {
    const webhook = await within(tx, actor, id, 'connections.manage')
    const secret = await giveSecret(tx, secrets, id)
    await log(tx, actor, 'renewWebhook', webhook, now)
    return { webhook: view(webhook), secret }
  })

  serve(app, removeWebhook, async ({ params: { id }, actor, tx, now }) => {
    const webhook = await within(tx, actor, id, 'connections.manage')
    await saveRemoved(tx, id, now)
    await log(tx, actor, 'removeWebhook', webhook, now)
    return { ok: true as const }
  })

  serve(app, pingWebhook, async ({ params: { id }, actor, tx, now }) => {
    const webhook = await within(tx, actor, id, 'connections.manage')
    if (webhook.pausedAt) throw new AppError('connection_paused')
    const deliveryId = newId()
    await insertDelivery(tx, { id: deliveryId, webhookId: id, requestId: null, seq: null, event: 'ping', body: pingBody(deliveryId, now) }, now) // prettier-ignore
    await wake(tx, id, { now })
    return { ok: true as const }
  })

  serve(app, listDeliveries, async ({ params: { id }, query: { state, after }, actor, tx }) => {
    await within(tx, actor, id, 'connections.view')
    const [before] = readCursor(after, 1) ?? []
    return pageOf(await deliveryRows(tx, id, { state, after: before, limit: PAGE + 1 }), PAGE, (row) => [row.id])
  })

  serve(app, retryDeliveries, async ({ params: { id }, body: { deliveryId }, actor, tx, now }) => {
    const webhook = await within(tx, actor, id, 'connections.manage')
    if (webhook.pausedAt) throw new AppError('connection_paused')
    const count = await retryDead(tx, id, deliveryId ?? null, now)
    await wake(tx, id, { now })
    return { count }
  })
}

const view = ({ placePath: _path, ...webhook }: WebhookRow): WebhookView => webhook

/** A new secret in the place of the old, told once. */
async function giveSecret(tx: Tx, secrets: Secrets, id: string): Promise<string> {
  const secret = makeWebhookSecret()
  await saveSecret(tx, id, sealSecret(secrets, tx.tenantId, id, secret))
  return secret
}

/** @throws not_found, also for what lies beyond the actor's reach */
async function within(tx: Tx, actor: Actor, id: string, right: Right): Promise<WebhookRow> {
  const webhook = await webhookById(tx, id)
  if (!webhook || !reaches(actor, right, webhook.placePath)) throw new AppError('not_found')
  return webhook
}

/** The whole district when no place is said. @throws place_not_found */
async function placeFor(tx: Tx, actor: Actor, placeId: string | undefined, today: string) {
  const place = placeId
    ? await placeNow(tx, placeId, today)
    : (await readTree(tx)).tree.all.find(({ level }) => level === 'district')
  if (!place || !reaches(actor, 'connections.manage', place.path))
    throw new AppError('place_not_found', { field: 'placeId' })
  return place
}

const log = (tx: Tx, actor: Actor, what: string, { name, placeName }: WebhookRow, at: Date) =>
  record(tx, {
    at,
    what,
    actorPersonId: actor.personId,
    capacity: actingCapacity(actor, 'connections.manage'),
    subject: `${name}（${placeName}）`,
  })
