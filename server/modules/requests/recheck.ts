/**
 * Every night: the columns that figures are read from, compared with the histories of the requests that were touched on a day,
 * or closed on it and packed since. What differs is put right with its figures, and told. Source: docs/capabilities/figures.md.
 */
import { noteChange } from '#modules/figures/index.ts'
import { plusDays } from '#platform/calendar/calendar.ts'
import { shanghaiMidnight } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import type { Clocks } from './clock/clocks.ts'
import { differing, milestonesOf } from './milestones-of.ts'
import type { Milestones } from './milestones.ts'
import { FILE, historyIn, readHistory, readRows } from './packed/index.ts'
import type { History } from './packed/history.ts'
import type { RequestRecord } from './record.ts'

/** Histories read at once: a few MB. */
const AT_A_TIME = 300

type Row = Omit<RequestRecord, 'clocks'> & { clocks: Clocks | null; packed: Buffer | null }

/** In words for the operator: numbers and columns, nobody's data. */
export async function recheckHistories(tx: Tx, day: string): Promise<string[]> {
  const ids = await touchedOn(tx, day)
  const found: string[] = []
  for (let at = 0; at < ids.length; at += AT_A_TIME) {
    const some = await readFaulty(tx, ids.slice(at, at + AT_A_TIME), false)
    // Looked at again alone: a step may have been taken between the row and its history.
    if (some.length === 0) continue
    const locked = ids.filter((id) => some.some(({ row }) => row.id === id))
    for (const { row, told, columns } of await readFaulty(tx, locked, true)) {
      await putRight(tx, row, told)
      found.push(`${row.number} ${columns.join(' ')}`)
    }
  }
  return found
}

async function touchedOn(tx: Tx, day: string): Promise<string[]> {
  const found = await tx.many<{ id: string }>({
    name: 'request_touched_on',
    text: `SELECT e.request_id AS id FROM request_event e WHERE e.tenant_id = $1 AND e.at >= $2 AND e.at < $3
           UNION SELECT r.id FROM request r WHERE r.tenant_id = $1 AND r.closed_at >= $2 AND r.closed_at < $3 ORDER BY 1`,
    values: [tx.tenantId, shanghaiMidnight(day), shanghaiMidnight(plusDays(day, 1))],
  })
  return found.map(({ id }) => id)
}

async function readFaulty(tx: Tx, ids: readonly string[], lock: boolean) {
  const rows = await tx.many<Row>(lock ? lockedRows(tx, ids) : plainRows(tx, ids))
  const faulty = []
  for (const { row, history } of await historiesOf(tx, rows)) {
    const told = milestonesOf(row, history)
    const columns = differing(row, told)
    if (columns.length > 0) faulty.push({ row, told, columns })
  }
  return faulty
}

const ROWS = `SELECT r.*, ${FILE} FROM request r WHERE r.tenant_id = $1 AND r.id = ANY ($2) ORDER BY r.id`
const plainRows = (tx: Tx, ids: readonly string[]) => ({
  name: 'request_recheck',
  text: ROWS,
  values: [tx.tenantId, ids],
})
const lockedRows = (tx: Tx, ids: readonly string[]) => ({
  name: 'request_recheck_locked',
  text: `${ROWS} FOR UPDATE OF r`,
  values: [tx.tenantId, ids],
})

/** Packed or not. One whose file has been taken away has nothing to be compared with. */
async function historiesOf(tx: Tx, rows: readonly Row[]): Promise<{ row: Row; history: History }[]> {
  const clocksOf = rows.flatMap(({ clocks, ...row }) => (clocks ? [{ ...row, clocks }] : []))
  const beside = new Map((await readRows(tx, clocksOf)).map(({ row, history }) => [row.id, history]))
  const found = []
  for (const row of rows) {
    // Asked for again where the row was packed while its lock was waited for.
    const history = beside.get(row.id) ?? historyIn(row) ?? (row.clocks ? undefined : await readHistory(tx, row))
    if (history) found.push({ row, history })
  }
  return found
}

async function putRight(tx: Tx, row: Row, told: Milestones) {
  await tx.run({
    name: 'request_milestones_right',
    text: `UPDATE request SET sent_at = $3, taken_on_at = $4, done_at = $5, heard_at = $6, said_solved = $7, said_satisfied = $8, judged = $9, late = $10,
             not_reached = $11, returned = $12, absorbed = $13, on_the_spot = $14, exempted_at = $15, exemption = $16
            WHERE tenant_id = $1 AND id = $2`,
    values: [
      tx.tenantId, row.id, told.sent_at, told.taken_on_at, told.done_at, told.heard_at, told.said_solved, told.said_satisfied, told.judged, told.late,
      told.not_reached, told.returned, told.absorbed, told.on_the_spot, told.exempted_at, told.exemption && JSON.stringify(told.exemption),
    ], // prettier-ignore
  })
  await noteChange(tx, row, { ...row, ...told })
}
