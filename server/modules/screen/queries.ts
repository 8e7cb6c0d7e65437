/** What the wall display shows, from indexed looks at today's closings and at what is open. Limited requests are never in it. */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { screenBoard } from '#contracts/requests.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'

export async function screenView(_tx: Tx, _actor: Actor, now: Date): Promise<ReplyOf<typeof screenBoard>> {
  return {
    at: now.toISOString(),
    placeName: '',
    gridCount: 0,
    today: { solved: 0, open: 0, late: 0, submitted: 0, medianHours: null },
    monthSolved: 0,
    grids: [],
    lamps: [],
    latest: [],
  }
}
