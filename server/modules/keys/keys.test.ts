/** Keys through HTTP: told once, bound to scope and place, stopped at once, written down. */
import { afterAll, expect, test } from 'vitest'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld, type Somebody } from '#server/test/trust/world.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
afterAll(() => app.close())
const { operator, desk, auditor, resident } = world.people

type Made = { key: { id: string; prefix: string }; secret: string }
const call = async (who: Somebody, method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) =>
  (await who.as()).inject(method, path, body)
async function make(body: object): Promise<Made> {
  const answer = await call(operator, 'POST', '/api/keys', { name: '数据平台', scopes: ['requests.read'], ...body })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
/** A call of another system: no cookie, no origin. */
const ask = async (secret: string, url: string, method: 'GET' | 'POST' = 'GET') => {
  const answer = await app.fastify.inject({ method, url, headers: { authorization: `Bearer ${secret}` }, ...(method === 'POST' && { payload: {} }) }) // prettier-ignore
  return { status: answer.statusCode, code: answer.json().code as string | undefined, body: answer.json() }
}
const list = async (who: Somebody) => (await call(who, 'GET', '/api/keys')).json() as Record<string, unknown>[]

test('the secret is told once; of it a hash is kept, and each deed stands in the log', async () => {
  const { key, secret } = await make({ name: '一次' })
  expect(secret).toMatch(/^linli_[\w-]{43}$/)
  expect(secret.startsWith(key.prefix)).toBe(true)
  expect(JSON.stringify(await list(operator))).not.toContain(secret)
  const kept = JSON.stringify(await world.rows('SELECT * FROM api_key WHERE tenant_id = $1'))
  const repeats = JSON.stringify(await world.rows('SELECT * FROM idempotency_key WHERE tenant_id = $1'))
  const log = JSON.stringify(
    await world.rows(`SELECT subject FROM audit_entry WHERE tenant_id = $1 AND what = 'makeKey'`),
  )
  for (const text of [kept, repeats, log]) expect(text).not.toContain(secret)
  expect(log).toContain('一次')
  expect((await list(auditor)).length).toBeGreaterThan(0)
  for (const who of [desk, auditor]) expect((await call(who, 'POST', '/api/keys', { name: '不行', scopes: ['requests.read'] })).statusCode).toBe(403) // prettier-ignore
  expect((await call(resident, 'GET', '/api/keys')).statusCode).toBe(403)
})

test('it opens what names its scope and nothing else, and writes nothing', async () => {
  const { secret } = await make({})
  const sent = await world.submit(resident)
  expect((await ask(secret, '/api/requests/work')).body.rows.map(({ id }: { id: string }) => id)).toContain(sent.id)
  expect((await ask(secret, `/api/requests/${sent.id}`)).body.reporter).toBeNull() // as the auditor: no names, no numbers
  expect(await ask(secret, '/api/places')).toMatchObject({ status: 403, code: 'key_scope_required' })
  for (const url of ['/api/me', '/api/people', '/api/keys', '/api/audit', '/api/households']) expect(await ask(secret, url), url).toMatchObject({ status: 403, code: 'key_scope_required' }) // prettier-ignore
  expect((await ask(secret, '/api/requests', 'POST')).status).toBe(403)
  expect((await ask(secret, `/api/requests/${sent.id}/steps`, 'POST')).status).toBe(403)
  const photo = await app.fastify.inject({
    url: `/api/photos/${sent.id}`,
    headers: { authorization: `Bearer ${secret}` },
  })
  expect(photo.statusCode).toBe(401) // routes beside the contracts know no keys
})

test('nothing outside its place is there for it', async () => {
  const { secret } = await make({ placeId: world.sibling.compound.id })
  const sent = await world.submit(resident)
  expect((await ask(secret, '/api/requests/work')).body.rows).toEqual([])
  expect((await ask(secret, `/api/requests/${sent.id}`)).body.assignments).toEqual([]) // public, as for any neighbour
  const limited = await world.submit(resident, { limited: true })
  expect((await ask(secret, `/api/requests/${limited.id}`)).status).toBe(404)
})

test('renewed, expired and revoked ones stop at once', async () => {
  const made = await make({ expiresOn: '2026-11-18' })
  expect((await ask(made.secret, '/api/requests/work')).status).toBe(200)
  const renewed = (await call(operator, 'POST', `/api/keys/${made.key.id}/renewals`, {})).json() as Made
  expect(await ask(made.secret, '/api/requests/work')).toMatchObject({ status: 401, code: 'key_not_valid' })
  expect((await ask(renewed.secret, '/api/requests/work')).status).toBe(200)
  app.wait(86_400_000)
  expect((await ask(renewed.secret, '/api/requests/work')).status).toBe(401)
  const again = (
    await call(operator, 'POST', `/api/keys/${made.key.id}/renewals`, { expiresOn: '2027-11-18' })
  ).json() as Made
  expect((await ask(again.secret, '/api/requests/work')).status).toBe(200)
  expect((await call(operator, 'DELETE', `/api/keys/${made.key.id}`)).statusCode).toBe(200)
  expect((await ask(again.secret, '/api/requests/work')).status).toBe(401)
  expect((await call(operator, 'DELETE', `/api/keys/${made.key.id}`)).json().code).toBe('key_revoked')
  expect((await call(operator, 'POST', `/api/keys/${made.key.id}/renewals`, {})).json().code).toBe('key_revoked')
  expect((await call(operator, 'POST', '/api/keys', { name: '过去', scopes: ['requests.read'], expiresOn: '2020-01-01' })).json().code).toBe('key_date_past') // prettier-ignore
  const [row] = (await list(operator)).filter(({ id }) => id === made.key.id)
  expect(row).toMatchObject({ state: 'revoked', lastUsedOn: '2026-11-19' })
})

test('each key has its own bound of calls', async () => {
  const [slow, other] = [await make({ callsInTenSeconds: 2 }), await make({})]
  const statuses = []
  for (let n = 0; n < 3; n++) statuses.push((await ask(slow.secret, '/api/requests/work')).status)
  expect(statuses).toEqual([200, 200, 429])
  expect((await ask(other.secret, '/api/requests/work')).status).toBe(200)
  app.wait(10_000)
  expect((await ask(slow.secret, '/api/requests/work')).status).toBe(200)
})

test('what is no key of ours is refused without a look at the database', async () => {
  for (const text of ['x', `linli_${'a'.repeat(43)}`, 'linli_%00']) expect((await ask(text, '/api/requests/work')).status).toBe(401) // prettier-ignore
})
