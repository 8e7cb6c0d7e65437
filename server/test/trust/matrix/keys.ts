/** Keys are made by the operator alone; the open door answers everybody, and takes nothing in without a key. */
import { always, isHere, plain, type Principal, type Row, type Rows, type Target, TARGETS } from './kit.ts'

const manages = (_who: Principal, target: Target) => (isHere(target) ? 200 : 404)
const key = (below: string, body?: object): Row => ({
  call: ({ keyId }) => ({ path: `/api/keys/${keyId}${below}`, ...(body && { body }) }),
  targets: TARGETS,
  behind: manages,
})
const v2 = '/open311/v2'
const form = (path: string, filed: number): Row => ({
  call: () => ({
    path,
    body: Buffer.from('service_code=road.puddle&lat=30.28&long=120.15'),
    contentType: 'application/x-www-form-urlencoded',
  }),
  behind: (who) => (who === 'apiKey' ? filed : 403),
})

export const keys: Rows = {
  'GET /api/keys': plain('/api/keys'),
  'POST /api/keys': {
    call: ({ placeId }) => ({ path: '/api/keys', body: { name: '区数据平台', scopes: ['requests.read'], placeId } }),
    targets: TARGETS,
    behind: (_who, target) => (isHere(target) ? 200 : 422),
  },
  'POST /api/keys/:id/renewals': key('/renewals', {}),
  'DELETE /api/keys/:id': key(''),
  'GET /api/open311/services': plain('/api/open311/services'),
  'PATCH /api/open311/services/:code': {
    call: () => ({ path: '/api/open311/services/road.puddle', body: { offered: 'realtime' } }),
  },
  'GET /open311/discovery.:format': plain('/open311/discovery.xml'),
  'GET /open311/v2/services.:format': plain(`${v2}/services.json`),
  'GET /open311/v2/services/:service_code.:format': plain(`${v2}/services/road.puddle.xml`),
  'GET /open311/v2/requests.:format': plain(`${v2}/requests.json`),
  'GET /open311/v2/requests/:service_request_id.:format': always(`${v2}/requests/2020-000001.xml`, 404),
  'GET /open311/v2/tokens/:token.:format': always(`${v2}/tokens/019a0000-0000-7000-8000-000000000000.xml`, 404),
  'POST /open311/v2/requests.:format': form(`${v2}/requests.xml`, 200),
  'GET /open311/v2/servicerequestupdates.:format': plain(`${v2}/servicerequestupdates.xml`),
  'POST /open311/v2/servicerequestupdates.:format': form(`${v2}/servicerequestupdates.json`, 400),
  // Taken by a resident, of a limited request: nobody outside sees it
  'GET /open311/v2/photos/:id.jpg': {
    call: ({ photoId }) => ({ path: `${v2}/photos/${photoId}.jpg` }),
    targets: TARGETS,
    behind: () => 404,
  },
}
