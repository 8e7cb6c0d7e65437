/** What is compressed, for whom, and that it is the same after unpacking. */
import { gunzipSync } from 'node:zlib'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { gzipReplies } from './gzip-replies.ts'

const LONG = { words: '桂园小区 12 栋东门积水'.repeat(200) }
const server = fastify()
gzipReplies(server)
server.get('/long', async () => LONG)
server.get('/short', async () => ({ ok: true }))
server.get('/page', async (_request, reply) => reply.type('text/html').send('<p>'.repeat(2_000)))

const get = (url: string, encoding?: string) =>
  server.inject({ url, headers: encoding ? { 'accept-encoding': encoding } : {} })

test('a long reply, to whoever takes it', async () => {
  const { headers, rawPayload } = await get('/long', 'gzip, deflate, br')
  expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
  expect(Number(headers['content-length'])).toBe(rawPayload.length)
  expect(JSON.parse(gunzipSync(rawPayload).toString())).toEqual(LONG)
})

test.each([
  ['one who does not take it', '/long', undefined],
  ['a short reply', '/short', 'gzip'],
  ['a page', '/page', 'gzip'],
])('not %s', async (_what, url, encoding) => {
  expect((await get(url, encoding)).headers['content-encoding']).toBeUndefined()
})
