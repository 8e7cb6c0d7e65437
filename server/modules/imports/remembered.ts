/** How the columns of one source were understood last time: the same header is mapped by itself. Headers, never values. */
import {
  IMPORT_FIELDS,
  IMPORT_KINDS,
  type ImportField,
  type ImportKind,
  type ImportPart,
  type ImportSheet,
} from '#contracts/imports.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { sha256 } from '#platform/secrets.ts'
import { plainHeader } from './columns.ts'

type Headers = Pick<ImportSheet, 'columns'>
const digestOf = ({ columns }: Headers) => sha256(columns.map(({ header }) => plainHeader(header)).join('\u0000'))

type Kept = { digest: Buffer; kind: string; mapping: (string | null)[] }

/** The sheets, those whose header is known mapped as then. A column that is refused stays refused. */
export async function recall(tx: Tx, sheets: readonly ImportSheet[]): Promise<ImportSheet[]> {
  const kept = await tx.many<Kept>({
    name: 'import_mapping_recall',
    text: 'SELECT header_digest AS digest, kind, mapping FROM import_mapping WHERE tenant_id = $1 AND header_digest = ANY ($2::bytea[])',
    values: [tx.tenantId, sheets.map(digestOf)],
  })
  return sheets.map((sheet) => {
    const known = kept.find(({ digest }) => digest.equals(digestOf(sheet)))
    if (!known) return sheet
    const columns = sheet.columns.map((column, at) => ({
      ...column,
      field: column.refused ? null : fieldOf(known.mapping[at]),
    }))
    return { ...sheet, kind: kindOf(known.kind), columns, remembered: true }
  })
}

const fieldOf = (word: string | null | undefined): ImportField | null =>
  IMPORT_FIELDS.find((field) => field === word) ?? null
const kindOf = (word: string): ImportKind | null => IMPORT_KINDS.find((kind) => kind === word) ?? null

export async function remember(tx: Tx, sheet: Headers, part: ImportPart, now: Date): Promise<void> {
  await tx.run({
    name: 'import_mapping_remember',
    text: `INSERT INTO import_mapping (tenant_id, id, header_digest, kind, mapping, used_at) VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (tenant_id, header_digest) DO UPDATE SET kind = excluded.kind, mapping = excluded.mapping, used_at = excluded.used_at`,
    values: [tx.tenantId, newId(), digestOf(sheet), part.kind ?? '', JSON.stringify(part.columns), now],
  })
}
