/** HTTP for exports. What takes time is a job; a page asks how far it is. */
import {
  createExport,
  decideExport,
  endExport,
  listApprovals,
  listExports,
  previewExport,
  readExport,
  type ExportRow,
} from '#contracts/exports.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import type { Services } from '#platform/services.ts'
import { askForExport, readingOf } from './ask-for.ts'
import { decide, mayDecide } from './decide.ts'
import { downloadRoute } from './download.ts'
import { KINDS } from './kinds.ts'
import { deletePieces, exportsOf, findExport, lockExport, saveExport, waitingOfOthers, type ExportFound } from './queries.ts' // prettier-ignore
import { giveBack, rowsLeft } from './quota.ts'
import { penFor } from './words.ts'

const PREVIEWED = 5

export function exportRoutes(app: App, services: Services): void {
  serve(app, listExports, async ({ actor, tx, now }) => ({
    rows: (await exportsOf(tx, actor.personId)).map(viewExport),
    personalRowsLeft: await rowsLeft(tx, actor.personId, now),
  }))

  serve(app, listApprovals, async ({ actor, tx }) =>
    (await waitingOfOthers(tx, actor.personId)).filter((one) => mayDecide(actor, one)).map(viewExport),
  )

  serve(app, previewExport, async ({ body, actor, tx, now }) => {
    const reading = readingOf({ app, tx, actor, now }, body)
    const what = KINDS[body.kind]
    const { lines, next } = await what.page(reading, null)
    const rows = lines.slice(0, PREVIEWED).map(({ cells }) => [...cells])
    return { heads: what.heads(penFor(body.language)), rows, more: next !== null || lines.length > PREVIEWED }
  })

  serve(app, createExport, async ({ body, actor, tx, now }) => {
    const id = await askForExport({ app, tx, actor, now }, body)
    return viewExport(own(await findExport(tx, id), actor))
  })

  serve(app, readExport, async ({ params: { id }, actor, tx }) => viewExport(own(await findExport(tx, id), actor)))

  serve(app, decideExport, async ({ params: { id }, body, actor, tx, now }) =>
    viewExport(await decide(tx, actor, id, body, now)),
  )

  serve(app, endExport, async ({ params: { id }, actor, tx, now }) => {
    const one = own(await lockExport(tx, id), actor)
    const isOpen = ['waiting', 'running', 'ready'].includes(one.state)
    if (!isOpen) return { ok: true } as const
    await deletePieces(tx, [id])
    if (one.state !== 'ready') await giveBack(tx, one)
    await saveExport(tx, { ...one, state: 'ended', pieceCount: 0, goOn: null }, now)
    return { ok: true } as const
  })

  downloadRoute(app, services)
}

/** @throws not_found */
function own(one: ExportFound | undefined, actor: Actor): ExportFound {
  if (one?.personId !== actor.personId) throw new AppError('not_found')
  return one
}

const viewExport = (one: ExportFound): ExportRow => ({
  id: one.id,
  number: one.number,
  kind: one.kind,
  format: one.format,
  state: one.state,
  purpose: one.purpose,
  placeName: one.placeName,
  capacity: one.capacity,
  rowCount: one.rowCount,
  expected: one.personal ? one.counted : null,
  downloads: one.downloads,
  because: one.because,
  createdAt: one.createdAt,
  decidedAt: one.decidedAt,
  readyAt: one.readyAt,
  endsAt: one.endsAt,
})
