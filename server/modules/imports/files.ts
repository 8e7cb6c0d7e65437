/** Files in and out: an upload that is looked at at once, the rows that did not go in, templates. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  downloadBadRows,
  downloadTemplate,
  uploadImport,
  type ImportField,
  type ImportKind,
  type ImportSheet,
} from '#contracts/imports.ts'
import { problemSentence } from '#contracts/import-problems.ts'
import { placeNow } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { cleanFileName } from '#platform/files/file-name.ts'
import { servePrepared, type App } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { reaches } from '#platform/reach.ts'
import { sha256 } from '#platform/secrets.ts'
import { serveFile } from '#platform/serve-file.ts'
import type { Services } from '#platform/services.ts'
import { SHEET_LIMITS } from '#platform/sheets/limits.ts'
import { refuseByFirstBytes } from '#platform/sheets/read-file.ts'
import { HEADERS } from './dictionary.ts'
import { propose, type Look } from './look.ts'
import { findImport, insertImport, rowsOf, uploadsSince, type RowFound } from './queries.ts'
import { openFile, writeElsewhere } from './reading/reading-process.ts'
import { storeSealed } from './reading/pieces.ts'
import { recall } from './remembered.ts'
import { templateOf } from './template.ts'
import { openLooks, sealLooks } from './view.ts'
import type { SheetToWrite } from './writing.ts'

const UPLOADS_A_DAY = 100
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function fileRoutes(app: App, services: Services): void {
  const { secrets, db } = services

  servePrepared(
    app,
    uploadImport,
    async (request) => {
      const { bytes, fileName } = await readUpload(request)
      const id = newId()
      const looks = await openFile(id, bytes)
      // Stored before the row exists: a file without a row is swept.
      const fileKey = await storeSealed(services, request.tenantId, id, bytes)
      return { id, fileName, fileKey, looks, sha256: sha256(bytes), byteCount: bytes.length }
    },
    async ({ query: { placeId = null, kind }, actor, tx, now }, { looks, ...file }) => {
      if ((await uploadsSince(tx, actor.personId, new Date(now.getTime() - 86_400_000))) >= UPLOADS_A_DAY)
        throw new AppError('import_quota')
      if (placeId) await placeWithinReach(tx, actor, placeId, now)
      const sheets = await recall(
        tx,
        looks.map((look, at) => proposeFor(looks, look, at, kind)),
      )
      const parts = sheets.map(({ headerRow, kind: one, columns }, sheet) => ({ sheet, headerRow, kind: one, columns: columns.map(({ field }) => field) })) // prettier-ignore
      const lookSealed = sealLooks(secrets, tx.tenantId, file.id, looks)
      await insertImport(tx, { ...file, placeId, personId: actor.personId, lookSealed, parts }, now)
      return { id: file.id }
    },
  )

  serveFile(app, downloadBadRows, async ({ params: { id }, actor, tenantId, reply }) => {
    const sheets = await db.withTenant(tenantId, async (tx) => {
      const one = await findImport(tx, id)
      if (!one || one.personId !== actor.personId) throw new AppError('not_found')
      const rows = await rowsOf(tx, secrets, id, { states: ['bad'], after: 0, limit: SHEET_LIMITS.rows })
      return badSheets(rows, openLooks(secrets, tx.tenantId, one), one.parts)
    })
    return sendSheets(reply, sheets, 'bad-rows.xlsx')
  })

  serveFile(app, downloadTemplate, async ({ params: { kind }, reply }) =>
    sendSheets(reply, [templateOf(kind)], `${kind}.xlsx`),
  )
}

const sendSheets = async (reply: FastifyReply, sheets: readonly SheetToWrite[], name: string) =>
  reply
    .type(XLSX)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(await writeElsewhere(sheets))

/** Colleagues of the place read how an import went. @throws place_not_found, not_permitted */
async function placeWithinReach(tx: Tx, actor: Actor, placeId: string, now: Date): Promise<void> {
  const place = await placeNow(tx, placeId, shanghaiToday(now))
  if (!place) throw new AppError('place_not_found', { field: 'placeId' })
  if (!reaches(actor, 'imports.run', place.path)) throw new AppError('not_permitted', { field: 'placeId' })
}

/** What the page came for, when the file has one sheet and its columns do not say that it holds more. */
function proposeFor(looks: readonly Look[], look: Look, at: number, kind: ImportKind | undefined): ImportSheet {
  const only = looks.filter(({ rowCount }) => rowCount > 1).length === 1
  const found = propose(look)
  if (!kind || !only || (looks[at]?.rowCount ?? 0) <= 1) return found
  const asked = propose(look, { kind })
  return fieldsIn(asked) < fieldsIn(found) ? found : asked
}
const fieldsIn = ({ columns }: ImportSheet) => columns.filter(({ field }) => field !== null).length

/** @throws sheet_missing, what refuseByFirstBytes refuses */
async function readUpload(request: FastifyRequest): Promise<{ bytes: Buffer; fileName: string }> {
  if (!request.isMultipart()) throw new AppError('media_type_not_allowed')
  const part = await request.file({ throwFileSizeLimit: false, limits: { fileSize: SHEET_LIMITS.bytes + 1 } })
  if (!part) throw new AppError('sheet_missing')
  const bytes = await part.toBuffer()
  refuseByFirstBytes(bytes)
  return { bytes, fileName: cleanFileName(part.filename) }
}

/** Sheet by sheet under their own headers, with the reason in front: mended, the file is understood as the first one was. */
function badSheets(
  rows: readonly RowFound[],
  looks: readonly Look[],
  parts: readonly { sheet: number; headerRow: number; columns: readonly (ImportField | null)[] }[],
): SheetToWrite[] {
  // prettier-ignore
  const written = parts.flatMap((part): SheetToWrite[] => {
    const own = rows.filter(({ sheet }) => sheet === part.sheet)
    const look = looks[part.sheet]
    if (own.length === 0) return []
    // The first lines are gone when somebody in them was erased: then the headers are those of the templates.
    const found = look?.preview.find(({ number }) => number === part.headerRow)?.cells
    const titles = found ?? part.columns.map((field) => (field ? HEADERS[field][0] : undefined))
    const columns = part.columns.flatMap((field, column) => (field && field !== 'identity' ? [column] : []))
    return [
      {
        name: look?.name ?? `表 ${part.sheet + 1}`,
        header: [...columns.map((column) => titles[column] ?? ''), REASON],
        rows: own.map(({ cells, problems, rowNumber }) => [
          ...columns.map((column) => cells.find((cell) => cell.column === column)?.text ?? ''),
          problems
            .filter(({ severity }) => severity === 'error')
            .map((one) => `${one.column === null ? '' : `${titles[one.column] ?? ''}：`}${problemSentence(one, 'zh')}`)
            .concat(`（原第 ${rowNumber} 行）`)
            .join(' '),
        ]),
      },
    ]
  })
  return written.length > 0 ? written : [{ name: '没有', header: [REASON], rows: [] }]
}

/** Nobody maps it: a file that comes back may keep it. */
const REASON = '未导入原因'
