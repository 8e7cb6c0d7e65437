/** Which area the wall shows: that of the reader's highest post that may look at it. */
import { PLACE_LEVELS } from '#contracts/places.ts'
import { RIGHTS, type PostKind } from '#contracts/rights.ts'
import type { Actor, Capacity } from '#platform/actor.ts'
import { AppError } from '#platform/errors.ts'

/** Condition on `request r` by the level of the area, $2 being its place; a district is the whole tenant. */
const HOLDS: Partial<Record<string, string>> = {
  district: '$2::uuid IS NOT NULL',
  subdistrict: 'r.subdistrict_id = $2',
  community: 'r.community_id = $2',
  compound: 'r.compound_id = $2',
}

export type Area = Pick<Capacity, 'placeId' | 'placePath' | 'placeName'> & {
  /** Condition on `request r`; $1 is the tenant, $2 the place. */
  holds: string
}

/** @throws right_required when no post that may look covers an area large enough to show nobody */
export function areaOf(actor: Actor): Area {
  const kinds: readonly PostKind[] = RIGHTS['screen.view']
  const [highest] = actor.capacities
    .filter(({ kind, placeLevel }) => kinds.includes(kind) && HOLDS[placeLevel])
    .toSorted((a, b) => levelOf(a) - levelOf(b))
  const holds = highest && HOLDS[highest.placeLevel]
  if (!holds) throw new AppError('right_required', { right: 'screen.view' })
  const { placeId, placePath, placeName } = highest
  return { placeId, placePath, placeName, holds }
}

const levelOf = ({ placeLevel }: Capacity) => PLACE_LEVELS.findIndex((level) => level === placeLevel)
