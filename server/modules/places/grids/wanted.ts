/** What somebody wants the grids of a place to be, and how they stand now, as the pure rules see them. */
import type { GridChangeKind } from '#contracts/grids.ts'
import type { PlaceLevel } from '#contracts/places.ts'
import type { Outline } from '#platform/geometry/convert.ts'

export type GridLevel = 1 | 2 | 3

export type WantedGrid = {
  /** A grid that is there and stays; without it a new one is made. */
  gridId?: string
  name: string
  code?: string | null
  buildingIds: string[]
  /** Left out: worked out from the buildings where they change. */
  outline?: Outline | null
}

export type GridsWanted = {
  /** A community (level 1), a compound (2 and 3), or a grid of level 2 (3). */
  scopeId: string
  gridLevel: GridLevel
  grids: WantedGrid[]
}

export type Redraw = GridsWanted & {
  kind: GridChangeKind
  effectiveOn: string
  reason: string
  /** Whoever drew the outlines knows that some ground lies in none. */
  holesSaid?: boolean
}

/** How the grids of a scope stand on the day of the change. */
export type Stand = {
  scope: { id: string; name: string; level: PlaceLevel; gridLevel: number | null; parentId: string | null }
  gridLevel: GridLevel
  /** Every grid in the scope that has not ended, of any level, larger before smaller. */
  grids: readonly GridNow[]
  buildings: readonly BuildingNow[]
  /** What moves as one: a whole compound at level 1, a building at the others. */
  units: readonly Unit[]
}
export type GridNow = {
  id: string
  gridLevel: GridLevel
  parentId: string
  name: string
  code: string | null
  outline: Outline | null
}
export type GridLine = Partial<Record<GridLevel, string>>
export type BuildingNow = { id: string; name: string; grids: GridLine }
export type Unit = { id: string; name: string; parentId: string; buildingIds: readonly string[] }
