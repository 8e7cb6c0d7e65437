/** Signing in, oneself, what one is told, and the log. */
import { newId } from '#platform/ids.ts'
import { makePhone } from '#modules/accounts/make.ts'
import { always, inside, ofDistrict, plain, type Rows, TARGETS } from './kit.ts'

export const accounts: Rows = {
  'GET /api/tenant': plain('/api/tenant'),
  'POST /api/sign-in/codes': always('/api/sign-in/codes', 200, () => ({ phone: makePhone() })),
  'POST /api/sign-in/code': always('/api/sign-in/code', 401, () => ({ attemptId: newId(), code: '123456' })),
  'POST /api/sign-in/password': always('/api/sign-in/password', 401, () => ({ username: `nobody-${newId()}`, password: 'not the one' })),
  'GET /api/sign-in/demo': plain('/api/sign-in/demo'),
  'POST /api/sign-in/demo': always('/api/sign-in/demo', 403, () => ({ personId: newId() })),
  'POST /api/sign-in/first': always('/api/sign-in/first', 410, () => ({ token: 'none', name: '某人', username: 'somebody', password: 'a long pass phrase' })),
  'POST /api/sign-out': { call: () => ({ path: '/api/sign-out' }) },
  'GET /api/me': plain('/api/me'),
  'PATCH /api/me': { call: ({ homeId }) => ({ path: '/api/me', body: { homePlaceId: homeId } }), targets: TARGETS, behind: ofDistrict(422) },
  'GET /api/me/sessions': plain('/api/me/sessions'),
  // Sessions here are other people's
  'DELETE /api/me/sessions/:id': { call: ({ sessionId }) => ({ path: `/api/me/sessions/${sessionId}` }), targets: TARGETS, behind: () => 404 },
  'GET /api/me/reveals': plain('/api/me/reveals'),
  'GET /api/live': plain('/api/live'),
  'GET /api/audit': plain('/api/audit'),
  'GET /api/notices': plain('/api/notices'),
  // Told to the desk's post
  'POST /api/notices/read': { call: ({ noticeId }) => ({ path: '/api/notices/read', body: { upToId: noticeId } }), targets: TARGETS, behind: (who, target) => inside(who, target, ['desk'], []) },
} // prettier-ignore
