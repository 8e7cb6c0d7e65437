/** Loading one request, with what a decision or a page needs beside it, in one statement each. */
import { AppError } from '#platform/errors.ts'
import type { Actor } from '#platform/actor.ts'
import type { Query, Tx } from '#platform/db.ts'
import type { Clocks } from '../clock/clocks.ts'
import { FILE, historyIn, isPacked, openOf, unpack } from '../packed/index.ts'
import { may, relationsTo, type Relation } from '../policy.ts'
import { standOf, type LoadedRequest } from '../record.ts'

const BESIDE = `
  coalesce((SELECT json_agg(json_build_object('id', a.id, 'round', a.round, 'part', a.part, 'organisation_id', a.organisation_id, 'post_id', a.post_id,
             'name', a.name, 'task', a.task, 'state', a.state, 'due_at', a.due_at, 'reported_in_at', a.reported_in_at) ORDER BY a.id)
            FROM request_assignment a WHERE a.tenant_id = $1 AND a.request_id = r.id AND a.round = r.round AND a.state <> 'ended'), '[]') AS assignments,
  EXISTS (SELECT 1 FROM request_joiner j WHERE j.tenant_id = $1 AND j.request_id = r.id AND j.person_id = $3) AS joined,
  EXISTS (SELECT 1 FROM request_rating g WHERE g.tenant_id = $1 AND g.request_id = r.id AND g.round = r.round AND g.person_id = $3) AS rated`

const LOAD = `SELECT r.*, ${BESIDE} FROM request r WHERE r.tenant_id = $1 AND r.id = $2`
const FIND = `SELECT r.*, ${BESIDE}, ${FILE} FROM request r WHERE r.tenant_id = $1 AND r.id = $2`

/** NOBODY stands to a request as a person does; for steps that time takes. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * The request, locked, if the actor may see it.
 *
 * @throws not_found (also what one may not see)
 */
export async function lockRequest(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ request: LoadedRequest; relations: Relation[] }> {
  return seen(actor, await lockAny(tx, actor, id))
}

/** Locked, whatever the actor may do with it: for who asks the loop next what that is. */
export const lockAny = (tx: Tx, actor: Actor, id: string) =>
  laidOut(tx, {
    name: 'request_lock',
    text: `${LOAD} FOR UPDATE OF r`,
    values: [tx.tenantId, id, actor.personId],
  })

export async function findRequest(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ request: LoadedRequest; relations: Relation[] }> {
  const request = await tx.one<Kept & { packed: Buffer | null }>({
    name: 'request_find',
    text: FIND,
    values: [tx.tenantId, id, actor.personId],
  })
  if (!request || !isPacked(request)) return seen(actor, request as LoadedRequest | undefined) // with clocks it is whole
  return seen(actor, fromFile(request, actor.personId))
}

/** For steps taken by time: locked, or undefined when another process has it in hand. */
export const lockForClock = (tx: Tx, id: string) =>
  laidOut(tx, {
    name: 'request_lock_clock',
    text: `${LOAD} FOR UPDATE OF r SKIP LOCKED`,
    values: [tx.tenantId, id, NOBODY],
  })

/** As the database holds it: without clocks while it is packed. */
type Kept = Omit<LoadedRequest, 'clocks'> & { clocks: Clocks | null }

/** Locked, and unpacked if it was packed: whatever steps on a request finds its history in rows. */
async function laidOut(tx: Tx, query: Query): Promise<LoadedRequest | undefined> {
  const request = await tx.one<Kept>(query)
  if (!request || !isPacked(request)) return request as LoadedRequest | undefined // with clocks it is whole
  await unpack(tx, request)
  return tx.one<LoadedRequest>(query)
}

/** For reading: what its rows would say, from the file. */
function fromFile(request: Kept & { packed: Buffer | null }, personId: string): LoadedRequest {
  const history = historyIn(request)
  if (!history) throw new Error(`request ${request.id} has neither clocks nor a file`)
  return {
    ...request,
    clocks: history.clocks,
    assignments: openOf(history, request.round),
    rated: history.ratings.some((one) => one.round === request.round && one.person_id === personId),
  }
}

function seen(actor: Actor, request: LoadedRequest | undefined) {
  if (!request) throw new AppError('not_found')
  const relations = relationsTo(actor, standOf(request))
  if (!may('view', relations)) throw new AppError('not_found')
  return { request, relations }
}
