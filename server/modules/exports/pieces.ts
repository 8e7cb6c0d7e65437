/** Rows of a file between making and fetching: compressed and sealed, a piece at a time, so that neither holds many. */
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Tx } from '#platform/db.ts'
import type { Services } from '#platform/services.ts'
import type { Line } from './kinds/kind.ts'
import { insertPiece, readPiece } from './queries.ts'

export type Kept = Pick<Line, 'cells' | 'geometry'>

const place = (tenantId: number, id: string, seq: number) => ({
  tenantId,
  table: 'export_piece',
  column: 'rows',
  rowId: `${id}/${seq}`,
})

export async function keepPiece({ secrets }: Pick<Services, 'secrets'>, tx: Tx, id: string, seq: number, lines: readonly Kept[]) {
  const packed = await promisify(gzip)(JSON.stringify(lines.map(({ cells, geometry }) => ({ cells, geometry }))))
  await insertPiece(tx, id, seq, secrets.seal(packed.toString('base64'), place(tx.tenantId, id, seq)))
} // prettier-ignore

/** Every line in order; each piece in a transaction of its own, so that a slow reader holds none. */
export async function* keptLines(
  { db, secrets }: Pick<Services, 'db' | 'secrets'>,
  tenantId: number,
  id: string,
  pieceCount: number,
): AsyncGenerator<Kept> {
  for (let seq = 0; seq < pieceCount; seq += 1) {
    const piece = await db.withTenant(tenantId, (tx) => readPiece(tx, id, seq), { readOnly: true })
    if (!piece) throw new Error('the export ended while it was fetched')
    const packed = Buffer.from(secrets.open(piece.sealed, place(tenantId, id, seq)), 'base64')
    yield* JSON.parse((await promisify(gunzip)(packed)).toString()) as Kept[] // as keepPiece wrote it
  }
}
