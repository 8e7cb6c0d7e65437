/** Outlines of the grids of a cut: those that were drawn, and for the others what their buildings give. */
import type { Tree } from '../tree.ts'
import type { Drawn } from './apply.ts'
import type { Cut } from './cut.ts'
import type { GridsWanted } from './wanted.ts'

export function outlinesFor(_tree: Tree, wanted: GridsWanted, cut: Cut): Drawn[] {
  return wanted.grids.flatMap(({ outline }, at): Drawn[] => {
    const id = cut.gridIds[at] ?? ''
    return outline === undefined ? [] : [{ id, outline, from: 'hand' }]
  })
}
