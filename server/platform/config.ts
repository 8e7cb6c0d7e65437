/**
 * The settings, read once from the environment; no other file reads it. Every one has a default to try the
 * product with. Meant for the operator: docs/operations.md lists them in the same order.
 */
import { join, resolve } from 'node:path'
import { DEFAULT_CALL_RATE } from './call-rate.ts'
import { CannotStart } from './cannot-start.ts'
import { NO_NETWORKS, networksFrom, type Networks } from './outgoing/networks.ts'
import { portsFrom, USUAL_PORTS, type PortRange } from './outgoing/target.ts'

export type Config = {
  /** An outside PostgreSQL; undefined: the one inside the product, kept in dataDir. */
  databaseUrl: string | undefined
  port: number
  host: string
  dataDir: string
  /** Offer the demo: fill an empty database with the demo district and allow one-tap sign-in there. */
  demo: boolean
  /** Master key of sealed columns. Processes that share a database share it; lost, personal data stays unreadable. */
  keyFile: string
  /** Which addresses in front of us may say who the client is: a list of networks, or nobody. */
  trustProxy: string | false
  /** Calls of one caller in ten seconds; undefined: unbounded. */
  callRate: number | undefined
  /** Networks that are not public and may be called all the same: where a government's intranet has other platforms. */
  outgoingNetworks: Networks
  /** Ports that outgoing calls may use. */
  outgoingPorts: readonly PortRange[]
  logLevel: string
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

/** @throws CannotStart naming the setting */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const read = (name: string) => environment[name]?.trim() || undefined
  const databaseUrl = databaseUrlFrom(read('DATABASE_URL'))
  const host = read('HOST') ?? '127.0.0.1'
  const dataDir = resolve(read('DATA_DIR') ?? './data')
  return {
    databaseUrl,
    port: portFrom(read('PORT') ?? '8080'),
    host,
    dataDir,
    // One-tap sign-in must never meet strangers by accident: off with a database of one's own and on an open address.
    demo: switchFrom('LINLI_DEMO', read('LINLI_DEMO')) ?? (databaseUrl === undefined && LOOPBACK.includes(host)),
    keyFile: resolve(read('LINLI_KEY_FILE') ?? join(dataDir, 'key')),
    trustProxy: read('LINLI_TRUST_PROXY') ?? false,
    callRate: callRateFrom(read('LINLI_CALL_RATE')),
    outgoingNetworks: outgoingNetworksFrom(read('LINLI_OUTGOING_NETWORKS')),
    outgoingPorts: outgoingPortsFrom(read('LINLI_OUTGOING_PORTS')),
    logLevel: oneOf('LINLI_LOG_LEVEL', read('LINLI_LOG_LEVEL') ?? 'info', LOG_LEVELS),
  }
}

/** Calls of one caller in ten seconds; `off` where a proxy in front counts them. */
function callRateFrom(text: string | undefined): number | undefined {
  if (text === undefined) return DEFAULT_CALL_RATE
  if (text === 'off') return undefined
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text)
  throw wrong('LINLI_CALL_RATE', text, 'a number of calls in ten seconds, or off', '每十秒允许的调用次数，或 off')
}

function outgoingNetworksFrom(text: string | undefined): Networks {
  const networks = text === undefined ? NO_NETWORKS : networksFrom(text)
  if (networks) return networks
  throw wrong('LINLI_OUTGOING_NETWORKS', text ?? '', 'networks like 10.20.0.0/16, 192.168.5.7', '网段列表，形如 10.20.0.0/16, 192.168.5.7') // prettier-ignore
}

function outgoingPortsFrom(text: string | undefined): readonly PortRange[] {
  const ports = text === undefined ? USUAL_PORTS : portsFrom(text)
  if (ports) return ports
  throw wrong('LINLI_OUTGOING_PORTS', text ?? '', 'ports like 443, 8000-8999', '端口列表，形如 443, 8000-8999')
}

function portFrom(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw wrong('PORT', text, 'a number from 0 to 65535', '0 到 65535 之间的数字')
}

function databaseUrlFrom(text: string | undefined): string | undefined {
  if (text === undefined || (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text))) return text
  // Not repeated in the sentence: it may hold a password.
  throw wrong('DATABASE_URL', '…', 'like postgresql://user:password@host:5432/database', '形如 postgresql://用户:密码@主机:5432/数据库') // prettier-ignore
}

function switchFrom(name: string, text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined
  return oneOf(name, text, ['on', 'off']) === 'on'
}

function oneOf(name: string, text: string, words: string[]): string {
  if (words.includes(text)) return text
  throw wrong(name, text, `one of ${words.join(', ')}`, `${words.join('、')} 之一`)
}

const wrong = (name: string, text: string, en: string, zh: string) =>
  new CannotStart(`The setting ${name}=${text} must be ${en}.`, `设置 ${name}=${text} 无效，应为${zh}。`)
