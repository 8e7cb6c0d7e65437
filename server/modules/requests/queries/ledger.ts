/**
 * The loop ledger 闭环台账: requests of a period in the order of receipt, each with the day of its steps. What is in the
 * reader's work is in the reader's ledger: the condition is that of the work list.
 * Source: docs/capabilities/exports.md, "Ledgers".
 */
import type { QueryOf, ReplyOf } from '#contracts/endpoint.ts'
import type { listLoop, LoopLine } from '#contracts/ledgers.ts'
import { placeNow } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { DAY } from '#platform/calendar/calendar.ts'
import { shanghaiMidnight, shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { pageOf, readCursor } from '#platform/page.ts'
import { standing } from '../clock/clock.ts'
import { currentClocks, type Clocks } from '../clock/clocks.ts'
import { FILE, historyIn, type History } from '../packed/index.ts'
import { Params, workScope } from '../scope.ts'
import { viewRow, type RowRecord } from '../view.ts'
import { allOf, prepared, ROW, rowCount } from './rows.ts'

const PAGE = 100

/** Without clocks while it is packed. */
type Line = RowRecord & { clocks: Clocks | null; packed: Buffer | null; reporter_person_id: string | null }
type Steps = { id: string; sentAt: string | null; takenOnAt: string | null; contactedAt: string | null }
type Said = { id: string; solved: boolean | null; satisfied: boolean | null }

/** @throws place_not_found, malformed */
export async function loopLedger(
  tx: Tx,
  actor: Actor,
  { placeId, from, to, kind, after, limit = PAGE }: QueryOf<typeof listLoop>,
  now: Date,
): Promise<ReplyOf<typeof listLoop>> {
  const params = new Params(tx.tenantId)
  const scope = workScope(actor, params)
  if (placeId && !(await placeNow(tx, placeId, shanghaiToday(now))))
    throw new AppError('place_not_found', { field: 'placeId' })
  if (!scope) return { rows: [], next: null, total: 0 }
  const where = [
    scope,
    `r.created_at >= ${params.add(shanghaiMidnight(from))} AND r.created_at < ${params.add(new Date(shanghaiMidnight(to).getTime() + DAY))}`,
  ]
  if (kind) where.push(`r.kind = ${params.add(kind)}`)
  if (placeId)
    where.push(
      `${params.add(placeId)}::uuid IN (r.subdistrict_id, r.community_id, r.compound_id, r.grid_id, r.building_id, r.place_id)`,
    )
  const total = after === undefined ? await countOf(tx, params, where) : null
  const [at, id] = readCursor(after, 2) ?? []
  if (at !== undefined) {
    if (Number.isNaN(Date.parse(at))) throw new AppError('malformed', { field: 'after', problem: 'not a cursor' })
    where.push(`(r.created_at, r.id) > (${params.add(at)}::timestamptz, ${params.add(id)}::uuid)`)
  }
  const found = await tx.many<Line>(
    prepared(
      `SELECT ${ROW}, r.clocks, ${FILE}, r.reporter_person_id FROM request r WHERE r.tenant_id = $1 AND ${allOf(where)} ORDER BY r.created_at, r.id LIMIT ${rowCount(limit + 1)}`,
      params.values,
    ),
  )
  const page = pageOf(found, limit, (row) => [row.created_at, row.id])
  const ids = page.rows.filter(({ clocks }) => clocks !== null).map((row) => row.id)
  const steps = new Map((await stepsOf(tx, ids)).map((one) => [one.id, one]))
  const said = new Map((await saidOf(tx, ids)).map((one) => [one.id, one]))
  const lines = page.rows.map((row): LoopLine => {
    const packed = historyIn(row)
    return packed
      ? lineOf(row, stepsIn(row.id, packed), saidIn(row.id, packed), packed.clocks, now)
      : lineOf(row, steps.get(row.id), said.get(row.id), row.clocks, now)
  })
  return { rows: lines, next: page.next, total }
}

function lineOf(
  row: Line,
  steps: Steps | undefined,
  said: Said | undefined,
  clocks: Clocks | null,
  now: Date,
): LoopLine {
  const seen = viewRow(row)
  const handling = clocks ? currentClocks(clocks).find(({ kind }) => kind === 'handle') : undefined
  return {
    id: seen.id,
    number: seen.number,
    receivedAt: seen.createdAt,
    channel: seen.channel,
    kind: seen.kind,
    placeName: seen.placeName,
    categoryName: seen.categoryName,
    title: seen.title,
    limited: seen.limited,
    status: seen.status,
    sentTo: seen.handlerName,
    sentAt: steps?.sentAt ?? null,
    takenOnAt: steps?.takenOnAt ?? null,
    contactedAt: steps?.contactedAt ?? null,
    doneAt: seen.finishedAt,
    outcome: seen.outcome,
    confirmedBy: seen.confirmedBy,
    saidSolved: said?.solved ?? null,
    saidSatisfied: said?.satisfied ?? null,
    closedAt: seen.closedAt,
    dueAt: handling?.dueAt ?? null,
    late: handling !== undefined && ['late', 'missed'].includes(standing(handling, now)),
    lon: seen.lon,
    lat: seen.lat,
  }
}

/** The first time that each was done. */
const SENDING = ['dispatch', 'offer']
const TAKING = ['takeOn', 'claim']
const CONTACTING = ['contact']
/** Whose word counts. */
const SAYING = ['reporter', 'callBack']

function stepsIn(id: string, { events }: History): Steps {
  const first = (actions: readonly string[]) => events.find(({ action }) => actions.includes(action))?.at ?? null
  return { id, sentAt: first(SENDING), takenOnAt: first(TAKING), contactedAt: first(CONTACTING) }
}

function saidIn(id: string, { ratings }: History): Said | undefined {
  const told = ratings.filter(({ by, solved }) => SAYING.includes(by) && solved !== null)
  const last = told.reduce<(typeof told)[number] | undefined>(
    (one, next) => (one && one.at > next.at ? one : next),
    undefined,
  )
  return last && { id, solved: last.solved, satisfied: last.satisfied }
}

const countOf = async (tx: Tx, { values }: Params, where: readonly string[]) =>
  (
    await tx.one<{ count: number }>(
      prepared(`SELECT count(*) AS count FROM request r WHERE r.tenant_id = $1 AND ${allOf(where)}`, [...values]),
    )
  )?.count ?? 0

const stepsOf = (tx: Tx, ids: readonly string[]) =>
  tx.many<Steps>({
    name: 'ledger_steps',
    text: `SELECT e.request_id AS id,
                  min(e.at) FILTER (WHERE e.action = ANY ($3::text[])) AS "sentAt",
                  min(e.at) FILTER (WHERE e.action = ANY ($4::text[])) AS "takenOnAt",
                  min(e.at) FILTER (WHERE e.action = ANY ($5::text[])) AS "contactedAt"
             FROM request_event e WHERE e.tenant_id = $1 AND e.request_id = ANY ($2::uuid[]) GROUP BY e.request_id`,
    values: [tx.tenantId, ids, SENDING, TAKING, CONTACTING],
  })

/** The last word of the reporter, or of the call-back that reached them. */
const saidOf = (tx: Tx, ids: readonly string[]) =>
  tx.many<Said>({
    name: 'ledger_said',
    text: `SELECT DISTINCT ON (g.request_id) g.request_id AS id, g.solved, g.satisfied
             FROM request_rating g
            WHERE g.tenant_id = $1 AND g.request_id = ANY ($2::uuid[]) AND g.by = ANY ($3::text[]) AND g.solved IS NOT NULL
            ORDER BY g.request_id, g.at DESC`,
    values: [tx.tenantId, ids, SAYING],
  })

/**
 * Where requests are put on a map that leaves the house: on their building, never at a door; without one, to some ten
 * metres. Not at all where only few may know of them.
 */
export async function pointsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, [number, number]>> {
  const found = await tx.many<{ id: string; lon: number; lat: number }>({
    name: 'ledger_points',
    text: `SELECT r.id, coalesce(b.lon, round(r.lon::numeric, 4)::float8) AS lon, coalesce(b.lat, round(r.lat::numeric, 4)::float8) AS lat
             FROM request r LEFT JOIN place b ON b.tenant_id = $1 AND b.id = r.building_id
            WHERE r.tenant_id = $1 AND r.id = ANY ($2::uuid[]) AND NOT r.limited
              AND coalesce(b.lon, r.lon) IS NOT NULL AND coalesce(b.lat, r.lat) IS NOT NULL`,
    values: [tx.tenantId, ids],
  })
  return new Map(found.map(({ id, lon, lat }) => [id, [lon, lat]]))
}
