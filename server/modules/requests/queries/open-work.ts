/**
 * What is open with a post or an organisation, as its lead or as a co-handler: asked when a post passes on, or when either is
 * to end. Of a limited request only the number is said. Source: docs/capabilities/people-and-posts.md, "Handing over".
 */
import type { OpenWork } from '#contracts/people.ts'
import type { Tx } from '#platform/db.ts'

const MOST_SHOWN = 20

type Row = OpenWork['rows'][number] & { total: number }

export async function openWorkOf(tx: Tx, of: { postId?: string; organisationId?: string }): Promise<OpenWork> {
  const rows = await tx.many<Row>({
    name: 'requests_open_with',
    text: `SELECT r.id, r.number, CASE WHEN r.limited THEN r.number ELSE r.title END AS title, r.place_name AS "placeName", r.due_at AS "dueAt",
                  count(*) OVER () AS total
             FROM request r
            WHERE r.tenant_id = $1 AND r.closed_at IS NULL
              AND (r.lead_post_id = $2 OR r.lead_organisation_id = $3
                   OR r.id IN (SELECT a.request_id FROM request_assignment a
                                WHERE a.tenant_id = $1 AND a.part = 'co' AND a.state <> 'ended' AND (a.post_id = $2 OR a.organisation_id = $3)))
            ORDER BY r.due_at, r.id LIMIT $4`,
    values: [tx.tenantId, of.postId ?? null, of.organisationId ?? null, MOST_SHOWN],
  })
  return { count: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => row) }
}
