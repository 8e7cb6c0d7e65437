/**
 * The only way out of the product to an address that a person typed: webhooks, other GeoReport servers, photos by address.
 *
 * A name is looked up once, every address that it has must be the public internet's (or in a network that the operator
 * named), and the call goes to the addresses that were checked. Redirects are followed for reading only, each one checked
 * again. No proxy variables, no cookies, no credentials in addresses. A failure is an answer, never an exception.
 * Source: docs/decisions/0023-outgoing-calls.md.
 */
import { lookup } from 'node:dns/promises'
import type { OutgoingFault } from '#contracts/outgoing.ts'
import { callOnce, type Answer, type Sent } from './call-once.ts'
import { isPublic, NO_NETWORKS, type Networks } from './networks.ts'
import { readTarget, USUAL_PORTS, type PortRange, type Target } from './target.ts'

export type OutgoingCall = {
  url: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: Buffer | string
  /** For the whole call, redirects included. */
  timeoutMs?: number
  maxBytes?: number
}
export type OutgoingAnswer = ({ ok: true; url: string } & Answer) | { ok: false; why: OutgoingFault }

export type Outgoing = {
  fetchSafely(call: OutgoingCall): Promise<OutgoingAnswer>
  /** What can be said of an address without calling it: for forms. */
  faultOf(url: string): OutgoingFault | null
}

export type OutgoingPolicy = {
  /** Networks of one's own that may be called although they are not public. */
  networks?: Networks
  ports?: readonly PortRange[]
  /** Every address of a name; tests put their own. */
  lookUp?: (host: string) => Promise<string[]>
}

const MAX_REDIRECTS = 3
const TIMEOUT_MS = 10_000
const MAX_BYTES = 1_000_000
const REDIRECTS = [301, 302, 303, 307, 308]

export function createOutgoing({
  networks = NO_NETWORKS,
  ports = USUAL_PORTS,
  lookUp = askTheSystem,
}: OutgoingPolicy = {}): Outgoing {
  // prettier-ignore
  const mayCall = (address: string) => isPublic(address) || networks.has(address)

  async function checkedAddresses({ literal, host }: Target): Promise<string[] | OutgoingFault> {
    const addresses = literal ? [literal] : await lookUp(host).catch(() => []) // a name that nobody knows is an answer
    if (addresses.length === 0) return 'nameNotFound'
    return addresses.every(mayCall) ? addresses : 'networkNotAllowed'
  }

  async function follow(call: OutgoingCall, signal: AbortSignal): Promise<OutgoingAnswer> {
    const refused = (why: OutgoingFault) => ({ ok: false, why }) as const
    const { method = 'GET', maxBytes = MAX_BYTES } = call
    const body = typeof call.body === 'string' ? Buffer.from(call.body) : call.body
    const plain = { 'user-agent': 'Linli', 'accept-encoding': 'identity', connection: 'close' }
    let headers: Sent['headers'] = { ...plain, ...call.headers }
    let target = readTarget(call.url, ports)
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      if (typeof target === 'string') return refused(target)
      const addresses = await beforeTimeout(checkedAddresses(target), signal)
      if (typeof addresses === 'string') return refused(addresses)
      const answer = await callOnce(target, addresses, { method, headers, body }, { signal, maxBytes })
      if (typeof answer === 'string') return refused(answer)
      const { location } = answer.headers
      if (method !== 'GET' || !location || !REDIRECTS.includes(answer.status))
        return { ok: true, url: target.url.href, ...answer }
      if (!URL.canParse(location, target.url.href)) return refused('addressUnreadable')
      const next = new URL(location, target.url.href)
      // What was meant for one house, a key perhaps, is not carried to another.
      if (next.origin !== target.url.origin) headers = plain
      target = readTarget(next, ports)
    }
    return refused('tooManyRedirects')
  }

  return {
    fetchSafely: (call) => follow(call, AbortSignal.timeout(call.timeoutMs ?? TIMEOUT_MS)),
    faultOf(url) {
      const target = readTarget(url, ports)
      if (typeof target === 'string') return target
      return target.literal && !mayCall(target.literal) ? 'networkNotAllowed' : null
    },
  }
}

/** A question about a name cannot be taken back, but need not be waited for. */
function beforeTimeout<T>(work: Promise<T>, signal: AbortSignal): Promise<T | 'timedOut'> {
  const late = new Promise<'timedOut'>((resolve) => {
    if (signal.aborted) resolve('timedOut')
    signal.addEventListener('abort', () => resolve('timedOut'), { once: true })
  })
  return Promise.race([work, late])
}

async function askTheSystem(host: string): Promise<string[]> {
  return (await lookup(host, { all: true, order: 'ipv4first' })).map(({ address }) => address)
}
