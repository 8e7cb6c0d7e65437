/** Everything the page of one request shows, in one statement. */
import { AppError } from '#platform/errors.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { RequestView } from '#contracts/requests.ts'
import { FILE, historyIn, openOf } from '../packed/index.ts'
import { may, relationsTo } from '../policy.ts'
import { standOf } from '../record.ts'
import { viewFull, type EventRecord, type FullRequest, type RatingRecord } from '../view.ts'

const VIEW = `
SELECT r.*, ${FILE}, c.name AS category_name,
  coalesce((SELECT json_agg(json_build_object('id', a.id, 'round', a.round, 'part', a.part, 'organisation_id', a.organisation_id, 'post_id', a.post_id,
             'name', a.name, 'task', a.task, 'state', a.state, 'due_at', a.due_at, 'reported_in_at', a.reported_in_at) ORDER BY a.id)
            FROM request_assignment a WHERE a.tenant_id = $1 AND a.request_id = r.id AND a.round = r.round AND a.state <> 'ended'), '[]') AS assignments,
  EXISTS (SELECT 1 FROM request_joiner j WHERE j.tenant_id = $1 AND j.request_id = r.id AND j.person_id = $3) AS joined,
  coalesce((SELECT json_agg(json_build_object('seq', e.seq, 'at', e.at, 'action', e.action, 'round', e.round, 'status', e.status,
             'actor_person_id', e.actor_person_id, 'capacity', e.capacity, 'note', e.note, 'internal', e.internal, 'facts', e.facts) ORDER BY e.seq DESC)
            FROM request_event e WHERE e.tenant_id = $1 AND e.request_id = r.id), '[]') AS events,
  coalesce((SELECT json_agg(json_build_object('id', p.id, 'event_seq', p.event_seq, 'role', p.role, 'internal', p.internal,
             'width', p.width, 'height', p.height, 'average_colour', p.average_colour) ORDER BY p.id)
            FROM photo p WHERE p.tenant_id = $1 AND p.request_id = r.id), '[]') AS photos,
  coalesce((SELECT json_agg(json_build_object('round', g.round, 'by', g.by, 'person_id', g.person_id, 'solved', g.solved, 'satisfied', g.satisfied,
             'stars', g.stars, 'note', g.note, 'at', g.at) ORDER BY g.at)
            FROM request_rating g WHERE g.tenant_id = $1 AND g.request_id = r.id), '[]') AS ratings,
  coalesce((SELECT json_agg(json_build_object('id', d.id, 'number', d.number, 'title', d.title))
            FROM request d WHERE d.tenant_id = $1 AND d.merged_into_id = r.id), '[]') AS duplicates,
  (SELECT json_build_object('id', m.id, 'number', m.number, 'title', m.title, 'limited', m.limited)
     FROM request m WHERE m.tenant_id = $1 AND m.id = r.merged_into_id) AS merged_into,
  coalesce((SELECT json_agg(one) FROM (
     SELECT h.id, h.title, h.created_at, h.status, h.outcome FROM request h
     WHERE h.tenant_id = $1 AND h.place_id = r.place_id AND h.id <> r.id AND NOT h.limited AND h.created_at > r.created_at - interval '90 days'
     ORDER BY h.created_at DESC LIMIT 5) one), '[]') AS earlier_here,
  (SELECT json_build_object('name_masked', p.name_masked, 'phone_masked', p.phone_masked)
     FROM person p WHERE p.tenant_id = $1 AND p.id = r.reporter_person_id) AS reporter,
  coalesce((SELECT json_object_agg(k.code, k.name) FROM category k
     WHERE k.tenant_id = $1 AND k.code IN (SELECT x->>'code' FROM jsonb_array_elements(r.category_proposals) x)), '{}') AS proposal_names
FROM request r LEFT JOIN category c ON c.tenant_id = $1 AND c.code = r.category_code
WHERE r.tenant_id = $1 AND r.id = $2`

type Kept = Omit<FullRequest, 'rated' | 'clocks'> & { clocks: FullRequest['clocks'] | null; packed: Buffer | null }

/** History from its rows or, when it is packed, from its file. @throws not_found */
async function load(tx: Tx, actor: Actor, id: string): Promise<Omit<FullRequest, 'rated'>> {
  const full = await tx.one<Kept>({ name: 'request_view', text: VIEW, values: [tx.tenantId, id, actor.personId] })
  if (!full) throw new AppError('not_found')
  if (full.clocks) return { ...full, clocks: full.clocks }
  const history = historyIn(full)
  if (!history) throw new Error(`request ${id} has neither clocks nor a file`)
  return {
    ...full,
    clocks: history.clocks,
    assignments: openOf(history, full.round),
    events: history.events.toReversed() as EventRecord[], // actions and states are the module's own
    ratings: [...history.ratings] as RatingRecord[],
  }
}

/** @throws not_found (also what one may not see) */
export async function requestView(tx: Tx, actor: Actor, id: string, now: Date): Promise<RequestView> {
  const full = await load(tx, actor, id)
  const request = {
    ...full,
    rated: full.ratings.some((rating) => rating.round === full.round && rating.person_id === actor.personId),
  }
  const relations = relationsTo(actor, standOf(request))
  if (!may('view', relations)) throw new AppError('not_found')
  return viewFull(request, relations, actor, now)
}
