/** An import asks the rights of the registers that it writes to, each over the chosen place: nobody enters more by a file than by hand. */
import type { ImportKind, ImportPart } from '#contracts/imports.ts'
import type { PostKind, Right } from '#contracts/rights.ts'
import { appointable } from '#modules/people/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/errors.ts'
import { reaches } from '#platform/reach.ts'

const NEEDS: Record<ImportKind, Right> = {
  buildings: 'places.manage',
  homes: 'places.manage',
  owners: 'owners.manage',
  residents: 'households.manage',
  roster: 'imports.run',
  organisations: 'organisations.manage',
  posts: 'posts.appoint',
  members: 'members.manage',
}

/** @throws not_permitted (details.kind: which of the chosen kinds) */
export function checkRights(
  actor: Actor,
  { parts, createMissing, placePath }: { parts: readonly ImportPart[]; createMissing: boolean; placePath: string },
) {
  // prettier-ignore
  if (!reaches(actor, 'imports.run', placePath)) throw new AppError('not_permitted', { field: 'placeId' })
  for (const { kind } of parts)
    if (kind && !reaches(actor, NEEDS[kind], placePath)) throw new AppError('not_permitted', { kind })
  if (createMissing && !reaches(actor, 'places.manage', placePath))
    throw new AppError('not_permitted', { field: 'createMissing' })
}

export const mayAppointOver = (actor: Actor, placePath: string): PostKind[] => [...appointable(actor, placePath)]
