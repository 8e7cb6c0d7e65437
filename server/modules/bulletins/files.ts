/** Files out: photos that stand in a bulletin, and the bulletin as PDF. Behind the same door as its words. */
import type { FastifyRequest } from 'fastify'
import { downloadBulletin, readBulletinPhoto } from '#contracts/bulletins.ts'
import type { ParamsOf, QueryOf } from '#contracts/endpoint.ts'
import { admit, type Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { makePdf } from '#platform/documents/pdf-process.ts'
import { AppError } from '#platform/errors.ts'
import { photoKey, printedKey, type Storage } from '#platform/files/storage.ts'
import type { App } from '#platform/http.ts'
import type { Services } from '#platform/services.ts'
import { printed } from './printed.ts'
import { may, relationsTo } from './policy.ts'
import { findBulletin, findVersion, type Version, type Whole } from './queries.ts'
import { lackingIn } from './view.ts'

export function fileRoutes(app: App, { db, storage }: Services): void {
  /** Refuses before the address is looked at, as every door does. */
  const onRequest = async (request: FastifyRequest) => {
    const actor = await app.deps.actorOf(request)
    app.countCall?.(request, actor?.personId)
    admit('signedIn', actor)
    if (!actor) throw new AppError('sign_in_required')
    request.actor = actor
    request.tenantId = actor.tenantId
  }
  const actorOf = ({ actor }: FastifyRequest): Actor => {
    if (!actor) throw new AppError('sign_in_required')
    return actor
  }

  const photo = readBulletinPhoto
  app.routes.push({ ...photo, creates: false, endpoint: photo })
  app.fastify.get(photo.path, { schema: { params: photo.params, querystring: photo.query }, config: { access: photo.access, summary: photo.summary }, onRequest }, async (request, reply) => {
    const { id, photoId } = request.params as ParamsOf<typeof photo> // checked by the schemas of the route
    const { size = 'card' } = request.query as QueryOf<typeof photo> // likewise
    const there = await db.withTenant(request.tenantId, (tx) => shows(tx, actorOf(request), id, photoId), { readOnly: true })
    const file = there ? await storage.read(photoKey(request.tenantId, photoId, size)) : undefined
    if (!file) throw new AppError('not_found')
    return reply.type('image/jpeg').header('content-length', file.size).header('cache-control', 'private, max-age=3600').send(file.stream)
  }) // prettier-ignore

  const pdf = downloadBulletin
  app.routes.push({ ...pdf, creates: false, endpoint: pdf })
  app.fastify.get(pdf.path, { schema: { params: pdf.params, querystring: pdf.query }, config: { access: pdf.access, summary: pdf.summary }, onRequest }, async (request, reply) => {
    const { id } = request.params as ParamsOf<typeof pdf> // checked by the schemas of the route
    const { as = 'page', paper = 'A4', version, draft = false } = request.query as QueryOf<typeof pdf> // likewise
    const actor = actorOf(request)
    const { one, shown } = await db.withTenant(request.tenantId, (tx) => wanted(tx, actor, id, draft ? 'draft' : version), { readOnly: true })
    const key = shown && printedKey(request.tenantId, shown.id, as, paper)
    const kept = key && (await storage.read(key))
    reply.type('application/pdf').header('content-disposition', `inline; filename="bulletin-${one.from}.pdf"`)
    if (kept) return reply.header('content-length', kept.size).send(kept.stream)
    const characters = lackingIn(shown ?? one)
    if (characters.length > 0) throw new AppError('document_characters_missing', { characters })
    const address = shown?.address ?? `${request.protocol}://${request.host}`
    const { document, photoIds } = printed(one, shown, { form: as, paper, address })
    const { bytes } = await makePdf(document, await photosOf(storage, request.tenantId, photoIds))
    if (key) await storage.put(key, bytes)
    return reply.send(bytes)
  }) // prettier-ignore
}

/** Whether the photo stands in what this person may read. */
async function shows(tx: Tx, actor: Actor, id: string, photoId: string): Promise<boolean> {
  const one = await findBulletin(tx, id)
  if (!one) return false
  const relations = relationsTo(actor, one)
  const has = ({ blocks, material }: Pick<Whole, 'blocks' | 'material'>) =>
    material.solved.some(
      ({ id: solvedId, before, after }) =>
        (before.id === photoId || after.id === photoId) &&
        blocks.some(({ kind, leftOut }) => kind === 'solved' && !leftOut.includes(solvedId)),
    )
  // Who writes sees what could be shown as well: that is what they choose from.
  if (may('write', relations) && one.material.solved.some(({ before, after }) => before.id === photoId || after.id === photoId)) return true
  if (!may('read', relations) || one.state !== 'published') return false
  const shown = await findVersion(tx, id, one.version)
  return shown ? has(shown) : false
} // prettier-ignore

/** @throws not_found */
async function wanted(tx: Tx, actor: Actor, id: string, which: number | 'draft' | undefined): Promise<{ one: Whole; shown?: Version }> {
  const one = await findBulletin(tx, id)
  if (!one) throw new AppError('not_found')
  const relations = relationsTo(actor, one)
  if (which === 'draft') {
    if (!may('write', relations)) throw new AppError('not_found')
    return { one }
  }
  if (!may('read', relations) || one.state !== 'published') throw new AppError('not_found')
  const shown = await findVersion(tx, id, which ?? one.version)
  if (!shown) throw new AppError('not_found')
  return { one, shown }
} // prettier-ignore

/** A photo that is gone leaves its colour. */
async function photosOf(storage: Storage, tenantId: number, ids: readonly string[]): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>()
  for (const id of ids) {
    const file = await storage.read(photoKey(tenantId, id, 'card'))
    if (file) found.set(id, Buffer.concat(await file.stream.toArray()))
  }
  return found
}
