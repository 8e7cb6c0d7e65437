/** HTTP for imports. What takes time is a job; a page asks how far it is. */
import {
  checkImport,
  discardImport,
  listImportedRows,
  listImports,
  proposeColumns,
  readImport,
  runImport,
  undoImport,
} from '#contracts/imports.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import { isValid, readTree } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { sheetKey } from '#platform/files/storage.ts'
import { serve, type App } from '#platform/http.ts'
import { enqueue } from '#platform/outbox.ts'
import { reachOf, reaches } from '#platform/reach.ts'
import type { Services } from '#platform/services.ts'
import { check, NO_FIGURES } from './check.ts'
import { enter } from './enter.ts'
import { fileRoutes } from './files.ts'
import { isOpen, type ImportAction } from './lifecycle.ts'
import { propose } from './look.ts'
import { deleteRows, findImport, listOf, lockImport, rowsOf, saveImport, type ImportFound } from './queries.ts'
import { recall, remember } from './remembered.ts'
import { checkRights, mayAppointOver } from './rights.ts'
import { undo } from './undo.ts'
import { usedSince } from './undo-queries.ts'
import { openLooks, sheetsOf, viewImport, viewRow } from './view.ts'

const PAGE = 100

export function importRoutes(app: App, services: Services): void {
  const { secrets } = services
  fileRoutes(app, services)

  serve(app, listImports, async ({ actor, tx }) => {
    const found = await listOf(tx, { personId: actor.personId, paths: reachOf(actor, 'imports.run').paths })
    return found.map((one) => viewRow(one, actor))
  })

  serve(app, readImport, async ({ params: { id }, actor, tx }) => {
    const one = await seen(await findImport(tx, id), actor)
    const looks = one.personId === actor.personId ? openLooks(secrets, tx.tenantId, one) : []
    const recalled = await recall(tx, sheetsOf(looks, one.parts))
    // What was remembered shows until the user has said otherwise for this file.
    const sheets = sheetsOf(looks, one.parts).map((sheet, at) => ({
      ...sheet,
      remembered: recalled[at]?.remembered ?? false,
    }))
    return viewImport(one, sheets, actor)
  })

  serve(app, proposeColumns, async ({ params: { id }, body, actor, tx }) => {
    const one = own(await findImport(tx, id), actor)
    const look = openLooks(secrets, tx.tenantId, one)[body.sheet]
    if (!look) throw new AppError('not_found')
    return propose(look, { headerRow: body.headerRow, kind: body.kind })
  })

  serve(app, checkImport, async ({ params: { id }, body, actor, tx, now }) => {
    const one = open('map', own(await lockImport(tx, id), actor))
    const { tree, picked: place } = await readTree(tx, body.placeId)
    if (!place || !isValid(place, shanghaiToday(now)) || !tree.byId.has(place.id))
      throw new AppError('place_not_found', { field: 'placeId' })
    checkRights(actor, { ...body, placePath: place.path })
    const looks = openLooks(secrets, tx.tenantId, own(await findImport(tx, id), actor))
    const parts = body.parts.filter(({ sheet }) => looks[sheet] !== undefined)
    const sheets = sheetsOf(looks, parts)
    // A refused column stays dropped whatever was sent.
    const kept = parts.map((part) => ({ ...part, columns: part.columns.map((field, at) => (sheets[part.sheet]?.columns[at]?.refused ? null : field)) })) // prettier-ignore
    if (!kept.some(({ kind, columns }) => kind && columns.some((field) => field !== null)))
      throw new AppError('import_nothing_chosen')
    for (const part of kept) {
      const sheet = sheets[part.sheet]
      if (part.kind && sheet) await remember(tx, sheet, part, now)
    }
    await deleteRows(tx, id)
    const fresh = {
      rowCount: 0,
      doneCount: 0,
      goodCount: 0,
      badCount: 0,
      failure: null,
      finishedAt: null,
      figures: NO_FIGURES,
    }
    const { createMissing, areaSource } = body
    await saveImport(
      tx,
      id,
      { ...one, ...fresh, status: 'checking', placeId: place.id, parts: kept, createMissing, areaSource },
      now,
    )
    await enqueue(tx, check, { importId: id, from: 0, mayAppoint: mayAppointOver(actor, place.path) }, { now })
    return { ok: true } as const
  })

  serve(app, listImportedRows, async ({ params: { id }, query: { state, after = 0 }, actor, tx }) => {
    const one = own(await findImport(tx, id), actor)
    const states = state ? [state] : (['good', 'warned', 'bad', 'in', 'skipped'] as const)
    const found = await rowsOf(tx, secrets, id, { states, after, limit: PAGE + 1 })
    const looks = openLooks(secrets, tx.tenantId, one)
    const rows = found.slice(0, PAGE).map(({ seq, sheet, rowNumber, state: now, problems, cells, values }) => ({
      seq,
      sheet: looks[sheet]?.name ?? '',
      rowNumber,
      state: now,
      problems,
      cells: cells.map(({ column, field, text }) => ({ column, field, text, read: readAs(values[field]) })),
    }))
    return { rows, next: found.length > PAGE ? (rows.at(-1)?.seq ?? null) : null }
  })

  serve(app, runImport, async ({ params: { id }, actor, tx, now }) => {
    const one = open('run', own(await lockImport(tx, id), actor))
    const placePath = one.placePath ?? ''
    checkRights(actor, { ...one, placePath })
    await saveImport(tx, id, { ...one, status: 'running', doneCount: 0 }, now)
    await log(tx, actor, now, 'importRun', one)
    await enqueue(tx, enter, { importId: id, mayAppoint: mayAppointOver(actor, placePath) }, { now })
    return { ok: true } as const
  })

  serve(app, undoImport, async ({ params: { id }, actor, tx, now }) => {
    const one = open('undo', await seen(await lockImport(tx, id), actor))
    checkRights(actor, { ...one, placePath: one.placePath ?? '' })
    const what = await usedSince(tx, id)
    if (what.length > 0) throw new AppError('import_in_use', { what })
    await saveImport(tx, id, { ...one, status: 'undoing' }, now)
    await log(tx, actor, now, 'importUndone', one)
    await enqueue(tx, undo, { importId: id }, { now })
    return { ok: true } as const
  })

  serve(app, discardImport, async ({ params: { id }, actor, tx, now }) => {
    const one = open('discard', own(await lockImport(tx, id), actor))
    await deleteRows(tx, id)
    await saveImport(tx, id, { ...one, status: 'expired' }, now)
    await services.storage.delete(sheetKey(tx.tenantId, id))
    return { ok: true } as const
  })
}

/** What the program made of a cell, in one writing. */
function readAs(value: string | number | boolean | undefined): string {
  return value === undefined ? '' : String(value)
}

/** Of one's own, or of one's own area. @throws not_found */
async function seen(one: ImportFound | undefined, actor: Actor): Promise<ImportFound> {
  if (!one || (one.personId !== actor.personId && !(one.placePath && reaches(actor, 'imports.run', one.placePath))))
    throw new AppError('not_found')
  return one
}

/** @throws not_found */
function own(one: ImportFound | undefined, actor: Actor): ImportFound {
  if (one?.personId !== actor.personId) throw new AppError('not_found')
  return one
}

/** @throws import_not_now */
function open(action: ImportAction, one: ImportFound): ImportFound {
  if (!isOpen(action, one.status)) throw new AppError('import_not_now')
  return one
}

const log = (tx: Tx, actor: Actor, at: Date, what: string, { fileName, goodCount, placeName }: ImportFound) =>
  record(tx, {
    at,
    what,
    actorPersonId: actor.personId,
    capacity: actingCapacity(actor, 'imports.run'),
    subject: `${placeName ?? ''} ${fileName} ${goodCount}`.trim(),
  })
