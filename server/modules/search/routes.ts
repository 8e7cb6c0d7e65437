/** HTTP for the search box. What the reader may not see is not looked for. */
import { find } from '#contracts/search.ts'
import { findPlaces } from '#modules/places/index.ts'
import { findRequests } from '#modules/requests/index.ts'
import { holdsRight } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import { serve, type App } from '#platform/http.ts'
import type { Services } from '#platform/services.ts'
import { findOrganisations } from './organisations.ts'
import { findPeople } from './people.ts'

const MOST_A_KIND = 8

export function searchRoutes(app: App, { secrets }: Services): void {
  serve(app, find, async ({ query: { q }, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const limit = MOST_A_KIND
    const places = await findPlaces(tx, q, { on, limit })
    return {
      places: places.map(({ place: { id, level, fullName }, around }) => ({ id, level, name: fullName, around })),
      people: await findPeople(tx, secrets, actor, { q, on, limit }),
      organisations: holdsRight(actor, 'registers.view') ? await findOrganisations(tx, { q, on, limit }) : [],
      requests: holdsRight(actor, 'requests.work') ? await findRequests(tx, actor, q, limit, now) : [],
    }
  })
}
