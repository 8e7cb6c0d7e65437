/** HTTP for consents at the door and on paper, and for what residents ask about their files. */
import * as contract from '#contracts/households.ts'
import { openPerson, startDoorCode, tryDoorCode } from '#modules/accounts/index.ts'
import { actingCapacity } from '#modules/audit/index.ts'
import type { BodyOf } from '#contracts/endpoint.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { serve, servePrepared, type App } from '#platform/http.ts'
import { enqueue } from '#platform/outbox.ts'
import { reaches, reachOf } from '#platform/reach.ts'
import type { Services } from '#platform/services.ts'
import { answerAsk, asksBelow, lockAsk } from './asks.ts'
import { giveConsent, withdrawConsent } from './consents.ts'
import { log } from './desk-routes.ts'
import { matterOf, sendConsentCodeJob } from './door-consent.ts'
import { sealedPerson } from './own-key.ts'
import { may } from './policy.ts'
import { consentsOf } from './read-queries.ts'
import { standAt, viewFile } from './view.ts'

type Recorded = BodyOf<typeof contract.recordConsent>

export function consentRoutes(app: App, services: Services): void {
  const { secrets, db } = services
  const sending = sendConsentCodeJob(services)

  serve(app, contract.sendConsentCode, async ({ params, body: { personId, purpose }, actor, tx, now, request }) => {
    await livesHere(tx, actor, params.homePlaceId, personId, now)
    const sealed = await sealedPerson(tx, personId)
    const phone = sealed && openPerson(secrets, tx.tenantId, sealed).phone
    if (!phone) throw new AppError('no_phone')
    const matter = matterOf(personId, purpose)
    const { validSeconds, ...code } = await startDoorCode(tx, secrets, { phone, matter, ip: request.ip }, now)
    await enqueue(tx, sending, { ...code, purpose }, { now })
    return { attemptId: code.attemptId, phoneMasked: `${phone.slice(0, 3)}****${phone.slice(-4)}`, validSeconds }
  })

  servePrepared(
    app,
    contract.recordConsent,
    // The try is spent and committed before anything is decided, as when signing in.
    async (request) => {
      const { by, attemptId, code, personId, purpose } = request.body as Recorded // checked by the schema
      if (by !== 'code') return true
      if (!attemptId || !code) throw new AppError('field_required', { field: 'code' })
      const tried = { attemptId, code, matter: matterOf(personId, purpose) }
      return db.withTenant(request.tenantId, (tx) => tryDoorCode(tx, secrets, tried, services.now()))
    },
    async ({ params: { homePlaceId }, body, actor, tx, now }, isRight) => {
      const { personId, purpose, noticeVersion, by, photoId } = body
      const householdId = await livesHere(tx, actor, homePlaceId, personId, now)
      if (!isRight) throw new AppError('code_wrong')
      if (by !== 'code') await ownPhoto(tx, actor, photoId)
      const given = { personId, householdId, purpose, noticeVersion, givenBy: by, recordedBy: actor.personId }
      await giveConsent(tx, { ...given, ...(photoId && { photoId }) }, now)
      await log(tx, actor, now, {
        what: 'recordConsent',
        homePlaceId,
        householdId,
        personId,
        reason: `${purpose}/${by}`,
      })
      return viewFile(tx, secrets, actor, homePlaceId, now)
    },
  )

  serve(app, contract.withdrawForSomebody, async ({ params: { homePlaceId, id }, actor, tx, now }) => {
    const { household, people, relations } = await standAt(tx, actor, homePlaceId, now)
    if (!may('manage', relations)) throw new AppError('not_permitted')
    const consents = await consentsOf(tx, people.map(({ personId }) => personId)) // prettier-ignore
    const consent = consents.find((one) => one.id === id)
    if (!consent) throw new AppError('not_found')
    const { personId, purpose } = consent
    const emptied = await withdrawConsent(tx, { personId, purpose }, now)
    const reason = `${purpose} ${emptied}`
    await log(tx, actor, now, { what: 'withdrawConsent', homePlaceId, householdId: household?.id, personId, reason })
    return viewFile(tx, secrets, actor, homePlaceId, now)
  })

  serve(app, contract.listAsks, async ({ query: { status }, actor, tx }) => {
    const { whole, paths } = reachOf(actor, 'households.manage')
    return asksBelow(tx, secrets, { paths, whole, open: status !== 'answered' })
  })

  serve(app, contract.answerAsk, async ({ params: { id }, body: { done, answer }, actor, tx, now }) => {
    const ask = await lockAsk(tx, id)
    const isOurs = ask && (reachOf(actor, 'households.manage').whole || (ask.homePath !== null && reaches(actor, 'households.manage', ask.homePath))) // prettier-ignore
    if (!isOurs) throw new AppError('not_found')
    const capacity = actingCapacity(actor, 'households.manage')
    await answerAsk(tx, { id, ask, done, answer, capacity }, now)
    return { ok: true as const }
  })
}

/** The household that this person lives in. @throws not_found, not_permitted */
async function livesHere(tx: Tx, actor: Actor, homePlaceId: string, personId: string, now: Date): Promise<string> {
  const { household, people, relations } = await standAt(tx, actor, homePlaceId, now)
  if (!may('manage', relations)) throw new AppError('not_permitted')
  if (!household || !people.some((one) => one.personId === personId)) throw new AppError('not_found')
  return household.id
}

/** A photo of the signed page, uploaded by whoever records it and hanging on nothing else. @throws photo_not_found */
async function ownPhoto(tx: Tx, actor: Actor, photoId: string | undefined): Promise<void> {
  const photo = photoId
    ? await tx.one({
        name: 'consent_photo',
        text: 'SELECT 1 FROM photo WHERE tenant_id = $1 AND id = $2 AND uploader_id = $3 AND request_id IS NULL',
        values: [tx.tenantId, photoId, actor.personId],
      })
    : undefined
  if (!photo) throw new AppError('photo_not_found', { field: 'photoId' })
}
