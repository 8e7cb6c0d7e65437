/** How far what was received has come, and how long each step took. */
import type { QueryOf, ReplyOf } from '#contracts/endpoint.ts'
import { STAGES, type figuresFunnel } from '#contracts/figures.ts'
import { addCounts, readTimes } from '#modules/figures/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { groundOf } from './ground.ts'
import { checkLook, cutOf } from './look.ts'
import { isWhole, sumsIn } from './sums.ts'

/** @throws place_not_found, right_required, figures_period, figures_one_cut, figures_too_old */
export async function funnel(
  tx: Tx,
  actor: Actor,
  query: QueryOf<typeof figuresFunnel>,
  now: Date,
): Promise<ReplyOf<typeof figuresFunnel>> {
  const { ground } = await groundOf(tx, actor, query.placeId)
  const { cut, key } = cutOf(query)
  const period = { from: query.from, to: query.to }
  checkLook(ground, cut, period, now)
  const sums = await sumsIn(tx, ground, { cut, key, periods: [period], now })
  const counts = addCounts(sums.map((sum) => sum.counts))
  return {
    stages: STAGES.map((stage) => ({ stage, n: counts[stage] ?? 0 })),
    times:
      cut === 'all' && isWhole(ground.place.level, cut, [period], now) ? await readTimes(tx, ground.cells, period) : [],
  }
}
