/** Has the exchange with a server go on; the job itself stands in lane.ts. */
import type { Tx } from '#platform/db.ts'
import { enqueue, type Job } from '#platform/outbox.ts'

export type WakePayload = { peerId: string }
export const EXCHANGE: Pick<Job<WakePayload>, 'name'> = { name: 'federation.exchange' }

export const wake = (tx: Tx, peerId: string, when: { now: Date; runAt?: Date }) => enqueue(tx, EXCHANGE, { peerId }, when) // prettier-ignore
