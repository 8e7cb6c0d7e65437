/**
 * The way to the database: one transaction per call, bound to one tenant.
 *
 * `SET LOCAL app.tenant_id` is what row security compares with (the second wall between tenants); every statement ties its
 * tables to the tenant as well (the first wall). BEGIN and SET travel in one round trip, as do NOTIFY and COMMIT.
 * Source: docs/decisions/0002-one-schema.md.
 */
import { appendFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

export type Query = { name?: string; text: string; values?: readonly unknown[] }

export type Tx = {
  readonly tenantId: number
  /** First row, or undefined. */
  one<T>(query: Query): Promise<T | undefined>
  many<T>(query: Query): Promise<T[]>
  /** Runs a statement and gives the number of rows it touched. */
  run(query: Query): Promise<number>
  /** Wakes the other processes' listeners when this transaction commits: a hint only, they poll as well. */
  wake(): void
}

export type Database = {
  withTenant<T>(tenantId: number, work: (tx: Tx) => Promise<T>, options?: { readOnly?: boolean }): Promise<T>
  /** Reference tables only; no tenant is set, so tenant tables show no rows. */
  reference<T>(query: Query): Promise<T[]>
  /** A connection of its own for LISTEN. */
  listen(channel: string, onMessage: (payload: string) => void): Promise<{ close(): Promise<void> }>
  /** Whether it answers within two seconds, and takes writes. */
  state(): Promise<{ answers: boolean; writable: boolean }>
  /** Connections of this process: at work, at rest, and calls that wait for one. */
  pool(): { inUse: number; idle: number; waiting: number }
  /** Tells the listeners of every process, this one too. */
  notify(channel: string, payload: string): Promise<void>
  close(): Promise<void>
}

export const WAKE_CHANNEL = 'linli'

const ANSWERS_WITHIN_MS = 2_000
/** A standby, and a server that was switched to reading, answer but take no report. */
const WRITABLE = `SELECT NOT pg_is_in_recovery() AND current_setting('default_transaction_read_only') = 'off' AS writable`

// timestamptz and int8 arrive as what the contracts say: ISO instants and numbers; dates stay calendar words.
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === 1184) return (text: string) => new Date(text).toISOString()
    if (oid === 1082) return (text: string) => text
    if (oid === 20) return Number
    return pg.types.getTypeParser(oid, format)
  },
} as pg.CustomTypesConfig // pg's own overloads cannot be met by one function

/** Collects every statement text for the statement test; off unless the suite asks for it. */
const collectInto = process.env['LINLI_COLLECT_STATEMENTS'] // eslint-disable-line no-restricted-properties -- test hook, read once, never a setting
const collected = new Set<string>()
function collect(text: string) {
  if (!collectInto || collected.has(text)) return
  collected.add(text)
  appendFileSync(`${collectInto}/${process.pid}.jsonl`, JSON.stringify(text) + '\n')
}

type Outcome = 'committed' | 'undone'
type DatabaseOptions = {
  poolSize?: number
  /** Told at the end of each transaction, with its seconds. */
  onTransaction?: (mode: 'read' | 'write', outcome: Outcome, seconds: number) => void
}

export function createDatabase(url: string, { poolSize = 10, onTransaction }: DatabaseOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types,
    // The application owns nothing and cannot pass row security; names sort by pinyin where asked. A prepared statement is
    // planned once: every one of ours reads by index whatever its parameters, and planning the long ones costs more than they do.
    options:
      '-c role=linli_app -c statement_timeout=5000 -c idle_in_transaction_session_timeout=20000 -c timezone=UTC -c plan_cache_mode=force_generic_plan',
    connectionTimeoutMillis: 5000,
  })
  // A line of its own: calls that queue for the pool must not make a busy process look like a dead database.
  const probe = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 60_000, connectionTimeoutMillis: ANSWERS_WITHIN_MS, options: '-c role=linli_app' }) // prettier-ignore
  probe.on('error', () => {})
  pool.on('error', () => {}) // an idle connection broke; the pool replaces it at the next call
  // One that broke in use, between two statements: the next statement fails, and that is enough.
  pool.on('connect', (client) => client.on('error', () => {}))

  const bound = (client: pg.PoolClient, tenantId: number, state: { wake: boolean }): Tx => {
    const send = (query: Query) => {
      collect(query.text)
      return client.query({ name: query.name, text: query.text, values: query.values as unknown[] })
    }
    return {
      tenantId,
      one: async <T>(query: Query) => (await send(query)).rows[0] as T | undefined,
      many: async <T>(query: Query) => (await send(query)).rows as T[],
      run: async (query) => (await send(query)).rowCount ?? 0,
      wake: () => void (state.wake = true),
    }
  }

  return {
    async withTenant(tenantId, work, { readOnly = false } = {}) {
      if (!Number.isSafeInteger(tenantId) || tenantId <= 0) throw new Error(`not a tenant: ${tenantId}`)
      const client = await pool.connect()
      const state = { wake: false }
      const began = performance.now()
      let outcome: Outcome = 'undone'
      let broken: Error | undefined
      try {
        await client.query(`BEGIN${readOnly ? ' READ ONLY' : ''}; SET LOCAL app.tenant_id = '${tenantId}'`)
        const result = await work(bound(client, tenantId, state))
        await client.query(state.wake ? `NOTIFY ${WAKE_CHANNEL}, '${tenantId}'; COMMIT` : 'COMMIT')
        outcome = 'committed'
        return result
      } catch (error) {
        await client.query('ROLLBACK').catch((cause: Error) => (broken = cause))
        throw error
      } finally {
        client.release(broken)
        onTransaction?.(readOnly ? 'read' : 'write', outcome, (performance.now() - began) / 1000)
      }
    },

    reference: async <T>(query: Query) =>
      (await pool.query({ text: query.text, values: query.values as unknown[] })).rows as T[],

    async listen(channel, onMessage) {
      let closed = false
      let client: pg.Client | undefined
      const connect = async () => {
        client = new pg.Client({ connectionString: url, options: '-c role=linli_app', keepAlive: true })
        client.on('notification', (message) => onMessage(message.payload ?? ''))
        client.on('error', () => {}) // 'end' follows
        client.on('end', () => {
          if (!closed) setTimeout(() => void connect().catch(() => {}), 1000).unref()
        })
        await client.connect()
        await client.query(`LISTEN ${channel}`)
      }
      await connect()
      return {
        async close() {
          closed = true
          await client?.end()
        },
      }
    },

    async state() {
      const asked = probe.query<{ writable: boolean }>({ text: WRITABLE }).then(
        ({ rows }) => ({ answers: true, writable: rows[0]?.writable === true }),
        () => ({ answers: false, writable: false }),
      )
      return Promise.race([asked, sleep(ANSWERS_WITHIN_MS, { answers: false, writable: false }, { ref: false })])
    },
    pool: () => ({ inUse: pool.totalCount - pool.idleCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    notify: async (channel, payload) => void (await pool.query('SELECT pg_notify($1, $2)', [channel, payload])),
    close: async () => void (await Promise.all([pool.end(), probe.end()])),
  }
}
