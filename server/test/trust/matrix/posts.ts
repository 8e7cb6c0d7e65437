/** Posts, the reserve and people. */
import { newId } from '#platform/ids.ts'
import { makePhone } from '#modules/accounts/make.ts'
import { always, kept, ofDistrict, plain, PRINCIPALS, type Principal, type Rows, TARGETS } from './kit.ts'

const dayOf = (who: Principal) => `2027-01-${10 + PRINCIPALS.indexOf(who)}`

export const posts: Rows = {
  'GET /api/posts': plain('/api/posts'),
  'POST /api/posts': { call: ({ placeId }) => ({ path: '/api/posts', body: { kind: 'member', title: '党员', placeId } }), targets: TARGETS, behind: kept(422) },
  'POST /api/posts/chain': { call: ({ placeId }) => ({ path: '/api/posts/chain', body: { placeId } }), targets: TARGETS, behind: kept(422) },
  'GET /api/posts/:id': { call: ({ postId }) => ({ path: `/api/posts/${postId}` }), targets: TARGETS, behind: ofDistrict(404) },
  'PATCH /api/posts/:id': { call: ({ postId }) => ({ path: `/api/posts/${postId}`, body: { seats: 1 } }), targets: TARGETS, behind: kept(404) },
  // Somebody holds it
  'DELETE /api/posts/:id': { call: ({ postId }) => ({ path: `/api/posts/${postId}` }), targets: TARGETS, behind: kept(404, 409) },
  'GET /api/posts/cross': plain('/api/posts/cross'),
  'GET /api/posts/:id/open-work': { call: ({ postId }) => ({ path: `/api/posts/${postId}/open-work` }), targets: TARGETS, behind: kept(404) },
  'POST /api/posts/:id/terms': { call: ({ postId, freeId }, who) => ({ path: `/api/posts/${postId}/terms`, body: { personId: freeId, fromOn: dayOf(who), toOn: dayOf(who) } }), targets: TARGETS, behind: kept(404) },
  'DELETE /api/posts/:id/terms/:termId': { call: ({ postId }) => ({ path: `/api/posts/${postId}/terms/${newId()}` }), targets: TARGETS, behind: kept(404, 404) },
  // From a day that is past
  'POST /api/posts/:id/hand-over': { call: ({ postId, termId, freeId }) => ({ path: `/api/posts/${postId}/hand-over`, body: { termId, personId: freeId, fromOn: '2000-01-01', note: '交接' } }), targets: TARGETS, behind: kept(404, 422) },
  'GET /api/reserve': plain('/api/reserve'),
  // For a place that is nowhere
  'POST /api/reserve': { call: ({ placeId }) => ({ path: '/api/reserve', body: { personId: newId(), postKind: 'member', placeId, reason: '' } }), targets: TARGETS, behind: kept(422, 422) },
  'DELETE /api/reserve/:id': always(`/api/reserve/${newId()}`, 404),
  'GET /api/people': plain('/api/people'),
  'POST /api/people': { call: ({ homeId }) => ({ path: '/api/people', body: { name: '新人', phone: makePhone(), homePlaceId: homeId } }), targets: TARGETS, behind: ofDistrict(422) },
  'PATCH /api/people/:id': { call: ({ personId }) => ({ path: `/api/people/${personId}`, body: { disabled: false } }), targets: TARGETS, behind: ofDistrict(404) },
} // prettier-ignore
