/** New notices for open pages: told to whoever they were written to, never what they say. */
import type { ChangeSource } from '#platform/live.ts'

type Told = { id: string; post_id: string | null; person_id: string | null }

/** A bulk step over a subdistrict tells thousands at once: read in parts, none left out. */
const AT_ONCE = 1_000

export const noticeChanges: ChangeSource = async (tx, since) => {
  const told: Told[] = []
  for (let after: string | undefined = firstIdAt(since); after;) {
    const part: Told[] = await tx.many<Told>({
      name: 'notice_changes',
      text: `SELECT id, post_id, person_id FROM notice WHERE tenant_id = $1 AND id > $2 ORDER BY id LIMIT ${AT_ONCE}`,
      values: [tx.tenantId, after],
    })
    told.push(...part)
    after = part.length < AT_ONCE ? undefined : part.at(-1)?.id
  }
  return told.map(({ id, post_id, person_id }) => ({
    key: `notice/${id}`,
    event: { type: 'notice' },
    concerns: ({ personId, capacities }) =>
      personId === person_id || capacities.some(({ postId }) => postId === post_id),
  }))
}

/** The smallest UUID v7 of a millisecond: ids are in the order of time, so the primary key serves as the index by time. */
export function firstIdAt(at: Date): string {
  const milliseconds = at.getTime().toString(16).padStart(12, '0')
  return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-7000-8000-000000000000`
}
