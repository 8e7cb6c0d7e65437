/**
 * Who may call what, on what: a row per route. The door (`access`) is the contract's; what lies behind it is written here
 * by hand from docs/capabilities, so that table and code can disagree.
 *
 * A row's `call` makes a call that succeeds for whoever may; `behind` says what the others get who pass the door.
 */
import type { StepBody } from '#contracts/requests.ts'
import { newId } from '#platform/ids.ts'
import { makePhone } from '#modules/accounts/make.ts'
import { photoForm } from './photo.ts'

export const PRINCIPALS = [
  'anonymous', 'resident', 'neighbour', 'member', 'volunteer', 'buildingHead', 'areaLead', 'gridWorker', 'dutyOfficer', 'desk', 'followUp',
  'secretary', 'unit', 'subdistrict', 'district', 'auditor', 'operator', 'disabled',
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
}

type Call = { path: string; body?: object; contentType?: string }
type Row = {
  call: (things: Things, who: Principal) => Call
  /** Which targets make a difference; only `own` when the call is aimed at nothing. */
  targets?: readonly Target[]
  /** Behind the door: 200 unless said otherwise. */
  behind?: (who: Principal, target: Target) => number
}

const AIMED = TARGETS
const inside = (
  who: Principal,
  target: Target,
  own: readonly Principal[],
  above: readonly Principal[],
  otherwise = 404,
) =>
  (target === 'own' && own.includes(who)) || (target !== 'otherTenant' && target !== 'absent' && above.includes(who))
    ? 200
    : otherwise

const FIELD: readonly Principal[] = ['buildingHead', 'areaLead', 'gridWorker']
const WORKING: readonly Principal[] = [...FIELD, 'dutyOfficer', 'desk', 'followUp', 'secretary', 'unit', 'subdistrict']
const isHere = (target: Target) => target === 'own' || target === 'sibling'
/** What any person of the district may see; elsewhere and nowhere look the same. */
const ofDistrict = (refusal: number) => (_who: Principal, target: Target) => (isHere(target) ? 200 : refusal)
/** Registers are kept by those whose post is over the area; beyond it everybody sees them and may not touch them. */
const kept =
  (elsewhere: number, then = 200) =>
  (who: Principal, target: Target) => {
    if (!isHere(target)) return elsewhere
    return inside(who, target, ['desk', 'secretary', 'subdistrict'], ['district', 'operator'], 403) === 200 ? then : 403
  }
/** A selection is there for those who run it, and for those who live where it is held. */
const chosen =
  (then = 200) =>
  (who: Principal, target: Target) =>
    inside(
      who,
      target,
      ['resident', 'neighbour', 'member', 'desk', 'secretary', 'subdistrict'],
      ['district', 'operator'],
    ) === 200
      ? then
      : 404
const dayOf = (who: Principal) => `2027-01-${10 + PRINCIPALS.indexOf(who)}`
const note: Partial<StepBody> = { action: 'noteInside', note: '内部记录' }
const plain = (path: string): Row => ({ call: () => ({ path }) })
const always = (path: string, status: number, body?: () => object): Row => ({
  call: () => ({ path, ...(body && { body: body() }) }),
  behind: () => status,
})
/** A limited request: seen by those who work on it, those over its area and the auditor. */
const seesLimited = (who: Principal, target: Target) => inside(who, target, WORKING, ['district', 'auditor'])

/** Plans are made over the reach of one's own post. */
const plans = (who: Principal, target: Target) =>
  inside(who, target, ['desk', 'secretary', 'subdistrict'], ['operator'])

/** Members: party posts and the community's staff over the home; for everybody else there is none. */
const KEEPERS: readonly Principal[] = ['desk', 'secretary']
const keepers =
  (wanted = 200) =>
  (who: Principal, target: Target) =>
    target === 'own' && KEEPERS.includes(who) ? wanted : 404
const entry = (homeId: string) => ({
  name: '新党员',
  phone: makePhone(),
  homePlaceId: homeId,
  stage: 'formal',
  inService: false,
  agreed: 'paper',
})
const plateWords = { words: '有事喊一声', canHelp: [] }

/** The registers of one's own area. */
const registers = (who: Principal, target: Target) =>
  inside(
    who,
    target,
    [...FIELD, 'dutyOfficer', 'desk', 'followUp', 'secretary', 'subdistrict'],
    ['district', 'auditor', 'operator'],
  )
const keepsPlaces =
  (answer = 200) =>
  (who: Principal, target: Target) =>
    inside(who, target, ['desk', 'subdistrict'], ['operator']) === 200 ? answer : 404
const bulkPlaces = { buildings: '1-2', buildingWord: '栋', entrances: 1, floors: 2, firstFloor: 1, homesPerFloor: 1, numbers: 'floorRoom', withoutFloors: '' } // prettier-ignore

/** The compound around one's post, and whatever lies below it. */
const seesCheckup = (who: Principal, target: Target) =>
  inside(who, target, ['gridWorker', 'desk', 'followUp', 'secretary', 'subdistrict'], ['district', 'auditor', 'operator'])

export const ROWS: Record<string, Row> = {
  'GET /api/tenant': plain('/api/tenant'),
  'POST /api/sign-in/codes': always('/api/sign-in/codes', 200, () => ({ phone: makePhone() })),
  'POST /api/sign-in/code': always('/api/sign-in/code', 401, () => ({ attemptId: newId(), code: '123456' })),
  'POST /api/sign-in/password': always('/api/sign-in/password', 401, () => ({ username: `nobody-${newId()}`, password: 'not the one' })),
  'GET /api/sign-in/demo': plain('/api/sign-in/demo'),
  'POST /api/sign-in/demo': always('/api/sign-in/demo', 403, () => ({ personId: newId() })),
  'POST /api/sign-in/first': always('/api/sign-in/first', 410, () => ({ token: 'none', name: '某人', username: 'somebody', password: 'a long pass phrase' })),
  'POST /api/sign-out': { call: () => ({ path: '/api/sign-out' }) },

  'GET /api/me': plain('/api/me'),
  'PATCH /api/me': { call: ({ homeId }) => ({ path: '/api/me', body: { homePlaceId: homeId } }), targets: AIMED, behind: ofDistrict(422) },
  'GET /api/me/sessions': plain('/api/me/sessions'),
  // Sessions here are other people's
  'DELETE /api/me/sessions/:id': { call: ({ sessionId }) => ({ path: `/api/me/sessions/${sessionId}` }), targets: AIMED, behind: () => 404 },
  'GET /api/me/reveals': plain('/api/me/reveals'),
  'GET /api/live': plain('/api/live'),

  'GET /api/places': plain('/api/places'),
  'GET /api/places/at': plain('/api/places/at?lon=120.15&lat=30.28'),
  'GET /api/places/search': plain(`/api/places/search?q=${encodeURIComponent('桂园')}`),
  'GET /api/places/:id/map': { call: ({ placeId }) => ({ path: `/api/places/${placeId}/map` }), targets: AIMED, behind: ofDistrict(404) },

  'GET /api/register': plain('/api/register'),
  'GET /api/register/first-steps': plain('/api/register/first-steps'),
  'GET /api/register/:id': { call: ({ placeId }) => ({ path: `/api/register/${placeId}` }), targets: AIMED, behind: registers },
  'GET /api/register/:id/homes': { call: ({ placeId }) => ({ path: `/api/register/${placeId}/homes` }), targets: AIMED, behind: registers },
  'POST /api/register': { call: ({ placeId }) => ({ path: '/api/register', body: { parentId: placeId, level: 'entrance', name: newId() } }), targets: AIMED, behind: keepsPlaces() },
  'PATCH /api/register/:id': { call: ({ placeId }) => ({ path: `/api/register/${placeId}`, body: { floors: 6 } }), targets: AIMED, behind: keepsPlaces() },
  // The building has requests; it is no compound either
  'DELETE /api/register/:id': { call: ({ placeId }) => ({ path: `/api/register/${placeId}` }), targets: AIMED, behind: keepsPlaces(409) },
  'POST /api/register/:id/bulk/preview': { call: ({ placeId }) => ({ path: `/api/register/${placeId}/bulk/preview`, body: bulkPlaces }), targets: AIMED, behind: keepsPlaces(422) },
  'POST /api/register/:id/bulk': { call: ({ placeId }) => ({ path: `/api/register/${placeId}/bulk`, body: bulkPlaces }), targets: AIMED, behind: keepsPlaces(422) },
  'GET /api/divisions': plain('/api/divisions?q=110101'),
  // A whole district is not taken
  'POST /api/divisions/take': always('/api/divisions/take', 422, () => ({ codes: ['110101'] })),

  'GET /api/organisations': plain('/api/organisations'),
  'GET /api/posts': plain('/api/posts'),
  'GET /api/organisations/:id': { call: ({ organisationId }) => ({ path: `/api/organisations/${organisationId}` }), targets: AIMED, behind: ofDistrict(404) },
  'POST /api/organisations': { call: ({ placeId }) => ({ path: '/api/organisations', body: { kind: 'shop', name: '店', placeId } }), targets: AIMED, behind: kept(422) },
  'PATCH /api/organisations/:id': { call: ({ organisationId }) => ({ path: `/api/organisations/${organisationId}`, body: { name: '联盟' } }), targets: AIMED, behind: kept(404) },
  // A shop hangs below it
  'DELETE /api/organisations/:id': { call: ({ organisationId }) => ({ path: `/api/organisations/${organisationId}` }), targets: AIMED, behind: kept(404, 409) },
  // Nothing is a member of itself
  'POST /api/organisations/:id/members': { call: ({ organisationId }) => ({ path: `/api/organisations/${organisationId}/members`, body: { memberId: organisationId, fromOn: '2026-11-18', gives: '' } }), targets: AIMED, behind: kept(404, 422) },
  'DELETE /api/organisations/:id/members/:membershipId': { call: ({ organisationId }) => ({ path: `/api/organisations/${organisationId}/members/${newId()}` }), targets: AIMED, behind: kept(404, 404) },
  // Decided by the place that is looked after, which is nowhere
  'POST /api/organisations/:id/sponsorships': { call: ({ organisationId }) => ({ path: `/api/organisations/${organisationId}/sponsorships`, body: { placeId: newId(), duty: '包抓', fromOn: '2026-11-18' } }), targets: AIMED, behind: (_who, target) => (isHere(target) ? 422 : 404) },
  'DELETE /api/organisations/:id/sponsorships/:sponsorshipId': { call: ({ organisationId }) => ({ path: `/api/organisations/${organisationId}/sponsorships/${newId()}` }), targets: AIMED, behind: () => 404 },
  'GET /api/organisations/chart': { call: ({ placeId }) => ({ path: `/api/organisations/chart?placeId=${placeId}` }), targets: AIMED, behind: ofDistrict(404) },
  'GET /api/pledges': plain('/api/pledges'),
  'GET /api/venues': plain('/api/venues'),
  'POST /api/venues': { call: ({ placeId }) => ({ path: '/api/venues', body: { kind: 'parlour', name: '厅', placeId, organisationId: null, areaCenti: null, hasSign: false, functions: [] } }), targets: AIMED, behind: kept(422) },
  'PATCH /api/venues/:id': { call: ({ venueId }) => ({ path: `/api/venues/${venueId}`, body: { hasSign: true } }), targets: AIMED, behind: kept(404) },
  'DELETE /api/venues/:id': always(`/api/venues/${newId()}`, 404),
  'GET /api/chain': plain('/api/chain'),
  'PATCH /api/chain': always('/api/chain', 422, () => ({ levels: [{ name: '级', nameEn: 'Level', placeLevel: 'grid', gridLevel: null, postKinds: [], forms: [] }] })),
  'GET /api/places/:id/answerable': { call: ({ placeId }) => ({ path: `/api/places/${placeId}/answerable` }), targets: AIMED, behind: ofDistrict(404) },

  'POST /api/posts': { call: ({ placeId }) => ({ path: '/api/posts', body: { kind: 'member', title: '党员', placeId } }), targets: AIMED, behind: kept(422) },
  'GET /api/posts/:id': { call: ({ postId }) => ({ path: `/api/posts/${postId}` }), targets: AIMED, behind: ofDistrict(404) },
  'PATCH /api/posts/:id': { call: ({ postId }) => ({ path: `/api/posts/${postId}`, body: { seats: 1 } }), targets: AIMED, behind: kept(404) },
  // Somebody holds it
  'DELETE /api/posts/:id': { call: ({ postId }) => ({ path: `/api/posts/${postId}` }), targets: AIMED, behind: kept(404, 409) },
  'GET /api/posts/cross': plain('/api/posts/cross'),
  'GET /api/posts/:id/open-work': { call: ({ postId }) => ({ path: `/api/posts/${postId}/open-work` }), targets: AIMED, behind: kept(404) },
  'POST /api/posts/:id/terms': { call: ({ postId, freeId }, who) => ({ path: `/api/posts/${postId}/terms`, body: { personId: freeId, fromOn: dayOf(who), toOn: dayOf(who) } }), targets: AIMED, behind: kept(404) },
  'DELETE /api/posts/:id/terms/:termId': { call: ({ postId }) => ({ path: `/api/posts/${postId}/terms/${newId()}` }), targets: AIMED, behind: kept(404, 404) },
  // From a day that is past
  'POST /api/posts/:id/hand-over': { call: ({ postId, termId, freeId }) => ({ path: `/api/posts/${postId}/hand-over`, body: { termId, personId: freeId, fromOn: '2000-01-01', note: '交接' } }), targets: AIMED, behind: kept(404, 422) },
  'GET /api/reserve': plain('/api/reserve'),
  // For a place that is nowhere
  'POST /api/reserve': { call: ({ placeId }) => ({ path: '/api/reserve', body: { personId: newId(), postKind: 'member', placeId, reason: '' } }), targets: AIMED, behind: kept(422, 422) },
  'DELETE /api/reserve/:id': always(`/api/reserve/${newId()}`, 404),

  'GET /api/selections': plain('/api/selections'),
  'GET /api/selections/:id': { call: ({ selectionId }) => ({ path: `/api/selections/${selectionId}` }), targets: AIMED, behind: chosen() },
  // For a post that is nowhere
  'POST /api/selections': { call: ({ organisationId }) => ({ path: '/api/selections', body: { title: '推选', organisationId, seats: [{ postId: newId(), seats: 1 }], vettingSteps: ['审查'], fromOn: '2026-11-18', nominateUntil: '2026-12-18' } }), targets: AIMED, behind: kept(422, 422) },
  'POST /api/selections/:id/candidates': { call: ({ selectionId }) => ({ path: `/api/selections/${selectionId}/candidates`, body: { personId: newId(), channel: 'community', statement: '', supporters: 0 } }), targets: AIMED, behind: chosen(422) },
  'POST /api/selections/:id/candidacy': { call: ({ selectionId }) => ({ path: `/api/selections/${selectionId}/candidacy`, body: { statement: '' } }), targets: AIMED, behind: chosen() },
  'PATCH /api/selections/:id/candidacy': { call: ({ selectionId }) => ({ path: `/api/selections/${selectionId}/candidacy`, body: { answer: 'withdraw' } }), targets: AIMED, behind: chosen() },
  // Not yet being vetted, let alone decided
  'POST /api/selections/:id/candidates/:candidateId/vetting': { call: ({ selectionId }) => ({ path: `/api/selections/${selectionId}/candidates/${newId()}/vetting`, body: { step: '审查', passed: true, reason: '好' } }), targets: AIMED, behind: chosen(409) },
  'POST /api/selections/:id/steps': { call: ({ selectionId }) => ({ path: `/api/selections/${selectionId}/steps`, body: { action: 'beginDeciding', note: '' } }), targets: AIMED, behind: chosen(409) },
  'POST /api/selections/:id/result': { call: ({ selectionId }) => ({ path: `/api/selections/${selectionId}/result`, body: { elected: [{ candidateId: newId(), postId: newId() }], fromOn: '2026-12-01', note: '' } }), targets: AIMED, behind: chosen(409) },

  'GET /api/people': plain('/api/people'),
  'POST /api/people': { call: ({ homeId }) => ({ path: '/api/people', body: { name: '新人', phone: makePhone(), homePlaceId: homeId } }), targets: AIMED, behind: ofDistrict(422) },
  'PATCH /api/people/:id': { call: ({ personId }) => ({ path: `/api/people/${personId}`, body: { disabled: false } }), targets: AIMED, behind: ofDistrict(404) },
  'GET /api/audit': plain('/api/audit'),
  'GET /api/notices': plain('/api/notices'),
  // Told to the desk's post
  'POST /api/notices/read': { call: ({ noticeId }) => ({ path: '/api/notices/read', body: { upToId: noticeId } }), targets: AIMED, behind: (who, target) => inside(who, target, ['desk'], []) },

  // Households: of one's own grid or area. Where somebody must live there, nobody does: for whoever may act, it is not there.
  'GET /api/households': plain('/api/households'),
  'GET /api/households/asks': plain('/api/households/asks'),
  'GET /api/households/fields': plain('/api/households/fields'),
  'POST /api/households/asks/:id/answer': { call: () => ({ path: `/api/households/asks/${newId()}/answer`, body: { done: true, answer: '已办' } }), behind: () => 404 },
  'GET /api/households/:homePlaceId': { call: ({ homeId }) => ({ path: `/api/households/${homeId}` }), targets: AIMED, behind: (who, target) => inside(who, target, ['desk', 'secretary', 'gridWorker', 'buildingHead'], []) },
  // Aimed at a building: no household is one
  'POST /api/households/:homePlaceId/moved-out': { call: ({ placeId }) => ({ path: `/api/households/${placeId}/moved-out`, body: { on: '2026-11-20' } }), targets: AIMED, behind: () => 404 },
  'POST /api/households/:homePlaceId/people/:personId/left': { call: ({ homeId }) => ({ path: `/api/households/${homeId}/people/${newId()}/left`, body: { on: '2026-11-20' } }), targets: AIMED, behind: () => 404 },
  'POST /api/households/:homePlaceId/values': { call: ({ homeId }) => ({ path: `/api/households/${homeId}/values`, body: { personId: newId(), field: 'careNeed', value: 'dailyCall' } }), targets: AIMED, behind: () => 404 },
  'POST /api/households/:homePlaceId/reveals': { call: ({ homeId }) => ({ path: `/api/households/${homeId}/reveals`, body: { personId: newId(), field: 'phone', reason: 'beforeVisit' } }), targets: AIMED, behind: () => 404 },
  'POST /api/households/:homePlaceId/consent-codes': { call: ({ homeId }) => ({ path: `/api/households/${homeId}/consent-codes`, body: { personId: newId(), purpose: 'care' } }), targets: AIMED, behind: () => 404 },
  'POST /api/households/:homePlaceId/consents': { call: ({ homeId }) => ({ path: `/api/households/${homeId}/consents`, body: { personId: newId(), purpose: 'care', noticeVersion: 1, by: 'paper', photoId: newId() } }), targets: AIMED, behind: () => 404 },
  'POST /api/households/:homePlaceId/consents/:id/withdrawn': { call: ({ homeId }) => ({ path: `/api/households/${homeId}/consents/${newId()}/withdrawn` }), targets: AIMED, behind: () => 404 },
  'POST /api/households/:homePlaceId/people': { call: ({ homeId }) => ({ path: `/api/households/${homeId}/people`, body: { name: '新住户', fromOn: '2026-11-01' } }), targets: AIMED, behind: (who, target) => inside(who, target, ['desk', 'gridWorker'], []) },
  'PATCH /api/households/:homePlaceId': { call: ({ homeId }) => ({ path: `/api/households/${homeId}`, body: { occupants: 2 } }), targets: AIMED, behind: (who, target) => inside(who, target, ['desk', 'gridWorker'], []) },
  'GET /api/owners': plain('/api/owners'),
  'POST /api/owners': { call: ({ homeId }) => ({ path: '/api/owners', body: { placeId: homeId, kind: 'home', code: '1-1-101', areaCenti: 8937, areaSource: 'REGISTRY', basis: 'REGISTERED', fromOn: '2020-01-01', proofChecked: true, holders: [{ name: '业主' }] } }), targets: AIMED,
    behind: (who, target) => inside(who, target, ['desk'], ['operator'], 422) },
  'POST /api/owners/:id/sold': { call: () => ({ path: `/api/owners/${newId()}/sold`, body: { on: '2026-11-01', basis: 'REGISTERED', proofChecked: true, holders: [{ name: '业主' }] } }), behind: () => 404 },
  'GET /api/household': plain('/api/household'),
  'GET /api/household/export': plain('/api/household/export'),
  'POST /api/household/consents': { call: () => ({ path: '/api/household/consents', body: { purpose: 'reach', noticeVersion: 999 } }), behind: () => 409 },
  'POST /api/household/consents/withdrawn': { call: () => ({ path: '/api/household/consents/withdrawn', body: { purpose: 'care' } }), behind: () => 404 },
  'POST /api/household/values': { call: () => ({ path: '/api/household/values', body: { field: 'speaking', value: 'largePrint' } }), behind: () => 404 },
  'POST /api/household/asks': { call: () => ({ path: '/api/household/asks', body: { kind: 'explain', words: '为什么记这些' } }) },
  // Nobody is erased without saying so
  'POST /api/household/erased': { call: () => ({ path: '/api/household/erased', body: { confirm: false } }), behind: () => 400 },

  'POST /api/photos': { call: () => { const { payload, contentType } = photoForm(); return { path: '/api/photos', body: payload, contentType } } },
  'GET /api/photos/:id': { call: ({ photoId }) => ({ path: `/api/photos/${photoId}` }), targets: AIMED, behind: seesLimited },

  'POST /api/requests': { call: ({ placeId }) => ({ path: '/api/requests', body: { kind: 'problem', text: '路灯不亮', location: { placeId } } }), targets: AIMED, behind: ofDistrict(422) },
  'GET /api/requests/:id': { call: ({ limitedId }) => ({ path: `/api/requests/${limitedId}` }), targets: AIMED, behind: seesLimited },
  'POST /api/requests/:id/steps': { call: ({ limitedId }) => ({ path: `/api/requests/${limitedId}/steps`, body: note }), targets: AIMED,
    behind: (who, target) => (who === 'auditor' && isHere(target) ? 403 : inside(who, target, WORKING, ['district'])) },
  'POST /api/requests/:id/joiners': { call: ({ openId }) => ({ path: `/api/requests/${openId}/joiners`, body: {} }), targets: AIMED, behind: ofDistrict(404) },
  'POST /api/requests/:id/reveals': { call: ({ limitedId }) => ({ path: `/api/requests/${limitedId}/reveals`, body: { reason: '上门前联系' } }), targets: AIMED,
    behind: (who, target) => inside(who, target, WORKING, ['district']) },
  'GET /api/requests/:id/handlers': { call: ({ limitedId }) => ({ path: `/api/requests/${limitedId}/handlers` }), targets: AIMED, behind: seesLimited },
  'POST /api/requests/proposals': { call: ({ placeId }) => ({ path: '/api/requests/proposals', body: { kind: 'problem', text: '积水', location: { placeId } } }) },
  'GET /api/requests/work': plain('/api/requests/work'),
  'GET /api/requests/work/counts': plain('/api/requests/work/counts'),
  'GET /api/requests/map': plain('/api/requests/map'),
  'GET /api/requests/mine': plain('/api/requests/mine'),
  'GET /api/requests/pool': plain('/api/requests/pool'),
  'GET /api/requests/nearby': plain('/api/requests/nearby?solved=false'),
  'GET /api/requests/reasons': plain('/api/requests/reasons'),
  'GET /api/requests/supervise': plain('/api/requests/supervise'),
  // Started for anything; each request is decided by its own rules when its turn comes, and refused as if it were not there
  'POST /api/requests/bulk': { call: ({ limitedId }) => ({ path: '/api/requests/bulk', body: { requestIds: [limitedId], step: note } }), targets: AIMED },
  // Started by the desk
  'GET /api/requests/bulk/:id': { call: ({ bulkId }) => ({ path: `/api/requests/bulk/${bulkId}` }), targets: AIMED, behind: (who, target) => inside(who, target, ['desk'], []) },
  'GET /api/home': plain('/api/home'),
  'GET /api/categories': plain('/api/categories'),
  'PATCH /api/categories/:code': { call: () => ({ path: '/api/categories/road.puddle', body: { active: true } }) },
  'GET /api/screen': plain('/api/screen'),

  'GET /api/members': plain('/api/members'),
  'POST /api/members': { call: ({ homeId }) => ({ path: '/api/members', body: entry(homeId) }), targets: AIMED, behind: (_who, target) => (target === 'own' ? 200 : target === 'sibling' ? 403 : 422) },
  'GET /api/members/counts': { call: ({ placeId }) => ({ path: `/api/members/counts?placeId=${placeId}` }), targets: AIMED, behind: keepers() },
  'GET /api/members/willingness': { call: ({ placeId }) => ({ path: `/api/members/willingness?placeId=${placeId}` }), targets: AIMED, behind: keepers() },
  'GET /api/members/:id': { call: ({ memberId }) => ({ path: `/api/members/${memberId}` }), targets: AIMED, behind: keepers() },
  'POST /api/members/:id/steps': { call: ({ memberId }) => ({ path: `/api/members/${memberId}/steps`, body: { action: 'change', inService: true } }), targets: AIMED, behind: keepers() },
  // No card there
  'POST /api/members/:id/card': { call: ({ memberId }) => ({ path: `/api/members/${memberId}/card`, body: { action: 'accept' } }), targets: AIMED, behind: () => 404 },
  'POST /api/members/:id/reveals': { call: ({ memberId }) => ({ path: `/api/members/${memberId}/reveals`, body: { reason: '约周六值班' } }), targets: AIMED, behind: keepers() },
  'POST /api/members/:id/feedback': { call: ({ memberId }) => ({ path: `/api/members/${memberId}/feedback`, body: { year: 2026, quarter: 3 } }), targets: AIMED, behind: keepers(409) },
  'GET /api/members/mine': plain('/api/members/mine'),
  'POST /api/members/mine': always('/api/members/mine', 409, () => ({ stage: 'formal', inService: false, agreed: true, noticeVersion: 999 })),
  // No principal has an entry, a card or a plate
  'POST /api/members/mine/steps': always('/api/members/mine/steps', 404, () => ({ action: 'withdraw' })),
  'POST /api/members/mine/card': always('/api/members/mine/card', 409, () => ({ unitName: '', skills: [], freeTimes: [], wants: [], words: '', tellsUnit: false })),
  'DELETE /api/members/mine/card': always('/api/members/mine/card', 404),
  'GET /api/members/mine/feedback': always('/api/members/mine/feedback?year=2026&quarter=3', 404),
  'POST /api/plates/mine': always('/api/plates/mine', 409, () => plateWords),
  'PATCH /api/plates/mine': always('/api/plates/mine', 404, () => plateWords),
  'DELETE /api/plates/mine': always('/api/plates/mine', 404),
  'GET /api/plates/:code': { call: ({ plateCode }) => ({ path: `/api/plates/${plateCode.slice(0, 22)}` }), targets: AIMED, behind: ofDistrict(404) },
  'POST /api/plates/:code/questions': { call: ({ plateCode }) => ({ path: `/api/plates/${plateCode.slice(0, 22)}/questions`, body: { words: '水管漏水怎么办' } }), targets: AIMED, behind: ofDistrict(404) },
  'GET /api/plates/questions': plain('/api/plates/questions'),
  'POST /api/plates/questions/:id/steps': { call: ({ memberId }) => ({ path: `/api/plates/questions/${memberId}/steps`, body: { action: 'withdraw' } }), targets: AIMED, behind: () => 404 },
  'GET /api/plates/building': plain('/api/plates/building'),

  'GET /api/standards': plain('/api/standards'),
  'GET /api/standards/findings': { call: ({ placeId }) => ({ path: `/api/standards/findings?placeId=${placeId}` }), targets: AIMED, behind: seesCheckup },
  'GET /api/standards/days': { call: ({ placeId }) => ({ path: `/api/standards/days?placeId=${placeId}` }), targets: AIMED, behind: seesCheckup },
  'GET /api/standards/compounds': { call: ({ placeId }) => ({ path: `/api/standards/compounds?placeId=${placeId}` }), targets: AIMED, behind: seesCheckup },
  'POST /api/standards/runs': { call: ({ placeId }) => ({ path: '/api/standards/runs', body: { placeId } }), targets: AIMED, behind: seesCheckup },
  'PATCH /api/standards/:id': { call: () => ({ path: '/api/standards/building.head', body: { off: false, parameters: {}, reason: '按本区标准' } }) },

  'GET /api/pairings/mine': plain('/api/pairings/mine'),
  // Somebody's: only who is in it finds it
  'POST /api/pairings/:id/steps': always(`/api/pairings/${newId()}/steps`, 404, () => ({ action: 'accept' })),
  'GET /api/pairings': { call: ({ placeId }) => ({ path: `/api/pairings?placeId=${placeId}` }), targets: AIMED, behind: (who, target) => inside(who, target, ['desk', 'secretary'], []) },
  'GET /api/pairings/share': { call: ({ placeId }) => ({ path: `/api/pairings/share?placeId=${placeId}` }), targets: AIMED, behind: plans },
  // Whoever is asked must be a confirmed member, which nobody is here
  'POST /api/pairings': { call: ({ homeId, freeId }) => ({ path: '/api/pairings', body: { homePlaceId: homeId, personId: freeId } }), targets: AIMED, behind: (who, target) => (plans(who, target) === 200 ? 422 : 404) },
  // A single building is not cut into grids
  'GET /api/grids/:scopeId': { call: ({ placeId }) => ({ path: `/api/grids/${placeId}?level=2` }), targets: AIMED, behind: (who, target) => (registers(who, target) === 200 ? 422 : 404) },
  'POST /api/grids/:scopeId/look': { call: ({ placeId }) => ({ path: `/api/grids/${placeId}/look`, body: { gridLevel: 2, grids: [] } }), targets: AIMED, behind: registers },
  'POST /api/grids/:scopeId': { call: ({ placeId }) => ({ path: `/api/grids/${placeId}`, body: { gridLevel: 2, kind: 'end', effectiveOn: '2027-01-01', reason: '试', grids: [] } }), targets: AIMED, behind: keepsPlaces(422) },
  'GET /api/grids/:scopeId/changes': { call: ({ placeId }) => ({ path: `/api/grids/${placeId}/changes?level=2` }), targets: AIMED, behind: registers },
  'GET /api/grids/:scopeId/report': { call: ({ placeId }) => ({ path: `/api/grids/${placeId}/report?level=2&from=2026-11-01&to=2026-11-30&read=now` }), targets: AIMED, behind: registers },
  'POST /api/grid-changes/:id/cancel': always(`/api/grid-changes/${newId()}/cancel`, 404),
  'PATCH /api/places/:id/outline': { call: ({ placeId }) => ({ path: `/api/places/${placeId}/outline`, body: { outline: null } }), targets: AIMED, behind: keepsPlaces() },
  // Before anybody is asked about the place, there must be a file
  'POST /api/places/:id/outlines': { call: ({ placeId }) => ({ path: `/api/places/${placeId}/outlines?system=wgs84` }), targets: AIMED, behind: () => 415 },
  'GET /api/places/:id/outlines': { call: ({ placeId }) => ({ path: `/api/places/${placeId}/outlines?system=wgs84` }), targets: AIMED, behind: registers },

  'GET /api/plans': plain('/api/plans'),
  'GET /api/plans/start': { call: ({ placeId }) => ({ path: `/api/plans/start?placeId=${placeId}` }), targets: AIMED, behind: plans },
  // A single building cannot be cut
  'POST /api/plans': { call: ({ placeId }) => ({ path: '/api/plans', body: { placeId, wanted: { grids: { level: 2, count: 1, weigh: { even: 1, near: 1, stay: 1 } } } } }), targets: AIMED, behind: (who, target) => (plans(who, target) === 200 ? 422 : 404) },
  'GET /api/plans/:id': always(`/api/plans/${newId()}`, 404),
  'PATCH /api/plans/:id': always(`/api/plans/${newId()}`, 404, () => ({ seq: 0 })),
  'POST /api/plans/:id/apply': always(`/api/plans/${newId()}/apply`, 404, () => ({ seq: 0, reason: '重新划分' })),
  'POST /api/plans/:id/drop': always(`/api/plans/${newId()}/drop`, 404),
} // prettier-ignore
