/** Requests for the search box: by number in the whole history, by words among what is open. */
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { Params, workScope } from './scope.ts'
import { rowsWhere, workList } from './queries/rows.ts'

export type FoundRequest = { id: string; number: string; title: string; placeName: string; closed: boolean }

const NUMBER = /^(\d{4})-?(\d{1,6})$/

export async function findRequests(tx: Tx, actor: Actor, q: string, limit: number, now: Date): Promise<FoundRequest[]> {
  const number = NUMBER.exec(q.normalize('NFKC').trim())
  const found = number
    ? await byNumber(tx, actor, `${number[1]}-${(number[2] ?? '').padStart(6, '0')}`)
    : (await workList(tx, actor, { view: 'open', q, sort: 'newest', limit }, now)).rows
  return found.map(({ id, number, title, placeName, closedAt }) => ({
    id,
    number,
    title,
    placeName,
    closed: closedAt !== null,
  }))
}

async function byNumber(tx: Tx, actor: Actor, number: string) {
  const params = new Params(tx.tenantId)
  const scope = workScope(actor, params)
  return scope ? rowsWhere(tx, params, [scope, `r.number = ${params.add(number)}`], 'newest', 1) : []
}
