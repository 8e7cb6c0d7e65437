/** SQL of imports: the import itself, its rows, what it wrote. */
import type { ImportFigures, ImportPart, ImportProblem, ImportStatus, RowState } from '#contracts/imports.ts'
import type { Tx } from '#platform/db.ts'
import type { Secrets } from '#platform/secrets.ts'
import type { ImportKind } from '#contracts/imports.ts'
import type { Cell, ReadRow, Values } from './types.ts'

export type ImportFound = {
  id: string
  fileName: string
  status: ImportStatus
  placeId: string | null
  placeName: string | null
  placePath: string | null
  parts: ImportPart[]
  createMissing: boolean
  areaSource: 'REGISTRY' | 'SURVEY' | 'CONTRACT'
  rowCount: number
  doneCount: number
  goodCount: number
  badCount: number
  figures: ImportFigures | null
  failure: string | null
  personId: string
  createdAt: string
  finishedAt: string | null
  lookSealed: Buffer | null
}

const COLUMNS = `i.id, i.file_name AS "fileName", i.status, i.place_id AS "placeId", l.full_name AS "placeName", l.path AS "placePath",
  i.parts, i.create_missing AS "createMissing", i.area_source AS "areaSource", i.row_count AS "rowCount", i.done_count AS "doneCount",
  i.good_count AS "goodCount", i.bad_count AS "badCount", i.figures, i.failure, i.person_id AS "personId", i.created_at AS "createdAt",
  i.finished_at AS "finishedAt"`

export const insertImport = (
  tx: Tx,
  one: { id: string; fileName: string; sha256: Buffer; byteCount: number; fileKey: string; placeId: string | null; personId: string; lookSealed: Buffer; parts: readonly ImportPart[] }, // prettier-ignore
  now: Date,
) =>
  tx.run({
    name: 'import_insert',
    text: `INSERT INTO import_job (tenant_id, id, file_name, file_sha256, byte_count, file_key, place_id, look_sealed, parts, status, person_id, created_at, updated_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'mapping', $10, $11, $11)`,
    values: [tx.tenantId, one.id, one.fileName, one.sha256, one.byteCount, one.fileKey, one.placeId, one.lookSealed, JSON.stringify(one.parts), one.personId, now], // prettier-ignore
  })

const MOST_LISTED = 50

export const listOf = (tx: Tx, { personId, paths }: { personId: string; paths: readonly string[] }) =>
  tx.many<Omit<ImportFound, 'lookSealed'>>({
    name: 'import_list',
    text: `SELECT ${COLUMNS} FROM import_job i LEFT JOIN place l ON l.tenant_id = $1 AND l.id = i.place_id
            WHERE i.tenant_id = $1 AND (i.person_id = $2 OR EXISTS (SELECT 1 FROM unnest($3::text[]) AS s (path) WHERE l.path >= s.path AND l.path < s.path || '~'))
            ORDER BY i.created_at DESC, i.id DESC LIMIT $4`,
    values: [tx.tenantId, personId, paths, MOST_LISTED],
  })

export const findImport = (tx: Tx, id: string) =>
  tx.one<ImportFound>({
    name: 'import_find',
    text: `SELECT ${COLUMNS}, i.look_sealed AS "lookSealed" FROM import_job i LEFT JOIN place l ON l.tenant_id = $1 AND l.id = i.place_id
            WHERE i.tenant_id = $1 AND i.id = $2`,
    values: [tx.tenantId, id],
  })

export const lockImport = (tx: Tx, id: string) =>
  tx.one<ImportFound>({
    name: 'import_lock',
    text: `SELECT ${COLUMNS}, NULL::bytea AS "lookSealed" FROM import_job i LEFT JOIN place l ON l.tenant_id = $1 AND l.id = i.place_id
            WHERE i.tenant_id = $1 AND i.id = $2 FOR UPDATE OF i`,
    values: [tx.tenantId, id],
  })

export async function saveImport(
  tx: Tx,
  id: string,
  one: Omit<ImportFound, 'id' | 'fileName' | 'placeName' | 'placePath' | 'personId' | 'createdAt' | 'lookSealed'>,
  now: Date,
) {
  // prettier-ignore
  await tx.run({
    name: 'import_save',
    text: `UPDATE import_job SET status = $3, place_id = $4, parts = $5, create_missing = $6, area_source = $7, row_count = $8, done_count = $9,
                  good_count = $10, bad_count = $11, figures = $12, failure = $13, finished_at = $14, updated_at = $15
            WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, id, one.status, one.placeId, JSON.stringify(one.parts), one.createMissing, one.areaSource, one.rowCount, one.doneCount, one.goodCount, one.badCount, one.figures && JSON.stringify(one.figures), one.failure, one.finishedAt, now], // prettier-ignore
  })
}

export const uploadsSince = async (tx: Tx, personId: string, since: Date) =>
  (
    await tx.one<{ count: number }>({
      name: 'import_uploads',
      text: 'SELECT count(*)::int AS count FROM import_job WHERE tenant_id = $1 AND person_id = $2 AND created_at > $3',
      values: [tx.tenantId, personId, since],
    })
  )?.count ?? 0

// Rows -------------------------------------------------------------------------------------------------------------

export type Content = { cells: Cell[]; values: Values; firsts: ReadRow['firsts'] }
export type RowFound = { seq: number; sheet: number; rowNumber: number; kind: ImportKind; state: RowState; problems: ImportProblem[]; sameAs: number | null; personId: string | null } & Content // prettier-ignore

const at = (tenantId: number, importId: string, seq: number) => ({
  tenantId,
  table: 'import_row',
  column: 'cells_sealed',
  rowId: `${importId}/${seq}`,
})

export const deleteRows = (tx: Tx, importId: string) =>
  tx.run({
    name: 'import_rows_delete',
    text: 'DELETE FROM import_row WHERE tenant_id = $1 AND import_id = $2',
    values: [tx.tenantId, importId],
  })

export async function insertRows(
  tx: Tx,
  secrets: Secrets,
  importId: string,
  rows: readonly (ReadRow & { state: RowState })[],
) {
  const seal = ({ cells, values, firsts, seq }: ReadRow) => secrets.seal(JSON.stringify({ cells, values, firsts } satisfies Content), at(tx.tenantId, importId, seq)) // prettier-ignore
  await tx.run({
    name: 'import_rows_insert',
    text: `INSERT INTO import_row (tenant_id, import_id, seq, sheet, row_number, kind, cells_sealed, same_as, state, problems)
           SELECT $1, $2, n.seq, n.sheet, n.row_number, n.kind, n.cells_sealed, n.same_as, n.state, n.problems
             FROM unnest($3::int[], $4::smallint[], $5::int[], $6::text[], $7::bytea[], $8::int[], $9::text[], $10::jsonb[])
                  AS n (seq, sheet, row_number, kind, cells_sealed, same_as, state, problems)
           ON CONFLICT DO NOTHING`,
    values: [
      tx.tenantId,
      importId,
      rows.map(({ seq }) => seq),
      rows.map(({ sheet }) => sheet),
      rows.map(({ rowNumber }) => rowNumber),
      rows.map(({ kind }) => kind),
      rows.map(seal),
      rows.map(({ sameAs }) => sameAs ?? null),
      rows.map(({ state }) => state),
      rows.map(({ problems }) => JSON.stringify(problems)),
    ],
  })
}

type SealedRow = Omit<RowFound, keyof Content> & { cellsSealed: Buffer | null }
const ROW = `seq, sheet, row_number AS "rowNumber", kind, state, problems, same_as AS "sameAs", person_id AS "personId", cells_sealed AS "cellsSealed"`
const open = (tx: Tx, secrets: Secrets, importId: string, { cellsSealed, ...row }: SealedRow): RowFound => {
  const empty: Content = { cells: [], values: {}, firsts: [] }
  if (!cellsSealed) return { ...row, ...empty }
  const content = JSON.parse(secrets.open(cellsSealed, at(tx.tenantId, importId, row.seq))) as Content // by insertRows
  return { ...row, ...content }
}

export async function rowsOf(
  tx: Tx,
  secrets: Secrets,
  importId: string,
  { states, after, limit }: { states: readonly RowState[]; after: number; limit: number },
): Promise<RowFound[]> {
  const rows = await tx.many<SealedRow>({
    name: 'import_rows',
    text: `SELECT ${ROW} FROM import_row WHERE tenant_id = $1 AND import_id = $2 AND state = ANY ($3::text[]) AND seq > $4 ORDER BY seq LIMIT $5`,
    values: [tx.tenantId, importId, states, after, limit],
  })
  return rows.map((row) => open(tx, secrets, importId, row))
}

/** Persons that earlier rows became. */
export async function personsOfRows(tx: Tx, importId: string, seqs: readonly number[]): Promise<Map<number, string>> {
  if (seqs.length === 0) return new Map()
  const rows = await tx.many<{ seq: number; personId: string }>({
    name: 'import_row_persons',
    text: `SELECT seq, person_id AS "personId" FROM import_row WHERE tenant_id = $1 AND import_id = $2 AND seq = ANY ($3::int[]) AND person_id IS NOT NULL`,
    values: [tx.tenantId, importId, seqs],
  })
  return new Map(rows.map(({ seq, personId }) => [seq, personId]))
}

/** What became of rows: those that are in are emptied. */
export async function settleRows(
  tx: Tx,
  importId: string,
  rows: readonly { seq: number; state: RowState; problems: ImportProblem[]; personId: string | null }[],
) {
  // prettier-ignore
  await tx.run({
    name: 'import_rows_settle',
    text: `UPDATE import_row r SET state = n.state, problems = n.problems, person_id = n.person_id,
                  cells_sealed = CASE WHEN n.state = 'in' THEN NULL ELSE r.cells_sealed END
             FROM unnest($3::int[], $4::text[], $5::jsonb[], $6::uuid[]) AS n (seq, state, problems, person_id)
            WHERE r.tenant_id = $1 AND r.import_id = $2 AND r.seq = n.seq`,
    values: [
      tx.tenantId,
      importId,
      rows.map(({ seq }) => seq),
      rows.map(({ state }) => state),
      rows.map(({ problems }) => JSON.stringify(problems)),
      rows.map(({ personId }) => personId),
    ],
  })
}

/** Contents of rows that nobody needs any more: the import is over, or was not answered. */
export const emptyRows = (tx: Tx, importId: string, states: readonly RowState[]) =>
  tx.run({
    name: 'import_rows_empty',
    text: 'UPDATE import_row SET cells_sealed = NULL WHERE tenant_id = $1 AND import_id = $2 AND state = ANY ($3::text[]) AND cells_sealed IS NOT NULL',
    values: [tx.tenantId, importId, states],
  })

// Effects ----------------------------------------------------------------------------------------------------------

export type Effect = { table: string; id: string }

export async function noteEffects(tx: Tx, importId: string, effects: readonly Effect[]): Promise<void> {
  if (effects.length === 0) return
  await tx.run({
    name: 'import_effects_note',
    text: `INSERT INTO import_effect (tenant_id, import_id, seq, table_name, row_id)
           SELECT $1, $2, (SELECT coalesce(max(seq), 0) FROM import_effect WHERE tenant_id = $1 AND import_id = $2) + n.at, n.table_name, n.row_id
             FROM unnest($3::text[], $4::uuid[]) WITH ORDINALITY AS n (table_name, row_id, at)`,
    values: [tx.tenantId, importId, effects.map(({ table }) => table), effects.map(({ id }) => id)],
  })
}

export async function ownEffects(tx: Tx, importId: string, ids: readonly string[]): Promise<Set<string>> {
  const found = await tx.many<{ id: string }>({
    name: 'import_effects_own',
    text: 'SELECT row_id AS id FROM import_effect WHERE tenant_id = $1 AND import_id = $2 AND row_id = ANY ($3::uuid[])',
    values: [tx.tenantId, importId, ids],
  })
  return new Set(found.map(({ id }) => id))
}
