/** Many rows in one statement: sent as JSON and unpacked by the table's own types. Used by filling only. */
import type { Tx } from '#platform/db.ts'

const ROWS_A_STATEMENT = 500

/** All rows have the same columns; `bytea` values are Buffers. Table and columns are names of ours, never input. */
export async function insertRows<T extends object>(tx: Tx, table: string, rows: readonly T[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
    .filter((column) => column !== 'tenant_id')
    .join(', ')
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const batch = rows.slice(from, from + ROWS_A_STATEMENT)
    await tx.run({
      // eslint-disable-next-line house/constant-sql -- table and columns are names of ours, the rows are a parameter
      text: `INSERT INTO ${table} (tenant_id, ${columns}) SELECT $1, ${columns} FROM jsonb_populate_recordset(NULL::${table}, $2::jsonb)`,
      values: [tx.tenantId, JSON.stringify(batch, asJson)],
    })
  }
}

/** JSON.stringify calls Buffer's toJSON first, so what arrives is its plain form. */
function asJson(_key: string, value: unknown): unknown {
  if (typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value)
    return `\\x${Buffer.from(value.data as number[]).toString('hex')}` // the shape that Buffer.toJSON writes
  return value
}
