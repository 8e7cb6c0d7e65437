/** Packed files in the database: read, laid out again, and with words taken out of them. Writing new ones: pack.ts. */
import type { Tx } from '#platform/db.ts'
import type { AssignmentRecord } from '../record.ts'
import { decodeFile } from './decode.ts'
import { encodeFile } from './encode.ts'
import type { History, Owner } from './history.ts'
import { without, type Leaving } from './without.ts'

/** A request as a page or a step loads it: without clocks while it is packed. */
export type Own = { id: string; reporter_person_id: string | null; created_at: string }
export const isPacked = ({ clocks }: { clocks: object | null }): boolean => clocks === null

export const ownerOf = (row: Own): Owner => ({
  id: row.id,
  reporterPersonId: row.reporter_person_id,
  createdAt: row.created_at,
})

/**
 * Column of a statement on `request r`: its file, looked for only when it is packed, so that others pay nothing. Row and file
 * are of one moment, except where the row is locked: it may have been packed while its lock was waited for.
 */
export const FILE = `CASE WHEN r.clocks IS NULL
  THEN (SELECT f.packed FROM request_file f WHERE f.tenant_id = $1 AND f.request_id = r.id) END AS packed`

/** From a row with FILE. */
export const historyIn = (row: Own & { packed: Buffer | null }): History | undefined =>
  row.packed ? decodeFile(row.packed, ownerOf(row)) : undefined

/** Of a locked row. Undefined when it has no file. */
export async function readHistory(tx: Tx, row: Own): Promise<History | undefined> {
  const file = await tx.one<{ packed: Buffer }>({
    name: 'request_file_read',
    text: 'SELECT packed FROM request_file WHERE tenant_id = $1 AND request_id = $2',
    values: [tx.tenantId, row.id],
  })
  return file && historyIn({ ...row, ...file })
}

/** Histories of those of these requests that have a file, read at once, by id. */
export async function readHistories(tx: Tx, requestIds: readonly string[]): Promise<Map<string, History>> {
  if (requestIds.length === 0) return new Map()
  const files = await tx.many<Own & { packed: Buffer }>({
    name: 'request_files_read',
    text: `SELECT r.id, r.reporter_person_id, r.created_at, f.packed
             FROM request r JOIN request_file f ON f.tenant_id = $1 AND f.request_id = r.id WHERE r.tenant_id = $1 AND r.id = ANY($2)`,
    values: [tx.tenantId, requestIds],
  })
  return new Map(files.map((row) => [row.id, decodeFile(row.packed, ownerOf(row))]))
}

/** What BESIDE of queries/load.ts selects from rows: assignments of the round that have not ended. */
export const openOf = (history: History, round: number): AssignmentRecord[] =>
  history.assignments.filter((one) => one.round === round && one.state !== 'ended') as AssignmentRecord[] // parts and states are the module's own

/** The row is locked by the caller. Afterwards it is as if it had never been packed. */
export async function unpack(tx: Tx, row: Own): Promise<void> {
  const history = await readHistory(tx, row)
  if (!history) throw new Error(`request ${row.id} has neither clocks nor a file`)
  await tx.run({
    name: 'request_unpack',
    text: 'SELECT unpack_request($1, $2)',
    values: [row.id, JSON.stringify(history)],
  })
}

/**
 * Packing and forgetting wait for each other until the transaction's end: what is read to be packed before words are taken out
 * would bring them back.
 */
export const takeTurn = (tx: Tx) =>
  tx.run({
    name: 'request_pack_turn',
    text: `INSERT INTO counter (tenant_id, name, value) VALUES ($1, 'requests.pack', 1)
           ON CONFLICT (tenant_id, name) DO UPDATE SET value = counter.value + 1`,
    values: [tx.tenantId],
  })

const AT_A_TIME = 500
const FIRST = '00000000-0000-0000-0000-000000000000'

/** Takes a person's words out of every file that names them, as `forget_words` does where nothing is packed. */
export async function forgetInFiles(tx: Tx, leaving: Leaving): Promise<void> {
  await takeTurn(tx)
  for (let after = FIRST; ;) {
    const files = await tx.many<Own & { packed: Buffer }>({
      name: 'request_files_naming',
      text: `SELECT r.id, r.reporter_person_id, r.created_at, f.packed
               FROM request r JOIN request_file f ON f.tenant_id = $1 AND f.request_id = r.id
              WHERE r.tenant_id = $1 AND r.id = ANY (ARRAY(SELECT n.id FROM files_naming($2, $3, $4) n)) ORDER BY r.id FOR UPDATE OF r`,
      values: [tx.tenantId, leaving.personId, after, AT_A_TIME],
    })
    await tx.run({
      name: 'request_files_replace',
      text: 'SELECT replace_files($1::uuid[], $2::bytea[])',
      values: [
        files.map(({ id }) => id),
        files.map((row) => {
          const owner = ownerOf(row)
          return encodeFile(without(decodeFile(row.packed, owner), leaving, owner), owner)
        }),
      ],
    })
    const last = files.at(-1)
    if (!last || files.length < AT_A_TIME) return
    after = last.id
  }
}
