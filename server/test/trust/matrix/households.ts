/** Households and owners. */
import { newId } from '#platform/ids.ts'
import { inside, plain, type Rows, TARGETS } from './kit.ts'

export const households: Rows = {
  // Households: of one's own grid or area. Where somebody must live there, nobody does: for whoever may act, it is not there.
  'GET /api/households': plain('/api/households'),
  'GET /api/households/asks': plain('/api/households/asks'),
  'GET /api/households/fields': plain('/api/households/fields'),
  'POST /api/households/asks/:id/answer': { call: () => ({ path: `/api/households/asks/${newId()}/answer`, body: { done: true, answer: '已办' } }), behind: () => 404 },
  'GET /api/households/:homePlaceId': { call: ({ homeId }) => ({ path: `/api/households/${homeId}` }), targets: TARGETS, behind: (who, target) => inside(who, target, ['desk', 'secretary', 'gridLead', 'gridWorker', 'buildingHead'], []) },
  // Aimed at a building: no household is one
  'POST /api/households/:homePlaceId/moved-out': { call: ({ placeId }) => ({ path: `/api/households/${placeId}/moved-out`, body: { on: '2026-11-20' } }), targets: TARGETS, behind: () => 404 },
  'POST /api/households/:homePlaceId/people/:personId/left': { call: ({ homeId }) => ({ path: `/api/households/${homeId}/people/${newId()}/left`, body: { on: '2026-11-20' } }), targets: TARGETS, behind: () => 404 },
  'POST /api/households/:homePlaceId/values': { call: ({ homeId }) => ({ path: `/api/households/${homeId}/values`, body: { personId: newId(), field: 'careNeed', value: 'dailyCall' } }), targets: TARGETS, behind: () => 404 },
  'POST /api/households/:homePlaceId/reveals': { call: ({ homeId }) => ({ path: `/api/households/${homeId}/reveals`, body: { personId: newId(), field: 'phone', reason: 'beforeVisit' } }), targets: TARGETS, behind: () => 404 },
  'POST /api/households/:homePlaceId/consent-codes': { call: ({ homeId }) => ({ path: `/api/households/${homeId}/consent-codes`, body: { personId: newId(), purpose: 'care' } }), targets: TARGETS, behind: () => 404 },
  'POST /api/households/:homePlaceId/consents': { call: ({ homeId }) => ({ path: `/api/households/${homeId}/consents`, body: { personId: newId(), purpose: 'care', noticeVersion: 1, by: 'paper', photoId: newId() } }), targets: TARGETS, behind: () => 404 },
  'POST /api/households/:homePlaceId/consents/:id/withdrawn': { call: ({ homeId }) => ({ path: `/api/households/${homeId}/consents/${newId()}/withdrawn` }), targets: TARGETS, behind: () => 404 },
  'POST /api/households/:homePlaceId/people': { call: ({ homeId }) => ({ path: `/api/households/${homeId}/people`, body: { name: '新住户', fromOn: '2026-11-01' } }), targets: TARGETS, behind: (who, target) => inside(who, target, ['desk', 'gridLead', 'gridWorker'], []) },
  'PATCH /api/households/:homePlaceId': { call: ({ homeId }) => ({ path: `/api/households/${homeId}`, body: { occupants: 2 } }), targets: TARGETS, behind: (who, target) => inside(who, target, ['desk', 'gridLead', 'gridWorker'], []) },
  'GET /api/owners': plain('/api/owners'),
  'POST /api/owners': { call: ({ homeId }) => ({ path: '/api/owners', body: { placeId: homeId, kind: 'home', code: '1-1-101', areaCenti: 8937, areaSource: 'REGISTRY', basis: 'REGISTERED', fromOn: '2020-01-01', proofChecked: true, holders: [{ name: '业主' }] } }), targets: TARGETS,
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
} // prettier-ignore
