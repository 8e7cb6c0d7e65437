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
  /** Opens /metrics and the details of /ready from elsewhere; undefined: from this machine alone. */
  operatorToken: string | undefined
  /** How long calls are still taken after the word to stop, so that a proxy sees it in /ready first. */
  stopWaitMs: number
  /** Where backups go by themselves, and when; undefined: nowhere. */
  backup: BackupConfig | undefined
  /** Who may dump an outside database: a role that row security does not bind; undefined: databaseUrl. */
  dumpUrl: string | undefined
  /** Seals backups and the copy of the key; a file, because an environment is read by many. */
  passphraseFile: string | undefined
}

export type BackupConfig = {
  to: string
  /** Minutes after midnight in the district. */
  atMinute: number
  keepDays: number
  keepWeeks: number
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
/** Several health checks of a proxy that looks every second or two. */
const DEFAULT_STOP_WAIT_S = 5
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
    operatorToken: tokenFrom(read('LINLI_OPERATOR_TOKEN')),
    // With the database inside there is one process: nobody else to send people to, so nothing to wait for.
    stopWaitMs: 1000 * (secondsFrom(read('LINLI_STOP_WAIT')) ?? (databaseUrl === undefined ? 0 : DEFAULT_STOP_WAIT_S)),
    backup: backupFrom(read),
    dumpUrl: databaseUrlFrom(read('LINLI_DUMP_URL'), 'LINLI_DUMP_URL'),
    passphraseFile: pathFrom(read('LINLI_PASSPHRASE_FILE')),
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

function tokenFrom(text: string | undefined): string | undefined {
  if (text === undefined || /^[\w-]{24,200}$/.test(text)) return text
  throw wrong('LINLI_OPERATOR_TOKEN', '…', 'at least 24 letters and digits', '至少 24 位字母或数字')
}

function secondsFrom(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,2}$/.test(text)) return Number(text)
  throw wrong('LINLI_STOP_WAIT', text, 'seconds from 0 to 99', '0 到 99 之间的秒数')
}

function backupFrom(read: (name: string) => string | undefined): BackupConfig | undefined {
  const to = pathFrom(read('LINLI_BACKUP_TO'))
  const at = read('LINLI_BACKUP_AT') ?? '03:30'
  const keep = read('LINLI_BACKUP_KEEP') ?? '7,5'
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(at) ?? []
  const [, days, weeks] = /^([1-9]\d?),(\d{1,2})$/.exec(keep) ?? []
  if (!hour) throw wrong('LINLI_BACKUP_AT', at, 'a time of day like 03:30', '形如 03:30 的时刻')
  if (!days) throw wrong('LINLI_BACKUP_KEEP', keep, 'days and weeks like 7,5', '形如 7,5 的天数与周数')
  const atMinute = Number(hour) * 60 + Number(minute)
  return to === undefined ? undefined : { to, atMinute, keepDays: Number(days), keepWeeks: Number(weeks) }
}

const pathFrom = (text: string | undefined) => text && resolve(text)

function portFrom(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw wrong('PORT', text, 'a number from 0 to 65535', '0 到 65535 之间的数字')
}

function databaseUrlFrom(text: string | undefined, name = 'DATABASE_URL'): string | undefined {
  if (text === undefined || (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text))) return text
  // Not repeated in the sentence: it may hold a password.
  throw wrong(name, '…', 'like postgresql://user:password@host:5432/database', '形如 postgresql://用户:密码@主机:5432/数据库') // prettier-ignore
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
