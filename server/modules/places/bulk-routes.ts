/** HTTP for entering many places at once: what would be made is shown before it is made, by the same plan. */
import { addBulk, previewBulk, type BulkPlaces, type BulkReply } from '#contracts/places.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import { addPlaces } from './add-places.ts'
import { planBulk, type BuildingThere, type BulkPlan } from './bulk.ts'
import { covers } from './path.ts'
import { recountHouseholds } from './recount.ts'
import { viewAll } from './register/read.ts'
import { lockPlace } from './register/queries.ts'
import { log, within } from './register/routes.ts'
import { isValid, lineOf, type Place, type Tree } from './tree.ts'

export function bulkRoutes(app: App): void {
  serve(app, previewBulk, async ({ params: { id }, body, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const { tree, place } = await within(tx, actor, 'places.manage', id, on)
    return summary(await planOf(tx, tree, place, body, on))
  })

  serve(app, addBulk, async ({ params: { id }, body, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const { tree, place } = await within(tx, actor, 'places.manage', id, on)
    await lockPlace(tx, id)
    const plan = await planOf(tx, tree, place, body, on)
    await addPlaces(tx, plan.rows, now)
    await recountHouseholds(tx, id)
    const reply = summary(plan)
    await log(tx, actor, now, 'addPlaces', `${body.buildings} ${body.buildingWord}`, place)
    return reply
  })
}

/** The buildings of the whole compound count as there, in whichever grid they lie. */
async function planOf(tx: Tx, tree: Tree, place: Place, bulk: BulkPlaces, on: string): Promise<BulkPlan> {
  if (place.level !== 'compound' && place.level !== 'grid') throw new AppError('place_level_wrong', { field: 'id' })
  const around = lineOf(tree, place.path).findLast(({ level }) => level !== 'grid') ?? place
  const buildings = tree.all.filter(
    (one) => one.level === 'building' && covers(around.path, one.path) && isValid(one, on),
  )
  const there = await viewAll(tx, tree, buildings, on)
  return planBulk(
    place.id,
    bulk,
    there.map(({ id, name, code, children }): BuildingThere => ({ id, name, code, hasDoors: children > 0 })),
  )
}

const EXAMPLES = 3

function summary({ rows, skipped, codes }: BulkPlan): BulkReply {
  const of = (level: string) => rows.filter((row) => row.level === level).length
  const examples = codes.length > EXAMPLES ? [...codes.slice(0, EXAMPLES), codes.at(-1) ?? ''] : codes
  return { buildings: of('building'), entrances: of('entrance'), homes: of('home'), skipped, examples }
}
