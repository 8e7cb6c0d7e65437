/**
 * One's own file, in the clear for oneself: every line with what it is for, on what ground and how long, and who opened it.
 * Others of the household are masked here too: each has a file of their own.
 * Source: Personal Information Protection Law arts. 17, 44, 45; docs/capabilities/households.md, "The glass file".
 */
import { CONSENT_PURPOSES, NOTICE_VERSIONS, type FieldKey, type OwnFile, type OwnLine } from '#contracts/households.ts'
import { openPerson } from '#modules/accounts/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import type { Secrets } from '#platform/secrets.ts'
import { asksBy } from './asks.ts'
import { FIELDS } from './fields.ts'
import { ownRow, ownUnits, type OwnRow } from './own-queries.ts'
import { sealedPerson } from './own-key.ts'
import { consentsOf, openingsOf, peopleOf } from './read-queries.ts'
import { keptAbout, openValues } from './values.ts'

type Reader = Pick<Actor, 'personId'>

export async function viewOwn(tx: Tx, secrets: Secrets, { personId }: Reader): Promise<OwnFile> {
  const own = await ownRow(tx, personId)
  if (!own) throw new AppError('not_found')
  const lives = own.householdId ? await peopleOf(tx, own.householdId) : []
  const consents = await consentsOf(tx, [personId])
  return {
    homeName: own.homeName,
    lines: await linesOf(tx, secrets, personId, own),
    others: lives.flatMap((one) => (one.personId === personId ? [] : [one.name])),
    consents: CONSENT_PURPOSES.map((purpose) => {
      const given = consents.find((one) => one.purpose === purpose && one.withdrawnAt === null)
      return {
        purpose,
        currentVersion: NOTICE_VERSIONS[purpose],
        given: given ? { at: given.givenAt, version: given.noticeVersion, by: given.givenBy } : null,
      }
    }),
    opened: await openingsOf(tx, { householdId: own.householdId, personId }),
    asks: await asksBy(tx, secrets, personId),
  }
}

export async function linesOf(tx: Tx, secrets: Secrets, personId: string, own: OwnRow): Promise<OwnLine[]> {
  const sealed = await sealedPerson(tx, personId)
  if (!sealed) throw new AppError('not_found')
  const { name, phone } = openPerson(secrets, tx.tenantId, sealed)
  const kept = await keptAbout(tx, personId)
  const values = await openValues(tx, secrets, personId, kept)
  const units = await ownUnits(tx, personId)
  return [
    line('name', name),
    ...(phone ? [line('phone', phone)] : []),
    line('nickname', own.nickname),
    ...(own.homeName ? [line('home', own.homeName)] : []),
    ...(own.householdId ? ofHousehold(own) : []),
    ...(own.isContact ? [line('contact', name)] : []),
    ...kept.map(({ field, updatedAt }, at) => line(field, values[at] ?? '', updatedAt)),
    ...units.flatMap(({ code, toOn }) => (toOn === null ? [line('ownership', code)] : [])),
  ]
}

function ofHousehold({ holds, occupants, fromOn, confirmedOn }: OwnRow): OwnLine[] {
  return [
    line('holds', holds ?? 'unknown'),
    ...(occupants === null ? [] : [line('occupants', `${occupants}`)]),
    ...(fromOn ? [line('movingDates', fromOn)] : []),
    ...(confirmedOn ? [line('confirmed', confirmedOn)] : []),
  ]
}

function line(field: FieldKey, value: string, updatedAt: string | null = null): OwnLine {
  const about = FIELDS[field]
  const consent = 'consent' in about ? about.consent : null
  return { field, value, purpose: about.purpose, basis: about.basis, keep: about.keep, consent, updatedAt }
}
