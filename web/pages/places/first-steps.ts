/**
 * How far a new installation has come, from what is really there: which subdistrict and community, the compound, its
 * homes, grids, posts and check-up. Nothing is remembered apart from the registers themselves.
 */
import type { ReplyOf } from '#contracts/endpoint.ts'
import { readFirstSteps, readRegister } from '#contracts/places.ts'
import { listPosts } from '#contracts/people.ts'
import { readCheckup } from '#contracts/standards.ts'
import { useRight } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'

export type FirstState = {
  topId: string
  communities: ReplyOf<typeof readFirstSteps>['communities']
  /** The compound that is being entered, once there is one. */
  compound: ReplyOf<typeof readRegister> | undefined
  held: number
  vacant: number
  /** What falls short; undefined before the first check-up. */
  gaps: number | undefined
}
export type FirstSteps = { isWaiting: boolean; state: FirstState | undefined }

/** `state` while a district's only compound is not finished; a district with several is beyond its first steps. */
export function useFirstSteps(enabled: boolean): FirstSteps {
  const asks = useRight('places.manage') && enabled
  const first = useEndpoint(readFirstSteps, {}, { enabled: asks, topics: ['divisions'] })
  const placeId = first.data?.compoundId ?? ''
  const hasOne = asks && placeId !== ''
  const compound = useEndpoint(readRegister, { params: { id: placeId } }, { enabled: hasOne })
  const mayPosts = useRight('people.view') && hasOne
  const mayCheck = useRight('standards.view') && hasOne
  const posts = useEndpoint(listPosts, { query: { placeId } }, { enabled: mayPosts })
  const checkup = useEndpoint(readCheckup, { query: { placeId } }, { enabled: mayCheck })
  const isWaiting =
    (asks && !first.data && !first.error) ||
    (hasOne && !compound.data && !compound.error) ||
    (mayPosts && !posts.data && !posts.error) ||
    (mayCheck && !checkup.data && !checkup.error)
  if (isWaiting || !first.data || first.data.compounds > 1) return { isWaiting, state: undefined }
  const rows = posts.data?.rows ?? []
  const counts = checkup.data?.checkedAt ? checkup.data.counts : undefined
  const state: FirstState = {
    topId: first.data.topId,
    communities: first.data.communities,
    compound: compound.data,
    held: rows.filter(({ vacant, holders }) => vacant === 0 && holders.length > 0).length,
    vacant: rows.filter(({ vacant }) => vacant > 0).length,
    gaps: counts && counts.must + counts.should + counts.advise,
  }
  return { isWaiting, state: isFinished(state) ? undefined : state }
}

const isFinished = ({ compound, held, gaps }: FirstState) =>
  compound !== undefined &&
  (compound.place.households ?? 0) > 0 &&
  compound.counts.basicGrids > 0 &&
  held > 0 &&
  gaps !== undefined
