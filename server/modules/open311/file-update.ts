/**
 * A client says more about what it filed: its words become a supplement, or the answer somebody waits for; CANCELLED takes
 * it back. Whether it is done is for the district to say, unless the district filed it with them (federation/by-key.ts). Each of the
 * client's update ids is heard once.
 */
import type { Actor } from '#platform/actor.ts'
import { filedWith, insertPhoto, takeStepOn } from '#modules/requests/index.ts'
import type { Tx } from '#platform/db.ts'
import { UPDATE_STATUSES } from '#contracts/georeport.ts'
import { GeoReportError } from './errors.ts'
import type { Exchange, Kept, Update } from './exchange.ts'
import type { Fields } from './fields.ts'
import { filer } from './file-request.ts'
import { insertUpdate } from './queries.ts'
import { readTime } from './times.ts'

const MOST_CHARACTERS = 2000 // of a step's note

/** @throws GeoReportError */
export function readUpdate(fields: Fields): Update {
  const names = ['service_request_id', 'update_id', 'status', 'updated_datetime', 'description'] as const
  const missing = names.filter((name) => fields.one(name) === undefined)
  if (missing.length > 0) throw new GeoReportError(400, ...missing.map((name) => `${name} is required`))
  const [number = '', updateId = '', status = '', at = '', text = ''] = names.map((name) => fields.one(name))
  if (!UPDATE_STATUSES.some((one) => one === status.toLowerCase())) throw new GeoReportError(400, 'status is unknown')
  const moment = readTime('updated_datetime', at)
  if (updateId.length > 100) throw new GeoReportError(400, 'update_id is longer than 100 characters')
  if ([...text].length > MOST_CHARACTERS)
    throw new GeoReportError(400, `description is longer than ${MOST_CHARACTERS} characters`)
  const externalCode = fields.one('external_status_code')
  return { number, updateId, word: status.toLowerCase(), text, at: moment.toISOString(), externalCode }
}

/** @throws GeoReportError, what the step refuses */
export async function hear(tx: Tx, actor: Actor, update: Update, kept: readonly Kept[], exchange: Exchange, now: Date) {
  const { number, updateId, word, text } = update
  const keyId = actor.personId
  const request = await filedWith(tx, keyId, number)
  const isNew = request ? await insertUpdate(tx, { keyId, updateId, requestId: request.id, at: now }) : await exchange.heard(tx, keyId, update, kept, now) // prettier-ignore
  if (isNew === undefined)
    throw new GeoReportError(404, 'service_request_id is unknown, or was not filed with this key')
  if (!isNew) throw new GeoReportError(400, 'update_id already exists')
  if (!request) return [{ update_id: updateId }]
  const cancels = word === 'cancelled'
  for (const { id, photo } of kept) await insertPhoto(tx, keyId, id, photo, now)
  const action = cancels ? 'withdraw' : request.status === 'waiting' ? 'answer' : 'supplement'
  const photoIds = cancels ? [] : kept.map((one) => one.id)
  await takeStepOn(tx, filer(actor), request.id, { action, note: text, photoIds }, now)
  return [{ update_id: updateId }]
}
