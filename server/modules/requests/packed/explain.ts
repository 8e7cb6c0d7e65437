/** The whole history of a request by its number, packed or not: for those who read a dump or answer for one. Never over HTTP. */
import type { Tx } from '#platform/db.ts'
import { FILE, historyIn, isPacked, type Own } from './files.ts'
import type { History } from './history.ts'
import { readRows } from './pack.ts'

export type Explained = { id: string; number: string; title: string; packed: boolean; history: History }

export async function historyOf(tx: Tx, number: string): Promise<Explained | undefined> {
  const row = await tx.one<
    Own & { number: string; title: string; clocks: History['clocks'] | null; packed: Buffer | null }
  >({
    name: 'request_history_of',
    text: `SELECT r.id, r.number, r.title, r.reporter_person_id, r.created_at, r.clocks, ${FILE} FROM request r WHERE r.tenant_id = $1 AND r.number = $2`,
    values: [tx.tenantId, number],
  })
  if (!row) return undefined
  const { id, title, clocks } = row
  const [read] = clocks ? await readRows(tx, [{ ...row, clocks }]) : []
  const history = read?.history ?? historyIn(row)
  return history && { id, number, title, packed: isPacked(row), history }
}
