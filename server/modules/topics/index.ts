/** Hot topics: open requests that speak of one thing. Reads requests, keeps what it found until the next look. */
import type { App } from '#platform/http.ts'
import { serve } from '#platform/http.ts'
import type { Recurring } from '#platform/recurring.ts'
import type { Services } from '#platform/services.ts'
import { listTopics } from '#contracts/topics.ts'
import { lookForTopics } from './look.ts'
import { topicsFor } from './read.ts'

export const topicRecurring = (services: Services): Recurring[] => [lookForTopics(services)]

export function topicRoutes(app: App) {
  serve(app, listTopics, ({ query, actor, tx, now }) => topicsFor(tx, actor, query.placeId, now))
}
