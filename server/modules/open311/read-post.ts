/**
 * What a POST brings: fields and, in a multipart form, files of any field name. The key is looked at before a file is read,
 * so that nobody without one makes us hold or decode a picture; files are taken in one after another.
 */
import type { FastifyRequest } from 'fastify'
import { ingestPhoto, MAX_PHOTO_BYTES, type Photo } from '#platform/files/photo.ts'
import { GeoReportError } from './errors.ts'
import { readFields, type Fields } from './fields.ts'

/** As many photos as a resident may send with a report. */
export const MOST_PHOTOS = 9
const MOST_FIELDS = 200

export type Posted<Caller> = { fields: Fields; photos: Photo[]; caller: Caller }

/** @throws GeoReportError, what `admit` and the photo intake refuse */
export async function readPost<Caller>(
  request: FastifyRequest,
  admit: (fields: Fields) => Promise<Caller>,
): Promise<Posted<Caller>> {
  const query = new URL(request.url, 'http://any').searchParams
  if (request.body instanceof URLSearchParams) {
    const fields = readFields(request.body, query)
    return { fields, photos: [], caller: await admit(fields) }
  }
  if (!request.isMultipart())
    throw new GeoReportError(400, 'send application/x-www-form-urlencoded or multipart/form-data')
  const told = new URLSearchParams()
  const photos: Photo[] = []
  let caller: Caller | undefined
  const limits = { fileSize: MAX_PHOTO_BYTES, files: MOST_PHOTOS, fields: MOST_FIELDS, parts: MOST_PHOTOS + MOST_FIELDS, fieldSize: 20_000 } // prettier-ignore
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      told.append(part.fieldname, String(part.value))
      continue
    }
    caller ??= await admit(readFields(told, query))
    const bytes = await part.toBuffer()
    if (bytes.length > 0) photos.push(await ingestPhoto(bytes, { displayName: part.filename })) // a form sends an empty file for a field left empty
  }
  const fields = readFields(told, query)
  return { fields, photos, caller: caller ?? (await admit(fields)) }
}
