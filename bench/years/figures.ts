/** Every day and month counted from the requests, as `npm run admin -- figures` does; several at once, for there is much. */
import { firstDay, recount, unitsOf } from '#modules/figures/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import { createDatabase } from '#platform/db.ts'

const AT_ONCE = 2

export async function rebuildAllFigures(url: string): Promise<void> {
  const db = createDatabase(url, { poolSize: AT_ONCE })
  const now = new Date()
  const first = await db.withTenant(1, (tx) => firstDay(tx))
  const units = unitsOf(first ?? shanghaiToday(now), shanghaiToday(now))
  const waiting = units.values()
  const work = async () => {
    for (const unit of waiting) await db.withTenant(1, (tx) => recount(tx, unit, true, now))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  await db.close()
}
