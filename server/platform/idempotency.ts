/**
 * A create that is sent twice happens once: the first answer is kept with the key, in the transaction of the create itself.
 *
 * A second call with the same key waits for the first (unique key), then gets its answer. Same key with other content is refused.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from './actor.ts'
import type { Tx } from './db.ts'
import { AppError } from './errors.ts'
import { sha256 } from './secrets.ts'

type Kept = { request_hash: Buffer; reply: string }

/** @throws idempotency_key_required, idempotency_key_reused, and what the work throws (then nothing is kept) */
export async function withIdempotency<R>(call: {
  request: FastifyRequest
  reply: FastifyReply
  actor: Actor
  now: Date
  withTx: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  run: (tx: Tx) => Promise<R>
}): Promise<R> {
  const key = call.request.headers['idempotency-key']
  if (typeof key !== 'string' || key.length < 8 || key.length > 100) throw new AppError('idempotency_key_required')
  // A photo's bytes are not in the parsed body; its key alone stands for it.
  const hash = sha256(`${call.request.method} ${call.request.url} ${JSON.stringify(call.request.body ?? null)}`)
  const { tenantId, personId } = call.actor

  return call.withTx(async (tx) => {
    const first = await tx.run({
      name: 'idempotency_take',
      text: `INSERT INTO idempotency_key (tenant_id, person_id, key, request_hash, status, reply, created_at)
             VALUES ($1, $2, $3, $4, 200, '', $5) ON CONFLICT DO NOTHING`,
      values: [tenantId, personId, key, hash, call.now],
    })
    if (first === 0) {
      const kept = await tx.one<Kept>({
        name: 'idempotency_kept',
        text: `SELECT request_hash, reply FROM idempotency_key WHERE tenant_id = $1 AND person_id = $2 AND key = $3`,
        values: [tenantId, personId, key],
      })
      if (!kept?.request_hash.equals(hash)) throw new AppError('idempotency_key_reused')
      call.reply.header('idempotency-replayed', 'true')
      return JSON.parse(kept.reply) as R // what this very endpoint answered before
    }
    const result = await call.run(tx)
    await tx.run({
      name: 'idempotency_keep',
      text: `UPDATE idempotency_key SET reply = $4 WHERE tenant_id = $1 AND person_id = $2 AND key = $3`,
      values: [tenantId, personId, key, JSON.stringify(result)],
    })
    return result
  })
}
