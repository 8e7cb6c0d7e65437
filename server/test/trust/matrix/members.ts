/** Members, plates and pairings. */
import { makePhone } from '#modules/accounts/make.ts'
import { always, ofDistrict, plain, plans, type Principal, type Rows, type Target, TARGETS } from './kit.ts'

/** Members: party posts and the community's staff over the home; for everybody else there is none. */
const KEEPERS: readonly Principal[] = ['desk', 'secretary', 'branchSecretary']
const keepers =
  (wanted = 200) =>
  (who: Principal, target: Target) =>
    target === 'own' && KEEPERS.includes(who) ? wanted : 404
const entry = (homeId: string) => ({
  name: '新党员',
  phone: makePhone(),
  homePlaceId: homeId,
  stage: 'formal',
  inService: false,
  agreed: 'paper',
})
const plateWords = { words: '有事喊一声', canHelp: [] }

export const members: Rows = {
  'GET /api/members': plain('/api/members'),
  'POST /api/members': { call: ({ homeId }) => ({ path: '/api/members', body: entry(homeId) }), targets: TARGETS, behind: (_who, target) => (target === 'own' ? 200 : target === 'sibling' ? 403 : 422) },
  'GET /api/members/counts': { call: ({ placeId }) => ({ path: `/api/members/counts?placeId=${placeId}` }), targets: TARGETS, behind: keepers() },
  'GET /api/members/willingness': { call: ({ placeId }) => ({ path: `/api/members/willingness?placeId=${placeId}` }), targets: TARGETS, behind: keepers() },
  'GET /api/members/:id': { call: ({ memberId }) => ({ path: `/api/members/${memberId}` }), targets: TARGETS, behind: keepers() },
  'POST /api/members/:id/steps': { call: ({ memberId }) => ({ path: `/api/members/${memberId}/steps`, body: { action: 'change', inService: true } }), targets: TARGETS, behind: keepers() },
  // No card there
  'POST /api/members/:id/card': { call: ({ memberId }) => ({ path: `/api/members/${memberId}/card`, body: { action: 'accept' } }), targets: TARGETS, behind: () => 404 },
  'POST /api/members/:id/reveals': { call: ({ memberId }) => ({ path: `/api/members/${memberId}/reveals`, body: { reason: '约周六值班' } }), targets: TARGETS, behind: keepers() },
  'POST /api/members/:id/feedback': { call: ({ memberId }) => ({ path: `/api/members/${memberId}/feedback`, body: { year: 2026, quarter: 3 } }), targets: TARGETS, behind: keepers(409) },
  'GET /api/members/mine': plain('/api/members/mine'),
  'POST /api/members/mine': always('/api/members/mine', 409, () => ({ stage: 'formal', inService: false, agreed: true, noticeVersion: 999 })),
  // No principal has an entry, a card or a plate
  'POST /api/members/mine/steps': always('/api/members/mine/steps', 404, () => ({ action: 'withdraw' })),
  'POST /api/members/mine/card': always('/api/members/mine/card', 409, () => ({ unitName: '', skills: [], freeTimes: [], wants: [], words: '', tellsUnit: false })),
  'DELETE /api/members/mine/card': always('/api/members/mine/card', 404),
  'GET /api/members/mine/feedback': always('/api/members/mine/feedback?year=2026&quarter=3', 404),
  'POST /api/plates/mine': always('/api/plates/mine', 409, () => plateWords),
  'PATCH /api/plates/mine': always('/api/plates/mine', 404, () => plateWords),
  'DELETE /api/plates/mine': always('/api/plates/mine', 404),
  'GET /api/plates/:code': { call: ({ plateCode }) => ({ path: `/api/plates/${plateCode.slice(0, 22)}` }), targets: TARGETS, behind: ofDistrict(404) },
  'POST /api/plates/:code/questions': { call: ({ plateCode }) => ({ path: `/api/plates/${plateCode.slice(0, 22)}/questions`, body: { words: '水管漏水怎么办' } }), targets: TARGETS, behind: ofDistrict(404) },
  'GET /api/plates/questions': plain('/api/plates/questions'),
  'POST /api/plates/questions/:id/steps': { call: ({ memberId }) => ({ path: `/api/plates/questions/${memberId}/steps`, body: { action: 'withdraw' } }), targets: TARGETS, behind: () => 404 },
  'GET /api/plates/building': plain('/api/plates/building'),
  'GET /api/pairings/mine': plain('/api/pairings/mine'),
  // Not accepted, so there is nothing to end; who knows the members of the area and plans nothing may not end it either
  'POST /api/pairings/:id/steps': { call: ({ pairingId }) => ({ path: `/api/pairings/${pairingId}/steps`, body: { action: 'end' } }), targets: TARGETS, behind: (who, target) => (keepers()(who, target) === 404 ? 404 : who === 'branchSecretary' ? 403 : 409) },
  'GET /api/pairings': { call: ({ placeId }) => ({ path: `/api/pairings?placeId=${placeId}` }), targets: TARGETS, behind: (who, target) => keepers()(who, target) },
  'GET /api/pairings/share': { call: ({ placeId }) => ({ path: `/api/pairings/share?placeId=${placeId}` }), targets: TARGETS, behind: plans },
  // Whoever is asked must be a confirmed member, which nobody is here
  'POST /api/pairings': { call: ({ homeId, freeId }) => ({ path: '/api/pairings', body: { homePlaceId: homeId, personId: freeId } }), targets: TARGETS, behind: (who, target) => (plans(who, target) === 200 ? 422 : 404) },
} // prettier-ignore
