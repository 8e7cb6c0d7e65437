/** Places and their register. */
import { newId } from '#platform/ids.ts'
import { always, keepsPlaces, ofDistrict, plain, registers, type Rows, TARGETS } from './kit.ts'

const bulkPlaces = { buildings: '1-2', buildingWord: '栋', entrances: 1, floors: 2, firstFloor: 1, homesPerFloor: 1, numbers: 'floorRoom', withoutFloors: '' } // prettier-ignore

export const places: Rows = {
  'GET /api/places': plain('/api/places'),
  'GET /api/places/at': plain('/api/places/at?lon=120.15&lat=30.28'),
  'GET /api/places/search': plain(`/api/places/search?q=${encodeURIComponent('桂园')}`),
  'GET /api/places/:id/map': { call: ({ placeId }) => ({ path: `/api/places/${placeId}/map` }), targets: TARGETS, behind: ofDistrict(404) },
  'GET /api/register': plain('/api/register'),
  'GET /api/register/first-steps': plain('/api/register/first-steps'),
  'GET /api/register/:id': { call: ({ placeId }) => ({ path: `/api/register/${placeId}` }), targets: TARGETS, behind: registers },
  'GET /api/register/:id/homes': { call: ({ placeId }) => ({ path: `/api/register/${placeId}/homes` }), targets: TARGETS, behind: registers },
  'POST /api/register': { call: ({ placeId }) => ({ path: '/api/register', body: { parentId: placeId, level: 'entrance', name: newId() } }), targets: TARGETS, behind: keepsPlaces() },
  'PATCH /api/register/:id': { call: ({ placeId }) => ({ path: `/api/register/${placeId}`, body: { floors: 6 } }), targets: TARGETS, behind: keepsPlaces() },
  // The building has requests; it is no compound either
  'DELETE /api/register/:id': { call: ({ placeId }) => ({ path: `/api/register/${placeId}` }), targets: TARGETS, behind: keepsPlaces(409) },
  'POST /api/register/:id/bulk/preview': { call: ({ placeId }) => ({ path: `/api/register/${placeId}/bulk/preview`, body: bulkPlaces }), targets: TARGETS, behind: keepsPlaces(422) },
  'POST /api/register/:id/bulk': { call: ({ placeId }) => ({ path: `/api/register/${placeId}/bulk`, body: bulkPlaces }), targets: TARGETS, behind: keepsPlaces(422) },
  'GET /api/divisions': plain('/api/divisions?q=110101'),
  // A whole district is not taken
  'POST /api/divisions/take': always('/api/divisions/take', 422, () => ({ codes: ['110101'] })),
} // prettier-ignore
