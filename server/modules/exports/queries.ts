/** Exports in the database: asked for, locked, moved on; their pieces of rows, sealed. */
import type { ExportFormat, ExportKind, ExportRow, ExportState, Filters } from '#contracts/exports.ts'
import type { Tx } from '#platform/db.ts'
import type { GoOn } from './kinds/kind.ts'
import type { Language } from './words.ts'

export type ExportFound = Omit<ExportRow, 'expected'> & {
  kind: ExportKind
  format: ExportFormat
  state: ExportState
  filters: Filters
  language: Language
  personal: boolean
  placeId: string | null
  placePath: string | null
  personId: string
  goOn: GoOn
  pieceCount: number
  counted: number
}

const COLUMNS = `e.id, e.number, e.kind, e.format, e.state, e.purpose, l.full_name AS "placeName", e.capacity, e.row_count AS "rowCount",
  e.downloads, e.because, e.created_at AS "createdAt", e.decided_at AS "decidedAt", e.ready_at AS "readyAt", e.ends_at AS "endsAt",
  e.filters, e.language, e.personal, e.place_id AS "placeId", l.path AS "placePath", e.person_id AS "personId", e.go_on AS "goOn",
  e.piece_count AS "pieceCount", e.counted`
const FROM = `FROM export_job e LEFT JOIN place l ON l.tenant_id = $1 AND l.id = e.place_id WHERE e.tenant_id = $1`

export const findExport = (tx: Tx, id: string) =>
  tx.one<ExportFound>({
    name: 'export_find',
    text: `SELECT ${COLUMNS} ${FROM} AND e.id = $2`,
    values: [tx.tenantId, id],
  })

export const lockExport = (tx: Tx, id: string) =>
  tx.one<ExportFound>({
    name: 'export_lock',
    text: `SELECT ${COLUMNS} ${FROM} AND e.id = $2 FOR UPDATE OF e`,
    values: [tx.tenantId, id],
  })

const MOST_LISTED = 100
export const exportsOf = (tx: Tx, personId: string) =>
  tx.many<ExportFound>({
    name: 'export_mine',
    text: `SELECT ${COLUMNS} ${FROM} AND e.person_id = $2 ORDER BY e.created_at DESC, e.id DESC LIMIT $3`,
    values: [tx.tenantId, personId, MOST_LISTED],
  })

/** Of others; who may decide is looked at with the place of each. */
export const waitingOfOthers = (tx: Tx, personId: string) =>
  tx.many<ExportFound>({
    name: 'export_waiting',
    text: `SELECT ${COLUMNS} ${FROM} AND e.state = 'waiting' AND e.person_id <> $2 ORDER BY e.created_at, e.id LIMIT $3`,
    values: [tx.tenantId, personId, MOST_LISTED],
  })

export async function countRunning(tx: Tx, personId: string): Promise<number> {
  const found = await tx.one<{ count: number }>({
    name: 'export_running',
    text: `SELECT count(*) AS count FROM export_job WHERE tenant_id = $1 AND person_id = $2 AND state = 'running'`,
    values: [tx.tenantId, personId],
  })
  return found?.count ?? 0
}

export type NewExport = Pick<ExportFound, 'id' | 'number' | 'kind' | 'format' | 'filters' | 'language' | 'purpose' | 'personal' | 'placeId' | 'personId' | 'capacity' | 'state' | 'counted'> // prettier-ignore

export const insertExport = (tx: Tx, one: NewExport, now: Date) =>
  tx.run({
    name: 'export_insert',
    text: `INSERT INTO export_job (tenant_id, id, number, kind, format, filters, language, purpose, personal, place_id, person_id, capacity, state, counted, created_at, updated_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15)`,
    values: [tx.tenantId, one.id, one.number, one.kind, one.format, JSON.stringify(one.filters), one.language, one.purpose, one.personal, one.placeId, one.personId, one.capacity, one.state, one.counted, now],
  }) // prettier-ignore

export type Moved = Pick<ExportFound, 'id' | 'state' | 'goOn' | 'rowCount' | 'pieceCount' | 'counted' | 'because' | 'readyAt' | 'endsAt'> // prettier-ignore

export const saveExport = (tx: Tx, one: Moved, now: Date) =>
  tx.run({
    name: 'export_save',
    text: `UPDATE export_job SET state = $3, go_on = $4, row_count = $5, piece_count = $6, counted = $7, because = $8, ready_at = $9, ends_at = $10, updated_at = $11
            WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, one.id, one.state, JSON.stringify(one.goOn), one.rowCount, one.pieceCount, one.counted, one.because, one.readyAt, one.endsAt, now],
  }) // prettier-ignore

export const noteDecision = (tx: Tx, id: string, personId: string, now: Date) =>
  tx.run({
    name: 'export_decided',
    text: 'UPDATE export_job SET decided_by = $3, decided_at = $4 WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, id, personId, now],
  })

export const noteDownload = (tx: Tx, id: string) =>
  tx.run({
    name: 'export_fetched',
    text: 'UPDATE export_job SET downloads = downloads + 1 WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, id],
  })

export const insertPiece = (tx: Tx, id: string, seq: number, sealed: Buffer) =>
  tx.run({
    name: 'export_piece_insert',
    text: 'INSERT INTO export_piece (tenant_id, export_id, seq, rows_sealed) VALUES ($1, $2, $3, $4)',
    values: [tx.tenantId, id, seq, sealed],
  })

export const readPiece = (tx: Tx, id: string, seq: number) =>
  tx.one<{ sealed: Buffer }>({
    name: 'export_piece_read',
    text: 'SELECT rows_sealed AS sealed FROM export_piece WHERE tenant_id = $1 AND export_id = $2 AND seq = $3',
    values: [tx.tenantId, id, seq],
  })

export const deletePieces = (tx: Tx, ids: readonly string[]) =>
  tx.run({
    name: 'export_pieces_delete',
    text: 'DELETE FROM export_piece WHERE tenant_id = $1 AND export_id = ANY ($2::uuid[])',
    values: [tx.tenantId, ids],
  })

/** Whose units these are today: they read that the roll was taken out. */
export const ownersOf = (tx: Tx, unitIds: readonly string[]) =>
  tx.many<{ personId: string }>({
    name: 'export_owners',
    text: `SELECT DISTINCT h.person_id AS "personId" FROM ownership o
             JOIN ownership_holder h ON h.tenant_id = $1 AND h.ownership_id = o.id
            WHERE o.tenant_id = $1 AND o.owned_unit_id = ANY ($2::uuid[]) AND o.to_on IS NULL AND h.person_id IS NOT NULL`,
    values: [tx.tenantId, unitIds],
  })
