/** Requests for the search box: by number or by words, what is open first and then what was closed last. */
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { Params, workScope } from './scope.ts'
import { rowsWhere } from './queries/rows.ts'
import { workList } from './queries/work-list.ts'

export type FoundRequest = { id: string; number: string; title: string; placeName: string; closed: boolean }

const NUMBER = /^(\d{4})-?(\d{1,9})$/

export async function findRequests(tx: Tx, actor: Actor, q: string, limit: number, now: Date): Promise<FoundRequest[]> {
  const number = NUMBER.exec(q.normalize('NFKC').trim())
  const found = number
    ? await byNumber(tx, actor, `${number[1]}-${(number[2] ?? '').padStart(6, '0')}`)
    : await byWords(tx, actor, q, limit, now)
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

async function byWords(tx: Tx, actor: Actor, q: string, limit: number, now: Date) {
  const open = (await workList(tx, actor, { view: 'open', q, sort: 'newest', limit }, now)).rows
  if (open.length >= limit) return open
  const closed = await workList(tx, actor, { view: 'closed', q, limit: limit - open.length }, now)
  return [...open, ...closed.rows]
}
