/** The check-up and plans. */
import { inside, plain, plans, type Principal, type Rows, type Target, TARGETS } from './kit.ts'

/** The compound around one's post, and whatever lies below it. */
const seesCheckup = (who: Principal, target: Target) =>
  inside(
    who,
    target,
    ['gridLead', 'gridWorker', 'desk', 'followUp', 'secretary', 'branchSecretary', 'chair', 'subdistrict'],
    ['district', 'auditor', 'operator'],
  )

const plansPairings =
  (answer = 200) =>
  (who: Principal, target: Target) =>
    inside(who, target, ['desk', 'secretary'], []) === 200 ? answer : 404

export const planner: Rows = {
  'GET /api/standards': plain('/api/standards'),
  'GET /api/standards/findings': { call: ({ placeId }) => ({ path: `/api/standards/findings?placeId=${placeId}` }), targets: TARGETS, behind: seesCheckup },
  'GET /api/standards/days': { call: ({ placeId }) => ({ path: `/api/standards/days?placeId=${placeId}` }), targets: TARGETS, behind: seesCheckup },
  'GET /api/standards/compounds': { call: ({ placeId }) => ({ path: `/api/standards/compounds?placeId=${placeId}` }), targets: TARGETS, behind: seesCheckup },
  'POST /api/standards/runs': { call: ({ placeId }) => ({ path: '/api/standards/runs', body: { placeId } }), targets: TARGETS, behind: seesCheckup },
  'PATCH /api/standards/:id': { call: () => ({ path: '/api/standards/building.head', body: { off: false, parameters: {}, reason: '按本区标准' } }) },
  'GET /api/plans': plain('/api/plans'),
  'GET /api/plans/start': { call: ({ placeId }) => ({ path: `/api/plans/start?placeId=${placeId}` }), targets: TARGETS, behind: plans },
  // A single building cannot be cut
  'POST /api/plans': { call: ({ placeId }) => ({ path: '/api/plans', body: { placeId, wanted: { grids: { level: 2, count: 1, weigh: { even: 1, near: 1, stay: 1 } } } } }), targets: TARGETS, behind: (who, target) => (plans(who, target) === 200 ? 422 : 404) },
  // A plan of pairings names members: only for those who may know them. It was dropped, so nothing more is done with it.
  'GET /api/plans/:id': { call: ({ planId }) => ({ path: `/api/plans/${planId}` }), targets: TARGETS, behind: plansPairings() },
  'PATCH /api/plans/:id': { call: ({ planId }) => ({ path: `/api/plans/${planId}`, body: { seq: 0 } }), targets: TARGETS, behind: plansPairings(409) },
  'POST /api/plans/:id/apply': { call: ({ planId }) => ({ path: `/api/plans/${planId}/apply`, body: { seq: 0, reason: '重新划分' } }), targets: TARGETS, behind: plansPairings(409) },
  'POST /api/plans/:id/drop': { call: ({ planId }) => ({ path: `/api/plans/${planId}/drop` }), targets: TARGETS, behind: plansPairings(409) },
} // prettier-ignore
