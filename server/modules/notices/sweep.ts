/**
 * Notices that were read go after 90 days: what they told of is in the history of its request. What nobody has read stays.
 * Source: docs/capabilities/people-and-posts.md, "Notices"; docs/decisions/0020-packed-files.md.
 */
import { DAY, HOUR } from '#platform/calendar/calendar.ts'
import { recurring } from '#platform/recurring.ts'
import { firstIdAt } from './changes.ts'

const KEPT_DAYS = 90 // customary: a quarter, the longest period that a desk looks back over
const AT_A_TIME = 2_000

/** To a post: read by one who holds it. */
export const sweepNotices = recurring('notices.sweep', HOUR, async (tx, { now }) => {
  await tx.run({
    name: 'notices_sweep',
    text: `DELETE FROM notice d
            WHERE d.tenant_id = $1 AND d.id = ANY (ARRAY(
              SELECT n.id FROM notice n
               WHERE n.tenant_id = $1 AND n.id < $2
                 AND (EXISTS (SELECT 1 FROM notice_read r WHERE r.tenant_id = $1 AND r.person_id = n.person_id AND r.up_to_id >= n.id)
                      OR EXISTS (SELECT 1 FROM post_term t JOIN notice_read h ON h.tenant_id = $1 AND h.person_id = t.person_id AND h.up_to_id >= n.id
                                  WHERE t.tenant_id = $1 AND t.post_id = n.post_id AND t.from_on <= $3::date AND (t.to_on IS NULL OR t.to_on >= $3::date)))
               ORDER BY n.id LIMIT $4))`,
    values: [tx.tenantId, firstIdAt(new Date(now.getTime() - KEPT_DAYS * DAY)), now, AT_A_TIME],
  })
})
