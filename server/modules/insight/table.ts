/** The same figures side by side: for each place below, each category, channel or organisation. */
import type { QueryOf, ReplyOf } from '#contracts/endpoint.ts'
import type { figuresTable, Measure } from '#contracts/figures.ts'
import { addCounts, checkPeriod, type Cut, type Period, type Sum } from '#modules/figures/index.ts'
import type { Place, Tree } from '#modules/places/index.ts'
import { countOpen } from '#modules/requests/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { columnOfLevel, groundOf, levelBelow, placesIn, type Ground } from './ground.ts'
import { checkLook, cutOf, type CutLook } from './look.ts'
import { namesOf } from './names.ts'
import { sumsByPlace, sumsIn } from './sums.ts'

type Reply = ReplyOf<typeof figuresTable>
type Row = Reply['rows'][number]
type TableLook = CutLook & { only: Measure | undefined }
type Open = { key: string; openNow: number; overdueNow: number }

/** @throws place_not_found, right_required, figures_period, figures_one_cut, figures_too_old */
export async function table(tx: Tx, actor: Actor, query: QueryOf<typeof figuresTable>, now: Date): Promise<Reply> {
  const { tree, ground } = await groundOf(tx, actor, query.placeId)
  const look = { ...cutOf(query), only: query.only }
  const period = { from: query.from, to: query.to }
  const rows =
    query.by === 'place'
      ? await byPlace(tx, tree, ground, query.level ?? levelBelow(ground.place), look, period, now)
      : await byCut(tx, ground, query.by, look, period, now)
  const most = query.only ?? 'received'
  return { rows: rows.sort((a, b) => (b.counts[most] ?? 0) - (a.counts[most] ?? 0) || (a.key < b.key ? -1 : 1)) }
}

async function byPlace(
  tx: Tx,
  tree: Tree,
  ground: Ground,
  level: ReturnType<typeof levelBelow>,
  { cut, key, only }: TableLook,
  period: Period,
  now: Date,
): Promise<Row[]> {
  const places = placesIn(tree, ground.place, level, now)
  checkPeriod(period)
  const sums = await sumsByPlace(tx, ground, {
    level,
    ids: places.map(({ id }) => id),
    cut,
    key,
    periods: [period],
    now,
    only,
  })
  const open = only ? null : await countOpen(tx, { ...ground, cut, key, by: columnOfLevel(level) }, now)
  const direct = level === levelBelow(ground.place)
  const nameOf = (place: Place) => (direct ? place.name : place.fullName)
  const sumsOf = grouped(sums, ({ placeId }) => placeId)
  const openOf = open && new Map(open.map((one) => [one.key, one]))
  return places.map((place) => ({
    ...rowOf(place.id, sumsOf.get(place.id), openOf),
    name: nameOf(place),
    households: place.households,
  }))
}

async function byCut(
  tx: Tx,
  ground: Ground,
  by: Exclude<Cut, 'all'>,
  look: TableLook,
  period: Period,
  now: Date,
): Promise<Row[]> {
  checkLook(ground, by, period, now)
  // Cut twice is not kept; the same cut as the table's leaves one row.
  if (look.cut !== 'all' && look.cut !== by) throw new AppError('figures_one_cut', { field: 'by' })
  const { key, only } = look
  const sums = await sumsIn(tx, ground, { cut: by, key, periods: [period], now, only })
  const open = only ? null : await countOpen(tx, { ...ground, cut: look.cut, key: look.key, by }, now)
  const sumsOf = grouped(sums, ({ key }) => key)
  const openOf = open && new Map(open.map((one) => [one.key, one]))
  const keys = [...new Set([...sumsOf.keys(), ...(openOf?.keys() ?? [])])]
  const names = await namesOf(tx, by, keys)
  return keys.map((one) => ({
    ...rowOf(one, sumsOf.get(one), openOf),
    name: names.get(one) ?? one,
    households: null,
  }))
}

const rowOf = (key: string, sums: readonly Sum[] = [], openOf: ReadonlyMap<string, Open> | null) => {
  const open = openOf && (openOf.get(key) ?? { openNow: 0, overdueNow: 0 })
  return {
    key,
    counts: addCounts(sums.map(({ counts }) => counts)),
    standing: open && { openNow: open.openNow, overdueNow: open.overdueNow },
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
