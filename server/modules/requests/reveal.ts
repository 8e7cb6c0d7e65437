/** Opening the reporter's name and number: for those who work on the request, with a reason that the reporter can read. */
import { openPerson, type SealedPerson } from '#modules/accounts/index.ts'
import { recordReveal } from '#modules/audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import type { Secrets } from '#platform/secrets.ts'
import { actingPost, capacityWords } from './capacity.ts'
import { may } from './policy.ts'
import { findRequest } from './queries/load.ts'
import { standOf } from './record.ts'

/** @throws not_found, not_permitted, reveal_limit */
export async function reveal(tx: Tx, actor: Actor, requestId: string, reason: string, secrets: Secrets, now: Date) {
  const { request, relations } = await findRequest(tx, actor, requestId)
  if (!may('reveal', relations)) throw new AppError('not_permitted', { action: 'reveal' })
  await recordReveal(tx, {
    at: now,
    actorPersonId: actor.personId,
    capacity: capacityWords(actingPost(actor, standOf(request), 'noteInside') ?? actor.capacities[0]),
    subject: request.number,
    subjectPersonId: request.reporter_person_id,
    requestId,
    field: 'phone',
    reason,
  })

  const { tenantId } = tx
  if (request.reporter_name_sealed) {
    const own = (column: string) => ({ tenantId, table: 'request', column, rowId: requestId })
    return {
      name: secrets.open(request.reporter_name_sealed, own('reporter_name')),
      phone: request.reporter_phone_sealed && secrets.open(request.reporter_phone_sealed, own('reporter_phone')),
      address: request.door_name,
    }
  }
  const personId = request.reporter_person_id
  const person = await tx.one<SealedPerson>({
    name: 'reveal_person',
    text: `SELECT p.id, p.key_sealed AS "keySealed", p.name_sealed AS "nameSealed", p.phone_sealed AS "phoneSealed"
             FROM person p WHERE p.tenant_id = $1 AND p.id = $2`,
    values: [tenantId, personId],
  })
  if (!person || !personId) throw new AppError('not_found')
  return { ...openPerson(secrets, tenantId, person), address: request.door_name }
}
