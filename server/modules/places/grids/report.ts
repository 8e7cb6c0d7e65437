/**
 * Requests and households by grid, read as then or as now. As then: by the grid that a matter was counted in on the day it was
 * taken in, with the grids that are no more. As now: the same matters by the grid that the building lies in today.
 * Source: docs/capabilities/grids.md, "As then, as now"; rule G-R3 there.
 */
import type { Tx } from '#platform/db.ts'
import { gridsAsOf } from './as-of.ts'
import { termsIn } from './terms.ts'
import type { GridLevel } from './wanted.ts'

export type Counted = {
  buildingId: string | null
  gridId: string | null
  on: string
  takenIn: number
  closed: number
  open: number
}
export type CountRequests = (tx: Tx, wanted: { path: string; from: string; to: string }) => Promise<Counted[]>

export type ReportRow = {
  gridId: string | null
  name: string | null
  ended: boolean
  households: number
  takenIn: number
  closed: number
  open: number
}
type Asked = {
  scopeId: string
  path: string
  gridLevel: GridLevel
  from: string
  to: string
  read: 'then' | 'now'
  today: string
}

export async function reportOf(tx: Tx, count: CountRequests, asked: Asked): Promise<ReportRow[]> {
  const { scopeId, gridLevel, read, to, today, ...period } = asked
  const counted = await count(tx, { ...period, to })
  const terms = await termsIn(tx, scopeId, gridLevel)
  const standing = await gridsAsOf(tx, scopeId, gridLevel, read === 'then' && to < today ? to : today)
  const gridOn = (buildingId: string, on: string) =>
    terms.find((term) => term.buildingId === buildingId && term.from <= on && (term.to === null || on < term.to))
  const names = new Map(terms.map(({ gridId, name, ended }) => [gridId, { name, ended }]))

  const rowOf = (gridId: string | null, households = 0): ReportRow => {
    const { name, ended } = (gridId && names.get(gridId)) || { name: null, ended: false }
    return { gridId, name, ended, households, takenIn: 0, closed: 0, open: 0 }
  }
  const rows = new Map<string | null, ReportRow>(standing.map(({ id, households }) => [id, rowOf(id, households)]))
  for (const { buildingId, gridId, on, takenIn, closed, open } of counted) {
    const building = buildingId === null ? undefined : gridOn(buildingId, read === 'then' ? on : today)?.gridId
    // A matter of a spot, not of a house, is known by its own grid alone.
    const own =
      gridLevel === 2 && gridId !== null && (read === 'then' || names.get(gridId)?.ended === false) ? gridId : undefined
    const grid = (read === 'then' && gridLevel === 2 ? (own ?? building) : (building ?? own)) ?? null
    const row = rows.get(grid) ?? rowOf(grid)
    rows.set(grid, { ...row, takenIn: row.takenIn + takenIn, closed: row.closed + closed, open: row.open + open })
  }
  return [...rows.values()]
}
