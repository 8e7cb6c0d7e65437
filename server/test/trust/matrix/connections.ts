/** What goes out: colleagues above an area see its connections, the operator alone makes and changes them. */
import { inside, isHere, type Principal, type Row, type Rows, type Target, TARGETS } from './kit.ts'

const sees = (who: Principal, target: Target) =>
  inside(who, target, ['desk', 'subdistrict'], ['district', 'auditor', 'operator'])
const manages =
  (then = 200) =>
  (_who: Principal, target: Target) =>
    isHere(target) ? then : 404
const webhook = (below: string, behind: Row['behind'], body?: object): Row => ({
  call: ({ webhookId }) => ({ path: `/api/webhooks/${webhookId}${below}`, ...(body && { body }) }),
  targets: TARGETS,
  behind,
})

const peer = (below: string, behind: Row['behind'], body?: object): Row => ({
  call: ({ peerId }) => ({ path: `/api/peers/${peerId}${below}`, ...(body && { body }) }),
  targets: TARGETS,
  behind,
})
export const peerBody = (at: { placeId: string; organisationId: string }) => ({
  name: '12345 热线',
  url: 'https://hotline.invalid/open311/v2',
  jurisdiction: null,
  pulls: true,
  pushes: true,
  photos: true,
  services: [],
  meanings: {},
  ...at,
})

export const connections: Rows = {
  'GET /api/webhooks': { call: () => ({ path: '/api/webhooks' }) },
  'POST /api/webhooks': {
    call: ({ placeId }) => ({
      path: '/api/webhooks',
      body: { name: '区数据平台', url: 'https://platform.invalid/hook', events: ['request.closed'], placeId },
    }),
    targets: TARGETS,
    behind: (_who, target) => (isHere(target) ? 200 : 422),
  },
  'PATCH /api/webhooks/:id': webhook('', manages(), { name: '区数据平台二' }),
  'POST /api/webhooks/:id/secrets': webhook('/secrets', manages()),
  'POST /api/webhooks/:id/pings': webhook('/pings', manages()),
  'POST /api/webhooks/:id/retries': webhook('/retries', manages(), {}),
  'GET /api/webhooks/:id/deliveries': webhook('/deliveries', sees),
  'DELETE /api/webhooks/:id': webhook('', manages()),
  'GET /api/peers': { call: () => ({ path: '/api/peers' }) },
  // The organisation of the area stands for a server already
  'POST /api/peers': {
    call: ({ placeId, organisationId }) => ({ path: '/api/peers', body: peerBody({ placeId, organisationId }) }),
    targets: TARGETS,
    behind: (_who, target) => (isHere(target) ? 409 : 422),
  },
  'PATCH /api/peers/:id': peer('', manages(), { name: '市热线' }),
  'POST /api/peers/:id/keys': peer('/keys', manages()),
  'POST /api/peers/:id/syncs': peer('/syncs', manages()),
  'POST /api/peers/:id/retries': peer('/retries', manages(), {}),
  'GET /api/exchange': {
    call: ({ peerId }) => ({ path: `/api/exchange?peerId=${peerId}` }),
    targets: TARGETS,
    behind: sees,
  },
  'DELETE /api/peers/:id': peer('', manages()),
}
