/** One HTTP exchange with addresses that were checked before: the socket can go nowhere else, and the answer is bounded. */
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIPv6, type LookupFunction } from 'node:net'
import type { OutgoingFault } from '#contracts/outgoing.ts'
import type { Target } from './target.ts'

export type Sent = { method: string; headers: Record<string, string>; body?: Buffer }
export type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer }

/** The name is not asked a second time: whoever answers for it cannot change their mind between check and call. */
const pinned =
  (addresses: readonly string[]): LookupFunction =>
  (_host, options, done) => {
    const all = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
    const [first] = all
    if (options.all) done(null, all)
    else if (first) done(null, first.address, first.family)
  }

export function callOnce(
  target: Target,
  addresses: readonly string[],
  sent: Sent,
  { signal, maxBytes }: { signal: AbortSignal; maxBytes: number },
): Promise<Answer | OutgoingFault> {
  const secure = target.url.protocol === 'https:'
  const options: RequestOptions = {
    method: sent.method,
    host: target.host,
    port: target.port,
    path: `${target.url.pathname}${target.url.search}`,
    headers: { ...sent.headers, host: target.url.host, ...(sent.body && { 'content-length': sent.body.length }) },
    lookup: pinned(addresses),
    agent: false, // a kept connection would be one that nobody checked
    signal,
    ...(secure && !target.literal && { servername: target.host }),
  }
  return new Promise((resolve) => {
    const failed = (error: Error) => resolve(signal.aborted ? 'timedOut' : faultOf(error))
    const request = (secure ? httpsRequest : httpRequest)(options, (response) => {
      const parts: Buffer[] = []
      let size = 0
      response.on('data', (part: Buffer) => {
        size += part.length
        if (size <= maxBytes) return void parts.push(part)
        resolve('tooLarge')
        request.destroy()
      })
      response.on('error', failed)
      response.on('close', () => resolve('answerBroken')) // without effect once it has ended well
      response.on('end', () => {
        if (response.complete)
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) })
      })
    })
    request.on('error', failed)
    request.on('upgrade', (_response, socket) => {
      socket.destroy()
      resolve('answerBroken')
    })
    request.end(sent.body)
  })
}

function faultOf(error: Error): OutgoingFault {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (/CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME/.test(code)) return 'certificateRefused'
  return code.startsWith('HPE_') ? 'answerBroken' : 'connectionFailed'
}
