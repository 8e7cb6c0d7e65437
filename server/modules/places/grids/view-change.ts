/** A change of grids in words: which begin and end, which have another name, and which building went where. */
import type { GridChangeView } from '#contracts/grids.ts'
import type { Tree } from '../tree.ts'
import type { GridChange } from './changes.ts'

export function viewChange(tree: Tree, change: GridChange): GridChangeView {
  const { id, kind, effectiveOn, at, capacity, reason, wanted } = change
  const before = change.before?.grids ?? []
  const after = wanted.grids.map((grid, index) => ({ ...grid, gridId: wanted.gridIds[index] ?? '' }))
  const nameBefore = new Map(before.map((grid) => [grid.gridId, grid.name]))
  const kept = new Set(after.map(({ gridId }) => gridId))
  const gridBefore = gridOf(before)
  const gridAfter = gridOf(after)
  const moved = [...new Set([...gridBefore.keys(), ...gridAfter.keys()])].filter(
    (building) => gridBefore.get(building)?.id !== gridAfter.get(building)?.id,
  )
  return {
    id,
    kind,
    gridLevel: wanted.gridLevel,
    effectiveOn,
    at,
    capacity,
    reason,
    state: stateOf(change),
    begun: after.filter(({ gridId }) => !nameBefore.has(gridId)).map(({ name }) => name),
    ended: before.filter(({ gridId }) => !kept.has(gridId)).map(({ name }) => name),
    renamed: after.flatMap(({ gridId, name }) => {
      const from = nameBefore.get(gridId)
      return from !== undefined && from !== name ? [{ from, to: name }] : []
    }),
    // Before it has begun, nobody knows from where a building will come.
    moved: change.appliedAt
      ? moved.map((building) => ({
          building: tree.byId.get(building)?.name ?? '',
          from: gridBefore.get(building)?.name ?? null,
          to: gridAfter.get(building)?.name ?? null,
        }))
      : [],
  }
}

const stateOf = ({ appliedAt, cancelledAt, refused }: GridChange): GridChangeView['state'] =>
  appliedAt ? 'applied' : refused ? 'refused' : cancelledAt ? 'cancelled' : 'waiting'

const gridOf = (grids: readonly { gridId: string; name: string; buildingIds: readonly string[] }[]) =>
  new Map(grids.flatMap(({ gridId: id, name, buildingIds }) => buildingIds.map((building) => [building, { id, name }])))
