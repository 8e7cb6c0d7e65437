/** Requests, photos, the start page and the screen. */
import type { StepBody } from '#contracts/requests.ts'
import { photoForm } from '../photo.ts'
import { inside, isHere, ofDistrict, plain, WORKING, type Principal, type Rows, type Target, TARGETS } from './kit.ts'

const note: Partial<StepBody> = { action: 'noteInside', note: '内部记录' }
/** A limited request: seen by those who work on it, those over its area and the auditor. */
const seesLimited = (who: Principal, target: Target) => inside(who, target, WORKING, ['district', 'auditor'])

export const requests: Rows = {
  'POST /api/photos': { call: () => { const { payload, contentType } = photoForm(); return { path: '/api/photos', body: payload, contentType } } },
  'GET /api/photos/:id': { call: ({ photoId }) => ({ path: `/api/photos/${photoId}` }), targets: TARGETS, behind: seesLimited },
  'POST /api/requests': { call: ({ placeId }) => ({ path: '/api/requests', body: { kind: 'problem', text: '路灯不亮', location: { placeId } } }), targets: TARGETS, behind: ofDistrict(422) },
  'GET /api/requests/:id': { call: ({ limitedId }) => ({ path: `/api/requests/${limitedId}` }), targets: TARGETS, behind: seesLimited },
  'POST /api/requests/:id/steps': { call: ({ limitedId }) => ({ path: `/api/requests/${limitedId}/steps`, body: note }), targets: TARGETS,
    behind: (who, target) => (who === 'auditor' && isHere(target) ? 403 : inside(who, target, WORKING, ['district'])) },
  'POST /api/requests/:id/joiners': { call: ({ openId }) => ({ path: `/api/requests/${openId}/joiners`, body: {} }), targets: TARGETS, behind: ofDistrict(404) },
  'POST /api/requests/:id/reveals': { call: ({ limitedId }) => ({ path: `/api/requests/${limitedId}/reveals`, body: { reason: '上门前联系' } }), targets: TARGETS,
    behind: (who, target) => inside(who, target, WORKING, ['district']) },
  'GET /api/requests/:id/handlers': { call: ({ limitedId }) => ({ path: `/api/requests/${limitedId}/handlers` }), targets: TARGETS, behind: seesLimited },
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
  'POST /api/requests/bulk': { call: ({ limitedId }) => ({ path: '/api/requests/bulk', body: { requestIds: [limitedId], step: note } }), targets: TARGETS },
  // Started by the desk
  'GET /api/requests/bulk/:id': { call: ({ bulkId }) => ({ path: `/api/requests/bulk/${bulkId}` }), targets: TARGETS, behind: (who, target) => inside(who, target, ['desk'], []) },
  'GET /api/home': plain('/api/home'),
  'GET /api/categories': plain('/api/categories'),
  'PATCH /api/categories/:code': { call: () => ({ path: '/api/categories/road.puddle', body: { active: true } }) },
  'GET /api/screen': plain('/api/screen'),
  'GET /api/find': plain(`/api/find?q=${encodeURIComponent('桂园')}`),
} // prettier-ignore
