/** To whom a request may be sent: those who answer for its place, each with what it has in hand. A suggestion, never a decision. */
import type { listHandlers } from '#contracts/requests.ts'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { organisationsFor, postsCovering } from '#modules/people/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { may } from './policy.ts'
import { findRequest } from './queries/load.ts'

const KIND_OF_DEPARTMENT: Record<string, string> = {
  property: 'propertyCompany',
  street: 'department',
  community: 'community',
  members: 'volunteerTeam',
}
const DAYS = 90

/** @throws not_found, not_permitted */
export async function handlersFor(
  tx: Tx,
  actor: Actor,
  requestId: string,
  now: Date,
): Promise<ReplyOf<typeof listHandlers>> {
  const { request, relations } = await findRequest(tx, actor, requestId)
  if (!may('viewInside', relations)) throw new AppError('not_permitted')
  const organisations = await organisationsFor(tx, request.place_path, now)
  const posts = await postsCovering(tx, {
    path: request.place_path,
    kinds: ['gridLead', 'gridWorker', 'areaLead', 'buildingHead', 'compoundSecretary'],
    now,
  })
  const loads = await loadsOf(tx, request.community_id, request.category_code, now)
  const wanted = await tx.one<{ handled_by: string | null }>({
    name: 'category_department',
    text: 'SELECT handled_by FROM category WHERE tenant_id = $1 AND code = $2',
    values: [tx.tenantId, request.category_code],
  })
  const kind = wanted?.handled_by ? KIND_OF_DEPARTMENT[wanted.handled_by] : undefined
  const load = (key: string) => loads.find((one) => one.key === key) ?? { openCount: 0, sameKindDone: 0 }

  const rows = [
    ...organisations.map((one) => ({
      organisationId: one.id,
      postId: null,
      name: one.name,
      kind: one.kind,
      ...counts(load(one.id)),
    })),
    ...posts.map((one) => ({
      organisationId: null,
      postId: one.postId,
      name: one.title,
      kind: one.kind,
      ...counts(load(one.postId)),
    })),
  ]
  const best = [...rows].sort(
    (a, b) => Number(b.kind === kind) - Number(a.kind === kind) || b.sameKindDone - a.sameKindDone,
  )[0]
  return rows
    .map((row) => ({ ...row, suggested: row === best }))
    .sort((a, b) => Number(b.suggested) - Number(a.suggested) || b.sameKindDone - a.sameKindDone)
}

const counts = ({ openCount, sameKindDone }: { openCount: number; sameKindDone: number }) => ({
  openCount,
  sameKindDone,
})

/** What each handler has open here, and how many of this category it finished lately. */
const loadsOf = (tx: Tx, communityId: string | null, categoryCode: string | null, now: Date) =>
  tx.many<{ key: string; openCount: number; sameKindDone: number }>({
    name: 'handler_loads',
    text: `SELECT coalesce(r.lead_organisation_id, r.lead_post_id) AS key,
             count(*) FILTER (WHERE r.closed_at IS NULL)::int AS "openCount",
             count(*) FILTER (WHERE r.outcome = 'solved' AND r.category_code = $3)::int AS "sameKindDone"
           FROM request r
           WHERE r.tenant_id = $1 AND r.community_id IS NOT DISTINCT FROM $2 AND r.created_at >= $4 AND coalesce(r.lead_organisation_id, r.lead_post_id) IS NOT NULL
           GROUP BY 1`,
    values: [tx.tenantId, communityId, categoryCode, new Date(now.getTime() - DAYS * 86_400_000)],
  })
