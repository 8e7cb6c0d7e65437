/** Changes of requests for open pages: which ones moved, and whom it concerns. Read from history, so nothing can be missed. */
import type { Tx } from '#platform/db.ts'
import type { Change, ChangeSource } from '#platform/live.ts'
import { covers } from './policy.ts'

type Moved = {
  request_id: string
  seq: number
  at: string
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

/** A burst (a bulk step over a whole subdistrict) is read in parts; none of it is left out. */
const AT_ONCE = 1_000

export const requestChanges: ChangeSource = async (tx, since) => {
  const all: Moved[] = []
  for (let from = { at: since.toISOString(), requestId: FIRST_ID, seq: 0 }; ;) {
    const part = await readPart(tx, from)
    all.push(...part)
    const last = part.at(-1)
    if (!last || part.length < AT_ONCE) break
    from = { at: last.at, requestId: last.request_id, seq: last.seq }
  }
  return all.map(asChange)
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000'

const readPart = (tx: Tx, from: { at: string; requestId: string; seq: number }) =>
  tx.many<Moved>({
    name: 'request_changes',
    text: `SELECT e.request_id, e.seq, e.at, r.limited, r.place_path, r.compound_id, r.reporter_person_id, r.helper_person_id, r.handler_person_id, r.lead_organisation_id, r.lead_post_id,
             ARRAY(SELECT a.organisation_id FROM request_assignment a WHERE a.tenant_id = $1 AND a.request_id = r.id AND a.organisation_id IS NOT NULL) AS co_organisation_ids,
             ARRAY(SELECT a.post_id FROM request_assignment a WHERE a.tenant_id = $1 AND a.request_id = r.id AND a.post_id IS NOT NULL) AS co_post_ids,
             ARRAY(SELECT j.person_id FROM request_joiner j WHERE j.tenant_id = $1 AND j.request_id = r.id) AS joiner_ids
           FROM request_event e JOIN request r ON r.tenant_id = $1 AND r.id = e.request_id
           WHERE e.tenant_id = $1 AND e.at >= $2 AND (e.at, e.request_id, e.seq) > ($2, $3, $4)
           ORDER BY e.at, e.request_id, e.seq LIMIT ${AT_ONCE}`,
    values: [tx.tenantId, from.at, from.requestId, from.seq],
  })

const asChange = (one: Moved): Change => ({
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
          (post.organisationId === one.lead_organisation_id || one.co_organisation_ids.includes(post.organisationId))),
    ),
})
