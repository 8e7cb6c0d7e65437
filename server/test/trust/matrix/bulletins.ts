/** Bulletins: written by those over the place, read by everybody who lives or works there; of a community here. */
import { inside, type Principal, type Row, type Rows, type Target, TARGETS } from './kit.ts'

const writes =
  (then = 200) =>
  (who: Principal, target: Target) =>
    inside(who, target, ['desk', 'subdistrict'], ['district']) === 200 ? then : 404
/** Whose home or post lies in the community, or above it. */
const reads =
  (then = 200) =>
  (who: Principal, target: Target) =>
    inside(who, target, LIVE_OR_WORK, ['district', 'auditor', 'operator']) === 200 ? then : 404
const LIVE_OR_WORK: readonly Principal[] = [
  'resident',
  'neighbour',
  'member',
  'volunteer',
  'buildingHead',
  'areaLead',
  'gridLead',
  'gridWorker',
  'dutyOfficer',
  'desk',
  'followUp',
  'secretary',
  'branchSecretary',
  'chair',
  'unit',
  'subdistrict',
]
const of = (below: string, behind: Row['behind'], body?: object): Row => ({
  call: ({ bulletinId }) => ({ path: `/api/bulletins/${bulletinId}${below}`, ...(body && { body }) }),
  targets: TARGETS,
  behind,
})
/** Nobody has read that state: whoever may write is told that it has moved on. */
const STALE = 4_711

export const bulletins: Rows = {
  'GET /api/bulletins': { call: () => ({ path: '/api/bulletins' }) },
  'GET /api/bulletins/desk': { call: () => ({ path: '/api/bulletins/desk' }) },
  'GET /api/bulletins/places': { call: () => ({ path: '/api/bulletins/places?kind=weekly' }) },
  'POST /api/bulletins': {
    call: ({ communityId }) => ({
      path: '/api/bulletins',
      body: { kind: 'weekly', placeId: communityId, on: '2026-11-18' },
    }),
    targets: TARGETS,
    behind: (who, target) => (writes()(who, target) === 200 ? 200 : 422),
  },
  'GET /api/bulletins/:id': of('', reads()),
  'GET /api/bulletins/:id/draft': of('/draft', writes()),
  'GET /api/bulletins/:id/pdf': of('/pdf?version=99', reads(404)),
  'GET /api/bulletins/:id/photos/:photoId': {
    call: ({ bulletinId, photoId }) => ({ path: `/api/bulletins/${bulletinId}/photos/${photoId}` }),
    targets: TARGETS,
    behind: () => 404,
  },
  'PATCH /api/bulletins/:id': of('', writes(409), { seq: STALE, title: '改', blocks: [] }),
  'POST /api/bulletins/:id/refresh': of('/refresh', writes(409), { seq: STALE }),
  'POST /api/bulletins/:id/publish': of('/publish', writes(409), { seq: STALE, note: '' }),
  // A draft is not withdrawn: whoever may is told that
  'POST /api/bulletins/:id/withdraw': {
    call: ({ draftId }) => ({ path: `/api/bulletins/${draftId}/withdraw`, body: { reason: '照片不对' } }),
    targets: TARGETS,
    behind: writes(409),
  },
}
