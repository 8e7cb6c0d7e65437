/** Grids and outlines. */
import { newId } from '#platform/ids.ts'
import { always, keepsPlaces, registers, type Rows, TARGETS } from './kit.ts'

export const grids: Rows = {
  // A single building is not cut into grids
  'GET /api/grids/:scopeId': { call: ({ placeId }) => ({ path: `/api/grids/${placeId}?level=2` }), targets: TARGETS, behind: (who, target) => (registers(who, target) === 200 ? 422 : 404) },
  'POST /api/grids/:scopeId/look': { call: ({ placeId }) => ({ path: `/api/grids/${placeId}/look`, body: { gridLevel: 2, grids: [] } }), targets: TARGETS, behind: registers },
  'POST /api/grids/:scopeId': { call: ({ placeId }) => ({ path: `/api/grids/${placeId}`, body: { gridLevel: 2, kind: 'end', effectiveOn: '2027-01-01', reason: '试', grids: [] } }), targets: TARGETS, behind: keepsPlaces(422) },
  'GET /api/grids/:scopeId/changes': { call: ({ placeId }) => ({ path: `/api/grids/${placeId}/changes?level=2` }), targets: TARGETS, behind: registers },
  'GET /api/grids/:scopeId/report': { call: ({ placeId }) => ({ path: `/api/grids/${placeId}/report?level=2&from=2026-11-01&to=2026-11-30&read=now` }), targets: TARGETS, behind: registers },
  'POST /api/grid-changes/:id/cancel': always(`/api/grid-changes/${newId()}/cancel`, 404),
  'PATCH /api/places/:id/outline': { call: ({ placeId }) => ({ path: `/api/places/${placeId}/outline`, body: { outline: null } }), targets: TARGETS, behind: keepsPlaces() },
  // Before anybody is asked about the place, there must be a file
  'POST /api/places/:id/outlines': { call: ({ placeId }) => ({ path: `/api/places/${placeId}/outlines?system=wgs84` }), targets: TARGETS, behind: () => 415 },
  'GET /api/places/:id/outlines': { call: ({ placeId }) => ({ path: `/api/places/${placeId}/outlines?system=wgs84` }), targets: TARGETS, behind: registers },
} // prettier-ignore
