/** Opening a member's name and number: for those who keep the member, with a reason that the member can read. */
import { openPerson } from '#modules/accounts/index.ts'
import { actingCapacity, recordReveal } from '#modules/audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import type { Secrets } from '#platform/secrets.ts'
import { readMember, sealedPerson } from './member-queries.ts'
import { may, relationsTo } from './policy.ts'
import { standOf } from './view.ts'

type Asked = { reason: string; field: 'phone' | 'name' }

/** @throws not_found, reveal_limit */
export async function reveal(
  tx: Tx,
  actor: Actor,
  personId: string,
  { reason, field }: Asked,
  secrets: Secrets,
  now: Date,
) {
  const member = await readMember(tx, personId)
  const person = await sealedPerson(tx, personId)
  if (!member || !person || !may('reveal', relationsTo(actor, standOf(member)))) throw new AppError('not_found')
  await recordReveal(tx, {
    at: now,
    actorPersonId: actor.personId,
    capacity: actingCapacity(actor, 'members.view'),
    subject: member.buildingName ?? '',
    subjectPersonId: personId,
    field,
    reason,
  })
  return openPerson(secrets, tx.tenantId, person)
}
