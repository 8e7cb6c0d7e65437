/** Who is calling: a person with a session and the posts that the person holds today, or another system by its key. */
import { RIGHTS, type PostKind, type Right } from '#contracts/rights.ts'
import type { Access } from '#contracts/endpoint.ts'
import { AppError } from './errors.ts'

export type Capacity = {
  postId: string
  kind: PostKind
  title: string
  organisationId: string | null
  organisationName: string | null
  placeId: string
  placeName: string
  placeLevel: string
  placePath: string
}

export type Actor = {
  tenantId: number
  personId: string
  name: string
  nickname: string
  sessionId: string
  /** Set for another system: in what words history keeps what it does. Its id is that of its key. */
  machine?: string
  capacities: Capacity[]
  home: {
    placeId: string
    path: string
    compoundId: string | null
    communityId: string | null
    buildingId: string | null
  } | null
}

/**
 * Lets the actor through the door of an endpoint; what they may do with one thing behind it is its module's policy.
 *
 * @throws sign_in_required, right_required
 */
export function admit(access: Access, actor: Actor | null): void {
  if (access === 'anyone') return
  if (!actor) throw new AppError('sign_in_required')
  if (access !== 'signedIn' && !holdsRight(actor, access)) throw new AppError('right_required', { right: access })
}

export const holdsRight = (actor: Actor, right: Right): boolean =>
  actor.capacities.some(({ kind }) => (RIGHTS[right] as readonly PostKind[]).includes(kind))
