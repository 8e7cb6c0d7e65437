/** Organisations, venues, the chain of responsibility. */
import { newId } from '#platform/ids.ts'
import { always, isHere, kept, ofDistrict, plain, type Rows, TARGETS } from './kit.ts'

export const organisations: Rows = {
  'GET /api/organisations': plain('/api/organisations'),
  'GET /api/organisations/:id': { call: ({ organisationId }) => ({ path: `/api/organisations/${organisationId}` }), targets: TARGETS, behind: ofDistrict(404) },
  'POST /api/organisations': { call: ({ placeId }) => ({ path: '/api/organisations', body: { kind: 'shop', name: '店', placeId } }), targets: TARGETS, behind: kept(422) },
  'PATCH /api/organisations/:id': { call: ({ organisationId }) => ({ path: `/api/organisations/${organisationId}`, body: { name: '联盟' } }), targets: TARGETS, behind: kept(404) },
  // A shop hangs below it
  'DELETE /api/organisations/:id': { call: ({ organisationId }) => ({ path: `/api/organisations/${organisationId}` }), targets: TARGETS, behind: kept(404, 409) },
  // Nothing is a member of itself
  'POST /api/organisations/:id/members': { call: ({ organisationId }) => ({ path: `/api/organisations/${organisationId}/members`, body: { memberId: organisationId, fromOn: '2026-11-18', gives: '' } }), targets: TARGETS, behind: kept(404, 422) },
  'DELETE /api/organisations/:id/members/:membershipId': { call: ({ organisationId }) => ({ path: `/api/organisations/${organisationId}/members/${newId()}` }), targets: TARGETS, behind: kept(404, 404) },
  // Decided by the place that is looked after, which is nowhere
  'POST /api/organisations/:id/sponsorships': { call: ({ organisationId }) => ({ path: `/api/organisations/${organisationId}/sponsorships`, body: { placeId: newId(), duty: '包抓', fromOn: '2026-11-18' } }), targets: TARGETS, behind: (_who, target) => (isHere(target) ? 422 : 404) },
  'DELETE /api/organisations/:id/sponsorships/:sponsorshipId': { call: ({ organisationId }) => ({ path: `/api/organisations/${organisationId}/sponsorships/${newId()}` }), targets: TARGETS, behind: () => 404 },
  'GET /api/organisations/chart': { call: ({ placeId }) => ({ path: `/api/organisations/chart?placeId=${placeId}` }), targets: TARGETS, behind: ofDistrict(404) },
  'GET /api/pledges': plain('/api/pledges'),
  'GET /api/venues': plain('/api/venues'),
  'POST /api/venues': { call: ({ placeId }) => ({ path: '/api/venues', body: { kind: 'parlour', name: '厅', placeId, organisationId: null, areaCenti: null, hasSign: false, functions: [] } }), targets: TARGETS, behind: kept(422) },
  'PATCH /api/venues/:id': { call: ({ venueId }) => ({ path: `/api/venues/${venueId}`, body: { hasSign: true } }), targets: TARGETS, behind: kept(404) },
  'DELETE /api/venues/:id': always(`/api/venues/${newId()}`, 404),
  'GET /api/chain': plain('/api/chain'),
  'PATCH /api/chain': always('/api/chain', 422, () => ({ levels: [{ name: '级', nameEn: 'Level', placeLevel: 'grid', gridLevel: null, postKinds: [], forms: [] }] })),
  'GET /api/places/:id/answerable': { call: ({ placeId }) => ({ path: `/api/places/${placeId}/answerable` }), targets: TARGETS, behind: ofDistrict(404) },
} // prettier-ignore
