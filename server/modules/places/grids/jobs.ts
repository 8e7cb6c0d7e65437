/** Work of the grids in the background: changes that begin on their day, and what follows a place to its new path. */
import type { Tx } from '#platform/db.ts'
import { job, type Job } from '#platform/outbox.ts'
import { recurring, type Recurring } from '#platform/recurring.ts'
import { PLACES_MOVED, type PlacesMoved } from './apply-change.ts'
import { beginWaiting } from './begin-waiting.ts'

/** What other modules keep by path or grid. Handed in where the application is put together: a foundation knows none of them. */
export type Following = { followPlaces: (tx: Tx, moved: PlacesMoved, now: Date) => Promise<void> }

export const gridJobs = ({ followPlaces }: Following): Job<never>[] =>
  [job<PlacesMoved>(PLACES_MOVED.name, (tx, moved, { now }) => followPlaces(tx, moved, now))] as Job<never>[] // handed the payload that was enqueued for it

/** A change begins with its day; whoever looks in the first minutes after midnight may still see the day before. */
const LOOK_EVERY_MS = 10 * 60_000

export const beginOnTheirDay: Recurring = recurring('grids.begin', LOOK_EVERY_MS, (tx, { now }) =>
  beginWaiting(tx, now),
)
