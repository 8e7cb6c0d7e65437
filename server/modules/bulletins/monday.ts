/**
 * Drafts that make themselves: after each week one for every community and subdistrict, after each month as well. Looked for
 * every hour, so that a server that slept on Monday makes it up; the table allows one for a place and period, so that two
 * processes make one. Source: docs/capabilities/bulletins.md, "Drafts that make themselves".
 */
import type { BulletinKind } from '#contracts/bulletins.ts'
import { isValid, readTree } from '#modules/places/index.ts'
import { DAY, HOUR } from '#platform/calendar/calendar.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import { enqueue, job } from '#platform/outbox.ts'
import { recurring } from '#platform/recurring.ts'
import { lastFinished, type Period } from './period.ts'
import { dropUntouched, placesWith } from './queries.ts'
import { write } from './write.ts'

const BY_ITSELF = ['weekly', 'monthly'] as const satisfies BulletinKind[]
const LEVELS: readonly string[] = ['community', 'subdistrict']
/** Two months: by then the next ones lie on top. Custom. */
const KEPT_DAYS = 60

type Due = { kind: BulletinKind; placeId: string; period: Period }
/** One a place, so that no transaction is long. */
export const draftJob = job<Due>('bulletins.draft', async (tx, { kind, placeId, period }, { now }) => {
  const { picked } = await readTree(tx, placeId)
  if (picked) await write(tx, kind, picked, period, { madeBy: 'clock', editedAs: null }, now)
})

export const draftsByThemselves = recurring('bulletins.monday', HOUR, async (tx, { now }) => {
  const today = shanghaiToday(now)
  const { tree } = await readTree(tx)
  const places = tree.all.filter((one) => LEVELS.includes(one.level) && isValid(one, today))
  for (const kind of BY_ITSELF) {
    const period = lastFinished(kind, today)
    const there = await placesWith(tx, kind, period.from, places.map(({ id }) => id)) // prettier-ignore
    const done = new Set(there.map(({ placeId }) => placeId))
    // A place that was not there then has nothing to tell of that time.
    const due = places.filter(({ id, validFrom }) => !done.has(id) && validFrom <= period.to)
    for (const { id } of due) await enqueue(tx, draftJob, { kind, placeId: id, period }, { now })
  }
  await dropUntouched(tx, new Date(now.getTime() - KEPT_DAYS * DAY))
})
