/**
 * Grids as somebody draws them: which building is in which, names, borders drawn by hand. Every step gives a new draft, so that
 * undo is the one before. Pure; the server decides what may be saved.
 */
import type { Area, GridsView } from '#contracts/grids.ts'

export type DraftGrid = {
  key: string
  gridId?: string
  name: string
  code: string | null
  /** Undefined: follows from the buildings. */
  outline?: Area | null
  /** The border was drawn here, by hand. */
  byHand: boolean
}
export type Draft = { grids: readonly DraftGrid[]; of: ReadonlyMap<string, string> }

export const draftOf = ({ grids }: GridsView): Draft => ({
  grids: grids.map(({ id, name, code, outline }) => ({
    key: id,
    gridId: id,
    name,
    code,
    ...(outline && { outline }),
    byHand: false,
  })),
  of: new Map(grids.flatMap(({ id, buildingIds }) => buildingIds.map((building) => [building, id]))),
})

export const membersOf = ({ of }: Draft, key: string): string[] =>
  [...of].flatMap(([building, grid]) => (grid === key ? [building] : []))

/** Buildings go to a grid, or to none; the borders of the grids they leave and come to follow from the houses again. */
export function assign(draft: Draft, buildings: readonly string[], key: string | null): Draft {
  const moving = buildings.filter((building) => (draft.of.get(building) ?? null) !== key)
  if (moving.length === 0) return draft
  const of = new Map(draft.of)
  const touched = new Set(key === null ? [] : [key])
  for (const building of moving) {
    const before = of.get(building)
    if (before) touched.add(before)
    if (key === null) of.delete(building)
    else of.set(building, key)
  }
  return { of, grids: draft.grids.map((grid) => (touched.has(grid.key) ? following(grid) : grid)) }
}

const following = ({ outline: _, ...grid }: DraftGrid): DraftGrid => ({ ...grid, byHand: false })

export function add(draft: Draft, key: string, name: string): Draft {
  return { ...draft, grids: [...draft.grids, { key, name, code: null, byHand: false }] }
}

export const change = (draft: Draft, key: string, to: Partial<Pick<DraftGrid, 'name' | 'code'>>): Draft => ({
  ...draft,
  grids: draft.grids.map((grid) => (grid.key === key ? { ...grid, ...to } : grid)),
})

export function merge(draft: Draft, from: string, into: string): Draft {
  const merged = assign(draft, membersOf(draft, from), into)
  return { ...merged, grids: merged.grids.filter(({ key }) => key !== from) }
}

/** A grid nobody wants any more; its buildings are in none until they are given to another. */
export function remove(draft: Draft, key: string): Draft {
  const left = assign(draft, membersOf(draft, key), null)
  return { ...left, grids: left.grids.filter((grid) => grid.key !== key) }
}

export const drawBorders = (draft: Draft, outlines: ReadonlyMap<string, Area>): Draft => ({
  ...draft,
  grids: draft.grids.map((grid) => {
    const outline = outlines.get(grid.key)
    return outline ? { ...grid, outline, byHand: true } : grid
  }),
})

/** 第 1 网格, 第 2 网格 …: the first number that no grid has. */
export function nextName({ grids }: Draft, named: (number: number) => string): string {
  const taken = new Set(grids.map(({ name }) => name))
  let number = 1
  while (taken.has(named(number))) number += 1
  return named(number)
}

// Undo ----------------------------------------------------------------------------------------------------------------

export type History = { past: readonly Draft[]; now: Draft; future: readonly Draft[] }
const MOST_STEPS = 200

export const begin = (now: Draft): History => ({ past: [], now, future: [] })
export const step = (history: History, next: Draft): History =>
  next === history.now ? history : { past: [...history.past.slice(-MOST_STEPS), history.now], now: next, future: [] }
export function undo(history: History): History {
  const before = history.past.at(-1)
  if (!before) return history
  return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future] }
}
export function redo(history: History): History {
  const [next, ...future] = history.future
  return next ? { past: [...history.past, history.now], now: next, future } : history
}

// Against today -------------------------------------------------------------------------------------------------------

export type Differences = {
  begun: string[]
  ended: string[]
  renamed: { from: string; to: string }[]
  moved: { building: string; from: string | null; to: string | null }[]
  borders: string[]
}

export function differences(view: GridsView, draft: Draft): Differences {
  const before = draftOf(view)
  const nameBefore = new Map(before.grids.map(({ key, name }) => [key, name]))
  const nameAfter = new Map(draft.grids.map(({ key, name }) => [key, name]))
  const nameIn = (names: ReadonlyMap<string, string>, key: string | undefined) => (key && names.get(key)) ?? null
  return {
    begun: draft.grids.filter(({ gridId }) => !gridId).map(({ name }) => name),
    ended: before.grids.filter(({ key }) => !nameAfter.has(key)).map(({ name }) => name),
    renamed: draft.grids.flatMap(({ key, name }) => {
      const from = nameBefore.get(key)
      return from !== undefined && from !== name ? [{ from, to: name }] : []
    }),
    moved: view.buildings
      .filter(({ id }) => before.of.get(id) !== draft.of.get(id))
      .map(({ id, name }) => ({
        building: name,
        from: nameIn(nameBefore, before.of.get(id)),
        to: nameIn(nameAfter, draft.of.get(id)),
      })),
    borders: draft.grids.filter(({ byHand }) => byHand).map(({ name }) => name),
  }
}

export const isChanged = ({ begun, ended, renamed, moved, borders }: Differences): boolean =>
  [begun, ended, renamed, moved, borders].some(({ length }) => length > 0)

/** What kind of change it comes to, for the history. */
export function kindOf({ begun, ended, renamed, moved }: Differences, hadGrids: boolean) {
  if (!hadGrids) return 'create' as const
  if (begun.length > 0 && ended.length === 0) return 'split' as const
  if (ended.length > 0 && begun.length === 0) return 'merge' as const
  if (begun.length > 0 || ended.length > 0) return 'redraw' as const
  if (moved.length > 0) return 'move' as const
  return renamed.length > 0 ? ('rename' as const) : ('redraw' as const)
}

/** Too few or too many households for a grid of this level; null where nothing is said or all is well. */
export function offTarget(households: number, target: GridsView['target']): 'low' | 'high' | null {
  if (!target?.households || target.tolerancePercent === null) return null
  const slack = (target.households * target.tolerancePercent) / 100
  if (households < target.households - slack) return 'low'
  return households > target.households + slack ? 'high' : null
}
