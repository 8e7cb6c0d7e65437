/** The work list: by view or status, filters and words; what is closed is looked through by an index of its own. */
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { once, Params, workAreas, workScope } from '../scope.ts'
import { asksForClosed, filters, inStatus, pageWhere, VIEWS, wordsOf, type Page, type WorkQuery } from './rows.ts'
import { closedWithWords } from './words.ts'

const LIST_LIMIT = 50

/** @throws malformed */
export async function workList(tx: Tx, actor: Actor, query: WorkQuery, now: Date): Promise<Page> {
  const page = { limit: query.limit ?? LIST_LIMIT, after: query.after }
  const words = wordsOf(query.q)
  if (asksForClosed(query) && words.length > 0) {
    const where = (params: Params) => {
      const scope = workScope(actor, params)
      return scope ? [scope, 'r.closed_at IS NOT NULL', ...filters({ ...query, q: undefined }, params)] : null
    }
    const area = query.gridId ?? query.placeId
    return closedWithWords(tx, { where, words, areas: area ? [area] : workAreas(actor), ...page }, now)
  }
  const params = new Params(tx.tenantId)
  const scope = workScope(actor, params)
  if (!scope) return { rows: [], next: null, total: 0 }
  const at = once(() => params.add(now))
  const where = [
    scope,
    query.status ? inStatus(query.status.split(','), params) : VIEWS[query.view ?? 'open'](at),
    ...filters(query, params),
  ]
  return pageWhere(tx, params, where, { order: query.view === 'closed' ? 'closing' : (query.sort ?? 'due'), ...page })
}
