/** Opening the reporter's name and number: for those who work on the request, with a reason that the reporter can read. */
import { record, REVEALS_A_DAY, revealsToday } from '#modules/audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import type { Secrets } from '#platform/secrets.ts'
import { actingPost, capacityWords } from './capacity.ts'
import { may } from './policy.ts'
import { findRequest } from './queries/load.ts'
import { standOf } from './record.ts'

type Sealed = { name_sealed: Buffer; phone_sealed: Buffer | null; home_name: string | null }

/** @throws not_found, not_permitted, reveal_limit */
export async function reveal(tx: Tx, actor: Actor, requestId: string, reason: string, secrets: Secrets, now: Date) {
  const { request, relations } = await findRequest(tx, actor, requestId)
  if (!may('reveal', relations)) throw new AppError('not_permitted', { action: 'reveal' })
  if ((await revealsToday(tx, actor.personId, now)) >= REVEALS_A_DAY) throw new AppError('reveal_limit')
  await record(tx, {
    at: now,
    what: 'reveal',
    actorPersonId: actor.personId,
    capacity: capacityWords(actingPost(actor, standOf(request), 'noteInside') ?? actor.capacities[0]),
    subject: request.number,
    subjectPersonId: request.reporter_person_id,
    requestId,
    field: 'phone',
    reason,
  })

  const open = (sealed: Buffer | null, table: string, column: string, rowId: string) =>
    sealed && secrets.open(sealed, { tenantId: tx.tenantId, table, column, rowId })
  if (request.reporter_name_sealed) {
    return {
      name: open(request.reporter_name_sealed, 'request', 'reporter_name', requestId) ?? '',
      phone: open(request.reporter_phone_sealed, 'request', 'reporter_phone', requestId),
      address: null,
    }
  }
  const person = await tx.one<Sealed>({
    name: 'reveal_person',
    text: `SELECT p.name_sealed, p.phone_sealed, h.full_name AS home_name FROM person p
           LEFT JOIN place h ON h.tenant_id = $1 AND h.id = p.home_place_id WHERE p.tenant_id = $1 AND p.id = $2`,
    values: [tx.tenantId, request.reporter_person_id],
  })
  if (!person) throw new AppError('not_found')
  const personId = request.reporter_person_id ?? ''
  return {
    name: open(person.name_sealed, 'person', 'name', personId) ?? '',
    phone: open(person.phone_sealed, 'person', 'phone', personId),
    address: person.home_name,
  }
}
