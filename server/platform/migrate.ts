/**
 * Brings a database to the newest shape: server/db/migrations/*.sql in order of name, forward only, each once.
 *
 * A file is one transaction, its statements go one a query, and none waits more than 3 s for a lock, so that a
 * new version can migrate beside the old one at work. Two processes starting together take turns.
 * Source: docs/decisions/0002-one-schema.md rules 7, 10; docs/security.md, "Migration breaks or locks".
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, DatabaseError } from 'pg'
import { CannotStart } from './cannot-start.ts'
import { checkServer } from './check-server.ts'
import { splitStatements } from './split-statements.ts'

/** What the application's own connections may become: owns nothing, bypasses nothing. */
const APP_ROLE = 'linli_app'
/** Any number, the same in every process of this product. */
const TURN = 20_110_619

export type MigrateOptions = {
  /** A direct connection (no PgBouncer) of the user who owns the tables. */
  url: string
  /** Folder of the .sql files. */
  folder: string
  /** Only for tests, whose data nobody misses. */
  mayLoseWrites?: boolean
}

/** Applies what is missing and returns the names of those files. @throws CannotStart */
export async function migrate({ url, folder, mayLoseWrites = false }: MigrateOptions): Promise<string[]> {
  const client = await connect(url)
  try {
    await client.query(`select pg_advisory_lock(${TURN})`)
    await checkServer(client, { mayLoseWrites })
    await client.query(`set lock_timeout = '3s'`)
    await ensureAppRole(client)
    await client.query(
      `create table if not exists schema_migration (name text primary key, applied_at timestamptz not null default now())`,
    )
    const { rows } = await client.query<{ name: string }>('select name from schema_migration')
    const done = new Set(rows.map((row) => row.name))
    const missing = sqlFiles(folder).filter((name) => !done.has(name))
    for (const name of missing) await apply(client, name, readFileSync(join(folder, name), 'utf8'))
    if (missing.length > 0) await checkServer(client, { mayLoseWrites }) // pg_trgm may be there only now
    return missing
  } finally {
    await client.end()
  }
}

async function apply(client: Client, name: string, sql: string) {
  await client.query('begin')
  try {
    for (const statement of splitStatements(sql)) await client.query(statement)
    await client.query('insert into schema_migration (name) values ($1)', [name])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new CannotStart(`Migration ${name} was undone: ${why}.`, `数据库迁移 ${name} 失败并已回退：${why}。`, {
      cause,
    })
  }
}

/** An outside server's user often may not create roles: then its administrator does, once, as the sentence says. */
async function ensureAppRole(client: Client) {
  const { rows } = await client.query<{ isStrong: boolean }>(
    `select rolsuper or rolbypassrls as "isStrong" from pg_roles where rolname = $1`,
    [APP_ROLE],
  )
  if (rows[0]?.isStrong) {
    throw new CannotStart(
      `The role ${APP_ROLE} may bypass row security; run: ALTER ROLE ${APP_ROLE} NOSUPERUSER NOBYPASSRLS.`,
      `角色 ${APP_ROLE} 可以绕过行级安全；请执行：ALTER ROLE ${APP_ROLE} NOSUPERUSER NOBYPASSRLS。`,
    )
  }
  try {
    if (rows.length === 0) await client.query(`create role ${APP_ROLE} nologin`)
    if (!(await mayBecomeApp(client))) await client.query(`grant ${APP_ROLE} to current_user`)
  } catch (cause) {
    if (!(cause instanceof DatabaseError) || cause.code !== '42501') throw cause
    const remedy = `CREATE ROLE ${APP_ROLE} NOLOGIN; GRANT ${APP_ROLE} TO "${client.user}"`
    throw new CannotStart(
      `The database user may not create the role ${APP_ROLE}; have an administrator run: ${remedy}.`,
      `数据库用户无权创建角色 ${APP_ROLE}；请管理员执行：${remedy}。`,
      { cause },
    )
  }
}

async function mayBecomeApp(client: Client): Promise<boolean> {
  try {
    await client.query(`set role ${APP_ROLE}`)
    await client.query('reset role')
    return true
  } catch {
    return false // refused: it is not ours yet
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'linli migrate' })
  try {
    await client.connect()
    return client
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new CannotStart(`The database cannot be reached: ${why}.`, `无法连接数据库：${why}。`, { cause })
  }
}

const sqlFiles = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
