/** The same figures side by side: for each place below, each category, channel or organisation. */
import type { QueryOf, ReplyOf } from '#contracts/endpoint.ts'
import type { figuresTable } from '#contracts/figures.ts'
import { addCounts, type Cut, type Period, type Sum } from '#modules/figures/index.ts'
import type { Place, Tree } from '#modules/places/index.ts'
import { countOpen } from '#modules/requests/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { columnOfLevel, groundAt, groundOf, levelBelow, placesIn, type Ground } from './ground.ts'
import { before, checkLook, cutOf, type CutLook } from './look.ts'
import { namesOf } from './names.ts'
import { sumsByPlace, sumsIn } from './sums.ts'

type Reply = ReplyOf<typeof figuresTable>
type Row = Reply['rows'][number]
type Open = { key: string; openNow: number; overdueNow: number }

/** @throws place_not_found, right_required, figures_period, figures_one_cut, figures_too_old */
export async function table(tx: Tx, actor: Actor, query: QueryOf<typeof figuresTable>, now: Date): Promise<Reply> {
  const { tree, ground } = await groundOf(tx, actor, query.placeId)
  const look = cutOf(query)
  const periods = [{ from: query.from, to: query.to }, before(query)]
  const rows =
    query.by === 'place'
      ? await byPlace(tx, tree, ground, query.level ?? levelBelow(ground.place), look, periods, now)
      : await byCut(tx, ground, query.by, look, periods, now)
  return { rows: rows.sort((a, b) => (b.counts.received ?? 0) - (a.counts.received ?? 0) || (a.key < b.key ? -1 : 1)) }
}

async function byPlace(
  tx: Tx,
  tree: Tree,
  ground: Ground,
  level: ReturnType<typeof levelBelow>,
  { cut, key }: CutLook,
  periods: Period[],
  now: Date,
): Promise<Row[]> {
  const places = placesIn(tree, ground.place, level, now)
  checkPeriods(places[0] ? groundAt(tree, places[0]) : ground, cut, periods, now)
  const sums = await sumsByPlace(tx, ground, { level, ids: places.map(({ id }) => id), cut, key, periods })
  const open = await countOpen(tx, { ...ground, cut, key, by: columnOfLevel(level) }, now)
  const direct = level === levelBelow(ground.place)
  const nameOf = (place: Place) => (direct ? place.name : place.fullName)
  const sumsOf = grouped(sums, ({ placeId }) => placeId)
  const openOf = new Map(open.map((one) => [one.key, one]))
  return places.map((place) => ({
    ...rowOf(place.id, sumsOf.get(place.id), openOf.get(place.id)),
    name: nameOf(place),
    households: place.households,
  }))
}

async function byCut(
  tx: Tx,
  ground: Ground,
  by: Exclude<Cut, 'all'>,
  look: CutLook,
  periods: Period[],
  now: Date,
): Promise<Row[]> {
  checkPeriods(ground, by, periods, now)
  // Cut twice is not kept; the same cut as the table's leaves one row.
  if (look.cut !== 'all' && look.cut !== by) throw new AppError('figures_one_cut', { field: 'by' })
  const { key } = look
  const sums = await sumsIn(tx, ground, { cut: by, key, periods })
  const open = await countOpen(tx, { ...ground, cut: look.cut, key: look.key, by }, now)
  const sumsOf = grouped(sums, ({ key }) => key)
  const openOf = new Map(open.map((one) => [one.key, one]))
  const keys = [...new Set([...sumsOf.keys(), ...openOf.keys()])]
  const names = await namesOf(tx, by, keys)
  return keys.map((one) => ({
    ...rowOf(one, sumsOf.get(one), openOf.get(one)),
    name: names.get(one) ?? one,
    households: null,
  }))
}

/** @throws figures_period, figures_too_old for the period asked for; the one before may be older than what is kept */
const checkPeriods = (ground: Ground, cut: Cut, [period]: readonly Period[], now: Date) =>
  period && checkLook(ground, cut, period, now)

const rowOf = (key: string, sums: readonly Sum[] = [], open?: Open) => {
  const of = (period: number) => addCounts(sums.filter((sum) => sum.period === period).map(({ counts }) => counts))
  return {
    key,
    counts: of(0),
    before: of(1),
    standing: { openNow: open?.openNow ?? 0, overdueNow: open?.overdueNow ?? 0 },
  }
}

function grouped(sums: readonly Sum[], keyOf: (sum: Sum) => string): Map<string, Sum[]> {
  const groups = new Map<string, Sum[]>()
  for (const sum of sums) {
    const group = groups.get(keyOf(sum))
    if (group) group.push(sum)
    else groups.set(keyOf(sum), [sum])
  }
  return groups
}
