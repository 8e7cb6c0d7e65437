/** Changes of requests for open pages: which ones moved, and whom it concerns. Read from history, so nothing can be missed. */
import type { ChangeSource } from '#platform/live.ts'
import { covers } from './policy.ts'

type Moved = {
  request_id: string
  seq: number
  limited: boolean
  place_path: string
  compound_id: string | null
  reporter_person_id: string | null
  helper_person_id: string | null
  handler_person_id: string | null
  lead_organisation_id: string | null
  lead_post_id: string | null
  co_organisation_ids: string[]
  co_post_ids: string[]
  joiner_ids: string[]
}

export const requestChanges: ChangeSource = async (tx, since) => {
  const moved = await tx.many<Moved>({
    name: 'request_changes',
    text: `SELECT e.request_id, e.seq, r.limited, r.place_path, r.compound_id, r.reporter_person_id, r.helper_person_id, r.handler_person_id, r.lead_organisation_id, r.lead_post_id,
             ARRAY(SELECT a.organisation_id FROM request_assignment a WHERE a.tenant_id = $1 AND a.request_id = r.id AND a.organisation_id IS NOT NULL) AS co_organisation_ids,
             ARRAY(SELECT a.post_id FROM request_assignment a WHERE a.tenant_id = $1 AND a.request_id = r.id AND a.post_id IS NOT NULL) AS co_post_ids,
             ARRAY(SELECT j.person_id FROM request_joiner j WHERE j.tenant_id = $1 AND j.request_id = r.id) AS joiner_ids
           FROM request_event e JOIN request r ON r.tenant_id = $1 AND r.id = e.request_id
           WHERE e.tenant_id = $1 AND e.at >= $2 ORDER BY e.at LIMIT 1000`,
    values: [tx.tenantId, since],
  })
  return moved.map((one) => ({
    key: `${one.request_id}/${one.seq}`,
    event: { type: 'request', id: one.request_id, seq: one.seq },
    concerns: ({ personId, capacities, home }) =>
      [one.reporter_person_id, one.helper_person_id, one.handler_person_id].includes(personId) ||
      one.joiner_ids.includes(personId) ||
      (!one.limited && home?.compoundId !== null && home?.compoundId === one.compound_id) ||
      capacities.some(
        (post) =>
          covers(post.placePath, one.place_path) ||
          post.postId === one.lead_post_id ||
          one.co_post_ids.includes(post.postId) ||
          (post.organisationId !== null &&
            (post.organisationId === one.lead_organisation_id ||
              one.co_organisation_ids.includes(post.organisationId))),
      ),
  }))
}
