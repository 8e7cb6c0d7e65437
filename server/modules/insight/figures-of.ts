/** Figures for other readers (bulletins, the wall, exports), who have decided already who may see the place. */
import type { QueryOf, ReplyOf } from '#contracts/endpoint.ts'
import type { Counts, figuresTable } from '#contracts/figures.ts'
import { addCounts, readSums } from '#modules/figures/index.ts'
import { readTree, type Tree } from '#modules/places/index.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { groundAt, type Ground } from './ground.ts'
import { before, checkLook, cutOf, type Look } from './look.ts'
import { tableOf } from './table.ts'

/** @throws place_not_found */
export async function groundFor(tx: Tx, placeId: string): Promise<{ tree: Tree; ground: Ground }> {
  const { tree, picked } = await readTree(tx, placeId)
  if (!picked) throw new AppError('place_not_found', { field: 'placeId' })
  return { tree, ground: groundAt(tree, picked) }
}

/** Counts of a period and of the one before. @throws place_not_found, figures_period, figures_one_cut, figures_too_old */
export async function figuresOf(
  tx: Tx,
  look: Look & { placeId: string },
  now: Date,
): Promise<{ counts: Counts; before: Counts }> {
  const { ground } = await groundFor(tx, look.placeId)
  const { cut, key } = cutOf(look)
  checkLook(ground, cut, look, now)
  const sums = await readSums(tx, { places: ground.cells, cut, key, periods: [look, before(look)] })
  const of = (period: number) => addCounts(sums.flatMap((sum) => (sum.period === period ? [sum.counts] : [])))
  return { counts: of(0), before: of(1) }
}

/** The figures of a place side by side. @throws place_not_found, figures_period, figures_one_cut, figures_too_old */
export const tableFor = async (
  tx: Tx,
  query: QueryOf<typeof figuresTable> & { placeId: string },
  now: Date,
): Promise<ReplyOf<typeof figuresTable>['rows']> =>
  (await tableOf(tx, await groundFor(tx, query.placeId), query, now)).rows
