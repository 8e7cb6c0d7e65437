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
const note: Partial<StepBody> = { action: 'noteInside', note: '内部记录' }
const plain = (path: string): Row => ({ call: () => ({ path }) })
const always = (path: string, status: number, body?: () => object): Row => ({
  call: () => ({ path, ...(body && { body: body() }) }),
  behind: () => status,
})
/** A limited request: seen by those who work on it, those over its area and the auditor. */
const seesLimited = (who: Principal, target: Target) => inside(who, target, WORKING, ['district', 'auditor'])

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

  'GET /api/organisations': plain('/api/organisations'),
  'GET /api/posts': plain('/api/posts'),
  'POST /api/posts': { call: ({ placeId }) => ({ path: '/api/posts', body: { kind: 'member', title: '党员', placeId } }), targets: AIMED, behind: ofDistrict(422) },
  'POST /api/posts/:id/terms': { call: ({ postId, freeId }) => ({ path: `/api/posts/${postId}/terms`, body: { personId: freeId, fromOn: '2026-12-01' } }), targets: AIMED, behind: ofDistrict(404) },
  'DELETE /api/posts/:id/terms/:termId': { call: ({ postId, termId }) => ({ path: `/api/posts/${postId}/terms/${termId}` }), targets: AIMED, behind: ofDistrict(404) },
  'GET /api/people': plain('/api/people'),
  'POST /api/people': { call: ({ homeId }) => ({ path: '/api/people', body: { name: '新人', phone: makePhone(), homePlaceId: homeId } }), targets: AIMED, behind: ofDistrict(422) },
  'PATCH /api/people/:id': { call: ({ personId }) => ({ path: `/api/people/${personId}`, body: { disabled: false } }), targets: AIMED, behind: ofDistrict(404) },
  'GET /api/audit': plain('/api/audit'),
  'GET /api/notices': plain('/api/notices'),
  // Told to the desk's post
  'POST /api/notices/read': { call: ({ noticeId }) => ({ path: '/api/notices/read', body: { upToId: noticeId } }), targets: AIMED, behind: (who, target) => inside(who, target, ['desk'], []) },

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
} // prettier-ignore
