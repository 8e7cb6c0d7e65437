/**
 * Photos of requests: one entrance for all channels, and one exit, which asks the policy of the request that owns the photo.
 */
import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { uploadPhoto } from '#contracts/files.ts'
import { endpoint, Id, oneOf, shape } from '#contracts/endpoint.ts'
import Type from 'typebox'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { ingestPhoto, MAX_PHOTO_BYTES, type Photo } from '#platform/files/photo.ts'
import { photoKey, type Storage } from '#platform/files/storage.ts'
import { servePrepared, type App } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { sendPhoto, serveFile } from '#platform/serve-file.ts'
import type { Services } from '#platform/services.ts'
import { may } from './policy.ts'
import { findRequest } from './queries/load.ts'
import { photoUrl } from './view.ts'

export const PHOTO_SIZES = ['full', 'card', 'thumb'] as const satisfies (keyof Photo['sizes'])[]
const UPLOADS_A_DAY = 200 // per person; nine photos for each of some twenty reports

/** Described in the API; the reply is the picture itself. */
const readPhoto = endpoint({
  method: 'GET',
  path: '/api/photos/:id',
  access: 'signedIn',
  summary: 'The picture in one of three sizes, if the request that owns it may be seen',
  params: shape({ id: Id }),
  query: Type.Object({ size: Type.Optional(oneOf(['thumb', 'card', 'full'])) }, { additionalProperties: false }),
  reply: shape({}),
})

export async function photoRoutes(app: App, services: Services) {
  await app.fastify.register(multipart, { limits: { fileSize: MAX_PHOTO_BYTES, files: 1, fields: 4, parts: 5 } })

  servePrepared(
    app,
    uploadPhoto,
    async (request) => {
      const photo = await readUpload(request)
      return { id: await storePhoto(services.storage, request.tenantId, photo), photo }
    },
    async ({ tx, actor, now }, { id, photo }) => {
      await refuseOverQuota(tx, actor, now)
      await insertPhoto(tx, actor.personId, id, photo, now)
      const { width, height } = photo.sizes.full
      return {
        id,
        width,
        height,
        averageColour: photo.averageColour,
        url: photoUrl(id),
        takenAt: photo.takenAt,
        position: photo.position,
      }
    },
  )

  serveFile(app, readPhoto, async ({ params: { id }, query: { size = 'card' }, actor, tenantId, reply }) => {
    await services.db.withTenant(tenantId, (tx) => refuseUnseen(tx, actor, id), { readOnly: true })
    return sendPhoto(reply, services.storage, photoKey(tenantId, id, size))
  })
}

/** Stored before the row exists: a file without a row is swept, a row without a file would be a hole in a page. */
export async function storePhoto(storage: Storage, tenantId: number, photo: Photo): Promise<string> {
  const id = newId()
  await Promise.all(PHOTO_SIZES.map((size) => storage.put(photoKey(tenantId, id, size), photo.sizes[size].bytes)))
  return id
}

/** @throws photo_missing, and what the ingest refuses */
async function readUpload(request: FastifyRequest): Promise<Photo> {
  if (!request.isMultipart()) throw new AppError('media_type_not_allowed')
  const part = await request.file()
  if (!part) throw new AppError('photo_missing', { field: 'photo' })
  return ingestPhoto(await part.toBuffer(), { displayName: part.filename })
}

/** @throws photo_quota */
async function refuseOverQuota(tx: Tx, actor: Actor, now: Date) {
  const sent = await tx.one<{ count: number }>({
    name: 'photo_count',
    text: 'SELECT count(*)::int AS count FROM photo WHERE tenant_id = $1 AND uploader_id = $2 AND created_at > $3',
    values: [tx.tenantId, actor.personId, new Date(now.getTime() - 86_400_000)],
  })
  if ((sent?.count ?? 0) >= UPLOADS_A_DAY) throw new AppError('photo_quota')
}

/** Until it is sent with a request or a step, it is its uploader's alone: a person, or a key of another system. */
export async function insertPhoto(tx: Tx, uploaderId: string, id: string, photo: Photo, now: Date) {
  const { width, height } = photo.sizes.full
  const byteCount = Object.values(photo.sizes).reduce((sum, { bytes }) => sum + bytes.length, 0)
  await tx.run({
    name: 'photo_insert',
    text: `INSERT INTO photo (tenant_id, id, uploader_id, width, height, average_colour, byte_count, sha256, taken_at, lon, lat, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    values: [
      tx.tenantId,
      id,
      uploaderId,
      width,
      height,
      photo.averageColour,
      byteCount,
      Buffer.from(photo.sha256, 'hex'),
      photo.takenAt,
      photo.position?.lon ?? null,
      photo.position?.lat ?? null,
      now,
    ],
  })
}

/** An unsent photo is its uploader's alone; a sent one follows its request. @throws not_found */
async function refuseUnseen(tx: Tx, actor: Actor, id: string) {
  const photo = await tx.one<{
    uploader_id: string
    request_id: string | null
    internal: boolean
    role: string | null
  }>({
    name: 'photo_find',
    text: 'SELECT uploader_id, request_id, internal, role FROM photo WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, id],
  })
  if (!photo) throw new AppError('not_found')
  if (photo.uploader_id === actor.personId) return
  if (!photo.request_id) throw new AppError('not_found')
  const { relations } = await findRequest(tx, actor, photo.request_id)
  if (photo.internal && !may('viewInside', relations)) throw new AppError('not_found')
}
