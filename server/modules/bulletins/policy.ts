/**
 * How somebody stands to a bulletin. Read POLICY as a table: who writes it sees the working copy; everybody who lives or
 * works in the place, or over it, reads what was published; nobody else learns that it is there.
 */
import type { Actor } from '#platform/actor.ts'
import { reaches } from '#platform/reach.ts'

export type Relation = 'writer' | 'reader'
type Placed = { placePath: string }

// prettier-ignore
export const POLICY = {
  read:  ['writer', 'reader'],
  write: ['writer'],
} satisfies Record<string, readonly Relation[]>

export function relationsTo(actor: Actor, { placePath }: Placed): Relation[] {
  const lives = actor.home?.path.startsWith(placePath) ?? false
  const works = actor.capacities.some((one) => one.placePath.startsWith(placePath) || placePath.startsWith(one.placePath))
  return [...(reaches(actor, 'bulletins.write', placePath) ? (['writer'] as const) : []), ...(lives || works ? (['reader'] as const) : [])]
} // prettier-ignore

export const may = (what: keyof typeof POLICY, relations: readonly Relation[]): boolean =>
  relations.some((one) => (POLICY[what] as readonly Relation[]).includes(one))
