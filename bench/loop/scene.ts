/** Who and what the benchmarks speak of, looked up in the filled district: a resident, a desk, a grid, requests in it. */
import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { uuidv7 } from 'uuidv7'
import type { Call } from './load.ts'

export type Scene = {
  /** Cookies of people who are signed in. */
  resident: string
  desk: string
  gridWorker: string
  /** Sessions that the server has not seen within the second for which it keeps them, when they are taken in turn. */
  manySessions: string[]
  gridIds: string[]
  requestIds: string[]
  point: { lon: number; lat: number }
  categoryCode: string
}

const MANY = 4_000
const SAMPLE = 40

export async function lookUp(owner: pg.Client): Promise<Scene> {
  const rows = async <T>(text: string, values: unknown[] = []): Promise<T[]> => (await owner.query(text, values)).rows // columns as the text names them
  const personOf = async (role: string) => {
    const [found] = await rows<{ id: string; home: string | null }>(
      `SELECT id, home_place_id AS home FROM person WHERE tenant_id = 1 AND demo_role = $1 ORDER BY id LIMIT 1`,
      [role],
    )
    if (!found) throw new Error(`the demo has no ${role}`)
    return found
  }
  const [resident, desk, worker] = [
    await personOf('resident'),
    await personOf('communityStaff'),
    await personOf('gridWorker'),
  ]
  // The desk's community with its grids, the fullest first.
  const grids = await rows<{ id: string }>(
    `SELECT r.grid_id AS id FROM request r
      WHERE r.tenant_id = 1 AND r.community_id IN (SELECT o.place_id FROM post_term t JOIN post o ON o.tenant_id = 1 AND o.id = t.post_id WHERE t.tenant_id = 1 AND t.person_id = $1)
      GROUP BY 1 ORDER BY count(*) DESC`,
    [desk.id],
  )
  const gridIds = grids.map(({ id }) => id)
  const requests = await rows<{ id: string }>(
    `SELECT id FROM request WHERE tenant_id = 1 AND grid_id = ANY ($1) AND NOT limited ORDER BY md5(id::text) LIMIT ${SAMPLE}`,
    [gridIds],
  )
  const [point] = await rows<{ lon: number; lat: number }>(
    `SELECT lon, lat FROM request WHERE tenant_id = 1 AND grid_id = $1 AND lon IS NOT NULL LIMIT 1`,
    [gridIds[0]],
  )
  const [category] = await rows<{ code: string }>(
    `SELECT code FROM category WHERE tenant_id = 1 AND active AND privacy = 'public' AND 'problem' = ANY (kinds) AND parent_code IS NOT NULL ORDER BY position LIMIT 1`,
  )
  if (!point || !category) throw new Error('the filled district lacks a point or a category')
  const manySessions: string[] = []
  for (let nth = 0; nth < MANY; nth += 1) manySessions.push(await signIn(owner, resident.id, false))
  return {
    resident: await signIn(owner, resident.id, false),
    desk: await signIn(owner, desk.id, true),
    gridWorker: await signIn(owner, worker.id, true),
    manySessions,
    gridIds,
    requestIds: requests.map(({ id }) => id),
    point,
    categoryCode: category.code,
  }
}

async function signIn(owner: pg.Client, personId: string, staff: boolean): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(secret).digest()
  await owner.query(
    `INSERT INTO session (tenant_id, id, secret_hash, person_id, staff, user_agent, created_at, last_seen_at, idle_until, ends_at)
     VALUES (1, $1, $2, $3, $4, 'bench', now(), now() + interval '50 seconds', now() + interval '6 hours', now() + interval '6 hours')`,
    [uuidv7(), hash, personId, staff],
  )
  return `linli=1.${secret}`
}

export type Operation = 'create' | 'get' | 'workList' | 'takeStep' | 'home' | 'getByNewcomer'

/** The calls of one operation; `nth` runs through what the scene has of each kind. */
export const callOf = (scene: Scene, operation: Operation, nth: number, newRequestId?: string): Call => {
  const of = <T>(list: readonly T[]): T => list[nth % list.length] as T // never empty
  const get = (path: string, cookie: string): Call => ({ method: 'GET', path, headers: { cookie } })
  switch (operation) {
    case 'create':
      return post('/api/requests', scene.resident, {
        kind: 'problem',
        text: '东门进来右手边第二盏路灯三天不亮了，晚上老人走路看不清，麻烦尽快来修一下。',
        categoryCode: scene.categoryCode,
        location: { ...scene.point, system: 'wgs84', source: 'device', words: '东门内' },
      })
    case 'get':
      return get(`/api/requests/${of(scene.requestIds)}`, scene.desk)
    case 'getByNewcomer':
      return get(`/api/requests/${of(scene.requestIds)}`, of(scene.manySessions))
    case 'workList':
      return get(`/api/requests/work?gridId=${of(scene.gridIds)}&status=closed&sort=newest&limit=50`, scene.desk)
    case 'home':
      return get('/api/home', scene.desk)
    case 'takeStep':
      return stepCall(scene, newRequestId ?? '', { action: 'accept', seq: 1 })
  }
}

/** A step of the desk. */
export const stepCall = (scene: Scene, requestId: string, step: object): Call =>
  post(`/api/requests/${requestId}/steps`, scene.desk, step)

const post = (path: string, cookie: string, body: object): Call => ({
  method: 'POST',
  path,
  headers: { cookie, origin: 'http://localhost', host: 'localhost', 'idempotency-key': uuidv7() },
  body: JSON.stringify(body),
})
