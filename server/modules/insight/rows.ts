/** The rows behind figures, what is counted apart, what sticks, and what the recounts found. */
import type { QueryOf, ReplyOf } from '#contracts/endpoint.ts'
import type { figuresStuck, listBehind, listSetApart as listSetApartContract } from '#contracts/figures.ts'
import { checkPeriod } from '#modules/figures/index.ts'
import { listCounted, listSetApart, OWN_HANDS, stuckIn } from '#modules/requests/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { groundOf } from './ground.ts'
import { cutOf } from './look.ts'

const PAGE = 50

/** @throws place_not_found, right_required, figures_period, figures_one_cut, malformed */
export async function behind(
  tx: Tx,
  actor: Actor,
  query: QueryOf<typeof listBehind>,
  now: Date,
): Promise<ReplyOf<typeof listBehind>> {
  const { ground } = await groundOf(tx, actor, query.placeId)
  const { measure, stuckAt, heldBy, from, to, after, limit = PAGE } = query
  const stuck = stuckAt && heldBy !== undefined ? { at: stuckAt, heldBy } : undefined
  checkPeriod({ from, to })
  return listCounted(
    tx,
    actor,
    { area: { ...ground, ...cutOf(query) }, measure, stuck, period: { from, to }, after, limit },
    now,
  )
}

/** @throws place_not_found, right_required, figures_period, figures_one_cut, malformed */
export async function setApart(
  tx: Tx,
  actor: Actor,
  query: QueryOf<typeof listSetApartContract>,
): Promise<ReplyOf<typeof listSetApartContract>> {
  const { ground } = await groundOf(tx, actor, query.placeId)
  const { kind, from, to, after } = query
  checkPeriod({ from, to })
  const area = { ...ground, ...cutOf(query) }
  const { rows, next } = await listSetApart(tx, actor, { area, kind, period: { from, to }, after })
  return {
    next,
    rows: rows.map(({ exemption, limited: _, ...row }) => ({
      ...row,
      exemption: kind === 'exemption' ? (exemption?.kind ?? null) : null,
      reason: kind === 'exemption' ? (exemption?.reason ?? null) : null,
      by: kind === 'exemption' ? (exemption?.by ?? null) : null,
      until: kind === 'exemption' ? (exemption?.until ?? null) : null,
    })),
  }
}

/** @throws place_not_found, right_required */
export async function stuck(
  tx: Tx,
  actor: Actor,
  placeId: string | undefined,
  now: Date,
): Promise<ReplyOf<typeof figuresStuck>> {
  const { ground } = await groundOf(tx, actor, placeId)
  const rows = await stuckIn(tx, { ...ground, cut: 'all' }, now)
  return { asOf: now.toISOString(), rows: rows.map((row) => ({ ...row, name: row.name ?? OWN_HANDS })) }
}
