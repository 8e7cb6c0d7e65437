/** Files out: photos that stand in a bulletin, and the bulletin as PDF. Behind the same door as its words. */
import { downloadBulletin, readBulletinPhoto } from '#contracts/bulletins.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { makePdf } from '#platform/documents/pdf-process.ts'
import { AppError } from '#platform/errors.ts'
import { photoKey, printedKey, type Storage } from '#platform/files/storage.ts'
import type { App } from '#platform/http.ts'
import { sendPhoto, serveFile } from '#platform/serve-file.ts'
import type { Services } from '#platform/services.ts'
import { printed } from './printed.ts'
import { may, relationsTo } from './policy.ts'
import { findBulletin, findVersion, type Version, type Whole } from './queries.ts'
import { lackingIn } from './view.ts'

export function fileRoutes(app: App, { db, storage }: Services): void {
  serveFile(app, readBulletinPhoto, async ({ params: { id, photoId }, query: { size = 'card' }, actor, tenantId, reply }) => {
    const there = await db.withTenant(tenantId, (tx) => shows(tx, actor, id, photoId), { readOnly: true })
    if (!there) throw new AppError('not_found')
    return sendPhoto(reply, storage, photoKey(tenantId, photoId, size))
  }) // prettier-ignore

  serveFile(app, downloadBulletin, async ({ params: { id }, query, actor, tenantId, request, reply }) => {
    const { as = 'page', paper = 'A4', version, draft = false } = query
    const { one, shown } = await db.withTenant(tenantId, (tx) => wanted(tx, actor, id, draft ? 'draft' : version), { readOnly: true })
    const key = shown && printedKey(tenantId, shown.id, as, paper)
    const kept = key && (await storage.read(key))
    reply.type('application/pdf').header('content-disposition', `inline; filename="bulletin-${one.from}.pdf"`)
    if (kept) return reply.header('content-length', kept.size).send(kept.stream)
    const characters = lackingIn(shown ?? one)
    if (characters.length > 0) throw new AppError('document_characters_missing', { characters })
    const address = shown?.address ?? `${request.protocol}://${request.host}`
    const { document, photoIds } = printed(one, shown, { form: as, paper, address })
    const { bytes } = await makePdf(document, await photosOf(storage, tenantId, photoIds))
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
