/** The second person: lets an export about persons be made, or not; never one's own. Source: OWASP ASVS 5.0, 2.3.5. */
import type { BodyOf } from '#contracts/endpoint.ts'
import type { decideExport } from '#contracts/exports.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import { tellAll } from '#modules/notices/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { enqueue } from '#platform/outbox.ts'
import { reaches } from '#platform/reach.ts'
import { fill } from './fill.ts'
import { KINDS } from './kinds.ts'
import { lockExport, noteDecision, saveExport, type ExportFound } from './queries.ts'
import { giveBack } from './quota.ts'

export const mayDecide = (actor: Actor, { placePath }: Pick<ExportFound, 'placePath'>): boolean =>
  placePath !== null && reaches(actor, 'exports.approve', placePath)

/** @throws not_found, export_own, export_not_waiting */
export async function decide(
  tx: Tx,
  actor: Actor,
  id: string,
  { agree, words }: BodyOf<typeof decideExport>,
  now: Date,
): Promise<ExportFound> {
  const one = await lockExport(tx, id)
  if (!one?.personal || !mayDecide(actor, one)) throw new AppError('not_found')
  if (one.personId === actor.personId) throw new AppError('export_own')
  if (one.state !== 'waiting') throw new AppError('export_not_waiting')
  const because = words.trim() || null
  if (!agree) await giveBack(tx, one)
  const moved = agree ? { ...one, state: 'running' as const, because } : { ...one, state: 'refused' as const, because, counted: 0 }
  await saveExport(tx, moved, now)
  await noteDecision(tx, id, actor.personId, now)
  const capacity = actingCapacity(actor, 'exports.approve')
  const note = `${KINDS[one.kind].title[0]} ${one.number}`
  await record(tx, { at: now, what: agree ? 'exportAgreed' : 'exportRefused', actorPersonId: actor.personId, capacity, subject: `${note} ${one.placeName ?? ''}`.trim(), reason: because }) // prettier-ignore
  await tellAll(tx, [{ personId: one.personId, what: agree ? 'export.agreed' : 'export.refused', facts: { note, capacity }, at: now.toISOString() }]) // prettier-ignore
  if (agree) await enqueue(tx, fill, { exportId: id }, { now })
  return { ...moved, decidedAt: now.toISOString() }
} // prettier-ignore
