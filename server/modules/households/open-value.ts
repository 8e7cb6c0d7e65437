/** Opening one value of one person, with a reason that the household reads. */
import type { Revealable, RevealReason } from '#contracts/households.ts'
import { openPerson } from '#modules/accounts/index.ts'
import { actingCapacity, recordReveal } from '#modules/audit/index.ts'
import { buildingNames } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import type { Secrets } from '#platform/secrets.ts'
import { sealedPerson } from './own-key.ts'
import { may } from './policy.ts'
import { keptAbout, openValues } from './values.ts'
import { REASON_WORDS, standAt } from './view.ts'

type ToOpen = { homePlaceId: string; personId: string; field: Revealable; reason: RevealReason }

/** @throws not_found, not_permitted, reveal_limit */
export async function openValue(tx: Tx, secrets: Secrets, actor: Actor, wanted: ToOpen, now: Date) {
  const { homePlaceId, personId, field, reason } = wanted
  const { home, household, people, relations } = await standAt(tx, actor, homePlaceId, now)
  if (!may('reveal', relations)) throw new AppError('not_permitted', { action: 'reveal' })
  const person = people.find((one) => one.personId === personId)
  if (!household || !person) throw new AppError('not_found')
  const value = await valueOf(tx, secrets, personId, field)
  if (value === null) throw new AppError('not_found', { field })
  const building = (await buildingNames(tx, [home.path])).get(home.path) ?? ''
  const capacity = actingCapacity(actor, 'households.manage')
  const subject = `${person.name} ${building}`
  const entry = { at: now, actorPersonId: actor.personId, capacity, subject, field, reason: REASON_WORDS[reason] }
  const id = await recordReveal(tx, { ...entry, subjectPersonId: personId, householdId: household.id })
  return { value, opened: { id, at: now.toISOString(), capacity, subject, field, reason: entry.reason } }
}

async function valueOf(tx: Tx, secrets: Secrets, personId: string, field: Revealable): Promise<string | null> {
  if (field === 'name' || field === 'phone') {
    const sealed = await sealedPerson(tx, personId)
    return sealed ? openPerson(secrets, tx.tenantId, sealed)[field] : null
  }
  const kept = (await keptAbout(tx, personId)).filter((one) => one.field === field)
  return (await openValues(tx, secrets, personId, kept))[0] ?? null
}
