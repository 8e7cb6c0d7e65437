/**
 * What a webhook sends, and how it is signed: the Standard Webhooks scheme (standardwebhooks.com, read 2026-11), for which
 * receivers in many languages exist. The body holds what stands in any list: number, state, place, times; no names, no words.
 */
import { createHmac, randomBytes } from 'node:crypto'

const MARK = 'whsec_'

/** 256 random bits in the form that receivers' libraries take. */
export const makeWebhookSecret = (): string => MARK + randomBytes(32).toString('base64')

/** Headers of one message. A repeat has the same id, and the time of its own sending. */
export function signedHeaders(
  message: { id: string; body: string },
  secret: string,
  now: Date,
): Record<string, string> {
  const seconds = Math.floor(now.getTime() / 1000)
  const key = Buffer.from(secret.slice(MARK.length), 'base64')
  const signature = createHmac('sha256', key).update(`${message.id}.${seconds}.${message.body}`).digest('base64')
  return {
    'content-type': 'application/json; charset=utf-8',
    'webhook-id': message.id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  }
}

export type Told = {
  requestId: string
  number: string
  kind: string
  categoryCode: string | null
  status: string
  outcome: string | null
  confirmedBy: string | null
  round: number
  placeName: string
  limited: boolean
  receivedAt: string
  finishedAt: string | null
  closedAt: string | null
  dueAt: string | null
  seq: number
  at: string
}

/** Of a request with limited view only number, state and times. */
export const bodyOf = (id: string, event: string, origin: string, told: Told): string =>
  JSON.stringify({
    id,
    type: event,
    timestamp: told.at,
    data: {
      requestId: told.requestId,
      number: told.number,
      seq: told.seq,
      kind: told.kind,
      category: told.limited ? null : told.categoryCode,
      status: told.status,
      outcome: told.outcome,
      confirmedBy: told.confirmedBy,
      round: told.round,
      place: told.limited ? null : told.placeName,
      receivedAt: told.receivedAt,
      dueAt: told.dueAt,
      finishedAt: told.finishedAt,
      closedAt: told.closedAt,
      link: `${origin}/console/requests/${told.requestId}`,
    },
  })

export const pingBody = (id: string, now: Date): string =>
  JSON.stringify({ id, type: 'ping', timestamp: now.toISOString(), data: {} })
