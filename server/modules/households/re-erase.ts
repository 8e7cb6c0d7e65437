/**
 * Erases again whoever a restored backup has brought back. Runs at every start and once a day: comparing costs one folder
 * and one statement. Source: docs/operations.md, "Restoring".
 */
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import { DAY } from '#platform/calendar/calendar.ts'
import type { Tx } from '#platform/db.ts'
import { recurring, type Recurring } from '#platform/recurring.ts'
import type { Services } from '#platform/services.ts'
import { erasePerson, type EraseWith } from './erase.ts'
import { cameBack } from './erased-list.ts'
import type { Eraser } from './others.ts'

type ToErase = Omit<EraseWith, 'erasers'> & Pick<Services, 'storage'>

/** Gives how many were erased again. Posts that the backup gives back to them end first: nobody holds them. */
export async function reErase(tx: Tx, services: ToErase, erasers: readonly Eraser[], now: Date): Promise<number> {
  const back = await cameBack(tx, services.storage)
  for (const personId of back) {
    await endPosts(tx, personId, now)
    await erasePerson(tx, { ...services, erasers }, { personId, reason: 'asked' }, now)
  }
  return back.length
}

async function endPosts(tx: Tx, personId: string, now: Date): Promise<void> {
  const values = [tx.tenantId, personId, shanghaiToday(now)]
  await tx.run({
    name: 're_erase_unbegun',
    text: 'DELETE FROM post_term WHERE tenant_id = $1 AND person_id = $2 AND from_on >= $3',
    values,
  })
  await tx.run({
    name: 're_erase_posts',
    text: `UPDATE post_term SET to_on = $3::date - 1 WHERE tenant_id = $1 AND person_id = $2 AND (to_on IS NULL OR to_on >= $3::date)`,
    values,
  })
}

export const reEraseDaily = (services: Services, erasers: readonly Eraser[]): Recurring =>
  recurring('households.reErase', DAY, async (tx, { now, log }) => {
    const count = await reErase(tx, services, erasers, now)
    if (count > 0) log.warn({ count }, 'persons erased again after a restore')
  })
