/** No form of an address reaches this machine or a network beside it: listeners on it count their connections. Source: docs/security.md. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FORMS } from './forms.list.ts'
import { isPublic, networksFrom } from './networks.ts'
import { createOutgoing, type OutgoingPolicy } from './outgoing.ts'
import { portsFrom, readTarget, USUAL_PORTS } from './target.ts'

const ANY_PORT = [[1, 65_535]] as const
const servers: Server[] = []
let hits = 0

async function listen(host: string, port = 0, answer: RequestListener = (_request, reply) => reply.end('inside')) {
  const server = createServer(answer)
  server.on('connection', () => hits++)
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  servers.push(server)
  return (server.address() as AddressInfo).port // a listening TCP server has one
}

let port: number
let hasIpv6 = true
beforeAll(async () => {
  port = await listen('0.0.0.0')
  hasIpv6 = await listen('::1', port).then(() => true, () => false) // prettier-ignore
})
afterAll(() => servers.forEach((server) => server.close()))

const own = (networks: string, more: OutgoingPolicy = {}) =>
  createOutgoing({ networks: networksFrom(networks) ?? undefined, ports: ANY_PORT, ...more })

test(`${FORMS.length} forms of addresses, and not one connection`, async () => {
  expect(FORMS.length).toBeGreaterThanOrEqual(120)
  hits = 0
  const outgoing = own('10.99.0.0/32')
  for (const form of FORMS) {
    const answer = await outgoing.fetchSafely({ url: form.replace('PORT', String(port)) })
    expect([form, answer.ok]).toEqual([form, false])
  }
  expect(hits).toBe(0)
  // The listeners were there all the time.
  for (const host of hasIpv6 ? ['127.0.0.1', '[::1]'] : ['127.0.0.1'])
    expect(await own('127.0.0.1, ::1').fetchSafely({ url: `http://${host}:${port}/` })).toMatchObject({ ok: true })
  expect(hits).toBe(hasIpv6 ? 2 : 1)
})

test('a name is as good as the worst of its addresses', async () => {
  hits = 0
  for (const addresses of [['127.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['::ffff:127.0.0.1'], ['::1'], ['64:ff9b::7f00:1'], []])
    expect(await own('10.99.0.0/32', { lookUp: async () => addresses }).fetchSafely({ url: `http://platform.example:${port}/` })).toMatchObject({ ok: false }) // prettier-ignore
  expect(hits).toBe(0)
})

test('a name that changes its mind is asked once, and the call goes where was checked', async () => {
  const heard: string[] = []
  const first = await listen('127.0.0.1', 0, (_request, reply) => reply.end(heard.push('first') ? '' : ''))
  await listen('127.0.0.2', first, (_request, reply) => reply.end(heard.push('second') ? '' : ''))
  let asked = 0
  const outgoing = own('127.0.0.1', { lookUp: async () => [asked++ === 0 ? '127.0.0.1' : '127.0.0.2'] })
  const call = { url: `http://platform.example:${first}/` }
  expect(await outgoing.fetchSafely(call)).toMatchObject({ ok: true })
  expect([asked, heard]).toEqual([1, ['first']])
  expect(await outgoing.fetchSafely(call)).toEqual({ ok: false, why: 'networkNotAllowed' })
  expect(heard).toEqual(['first'])
})

test.each([
  ['another machine', 'http://127.0.0.2:PORT/', 'networkNotAllowed'],
  ['metadata', 'http://169.254.169.254/latest/meta-data/', 'networkNotAllowed'],
  ['a name of this machine', 'http://localhost:PORT/', 'networkNotAllowed'],
  ['another scheme', 'file:///etc/passwd', 'schemeNotAllowed'],
  ['credentials', 'http://a:b@127.0.0.1:PORT/', 'credentialsInAddress'],
  ['itself, again and again', '/again', 'tooManyRedirects'],
])('a redirect is checked as an address is: %s', async (_what, location, why) => {
  const from = await listen('127.0.0.3', 0, (_request, reply) => reply.writeHead(302, { location: location.replace('PORT', String(port)) }).end()) // prettier-ignore
  hits = 0
  expect(await own('127.0.0.3').fetchSafely({ url: `http://127.0.0.3:${from}/again` })).toEqual({ ok: false, why })
  expect(hits).toBe(why === 'tooManyRedirects' ? 4 : 1)
})

test('a redirect that may be followed is, without the headers that were meant for the first house', async () => {
  const seen: (string | undefined)[] = []
  const to = await listen('127.0.0.4', 0, (request, reply) =>
    reply.end(`${seen.push(String(request.headers['x-key']))}`),
  )
  const from = await listen('127.0.0.4', 0, (request, reply) => {
    seen.push(String(request.headers['x-key']))
    reply.writeHead(307, { location: request.url === '/one' ? '/two' : `http://127.0.0.4:${to}/` }).end()
  })
  const call = { url: `http://127.0.0.4:${from}/one`, headers: { 'x-key': 'secret' } }
  expect(await own('127.0.0.4').fetchSafely(call)).toMatchObject({ ok: true, url: `http://127.0.0.4:${to}/` })
  expect(seen).toEqual(['secret', 'secret', 'undefined'])
  // What changes something is not sent on: the answer itself is the answer.
  const posted = await own('127.0.0.4').fetchSafely({ ...call, method: 'POST', body: '{}' })
  expect(posted).toMatchObject({ ok: true, status: 307 })
})

test('an answer is bounded in size and in time, and half an answer is none', async () => {
  const at = await listen('127.0.0.5', 0, (request, reply) => {
    if (request.url === '/large') reply.end('x'.repeat(2000))
    if (request.url === '/half') reply.writeHead(200, { 'content-length': '10' }).write('half', () => reply.destroy())
  })
  const call = (path: string, more = {}) =>
    own('127.0.0.5').fetchSafely({ url: `http://127.0.0.5:${at}${path}`, ...more })
  expect(await call('/large', { maxBytes: 1999 })).toEqual({ ok: false, why: 'tooLarge' })
  expect(await call('/large', { maxBytes: 2000 })).toMatchObject({ ok: true, status: 200 })
  expect(await call('/silent', { timeoutMs: 50 })).toEqual({ ok: false, why: 'timedOut' })
  expect(await call('/half')).toMatchObject({ ok: false })
  const never = own('127.0.0.5', { lookUp: () => new Promise(() => {}) })
  expect(await never.fetchSafely({ url: 'http://a.example/', timeoutMs: 50 })).toEqual({ ok: false, why: 'timedOut' })
})

test('only usual ports, unless the operator names others', () => {
  for (const [url, fault] of [
    ['https://example.org/', false],
    ['http://example.org:8080/', false],
    ['http://example.org:22/', true],
    ['https://example.org:5432/', true],
    ['http://example.org:6379/', true],
    ['http://example.org:0/', true],
  ] as const)
    expect([url, readTarget(url, USUAL_PORTS) === 'portNotAllowed']).toEqual([url, fault])
  expect(portsFrom('443, 8000-8999')).toEqual([[443, 443], [8000, 8999]]) // prettier-ignore
  for (const wrong of ['', 'a', '0', '70000', '9-8', '1-2-3']) expect([wrong, portsFrom(wrong)]).toEqual([wrong, null])
})

test('networks of one’s own are read strictly', () => {
  expect(networksFrom('10.20.0.0/16, fd12::/48')?.has('10.20.3.4')).toBe(true)
  expect(networksFrom('10.20.0.0/16, fd12::/48')?.has('fd12::5')).toBe(true)
  expect(networksFrom('10.20.0.0/16')?.has('10.21.0.1')).toBe(false)
  for (const wrong of ['', '0.0.0.0/0', '::/0', '10.0.0.0/33', '10.0.0.0/a', 'intranet', '10.0.0.0/8/8', '10.0.0'])
    expect([wrong, networksFrom(wrong)]).toEqual([wrong, null])
})

test.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '192.0.1.1', '223.255.255.255', '2400:3200::1', '2606:4700::1111'])(
  '%s is the public internet’s',
  (address) => expect(isPublic(address)).toBe(true),
) // prettier-ignore
