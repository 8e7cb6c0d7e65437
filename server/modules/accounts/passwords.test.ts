/** Passwords: which are taken, how they are kept, and what guessing costs. Source: OWASP ASVS 5.0 6.2, 6.3, 11.4.2. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startAccounts, type AccountsApp } from '#server/test/accounts-app.ts'
import { useDatabase } from '#server/test/database.ts'
import { COMMON } from './common-passwords.ts'
import { makeBranch, makePerson, makeTenant, SAME_ORIGIN } from './make.ts'
import { clientKey } from './limits.ts'
import { hashPassword, isPassword } from './passwords.ts'

const databaseUrl = await useDatabase()
let app: AccountsApp
let tenantId: number
let passwordHash: string
const PASSWORD = '梧桐 rain falls 3 times'
beforeAll(async () => {
  tenantId = await makeTenant(databaseUrl)
  app = await startAccounts(databaseUrl)
  passwordHash = await hashPassword(PASSWORD)
})
afterAll(() => app.close())

const refusal = (password: string, username?: string) =>
  hashPassword(password, username).then(
    () => 'taken',
    (error: { code?: string }) => error.code,
  )

describe('which are taken', () => {
  test('every common password is refused', { timeout: 60_000 }, async () => {
    expect(COMMON.size).toBeGreaterThan(4_000)
    const verdicts = new Set(await Promise.all([...COMMON].map((password) => refusal(password))))
    expect(verdicts).toEqual(new Set(['password_too_short', 'password_too_common']))
  })
  test.each([
    'Manchester2024!!',
    'p@ssw0rd1234',
    '!!Dragon12345',
    'woaini1314520',
    '13800138000',
    '19880101888',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'lkjhgfdsapoiuytrewq',
    'hgfedcba12',
    '!@#$%^&*()',
    'qwertyuiop!1',
    'zhangsan-8842',
  ])(
    // prettier-ignore
    'easily guessed: %s',
    async (password) => expect(await refusal(password, 'zhangsan')).toBe('password_too_common'),
  )
  test.each(['梧桐树下的三只猫咪一起晒太阳', 'correct horse battery', 'Yq7#vLp2&xT', `${'长'.repeat(3)}e9-k2m!x8Q`])(
    'good: %s',
    async (password) => expect(await refusal(password, 'zhangsan')).toBe('taken'),
  )
})

describe('how they are kept', () => {
  test('in full length, to the last byte, whichever way characters are composed', async () => {
    const long = `${'Kq7-'.repeat(17)}x2é9` // 73 bytes: others stop at 72
    const hash = await hashPassword(long)
    expect(hash).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/)
    expect(await isPassword(long, hash)).toBe(true)
    expect(await isPassword(long.slice(0, -1), hash)).toBe(false)
    expect(await isPassword(`${long.slice(0, -1)}8`, hash)).toBe(false)
    expect(await isPassword(long.normalize('NFD'), hash)).toBe(true)
    const words =
      '邻'.repeat(3) +
      '里社区共治平台的每一位工作人员都应当使用足够长的口令短语而不要重复使用其他网站的口令并且定期检查'
    expect(await isPassword(words, await hashPassword(words))).toBe(true)
  })
  test('an account without a password opens with none', async () => {
    expect(await isPassword('not the password', null)).toBe(false)
  })
})

test('a flood of sign-ins waits its turn, and beyond a line of twenty-five is sent away', async () => {
  const answers = await Promise.allSettled(
    Array.from({ length: 40 }, () => isPassword('not the password', passwordHash)),
  )
  const busy = answers.filter((one) => one.status === 'rejected')
  expect(busy.map(({ reason }) => String(reason.code))).toEqual(Array.from({ length: 13 }, () => 'busy'))
  expect(await isPassword(PASSWORD, passwordHash)).toBe(true)
})

const enter = (username: string, password: string, remoteAddress: string, url = '/api/sign-in/password', extra = {}) =>
  app.fastify.inject({
    method: 'POST',
    url,
    remoteAddress,
    headers: { ...SAME_ORIGIN, ...extra },
    payload: { username, password },
  })

describe('signing in', () => {
  test('by user name however it is written; unknown, wrong and closed look the same', async () => {
    const { community } = await app.services.db.withTenant(tenantId, makeBranch)
    const posts = [{ kind: 'communityStaff', placeId: community.id, title: '受理岗' }] as const
    const { personId } = await makePerson(app, tenantId, { username: 'xujing', passwordHash, posts })
    const answer = await enter(' XuJing ', PASSWORD, '10.1.0.1')
    expect([answer.statusCode, answer.json().personId]).toEqual([200, personId])
    expect(answer.json().rights).toContain('requests.work')

    const closed = await makePerson(app, tenantId, { username: 'closed', passwordHash })
    await makePerson(app, tenantId, { username: 'nopassword' })
    await app.services.db.withTenant(tenantId, (tx) =>
      tx.run({
        text: 'UPDATE person SET disabled_at = now() WHERE tenant_id = $1 AND id = $2',
        values: [tenantId, closed.personId],
      }),
    )
    const answers = [
      await enter('xujing', 'wrong password', '10.1.0.2'),
      await enter('nobody', PASSWORD, '10.1.0.2'),
      await enter('closed', PASSWORD, '10.1.0.2'),
      await enter('nopassword', PASSWORD, '10.1.0.2'),
    ]
    const plain = answers.map(({ statusCode, body, headers }) => ({
      statusCode,
      body,
      headers: { ...headers, 'x-request-id': '', date: '' },
    }))
    expect(new Set(plain.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(answers[0]?.json()).toEqual({ code: 'password_wrong' })
  })

  test('five tries at an account from one client in a quarter of an hour, whatever is varied', async () => {
    await makePerson(app, tenantId, { username: 'fanyaqin', passwordHash })
    for (let i = 0; i < 5; i++) expect((await enter('fanyaqin', `wrong ${i}`, '10.2.0.1')).statusCode).toBe(401)
    const blocked = await enter('fanyaqin', PASSWORD, '10.2.0.1')
    expect([blocked.statusCode, blocked.json().code]).toEqual([429, 'too_many_tries'])

    const paths = ['/api/sign-in/password', '/api/sign-in/%70assword', '/api/sign-in/password?x=1', '/api/sign-in/password?x=1&x=2', '/api/sign-in/password#a', '/api/sign-in/password/', '//api/sign-in/password', '/API/sign-in/password', '/api/sign-in/./password'] // prettier-ignore
    const names = ['fanyaqin', 'FANYAQIN', ' fanyaqin ', 'ｆａｎｙａｑｉｎ']
    const addresses = ['10.2.0.1', '::ffff:10.2.0.1']
    const headers = [{}, { 'x-forwarded-for': '198.51.100.1' }, { 'x-forwarded-for': '::1', 'x-real-ip': '127.0.0.1' }]
    for (const url of paths)
      for (const name of names)
        for (const address of addresses)
          for (const extra of headers) {
            const { statusCode } = await enter(name, PASSWORD, address, url, extra)
            expect([429, 404], `${url} ${name} ${address}`).toContain(statusCode)
          }
    // the owner, elsewhere, is not locked out; and time heals
    expect((await enter('fanyaqin', PASSWORD, '10.2.0.2')).statusCode).toBe(200)
    app.wait(16 * 60_000)
    expect((await enter('fanyaqin', PASSWORD, '10.2.0.1')).statusCode).toBe(200)
  })

  test('thirty parallel guesses: five are compared', async () => {
    await makePerson(app, tenantId, { username: 'guming', passwordHash })
    const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => enter('guming', `wrong ${i}`, '10.3.0.1')))
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5)
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(25)
  })
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('the client at %s counts as %s', (ip, key) => expect(clientKey(ip)).toBe(key))
