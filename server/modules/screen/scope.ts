/** Which area the wall shows: that of the reader's highest post that may look at it. */
import { RIGHTS, type PostKind } from '#contracts/rights.ts'
import type { Actor, Capacity } from '#platform/actor.ts'
import { AppError } from '#platform/errors.ts'

/** Condition on `request r` by the level of the area, $2 being its place; a district is the whole tenant. Largest first. */
export const HOLDS = {
  district: '$2::uuid IS NOT NULL',
  subdistrict: 'r.subdistrict_id = $2',
  community: 'r.community_id = $2',
  compound: 'r.compound_id = $2',
} as const
type Level = keyof typeof HOLDS
const LEVELS: readonly Level[] = ['district', 'subdistrict', 'community', 'compound']

export type Area = Pick<Capacity, 'placeId' | 'placePath' | 'placeName'> & { level: Level }

/** @throws right_required when no post that may look covers an area large enough to show nobody */
export function areaOf(actor: Actor): Area {
  const kinds: readonly PostKind[] = RIGHTS['screen.view']
  const able = actor.capacities.filter(({ kind }) => kinds.includes(kind))
  for (const level of LEVELS) {
    const post = able.find(({ placeLevel }) => placeLevel === level)
    if (post) return { placeId: post.placeId, placePath: post.placePath, placeName: post.placeName, level }
  }
  throw new AppError('right_required', { right: 'screen.view' })
}
