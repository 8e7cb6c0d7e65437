/**
 * The cookies of signing in, and one beside the session's that only says that there is one: pages may read it, so that those
 * of a stranger need not ask what will be refused. It opens nothing. Over https their names begin with __Host-, so no neighbouring host can plant one.
 * Source: OWASP ASVS 5.0 3.3.1–3.3.4.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'

export type CookieName = 'linli' | 'linli-attempt'

const HERE = 'linli-here'

const isHttps = (request: FastifyRequest) => request.protocol === 'https' // what a trusted proxy says counts
const nameFor = (request: FastifyRequest, name: CookieName) => (isHttps(request) ? `__Host-${name}` : name)
const kept = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps(request) }) as const

export const readCookie = (request: FastifyRequest, name: CookieName): string | undefined =>
  request.cookies[nameFor(request, name)]

export function giveCookie(reply: FastifyReply, name: CookieName, value: string, maxAgeMs: number): void {
  const { request } = reply
  const maxAge = Math.floor(maxAgeMs / 1000)
  reply.setCookie(nameFor(request, name), value, { ...kept(request), maxAge })
  if (name === 'linli') reply.setCookie(HERE, '1', { ...kept(request), httpOnly: false, maxAge })
}

export function takeCookie(reply: FastifyReply, name: CookieName): void {
  reply.clearCookie(nameFor(reply.request, name), kept(reply.request))
  if (name === 'linli') reply.clearCookie(HERE, { ...kept(reply.request), httpOnly: false })
}
