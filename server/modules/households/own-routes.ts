/** HTTP for one's own file: read, agree, take back, write, ask, take a copy along, be erased. */
import * as contract from '#contracts/households.ts'
import { record } from '#modules/audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import type { Services } from '#platform/services.ts'
import { askAboutFile } from './asks.ts'
import { giveConsent, withdrawConsent } from './consents.ts'
import { erasePerson } from './erase.ts'
import type { Others } from './others.ts'
import { ownRow, ownUnits } from './own-queries.ts'
import { linesOf, viewOwn } from './own.ts'
import { consentsOf } from './read-queries.ts'
import { keepValue } from './values.ts'

const SELF = '本人'

export function ownRoutes(app: App, services: Services, others: Others): void {
  const { secrets } = services

  serve(app, contract.ownFile, async ({ actor, tx }) => viewOwn(tx, secrets, actor))

  serve(app, contract.giveConsent, async ({ body: { purpose, noticeVersion }, actor, tx, now }) => {
    const { personId } = actor
    const householdId = await householdOf(tx, personId)
    await giveConsent(tx, { personId, householdId, purpose, noticeVersion, givenBy: 'self', recordedBy: personId }, now)
    await log(tx, actor, now, 'giveConsent', purpose)
    return viewOwn(tx, secrets, actor)
  })

  serve(app, contract.withdrawConsent, async ({ body: { purpose }, actor, tx, now }) => {
    const emptied = await withdrawConsent(tx, { personId: actor.personId, purpose }, now)
    await log(tx, actor, now, 'withdrawConsent', `${purpose} ${emptied}`)
    return viewOwn(tx, secrets, actor)
  })

  serve(app, contract.keepOwnValue, async ({ body: { field, value }, actor, tx, now }) => {
    const householdId = await householdOf(tx, actor.personId)
    if (!householdId) throw new AppError('not_found')
    await keepValue(tx, secrets, { householdId, personId: actor.personId, field }, value, now)
    return viewOwn(tx, secrets, actor)
  })

  serve(app, contract.askAboutFile, async ({ body: { kind, field, words }, actor, tx, now }) => {
    const { personId } = actor
    const householdId = await householdOf(tx, personId)
    await askAboutFile(tx, secrets, { personId, householdId, kind, words, ...(field && { field }) }, now)
    await log(tx, actor, now, 'askAboutFile', kind)
    return viewOwn(tx, secrets, actor)
  })

  serve(app, contract.exportOwn, async ({ actor, tx, now }) => {
    const { personId } = actor
    const own = await ownRow(tx, personId)
    if (!own) throw new AppError('not_found')
    const { opened, asks } = await viewOwn(tx, secrets, actor)
    const consents = await consentsOf(tx, [personId])
    return {
      madeAt: now.toISOString(),
      district: (await districtName(tx)) ?? '',
      lines: await linesOf(tx, secrets, personId, own),
      consents: consents.map(({ purpose, givenAt, withdrawnAt, givenBy, noticeVersion }) => ({ purpose, givenAt, withdrawnAt, by: givenBy, noticeVersion })), // prettier-ignore
      opened,
      asks,
      requests: await others.requestsBy(tx, personId),
      owned: await ownUnits(tx, personId),
    }
  })

  serve(app, contract.eraseMe, async ({ actor, tx, now }) => {
    await erasePerson(tx, { ...services, erasers: others.erasers }, { personId: actor.personId, reason: 'asked' }, now)
    return { ok: true as const }
  })
}

const householdOf = async (tx: Tx, personId: string): Promise<string | null> =>
  (await ownRow(tx, personId))?.householdId ?? null

const districtName = async (tx: Tx) =>
  (
    await tx.one<{ name: string }>({
      name: 'household_district',
      text: `SELECT name FROM place WHERE tenant_id = $1 AND level = 'district' AND valid_to IS NULL ORDER BY path LIMIT 1`,
      values: [tx.tenantId],
    })
  )?.name

const log = (tx: Tx, { personId, name }: Actor, at: Date, what: string, reason: string) =>
  record(tx, { at, what, actorPersonId: personId, capacity: SELF, subject: name, subjectPersonId: personId, reason })
