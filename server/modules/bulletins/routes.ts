/** HTTP for bulletins. Each handler reads as: load, decide, save, tell, reply. */
import {
  BULLETIN_LEVELS,
  BULLETIN_STATES,
  listBulletinPlaces,
  listBulletins,
  listOwnBulletins,
  makeBulletin,
  publishBulletin,
  readBulletin,
  readDraft,
  refreshBulletin,
  saveDraft,
  withdrawBulletin,
} from '#contracts/bulletins.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import { ancestorPaths, isValid, readTree } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { printedKey } from '#platform/files/storage.ts'
import { serve, type App } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { pageOf, readCursor } from '#platform/page.ts'
import { reaches, reachOf } from '#platform/reach.ts'
import type { Services } from '#platform/services.ts'
import { recompose } from './compose.ts'
import { fileRoutes } from './files.ts'
import { gather } from './gather.ts'
import { periodOf } from './period.ts'
import { may, relationsTo } from './policy.ts'
import {
  findBulletin,
  findVersion,
  insertVersion,
  listAt,
  lockBulletin,
  saveBulletin,
  versionsOf,
  withdraw,
  type Whole,
} from './queries.ts'
import { lackingIn, viewBulletin, viewDraft, viewRow } from './view.ts'
import { write } from './write.ts'

const PAGE = 30
const MOST_PLACES = 200
/** Figures are kept that far back in days: docs/decisions/0019-figures.md. */
const YEARS_BACK = 1

export function bulletinRoutes(app: App, services: Services): void {
  fileRoutes(app, services)

  serve(app, listOwnBulletins, async ({ query: { state, after }, actor, tx }) => {
    const states = state ? [state] : BULLETIN_STATES
    const { paths } = reachOf(actor, 'bulletins.write')
    const found = await listAt(tx, {
      own: true,
      below: paths,
      above: [],
      states,
      after: readCursor(after, 2),
      limit: PAGE + 1,
    })
    const { rows, next } = pageOf(found, PAGE, ({ from, id }) => [from, id])
    return { rows: rows.map(viewRow), next }
  })

  serve(app, listBulletinPlaces, async ({ query: { kind, q = '' }, actor, tx, now }) => {
    const { tree } = await readTree(tx)
    const levels: readonly string[] = BULLETIN_LEVELS[kind]
    const found = tree.all.filter(
      (one) =>
        levels.includes(one.level) &&
        one.fullName.includes(q) &&
        isValid(one, shanghaiToday(now)) &&
        reaches(actor, 'bulletins.write', one.path),
    )
    const rows = found.slice(0, MOST_PLACES).map(({ id, name }) => ({ id, name }))
    return { rows, more: found.length > rows.length }
  })

  serve(app, makeBulletin, async ({ body: { kind, placeId, on }, actor, tx, now }) => {
    const { picked: place } = await readTree(tx, placeId)
    const today = shanghaiToday(now)
    if (!place || !isValid(place, today) || !reaches(actor, 'bulletins.write', place.path))
      throw new AppError('place_not_found', { field: 'placeId' })
    if (!(BULLETIN_LEVELS[kind] as readonly string[]).includes(place.level)) throw new AppError('bulletin_kind_wrong', { field: 'kind' })
    const period = periodOf(kind, on)
    const oldest = `${Number(today.slice(0, 4)) - YEARS_BACK}${today.slice(4)}`
    if (period.from > today || period.from < oldest) throw new AppError('bulletin_period_wrong', { field: 'on' })
    return write(tx, kind, place, period, { madeBy: 'person', editedAs: capacityOf(actor) }, now)
  }) // prettier-ignore

  serve(app, readDraft, async ({ params: { id }, actor, tx }) =>
    viewDraft(tx, writable(await findBulletin(tx, id), actor)),
  )

  serve(app, saveDraft, async ({ params: { id }, body: { seq, title, blocks }, actor, tx, now }) => {
    const one = onState(writable(await lockBulletin(tx, id), actor), seq)
    await saveBulletin(tx, id, { title, blocks, material: one.material, editedAs: capacityOf(actor) }, now)
    return { seq: seq + 1, updatedAt: now.toISOString(), lacking: lackingIn({ title, blocks, material: one.material }) }
  })

  serve(app, refreshBulletin, async ({ params: { id }, body: { seq }, actor, tx, now }) => {
    const one = onState(writable(await lockBulletin(tx, id), actor), seq)
    const { picked: place } = await readTree(tx, one.placeId)
    if (!place) throw new AppError('place_not_found')
    const material = await gather(tx, one.kind, place, one, now)
    const blocks = recompose(one.kind, one.blocks, one.material, material)
    await saveBulletin(tx, id, { title: one.title, blocks, material, editedAs: capacityOf(actor) }, now)
    return viewDraft(tx, writable(await findBulletin(tx, id), actor))
  })

  serve(app, publishBulletin, async ({ params: { id }, body: { seq, note }, actor, tx, now, request }) => {
    const one = onState(writable(await lockBulletin(tx, id), actor), seq)
    if (one.version > 0 && one.publishedSeq === one.seq) throw new AppError('bulletin_nothing_changed')
    if (one.version > 0 && note.trim() === '') throw new AppError('bulletin_correction_needs_note', { field: 'note' })
    const characters = lackingIn(one)
    if (characters.length > 0) throw new AppError('document_characters_missing', { characters })
    const { title, blocks, material } = one
    const version = {
      id: newId(),
      version: one.version + 1,
      title,
      blocks,
      material,
      note: one.version > 0 ? note.trim() : '',
      // A call that writes comes from one of our own pages: its Origin is the address that people use.
      address: request.headers.origin ?? `${request.protocol}://${request.host}`,
      publishedBy: actor.personId,
      publishedAs: capacityOf(actor),
    }
    await insertVersion(tx, id, version, now)
    await log(tx, actor, now, { what: version.version > 1 ? 'bulletinCorrected' : 'bulletinPublished', one, reason: version.note })
    return viewDraft(tx, writable(await findBulletin(tx, id), actor))
  }) // prettier-ignore

  serve(app, withdrawBulletin, async ({ params: { id }, body: { reason }, actor, tx, now }) => {
    const one = writable(await lockBulletin(tx, id), actor)
    if (one.state !== 'published') throw new AppError('bulletin_not_published')
    await withdraw(tx, id, reason, now)
    for (const version of await versionsOf(tx, id))
      for (const form of ['page', 'wall'] as const)
        for (const paper of ['A4', 'A3'] as const)
          await services.storage.delete(printedKey(tx.tenantId, version.id, form, paper))
    await log(tx, actor, now, { what: 'bulletinWithdrawn', one, reason })
    return { ok: true } as const
  })

  serve(app, listBulletins, async ({ query: { after }, actor, tx }) => {
    const posts = actor.capacities.map(({ placePath }) => placePath)
    const above = [...new Set([actor.home?.path ?? '', ...posts].flatMap(ancestorPaths))]
    const states = ['published', 'withdrawn'] as const
    const found = await listAt(tx, { own: false, below: posts, above, states, after: readCursor(after, 2), limit: PAGE + 1 })
    const { rows, next } = pageOf(found, PAGE, ({ from, id }) => [from, id])
    return { rows: rows.map((one) => ({ ...viewRow(one), changed: false })), next }
  }) // prettier-ignore

  serve(app, readBulletin, async ({ params: { id }, query: { version }, actor, tx }) => {
    const one = await findBulletin(tx, id)
    if (!one || one.version === 0 || !may('read', relationsTo(actor, one))) throw new AppError('not_found')
    const shown = await findVersion(tx, id, version ?? one.version)
    if (!shown) throw new AppError('not_found')
    return viewBulletin(tx, one, shown)
  })
}

const capacityOf = (actor: Actor) => actingCapacity(actor, 'bulletins.write')

/** @throws not_found */
function writable(one: Whole | undefined, actor: Actor): Whole {
  if (!one || !may('write', relationsTo(actor, one))) throw new AppError('not_found')
  return one
}

/** @throws bulletin_withdrawn, bulletin_changed */
function onState(one: Whole, seq: number): Whole {
  if (one.state === 'withdrawn') throw new AppError('bulletin_withdrawn')
  if (one.seq !== seq) throw new AppError('bulletin_changed', { as: one.editedAs ?? '' })
  return one
}

type Act = { what: string; one: Whole; reason: string }
const log = (tx: Tx, actor: Actor, at: Date, { what, one, reason }: Act) =>
  record(tx, {
    at,
    what,
    actorPersonId: actor.personId,
    capacity: capacityOf(actor),
    subject: one.title,
    reason: reason || null,
  })
