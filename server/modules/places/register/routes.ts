/** HTTP for the register of places. Whoever manages places manages those of their own area; each change is in the log. */
import {
  addPlace,
  changePlace,
  listRegister,
  readFirstSteps,
  readHomes,
  readRegister,
  removePlace,
} from '#contracts/places.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import { reaches, reachOf } from '#platform/reach.ts'
import type { Right } from '#contracts/rights.ts'
import { addPlaces } from '../add-places.ts'
import { recountHouseholds } from '../recount.ts'
import { removePlaces } from '../remove-places.ts'
import { isValid, lineOf, readTree, type Place, type Tree } from '../tree.ts'
import { saveChange } from './change.ts'
import { idsWithin, lockPlace, placesAt, siblingNamed } from './queries.ts'
import { countsOf, doorsOf, placesWithin, viewAll } from './read.ts'

const MOST_COMMUNITIES = 100

export function registerRoutes(app: App): void {
  serve(app, listRegister, async ({ query: { parentId }, actor, tx, now }) => {
    const on = shanghaiToday(now)
    if (parentId) {
      const { tree, place } = await within(tx, actor, 'registers.view', parentId, on)
      return placesWithin(tx, tree, place, on)
    }
    const { tree } = await readTree(tx)
    const paths = [...new Set(reachOf(actor, 'registers.view').paths)]
    const outermost = paths.filter((path) => !paths.some((other) => other !== path && path.startsWith(other)))
    return viewAll(tx, tree, await placesAt(tx, outermost, on), on)
  })

  serve(app, readRegister, async ({ params: { id }, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const { tree, place } = await within(tx, actor, 'registers.view', id, on)
    const [view] = await viewAll(tx, tree, [place], on)
    if (!view) throw new AppError('not_found')
    return {
      place: view,
      line: lineOf(tree, place.path).flatMap(({ id: one, level, name }) =>
        one === id ? [] : [{ id: one, level, name }],
      ),
      counts: await countsOf(tx, tree, place, on),
      mayManage: reaches(actor, 'places.manage', place.path),
    }
  })

  serve(app, readFirstSteps, async ({ actor, tx, now }) => {
    const on = shanghaiToday(now)
    const { tree } = await readTree(tx)
    const { paths } = reachOf(actor, 'places.manage')
    const mine = tree.all.filter((place) => isValid(place, on) && paths.some((path) => place.path.startsWith(path)))
    const [top] = mine
    if (!top) throw new AppError('not_found')
    const communities = mine.filter(({ level }) => level === 'community')
    const compounds = mine.filter(({ level }) => level === 'compound')
    return {
      topId: top.id,
      communities: communities.slice(0, MOST_COMMUNITIES).map(({ id, name }) => ({ id, name })),
      compounds: compounds.length,
      compoundId: compounds.length === 1 ? (compounds[0]?.id ?? null) : null,
    }
  })

  serve(app, readHomes, async ({ params: { id }, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const { place } = await within(tx, actor, 'registers.view', id, on)
    return doorsOf(tx, place, on)
  })

  serve(app, addPlace, async ({ body, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const parent = await within(tx, actor, 'places.manage', body.parentId, on)
    await lockPlace(tx, parent.place.id)
    if (await siblingNamed(tx, body.parentId, body.level, body.name))
      throw new AppError('place_name_taken', { field: 'name' })
    const [id = ''] = await addPlaces(tx, [body], now)
    await recountHouseholds(tx, id)
    await log(tx, actor, now, 'addPlace', body.name, parent.place)
    return viewOne(tx, id, on)
  })

  serve(app, changePlace, async ({ params: { id }, body, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const { tree, place } = await within(tx, actor, 'places.manage', id, on)
    await lockPlace(tx, id)
    const isTaken =
      body.name !== undefined && body.name !== place.name && place.parentId !== null
        ? await siblingNamed(tx, place.parentId, place.level, body.name)
        : false
    if (isTaken) throw new AppError('place_name_taken', { field: 'name' })
    await saveChange(tx, tree, place, body, now)
    await log(tx, actor, now, 'changePlace', place.fullName)
    return viewOne(tx, id, on)
  })

  serve(app, removePlace, async ({ params: { id }, actor, tx, now }) => {
    const { place } = await within(tx, actor, 'places.manage', id, shanghaiToday(now))
    if (place.parentId === null) throw new AppError('place_in_use', { because: ['place'] })
    const { removed, kept } = await removePlaces(tx, await idsWithin(tx, place.path), now)
    const because = [...new Set(kept.flatMap((one) => one.because))].filter(
      (what) => what !== 'place' || kept.length === 1,
    )
    if (kept.length > 0) throw new AppError('place_in_use', { because })
    await recountHouseholds(tx, place.parentId)
    await log(tx, actor, now, 'removePlace', place.fullName)
    return { removed: removed.length }
  })
}

/**
 * The place as it is today, if the right reaches it.
 *
 * @throws not_found: also outside one's own area
 */
export async function within(
  tx: Tx,
  actor: Actor,
  right: Right,
  id: string,
  on: string,
): Promise<{ tree: Tree; place: Place }> {
  const { tree, picked } = await readTree(tx, id)
  if (!picked || !isValid(picked, on) || !reaches(actor, right, picked.path)) throw new AppError('not_found')
  return { tree, place: picked }
}

async function viewOne(tx: Tx, id: string, on: string) {
  const { tree, picked } = await readTree(tx, id)
  const [view] = picked ? await viewAll(tx, tree, [picked], on) : []
  if (!view) throw new AppError('not_found')
  return view
}

export const log = (tx: Tx, actor: Actor, at: Date, what: string, name: string, around?: Place) =>
  record(tx, {
    what,
    subject: around ? `${around.fullName}：${name}` : name,
    at,
    actorPersonId: actor.personId,
    capacity: actingCapacity(actor, 'places.manage'),
  })
