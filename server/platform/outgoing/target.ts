/** Reads an address that a person typed: where a call would go, or why it may not. Touches nothing. */
import { isIP } from 'node:net'
import type { OutgoingFault } from '#contracts/outgoing.ts'

export type PortRange = readonly [from: number, to: number]
/** The usual ports of web servers; another must be named by the operator. */
export const USUAL_PORTS: readonly PortRange[] = [80, 443, 8080, 8443].map((port) => [port, port])

/** `443, 8000-8999`; null when a part of it is no port. */
export function portsFrom(text: string): PortRange[] | null {
  const ranges: PortRange[] = []
  for (const part of text.split(',')) {
    const found = /^\s*(\d{1,5})(?:-(\d{1,5}))?\s*$/.exec(part)
    if (!found) return null
    const range = [Number(found[1]), Number(found[2] ?? found[1])] as const
    if (range[0] < 1 || range[1] > 65_535 || range[0] > range[1]) return null
    ranges.push(range)
  }
  return ranges
}

/** `literal`: the address itself, where no name stands in it. */
export type Target = { url: URL; host: string; port: number; literal: string | undefined }

/** The platform's own reader of addresses has already made one form of decimal, octal, short and full-width spellings. */
export function readTarget(address: string | URL, ports: readonly PortRange[]): Target | OutgoingFault {
  if (!URL.canParse(String(address))) return 'addressUnreadable'
  const url = new URL(String(address))
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'schemeNotAllowed'
  if (url.username || url.password) return 'credentialsInAddress'
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  if (!ports.some(([from, to]) => from <= port && port <= to)) return 'portNotAllowed'
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (!host) return 'addressUnreadable'
  return { url, host, port, literal: isIP(host) ? host : undefined }
}
