/** The whole history of a request by its number, packed or not: for those who read a dump or answer for one. Never over HTTP. */
import type { Tx } from '#platform/db.ts'
import { isPacked, readHistory, type Own } from './files.ts'
import type { History } from './history.ts'
import { readRows } from './pack.ts'

export type Explained = { id: string; number: string; title: string; packed: boolean; history: History }

export async function historyOf(tx: Tx, number: string): Promise<Explained | undefined> {
  const row = await tx.one<Own & { number: string; title: string; clocks: History['clocks'] | null }>({
    name: 'request_history_of',
    text: 'SELECT id, number, title, reporter_person_id, created_at, clocks FROM request WHERE tenant_id = $1 AND number = $2',
    values: [tx.tenantId, number],
  })
  if (!row) return undefined
  const { id, title, clocks } = row
  const packed = isPacked(row)
  const [read] = clocks ? await readRows(tx, [{ ...row, clocks }]) : []
  const history = read?.history ?? (await readHistory(tx, row))
  return history && { id, number, title, packed, history }
}
