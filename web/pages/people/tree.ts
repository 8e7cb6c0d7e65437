/** A flat list with parents, read as a tree. Those whose superior is not in the list stand at the top. */
type Node = { id: string; parentId: string | null }

/** Children of a node; the tops for null. */
export function childrenIn<N extends Node>(all: readonly N[], below: string | null): N[] {
  if (below !== null) return all.filter(({ parentId }) => parentId === below)
  const ids = new Set(all.map(({ id }) => id))
  return all.filter(({ parentId }) => parentId === null || !ids.has(parentId))
}

/** Those that are meant, and what they hang from. */
export function withAncestors<N extends Node>(all: readonly N[], meant: (one: N) => boolean): N[] {
  const byId = new Map(all.map((one) => [one.id, one]))
  const kept = new Set<string>()
  for (const one of all.filter(meant))
    for (let at: N | undefined = one; at && !kept.has(at.id); at = at.parentId ? byId.get(at.parentId) : undefined)
      kept.add(at.id)
  return all.filter(({ id }) => kept.has(id))
}
