/** 我也关注: somebody with the same trouble follows an open request, adds words, and later rates for themself. */
import type { BodyOf } from '#contracts/endpoint.ts'
import type { joinRequest } from '#contracts/requests.ts'
import { noteChange } from '#modules/figures/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { RESIDENT_CAPACITY } from './capacity.ts'
import { may } from './policy.ts'
import { lockRequest } from './queries/load.ts'
import { bindPhotos, insertEvent } from './queries/save.ts'
import { announce } from './tell.ts'

/** @throws not_found, join_own, already_joined, not_joinable, photo_not_found */
export async function join(
  tx: Tx,
  actor: Actor,
  requestId: string,
  body: BodyOf<typeof joinRequest>,
  now: Date,
): Promise<void> {
  const { request, relations } = await lockRequest(tx, actor, requestId)
  if (relations.includes('reporter')) throw new AppError('join_own')
  if (request.joined) throw new AppError('already_joined')
  if (!may('join', relations) || request.closed_at || request.limited) throw new AppError('not_joinable')

  const seq = request.seq + 1
  await tx.run({
    name: 'request_join',
    text: 'INSERT INTO request_joiner (tenant_id, request_id, person_id, note, joined_at) VALUES ($1, $2, $3, $4, $5)',
    values: [tx.tenantId, requestId, actor.personId, body.note ?? null, now],
  })
  await tx.run({
    name: 'request_joined',
    text: 'UPDATE request SET joiner_count = joiner_count + 1, seq = $3, updated_at = $4 WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, requestId, seq, now],
  })
  await noteChange(tx, request, { ...request, joiner_count: request.joiner_count + 1 })
  await bindPhotos(
    tx,
    { photoIds: body.photoIds ?? [], photoRole: 'before', actorPersonId: actor.personId },
    requestId,
    seq,
    false,
  )
  await insertEvent(
    tx,
    requestId,
    seq,
    { action: 'join', actorPersonId: actor.personId, capacity: RESIDENT_CAPACITY, now },
    {
      note: body.note ?? null,
      internal: false,
      facts: { joiners: request.joiner_count + 1 },
      clockEvent: null,
      status: request.status,
      round: request.round,
    },
  )
  await announce(tx, { requestId, seq, action: 'join', audiences: [], exceptPersonId: actor.personId }, now)
}
