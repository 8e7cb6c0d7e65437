/** Photos that were sent ahead of a report which then never came: gone after a day, files first. */
import { DAY } from '#platform/calendar/calendar.ts'
import { photoKey } from '#platform/files/storage.ts'
import { recurring } from '#platform/recurring.ts'
import type { Services } from '#platform/services.ts'
import { PHOTO_SIZES } from './photos.ts'

const AT_A_TIME = 200

export const sweepPhotos = ({ storage }: Pick<Services, 'storage'>) =>
  recurring('requests.sweepPhotos', DAY / 24, async (tx, { now }) => {
    const unused = await tx.many<{ id: string }>({
      name: 'photo_unused',
      text: `SELECT p.id FROM photo p
              WHERE p.tenant_id = $1 AND p.request_id IS NULL AND p.created_at < $2
                AND NOT EXISTS (SELECT 1 FROM consent c WHERE c.tenant_id = $1 AND c.photo_id = p.id)
              LIMIT $3 FOR UPDATE SKIP LOCKED`,
      values: [tx.tenantId, new Date(now.getTime() - DAY), AT_A_TIME],
    })
    for (const { id } of unused) for (const size of PHOTO_SIZES) await storage.delete(photoKey(tx.tenantId, id, size))
    await tx.run({
      name: 'photo_forget',
      text: 'DELETE FROM photo WHERE tenant_id = $1 AND id = ANY($2)',
      values: [tx.tenantId, unused.map(({ id }) => id)],
    })
  })
