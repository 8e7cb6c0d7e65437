/**
 * Codes under attack. Source of the figures: OWASP ASVS 5.0 6.5–6.6; docs/security.md, "Identity and sessions".
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAccounts, type AccountsApp } from '#server/test/accounts-app.ts'
import { useDatabase } from '#server/test/database.ts'
import { cookieOf, makePerson, makePhone, makeTenant, SAME_ORIGIN, stranger } from './make.ts'

const databaseUrl = await useDatabase()
let app: AccountsApp
let tenantId: number
beforeAll(async () => {
  tenantId = await makeTenant(databaseUrl)
  app = await startAccounts(databaseUrl)
})
afterAll(() => app.close())

let clients = 0
/** Each from another address, so that only what is tested limits. */
const ask = (phone: string, remoteAddress = `10.0.${(clients += 1) >> 8}.${clients & 255}`, headers = {}) =>
  app.fastify.inject({
    method: 'POST',
    url: '/api/sign-in/codes',
    remoteAddress,
    headers: { ...SAME_ORIGIN, ...headers },
    payload: { phone },
  })

async function askForCode(phone: string) {
  const asked = await ask(phone)
  expect(asked.statusCode, asked.body).toBe(200)
  await app.dispatcher.drain(tenantId)
  const code = app.sms.sent.findLast((sent) => sent.phone === phone)?.words['code'] ?? ''
  return { attemptId: String(asked.json().attemptId), code, cookie: cookieOf(asked) }
}
const guess = (attemptId: string, code: string, cookie: string) =>
  stranger(app).inject('POST', '/api/sign-in/code', { attemptId, code }, { cookie })
const other = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, '0')
const count = async (table: 'session' | 'person' | 'outbox' | 'sign_in_attempt') => {
  const text = `SELECT count(*)::int AS count FROM ${table} WHERE tenant_id = $1`
  const found = await app.services.db.withTenant(tenantId, (tx) =>
    tx.one<{ count: number }>({ text, values: [tenantId] }),
  )
  return found?.count
}

test('fifty guesses at once: five are compared, and then the right code is dead too', async () => {
  const { attemptId, code, cookie } = await askForCode(makePhone())
  const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => guess(attemptId, other(code, i + 1), cookie)))
  expect(new Set(answers.map(({ body, statusCode }) => statusCode + body))).toEqual(
    new Set(['401{"code":"code_wrong"}']),
  )
  const tries = await app.services.db.withTenant(tenantId, (tx) =>
    tx.one({
      text: 'SELECT tries FROM sign_in_attempt WHERE tenant_id = $1 AND id = $2',
      values: [tenantId, attemptId],
    }),
  )
  expect(tries).toEqual({ tries: 5 })
  expect((await guess(attemptId, code, cookie)).json()).toEqual({ code: 'code_wrong' })
})

test('the right code among fifty parallel ones opens one session', async () => {
  app.wait(2 * 3_600_000)
  const { attemptId, code, cookie } = await askForCode(makePhone())
  const before = (await count('session')) ?? 0
  const answers = await Promise.all(Array.from({ length: 50 }, () => guess(attemptId, code, cookie)))
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  expect(await count('session')).toBe(before + 1)
  expect((await guess(attemptId, code, cookie)).statusCode).toBe(401)
})

test('a code is worth nothing in another attempt, in another browser, or after five minutes', async () => {
  app.wait(2 * 3_600_000)
  const phone = makePhone()
  const a = await askForCode(phone)
  app.wait(61_000)
  const b = await askForCode(phone)
  if (a.code !== b.code) {
    expect((await guess(b.attemptId, a.code, b.cookie)).statusCode).toBe(401)
    expect((await guess(a.attemptId, b.code, a.cookie)).statusCode).toBe(401)
  }
  expect((await guess(b.attemptId, b.code, a.cookie)).statusCode).toBe(401) // another attempt's cookie
  expect((await guess(b.attemptId, b.code, '')).statusCode).toBe(401)
  app.wait(5 * 60_000)
  expect((await guess(b.attemptId, b.code, b.cookie)).statusCode).toBe(401)
})

test('a browser without the attempt cannot burn its tries', async () => {
  const { attemptId, code, cookie } = await askForCode(makePhone())
  for (let i = 1; i <= 10; i++) await guess(attemptId, other(code, i), 'linli-attempt=none')
  expect((await guess(attemptId, code, cookie)).statusCode).toBe(200)
})

test('one code a minute, five an hour, ten a day to a number; all are told when to come again', async () => {
  const phone = makePhone()
  expect((await ask(phone)).statusCode).toBe(200)
  const soon = await ask(phone)
  expect([soon.statusCode, soon.json().code]).toEqual([429, 'code_sent_recently'])
  expect(Number(soon.headers['retry-after'])).toBeLessThanOrEqual(60)
  let sent = 1
  const allowed: number[] = []
  for (let minute = 1; minute < 24 * 60; minute++) {
    app.wait(60_000)
    if (minute % 7 && minute !== 1) continue
    if ((await ask(phone)).statusCode === 200) allowed.push(minute)
  }
  sent += allowed.length
  expect(sent).toBe(10)
  expect(allowed.filter((minute) => minute < 60)).toHaveLength(4)
})

test('parallel asks for one number send one message', async () => {
  const phone = makePhone()
  const answers = await Promise.all(Array.from({ length: 12 }, () => ask(phone)))
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  await app.dispatcher.drain(tenantId)
  expect(app.sms.sent.filter((sent) => sent.phone === phone)).toHaveLength(1)
})

test('twenty codes an hour from one client, however it writes its address', async () => {
  const spellings = ['203.0.113.9', '::ffff:203.0.113.9']
  for (let i = 0; i < 20; i++) expect((await ask(makePhone(), spellings[i % 2])).statusCode).toBe(200)
  for (const address of spellings) expect((await ask(makePhone(), address)).statusCode).toBe(429)
  // nobody vouches for these headers
  for (const name of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'client-ip']) {
    expect((await ask(makePhone(), '203.0.113.9', { [name]: '198.51.100.7' })).statusCode, name).toBe(429)
  }
  for (let i = 0; i < 20; i++) expect((await ask(makePhone(), `2001:db8:1:2::${i + 1}`)).statusCode).toBe(200)
  expect((await ask(makePhone(), '2001:db8:1:2:ffff::9')).statusCode).toBe(429) // the same /64
  expect((await ask(makePhone(), '2001:db8:1:3::9')).statusCode).toBe(200)
})

test('a known, an unknown and a closed number get the same answer', async () => {
  const [known, closed] = [makePhone(), makePhone()]
  await makePerson(app, tenantId, { phone: known })
  const { personId } = await makePerson(app, tenantId, { phone: closed })
  await app.services.db.withTenant(tenantId, (tx) =>
    tx.run({
      text: 'UPDATE person SET disabled_at = now() WHERE tenant_id = $1 AND id = $2',
      values: [tenantId, personId],
    }),
  )
  const plain = async (phone: string) => {
    const { statusCode, body, headers } = await ask(phone)
    const varying = {
      'x-request-id': '',
      'set-cookie': String(headers['set-cookie']).replace(/=[\w-]+/, '='),
      date: '',
    }
    return { statusCode, body: body.replace(/[0-9a-f-]{36}/, ''), headers: { ...headers, ...varying } }
  }
  const unknown = await plain(makePhone())
  expect(await plain(known)).toEqual(unknown)
  expect(await plain(closed)).toEqual(unknown)

  app.wait(61_000)
  const { attemptId, code, cookie } = await askForCode(closed)
  expect((await guess(attemptId, code, cookie)).body).toBe('{"code":"code_wrong"}')
})

test('neither number nor code lies open in the database', async () => {
  const phone = makePhone()
  expect((await ask(phone)).statusCode).toBe(200)
  const rows = await app.services.db.withTenant(tenantId, (tx) =>
    tx.many<{ all: string }>({
      text: `SELECT row_to_json(o)::text AS all FROM outbox o WHERE o.tenant_id = $1
             UNION ALL SELECT row_to_json(a)::text FROM sign_in_attempt a WHERE a.tenant_id = $1
             UNION ALL SELECT row_to_json(c)::text FROM rate_count c WHERE c.tenant_id = $1`,
      values: [tenantId],
    }),
  )
  await app.dispatcher.drain(tenantId)
  const code = app.sms.sent.findLast((sent) => sent.phone === phone)?.words['code'] ?? 'none'
  expect(rows.length).toBeGreaterThan(2)
  const hex = Buffer.from(phone).toString('hex')
  for (const { all } of rows) {
    expect(all).not.toContain(phone)
    expect(all).not.toContain(hex)
    expect(all).not.toMatch(new RegExp(`"${code}"`))
  }
})

test('a code too late to be used is not sent, and leftovers go after a day', async () => {
  const phone = makePhone()
  expect((await ask(phone)).statusCode).toBe(200)
  app.wait(6 * 60_000)
  await app.dispatcher.drain(tenantId)
  expect(app.sms.sent.filter((sent) => sent.phone === phone)).toEqual([])

  const { accountRecurring } = await import('./index.ts')
  app.wait(25 * 3_600_000)
  await app.services.db.withTenant(tenantId, async (tx) => {
    for (const one of accountRecurring) await one.schedule(tx, app.services.now())
  })
  await app.dispatcher.drain(tenantId)
  expect(await count('sign_in_attempt')).toBe(0)
  expect(await count('outbox')).toBe(1) // tomorrow's sweep
})
