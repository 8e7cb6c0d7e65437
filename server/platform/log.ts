/**
 * Structured log: JSON lines on standard output, of which an operator may send any to anybody. Only the fields listed here are
 * written, whatever a caller hands over; of an error only what names its place, with what people typed taken out.
 * Source: OWASP ASVS 5.0 16.2.5; docs/operations.md, "Log".
 */
import { pino, type DestinationStream, type Logger } from 'pino'

export type Log = Logger

/** Every field that a line may have. Whoever needs another writes it here, thinking of who reads it. */
const FIELDS = new Set([
  'err', 'reqId', 'req', 'res', 'requestId', 'method', 'route', 'status', 'ms', 'tenant', 'tenantId', 'as', 'key', // calls
  'job', 'outboxId', 'planId', 'attempts', 'count', 'postgres', 'afterMs', 'stage', // work
  'backup', 'bytes', 'segments', 'ageHours', 'freeShare', 'signal', // operations
]) // prettier-ignore

/** To the terminal, unless another destination is given. */
export const createLog = (level: string, to?: DestinationStream): Log => {
  const options = {
    level,
    base: undefined,
    formatters: { log: onlyListed },
    serializers: {
      err: errorForLog,
      req: (request: { id: string; method: string; routeOptions?: { url?: string } }) => ({
        id: request.id,
        method: request.method,
        route: request.routeOptions?.url,
      }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
    },
  }
  return to ? pino(options, to) : pino(options)
}

function onlyListed(fields: Record<string, unknown>): Record<string, unknown> {
  const unlisted = Object.keys(fields).filter((name) => !FIELDS.has(name))
  if (unlisted.length === 0) return fields
  return { ...Object.fromEntries(Object.entries(fields).filter(([name]) => FIELDS.has(name))), unlisted }
}

/** PostgreSQL's `detail` and `where` repeat whole rows; they are left out, as is everything else an error carries along. */
function errorForLog(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const named = error as Error & { code?: unknown; table?: unknown; constraint?: unknown; severity?: unknown } // as pg and Node make them
  const isPg = typeof named.severity === 'string'
  return {
    type: error.name,
    code: typeof named.code === 'string' ? named.code : undefined,
    table: isPg ? named.table : undefined,
    constraint: isPg ? named.constraint : undefined,
    message: withoutWords(error.message),
    at: error.stack?.split('\n').filter((line) => /^\s+at /.test(line)).map((line) => line.trim()), // prettier-ignore
    cause: error.cause === undefined ? undefined : errorForLog(error.cause),
  }
}

/** Long numbers (phones, identity cards, accounts) and whatever stands in Chinese or in quotes may be somebody's. */
const withoutWords = (text: string) =>
  text
    .replace(/"[^"]{25,}"|"[^"]*[^\x20-\x7e][^"]*"/gs, '"…"')
    .replace(/\p{Script=Han}+/gu, '…')
    .replace(/\d{7,}[\dXx]?/g, '…')
