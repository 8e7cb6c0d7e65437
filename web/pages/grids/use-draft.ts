/** The draft of a page with its undo, the grid that is chosen, and what tools and lists do to them. */
import { useState } from 'react'
import type { Area, GridsView } from '#contracts/grids.ts'
import { useText } from '#web/platform/i18n.ts'
import { gridsText } from '#web/texts/grids.ts'
import * as drafts from './draft.ts'

export type DraftDrawing = ReturnType<typeof useDraft>

export function useDraft(view: GridsView) {
  const t = useText(gridsText)
  const [history, setHistory] = useState(() => drafts.begin(drafts.draftOf(view)))
  const [chosen, choose] = useState<string>()
  const draft = history.now
  const active = draft.grids.some(({ key }) => key === chosen) ? chosen : draft.grids[0]?.key
  const save = (next: drafts.Draft) => setHistory((now) => drafts.step(now, next))
  const named = t.newName[view.gridLevel]
  /** At level 1 a compound is never cut: its houses go together. */
  const together = (houses: readonly string[]) => {
    const groups = new Set(
      view.buildings.flatMap(({ id, groupId }) => (groupId && houses.includes(id) ? [groupId] : [])),
    )
    const all = view.buildings.flatMap(({ id, groupId }) => (groupId && groups.has(groupId) ? [id] : []))
    return [...new Set([...houses, ...all])].filter((id) => view.buildings.some((one) => one.id === id))
  }
  function addGrid(houses: readonly string[] = []) {
    const key = crypto.randomUUID()
    const added = drafts.add(draft, key, drafts.nextName(draft, named))
    save(drafts.assign(added, together(houses), key))
    choose(key)
  }

  return {
    draft,
    active,
    choose,
    addGrid: () => addGrid(),
    /** Houses go to the chosen grid; the first ones make a first grid. */
    give(houses: readonly string[]) {
      if (active) save(drafts.assign(draft, together(houses), active))
      else addGrid(houses)
    },
    giveTo: (house: string, key: string | null) => save(drafts.assign(draft, together([house]), key)),
    /** What of the chosen grid lies beyond the line becomes one of its own; nothing happens when that is all or none. */
    cut(isBeyond: (house: string) => boolean) {
      const members = active ? drafts.membersOf(draft, active) : []
      const beyond = together(members.filter(isBeyond))
      if (beyond.length > 0 && beyond.length < members.length) addGrid(beyond)
    },
    drawBorders: (outlines: ReadonlyMap<string, Area>) => save(drafts.drawBorders(draft, outlines)),
    /** The ring is the border of the chosen grid, and the houses in it are its own. */
    drawActive(outline: Area, houses: readonly string[]) {
      if (!active) return
      const own = together(houses)
      const left = drafts.membersOf(draft, active).filter((house) => !own.includes(house))
      const given = drafts.assign(drafts.assign(draft, left, null), own, active)
      save(drafts.drawBorders(given, new Map([[active, outline]])))
    },
    change: (key: string, to: Parameters<typeof drafts.change>[2]) => save(drafts.change(draft, key, to)),
    merge: (from: string, into: string) => (save(drafts.merge(draft, from, into)), choose(into)),
    remove: (key: string) => save(drafts.remove(draft, key)),
    undo: history.past.length > 0 ? () => setHistory(drafts.undo) : undefined,
    redo: history.future.length > 0 ? () => setHistory(drafts.redo) : undefined,
    reset: () => save(drafts.draftOf(view)),
    differences: drafts.differences(view, draft),
  }
}
