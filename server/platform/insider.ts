/**
 * Who may see how the works run (figures of /metrics, details of /ready): the holder of the operator's token; where none is
 * set, only this machine itself. A proxy on the same machine also calls from here, so whatever names a proxy is a stranger.
 */
import type { FastifyRequest } from 'fastify'
import { sameBytes, sha256 } from './secrets.ts'

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
const OWN_NAME = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/
const LEFT_BY_PROXIES = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

export type IsInsider = (request: FastifyRequest) => boolean

export function createInsider(token: string | undefined): IsInsider {
  if (token === undefined) return isThisMachine
  const wanted = sha256(`Bearer ${token}`)
  return ({ headers }) => sameBytes(sha256(headers.authorization ?? ''), wanted)
}

function isThisMachine({ socket, headers }: FastifyRequest): boolean {
  const direct = LEFT_BY_PROXIES.every((name) => headers[name] === undefined)
  return direct && LOOPBACK.test(socket.remoteAddress ?? '') && OWN_NAME.test(headers.host ?? '')
}
