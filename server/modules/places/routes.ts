/** HTTP for places. The tree of the district is the same for everybody signed in; nothing here names a person. */
import { findPlace, listPlaces, mapShapes, searchPlaces } from '#contracts/places.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import { AppError } from '#platform/errors.ts'
import { toWgs84 } from '#platform/geometry/convert.ts'
import { serve, type App } from '#platform/http.ts'
import type { Services } from '#platform/services.ts'
import { bulkRoutes } from './bulk-routes.ts'
import { divisionRoutes } from './divisions/routes.ts'
import { placesAt } from './locate.ts'
import { boundsOf, drawnPlace, outlinesBelow } from './map.ts'
import { childrenOf, groundWithin } from './queries.ts'
import { registerRoutes } from './register/routes.ts'
import { searchDeep } from './search-doors.ts'
import { searchTree } from './search.ts'
import { isDeep, isValid, readTree } from './tree.ts'
import { byName, pathName, viewPlace } from './view.ts'

const MOST_FOUND = 20
/** Ground beyond this is smaller than a pixel at the scale that shows it all. */
const MOST_GROUND = 1_500

export function placeRoutes(app: App, _services: Services): void {
  registerRoutes(app)
  bulkRoutes(app)
  divisionRoutes(app)
  serve(app, listPlaces, async ({ query: { parentId }, tx, now }) => {
    const on = shanghaiToday(now)
    const children = await childrenOf(tx, parentId, on)
    if (parentId && children.length === 0 && !(await readTree(tx, parentId)).picked)
      throw new AppError('place_not_found', { field: 'parentId' })
    return children.sort(byName).map(viewPlace)
  })

  serve(app, findPlace, async ({ query: { lon, lat, system = 'wgs84' }, tx, now }) => {
    const { tree } = await readTree(tx)
    return placesAt(tree, toWgs84({ lon, lat }, system), shanghaiToday(now)).toReversed().map(viewPlace)
  })

  serve(app, searchPlaces, async ({ query: { q, level }, tx, now }) => {
    const on = shanghaiToday(now)
    const { tree } = await readTree(tx)
    const found =
      level && isDeep(level)
        ? await searchDeep(tx, level, q, on, MOST_FOUND)
        : searchTree(tree, q, { level, on, limit: MOST_FOUND })
    return found.map((place) => ({ ...viewPlace(place), pathName: pathName(tree, place) }))
  })

  serve(app, mapShapes, async ({ params, tx, now }) => {
    const on = shanghaiToday(now)
    const { tree, picked } = await readTree(tx, params.id)
    const place = picked && isValid(picked, on) ? drawnPlace(tree, picked.path) : undefined
    if (!place) throw new AppError('not_found')
    const outlines = outlinesBelow(tree, place, on)
    const bounds = boundsOf(place, outlines, tree)
    const ground = await groundWithin(tx, bounds, MOST_GROUND)
    return {
      place: viewPlace(place),
      bounds: [bounds.west, bounds.south, bounds.east, bounds.north],
      shapes: [...outlines, ...ground],
    }
  })
}
