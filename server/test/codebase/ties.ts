/**
 * How a statement's tables hang together: which table is tied to which by "tenant_id = …", and whether every one of
 * them hangs, in the end, on one and the same parameter. Knows nothing of SQL; statements.ts builds it from the tree.
 */

/** What stands on one side of an equality: a parameter, a table's tenant_id, or a column made of several branches. */
export type Tie = { parameter: number } | { relation: string; alias: string } | { branches: readonly Tie[] }
export type Relation = Extract<Tie, { relation: string }>

export class Ties {
  private readonly relations: Relation[] = []
  private readonly links: { held: Relation; by: Tie }[] = []
  private readonly demands: { by: Tie | undefined; otherwise: string }[] = []

  /** A tenant table used somewhere in the statement; it must end up tied. */
  add(relation: string, alias: string): Relation {
    const added = { relation, alias }
    this.relations.push(added)
    return added
  }

  /** The relation is restricted to the tenant that the other side stands for. */
  link(held: Relation, by: Tie) {
    this.links.push({ held, by })
  }

  /** A written value that must be the tenant. */
  demand(by: Tie | undefined, otherwise: string) {
    this.demands.push({ by, otherwise })
  }

  faults(): string[] {
    const found = new Map<Relation, Set<number>>(this.relations.map((relation) => [relation, new Set()]))
    const parametersOf = (tie: Tie): ReadonlySet<number> => {
      if ('parameter' in tie) return new Set([tie.parameter])
      if ('relation' in tie) return found.get(tie) ?? new Set()
      const branches = tie.branches.map(parametersOf)
      return branches.every((branch) => branch.size > 0)
        ? new Set(branches.flatMap((branch) => [...branch]))
        : new Set()
    }
    for (let before = -1, now = 0; before !== now;) {
      before = now
      for (const { held, by } of this.links) for (const n of parametersOf(by)) found.get(held)?.add(n)
      now = [...found.values()].reduce((sum, parameters) => sum + parameters.size, 0)
    }

    const demanded = this.demands.map(({ by, otherwise }) => ({
      parameters: by ? parametersOf(by) : new Set<number>(),
      otherwise,
    }))
    const all = new Set([...found.values(), ...demanded.map((demand) => demand.parameters)].flatMap((set) => [...set]))
    return [
      ...this.relations
        .filter((relation) => found.get(relation)?.size === 0)
        .map(({ relation, alias }) => `${relation}${alias === relation ? '' : ` ${alias}`} is not tied to the tenant`),
      ...demanded.filter((demand) => demand.parameters.size === 0).map((demand) => demand.otherwise),
      ...(all.size > 1 ? [`tied to different parameters: ${[...all].map((n) => `$${n}`).join(', ')}`] : []),
    ]
  }
}
