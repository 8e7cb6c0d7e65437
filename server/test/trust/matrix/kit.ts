/**
 * What the rows of the matrix are made of: who calls, what a call is aimed at, and the answers that many rows share.
 *
 * A row's `call` makes a call that succeeds for whoever may; `behind` says what the others get who pass the door.
 */
export const PRINCIPALS = [
  'anonymous', 'resident', 'neighbour', 'member', 'volunteer', 'buildingHead', 'areaLead', 'gridLead', 'gridWorker', 'dutyOfficer', 'desk', 'followUp',
  'secretary', 'branchSecretary', 'chair', 'unit', 'subdistrict', 'district', 'auditor', 'operator', 'disabled',
  // Another system by a key with every scope over the whole district
  'apiKey',
] as const // prettier-ignore
export type Principal = (typeof PRINCIPALS)[number]
export const TARGETS = ['own', 'sibling', 'otherTenant', 'absent'] as const
export type Target = (typeof TARGETS)[number]

/** Ids of one area (or of nothing at all): what a call can be aimed at. */
export type Things = {
  limitedId: string
  openId: string
  photoId: string
  placeId: string
  homeId: string
  postId: string
  termId: string
  personId: string
  /** Holds no post. */
  freeId: string
  sessionId: string
  noticeId: string
  bulkId: string
  organisationId: string
  venueId: string
  selectionId: string
  /** Lives at homeId, has lit the plate of plateCode. */
  memberId: string
  /** Its first 22 characters. */
  plateCode: string
  /** Of pairings, dropped; holds the member for homeId. */
  planId: string
  /** The member was asked, and has not answered. */
  pairingId: string
  importId: string
  /** Of this place. */
  webhookId: string
  /** Published, of communityId. */
  bulletinId: string
  draftId: string
  communityId: string
  /** The owners’ roll, asked for by whoever uploaded importId, and ended. */
  exportId: string
  keyId: string
  /** Of this place; its organisation stands for it. */
  peerId: string
}

export type Call = { path: string; body?: object; contentType?: string }
export type Row = {
  call: (things: Things, who: Principal) => Call
  /** Which targets make a difference; only `own` when the call is aimed at nothing. */
  targets?: readonly Target[]
  /** Behind the door: 200 unless said otherwise. */
  behind?: (who: Principal, target: Target) => number
}

export const inside = (
  who: Principal,
  target: Target,
  own: readonly Principal[],
  above: readonly Principal[],
  otherwise = 404,
) =>
  (target === 'own' && own.includes(who)) || (target !== 'otherTenant' && target !== 'absent' && above.includes(who))
    ? 200
    : otherwise

export const FIELD: readonly Principal[] = ['buildingHead', 'areaLead', 'gridLead', 'gridWorker']
export const WORKING: readonly Principal[] = [
  ...FIELD,
  'dutyOfficer',
  'desk',
  'followUp',
  'secretary',
  'unit',
  'subdistrict',
]
export const isHere = (target: Target) => target === 'own' || target === 'sibling'
/** What any person of the district may see; elsewhere and nowhere look the same. */
export const ofDistrict = (refusal: number) => (_who: Principal, target: Target) => (isHere(target) ? 200 : refusal)
/** Registers are kept by those whose post is over the area; beyond it everybody sees them and may not touch them. */
export const kept =
  (elsewhere: number, then = 200) =>
  (who: Principal, target: Target) => {
    if (!isHere(target)) return elsewhere
    return inside(who, target, ['desk', 'secretary', 'subdistrict'], ['district', 'operator'], 403) === 200 ? then : 403
  }
export const plain = (path: string): Row => ({ call: () => ({ path }) })
export const always = (path: string, status: number, body?: () => object): Row => ({
  call: () => ({ path, ...(body && { body: body() }) }),
  behind: () => status,
})
/** Plans are made over the reach of one's own post. */
export const plans = (who: Principal, target: Target) =>
  inside(who, target, ['desk', 'secretary', 'subdistrict'], ['operator'])

/** The registers of one's own area. */
export const registers = (who: Principal, target: Target) =>
  inside(
    who,
    target,
    [...FIELD, 'dutyOfficer', 'desk', 'followUp', 'secretary', 'branchSecretary', 'chair', 'subdistrict'],
    ['district', 'auditor', 'operator'],
  )
export const keepsPlaces =
  (answer = 200) =>
  (who: Principal, target: Target) =>
    inside(who, target, ['desk', 'subdistrict'], ['operator']) === 200 ? answer : 404
export type Rows = Record<string, Row>
