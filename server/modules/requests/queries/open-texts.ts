/** What is open, as texts that are compared with each other, and as rows of those that a reader may see. */
import type { RequestRow } from '#contracts/requests.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { Params, workScope } from '../scope.ts'
import { rowsWhere } from './rows.ts'

export type OpenText = { id: string; title: string; text: string; compoundId: string | null }

/** The newest open requests about things: none that is limited, no call for help. */
export const openTexts = (tx: Tx, limit: number): Promise<OpenText[]> =>
  tx.many<OpenText>({
    name: 'request_open_texts',
    text: `SELECT r.id, r.title, r.text, r.compound_id AS "compoundId" FROM request r
            WHERE r.tenant_id = $1 AND r.closed_at IS NULL AND NOT r.limited AND r.kind NOT IN ('help', 'urgent')
            ORDER BY r.created_at DESC, r.id DESC LIMIT $2`,
    values: [tx.tenantId, limit],
  })

/** Of these requests the open ones in the reader's work, and in the place when one is named. */
export async function openRowsById(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  placeId: string | undefined,
): Promise<RequestRow[]> {
  const params = new Params(tx.tenantId)
  const scope = workScope(actor, params)
  if (!scope || ids.length === 0) return []
  const conditions = [`r.id = ANY(${params.add(ids)})`, 'r.closed_at IS NULL', 'NOT r.limited', scope]
  if (placeId) {
    const place = params.add(placeId)
    conditions.push(`${place} IN (r.subdistrict_id, r.community_id, r.compound_id, r.grid_id, r.building_id)`)
  }
  return rowsWhere(tx, params, conditions, 'newest', ids.length)
}
