/** Choosing leaders. */
import { newId } from '#platform/ids.ts'
import { inside, kept, plain, type Principal, type Rows, type Target, TARGETS } from './kit.ts'

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

export const selections: Rows = {
  'GET /api/selections': plain('/api/selections'),
  'GET /api/selections/:id': { call: ({ selectionId }) => ({ path: `/api/selections/${selectionId}` }), targets: TARGETS, behind: chosen() },
  // For a post that is nowhere
  'POST /api/selections': { call: ({ organisationId }) => ({ path: '/api/selections', body: { title: '推选', organisationId, seats: [{ postId: newId(), seats: 1 }], vettingSteps: ['审查'], fromOn: '2026-11-18', nominateUntil: '2026-12-18' } }), targets: TARGETS, behind: kept(422, 422) },
  'POST /api/selections/:id/candidates': { call: ({ selectionId }) => ({ path: `/api/selections/${selectionId}/candidates`, body: { personId: newId(), channel: 'community', statement: '', supporters: 0 } }), targets: TARGETS, behind: chosen(422) },
  'POST /api/selections/:id/candidacy': { call: ({ selectionId }) => ({ path: `/api/selections/${selectionId}/candidacy`, body: { statement: '' } }), targets: TARGETS, behind: chosen() },
  'PATCH /api/selections/:id/candidacy': { call: ({ selectionId }) => ({ path: `/api/selections/${selectionId}/candidacy`, body: { answer: 'withdraw' } }), targets: TARGETS, behind: chosen() },
  // Not yet being vetted, let alone decided
  'POST /api/selections/:id/candidates/:candidateId/vetting': { call: ({ selectionId }) => ({ path: `/api/selections/${selectionId}/candidates/${newId()}/vetting`, body: { step: '审查', passed: true, reason: '好' } }), targets: TARGETS, behind: chosen(409) },
  'POST /api/selections/:id/steps': { call: ({ selectionId }) => ({ path: `/api/selections/${selectionId}/steps`, body: { action: 'beginDeciding', note: '' } }), targets: TARGETS, behind: chosen(409) },
  'POST /api/selections/:id/result': { call: ({ selectionId }) => ({ path: `/api/selections/${selectionId}/result`, body: { elected: [{ candidateId: newId(), postId: newId() }], fromOn: '2026-12-01', note: '' } }), targets: TARGETS, behind: chosen(409) },
} // prettier-ignore
