/**
 * The checking job: every row read by the plan and laid beside the registers, a piece at a time, each piece a job of its own.
 * Nothing is entered; what would be is counted. Source: docs/capabilities/imports.md, "Checking".
 */
import type { ImportFigures, ImportKind, ImportProblem } from '#contracts/imports.ts'
import { IMPORT_PROBLEMS } from '#contracts/import-problems.ts'
import type { PostKind } from '#contracts/rights.ts'
import { unitKey, unitsAt } from '#modules/households/index.ts'
import { organisationsNamed } from '#modules/people/index.ts'
import { homeCode } from '#modules/places/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { enqueue, job, type Job } from '#platform/outbox.ts'
import type { Services } from '#platform/services.ts'
import { isChecking } from './lifecycle.ts'
import { matchPeople } from './people.ts'
import { insertRows, lockImport, saveImport, type ImportFound } from './queries.ts'
import { pieceOf } from './reading/pieces.ts'
import { problem, stateOf, type ReadRow, type Values } from './types.ts'
import { gridOf, loadGround, missingOf, spotOf, type Ground, type Spot } from './where.ts'

/** `since` tells a newer check from one that was started over. */
export type Checking = { importId: string; from: number; mayAppoint: readonly PostKind[] }

const PIECE = 500
const LOOK_AGAIN_MS = 400

/** Only enqueues; its handler is made by checkJob. */
export const check: Job<Checking> = { name: 'imports.check', run: () => Promise.reject(new AppError('internal')) }

export const NO_FIGURES: ImportFigures = {
  buildings: 0,
  entrances: 0,
  homes: 0,
  people: 0,
  peopleKnown: 0,
  problems: [],
}

export const checkJob = (services: Services): Job<Checking> =>
  job(check.name, async (tx, payload, { now }) => {
    const one = await lockImport(tx, payload.importId)
    if (!one || !isChecking(one.status) || one.doneCount !== payload.from) return
    const plan = { parts: one.parts, areaSource: one.areaSource }
    const piece = await pieceOf(
      services,
      { tenantId: tx.tenantId, importId: one.id, plan },
      { from: payload.from, count: PIECE },
    )
    if (piece === 'reading') return enqueue(tx, check, payload, { now, runAt: new Date(now.getTime() + LOOK_AGAIN_MS) })
    if ('failure' in piece) return saveImport(tx, one.id, { ...one, status: 'failed', failure: piece.failure }, now)
    const { rows } = piece
    const figures = structuredClone(one.figures ?? NO_FIGURES)
    const checked = rows.length > 0 ? await layBeside(tx, services, one, rows, payload, figures, now) : []
    await insertRows(tx, services.secrets, one.id, checked)
    const count = (states: readonly string[]) => checked.filter(({ state }) => states.includes(state)).length
    const done = payload.from + rows.length
    const isOver = rows.length < PIECE
    await saveImport(
      tx,
      one.id,
      {
        ...one,
        status: isOver ? 'ready' : 'checking',
        doneCount: done,
        rowCount: Math.max(one.rowCount, done),
        goodCount: one.goodCount + count(['good', 'warned']),
        badCount: one.badCount + count(['bad']),
        figures,
      },
      now,
    )
    tx.wake()
    if (!isOver) await enqueue(tx, check, { ...payload, from: done }, { now })
  })

type Checked = ReadRow & { state: ReturnType<typeof stateOf> }
const BEHIND_DOORS: readonly ImportKind[] = ['buildings', 'homes', 'owners', 'residents', 'members']

/** Adds what only the registers can tell, and counts. */
async function layBeside(
  tx: Tx,
  { secrets }: Services,
  one: ImportFound,
  rows: readonly ReadRow[],
  { mayAppoint }: Checking,
  figures: ImportFigures,
  now: Date,
): Promise<Checked[]> {
  const ground = await loadGround(tx, one.placeId, now)
  const spots = new Map<ReadRow, Spot>()
  for (const row of rows) {
    if (stateOf(row.problems) === 'skipped' || row.kind === 'roster') continue
    const isPlaced = BEHIND_DOORS.includes(row.kind) ? row.values.building !== undefined || row.kind !== 'members' : row.values.compound !== undefined || row.values.building !== undefined // prettier-ignore
    if (!isPlaced) continue
    const spot = await spotOf(ground, row)
    if ('code' in spot) row.problems.push(spot)
    else {
      spots.set(row, spot)
      lookForPlace(ground, row, spot, one.createMissing, figures)
    }
  }
  await lookForPeople(tx, secrets, rows, spots, figures)
  await lookForOwners(tx, rows, spots)
  await lookForOrganisations(tx, rows, mayAppoint, now)
  const checked = rows.map((row) => ({ ...row, state: stateOf(row.problems) }))
  for (const { problems } of checked) for (const { code } of problems) countProblem(figures, code)
  return checked
}

function lookForPlace(ground: Ground, row: ReadRow, spot: Spot, createMissing: boolean, figures: ImportFigures) {
  const { grid } = row.values
  if (grid !== undefined && row.kind === 'buildings' && !gridOf(ground, spot.compound, String(grid)))
    row.problems.push(problem('grid_unknown', columnOf(row, 'grid'), { text: String(grid) }))
  const missing = missingOf(row, spot)
  const mayMake = createMissing && row.kind !== 'posts' && row.kind !== 'organisations'
  if (missing.length > 0 && !mayMake)
    row.problems.push(problem('place_unknown', columnOf(row, 'room') ?? columnOf(row, 'homeWords') ?? columnOf(row, 'building'), { text: nameOf(row.values) })) // prettier-ignore
  if (!mayMake || stateOf(row.problems) === 'bad') return
  for (const level of missing)
    if (row.firsts.includes(level))
      figures[({ building: 'buildings', entrance: 'entrances', home: 'homes' } as const)[level]] += 1
}

const columnOf = (row: ReadRow, field: string) => row.cells.find((cell) => cell.field === field)?.column ?? null
const nameOf = ({ building, entrance, room }: Values) =>
  homeCode({ building: String(building ?? ''), ...(entrance !== undefined && { entrance: String(entrance) }), ...(room !== undefined && { room: String(room) }) }) // prettier-ignore

async function lookForPeople(
  tx: Tx,
  secrets: Services['secrets'],
  rows: readonly ReadRow[],
  spots: ReadonlyMap<ReadRow, Spot>,
  figures: ImportFigures,
) {
  // prettier-ignore
  const people = rows.filter((row) => row.values.name !== undefined && row.kind !== 'roster' && !['bad', 'skipped'].includes(stateOf(row.problems))) // prettier-ignore
  const matches = await matchPeople(
    tx,
    secrets,
    people.map((row) => {
      const homeId = spots.get(row)?.found.homeId
      const { name, phone } = row.values
      return {
        seq: row.seq,
        name: String(name),
        ...(phone !== undefined && { phone: String(phone) }),
        ...(homeId && { homeId }),
      }
    }),
  )
  for (const row of people) {
    const match = matches.get(row.seq)
    if (match === 'another') row.problems.push(problem('phone_of_another', columnOf(row, 'phone')))
    else if (row.firsts.includes('person')) figures[match ? 'peopleKnown' : 'people'] += 1
  }
}

/** The roll has another owner already: a hand-over, which an import does not do. */
async function lookForOwners(tx: Tx, rows: readonly ReadRow[], spots: ReadonlyMap<ReadRow, Spot>) {
  const owners = rows.filter(
    (row) => row.kind === 'owners' && row.values.name !== undefined && stateOf(row.problems) !== 'bad',
  )
  const placed = owners.flatMap((row) => {
    const spot = spots.get(row)
    const unit = spot && unitOf(row, spot)
    return unit ? [{ row, unit }] : []
  })
  if (placed.length === 0) return
  const units = await unitsAt(tx, [...new Set(placed.map(({ unit }) => unit.placeId))])
  const held = new Set(units.filter(({ holderIds }) => holderIds.length > 0).map((unit) => unitKey(unit)))
  for (const { row, unit } of placed)
    if (held.has(unitKey(unit))) row.problems.push(problem('owner_already', columnOf(row, 'name')))
}

/** The unit that a row of owners is about; undefined while its place is not there. */
export function unitOf(row: Pick<ReadRow, 'values'>, { found, compound }: Spot) {
  const { unitCode, unitKind = 'home' } = row.values
  const kind = unitKind as 'home' | 'shop' | 'office' | 'parking' | 'other' // read by UNIT_KINDS
  if (unitCode !== undefined) return { placeId: found.buildingId ?? compound.id, kind, code: String(unitCode) }
  return found.homeId === undefined ? undefined : { placeId: found.homeId, kind, code: nameOf(row.values) }
}

async function lookForOrganisations(tx: Tx, rows: readonly ReadRow[], mayAppoint: readonly PostKind[], now: Date) {
  const asking = rows.filter(({ kind, values }) => kind === 'posts' || kind === 'organisations' || (kind === 'members' && values.organisation !== undefined)) // prettier-ignore
  if (asking.length === 0) return
  const names = asking.flatMap(({ values }) =>
    [values.organisation, values.parent].flatMap((name) => (name === undefined ? [] : [String(name)])),
  )
  const there = new Set((await organisationsNamed(tx, [...new Set(names)], shanghaiToday(now))).map(({ name }) => name))
  const own = new Set(
    rows.filter(({ kind }) => kind === 'organisations').map(({ values }) => String(values.organisation)),
  )
  for (const row of asking) {
    const { organisation, parent, postKind } = row.values
    const unknown = (name: Values['parent'], field: string) => {
      if (name !== undefined && !there.has(String(name)) && !own.has(String(name)))
        row.problems.push(problem('organisation_unknown', columnOf(row, field), { text: String(name) }))
    }
    unknown(parent, 'parent')
    if (row.kind === 'organisations') {
      if (there.has(String(organisation)))
        row.problems.push(problem('organisation_there', columnOf(row, 'organisation')))
    } else if (row.kind === 'posts') {
      unknown(organisation, 'organisation')
      if (postKind !== undefined && !mayAppoint.some((kind) => kind === postKind))
        row.problems.push(problem('post_above', columnOf(row, 'postKind')))
    }
  }
}

function countProblem(figures: ImportFigures, code: ImportProblem['code']) {
  const known = figures.problems.find((one) => one.code === code)
  if (known) known.count += 1
  else figures.problems.push({ code, severity: IMPORT_PROBLEMS[code].severity, count: 1 })
}
