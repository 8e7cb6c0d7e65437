/** What a page is told of an import. Contents only for whoever uploaded the file; colleagues of the area see how it went. */
import type { ImportRow, ImportSheet, ImportView } from '#contracts/imports.ts'
import type { Actor } from '#platform/actor.ts'
import type { Static } from 'typebox'
import type { Secrets } from '#platform/secrets.ts'
import { openActions } from './lifecycle.ts'
import { propose, type Look } from './look.ts'
import type { ImportFound } from './queries.ts'

export function viewRow(
  one: Omit<ImportFound, 'lookSealed'>,
  actor: Pick<Actor, 'personId'>,
): Static<typeof ImportRow> {
  const {
    id,
    fileName,
    status,
    placeId,
    placeName,
    rowCount,
    doneCount,
    goodCount,
    badCount,
    failure,
    createdAt,
    finishedAt,
  } = one
  const kinds = [...new Set(one.parts.flatMap(({ kind }) => kind ?? []))]
  const mine = one.personId === actor.personId
  return { id, fileName, status, kinds, placeId, placeName, rowCount, doneCount, goodCount, badCount, failure, mine, createdAt, finishedAt } // prettier-ignore
}

export function viewImport(one: ImportFound, sheets: ImportSheet[], actor: Pick<Actor, 'personId'>): ImportView {
  const row = viewRow(one, actor)
  const { parts, createMissing, areaSource, figures } = one
  const allowedActions = openActions(one.status).filter((action) => row.mine || action === 'undo')
  return { ...row, sheets, parts, createMissing, areaSource, figures, allowedActions }
}

const lookAt = (tenantId: number, importId: string) => ({
  tenantId,
  table: 'import_job',
  column: 'look_sealed',
  rowId: importId,
})

export const sealLooks = (secrets: Secrets, tenantId: number, importId: string, looks: readonly Look[]): Buffer =>
  secrets.seal(JSON.stringify(looks), lookAt(tenantId, importId))

export function openLooks(
  secrets: Secrets,
  tenantId: number,
  { id, lookSealed }: Pick<ImportFound, 'id' | 'lookSealed'>,
): Look[] {
  return lookSealed ? (JSON.parse(secrets.open(lookSealed, lookAt(tenantId, id))) as Look[]) : [] // written by sealLooks
}

/** The sheets as they are mapped now. */
export const sheetsOf = (looks: readonly Look[], parts: ImportFound['parts']): ImportSheet[] =>
  looks.map((look, sheet) => {
    const part = parts.find((one) => one.sheet === sheet)
    if (!part) return propose(look)
    const proposed = propose(look, { headerRow: part.headerRow, kind: part.kind })
    const columns = proposed.columns.map((column, at) => ({
      ...column,
      field: column.refused ? null : (part.columns[at] ?? null),
    }))
    return { ...proposed, kind: part.kind, columns }
  })
