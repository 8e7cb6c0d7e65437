/**
 * PostgreSQL inside the product: made on first start, run beside the server, stopped with it.
 *
 * Nobody else can connect: it listens only on a socket in its own closed folder and asks the kernel who is
 * there (`peer`), so there is no password to keep. As root it runs as `nobody`, because PostgreSQL refuses
 * root; the data folder is handed over as an open descriptor, which works below a closed /root as well.
 * The process itself, and what happens when we die, is in postgres-process.ts.
 * Source: postgresql.org/docs/18, "Server Configuration" and "Peer Authentication".
 */
import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs' // prettier-ignore
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { ARCHIVING, SPOOL } from './backup/wal.ts'
import { CannotStart } from './cannot-start.ts'
import { openDataFolder } from './data-folder.ts'
import { postgresBinaries } from './postgres-binaries.ts'
import { readServing, waitUntilFree } from './postgres-lock.ts'
import { runTool, superviseServer, type Account, type Settings } from './postgres-process.ts'

export type EmbeddedPostgres = {
  /** Connects as the owner of everything; reachable only from this machine and this user. */
  url: string
  /** Settles when the server has ended, asked or not. */
  gone: Promise<void>
  stop(): Promise<void>
}

/** Sized for a laptop or a small server; a large district brings its own PostgreSQL by DATABASE_URL. */
const SETTINGS: Settings = {
  // An acknowledged write survives any crash.
  fsync: 'on',
  // an import of thousands of rows is known to the planner within seconds, not after a minute
  autovacuum_naptime: '10s',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  // Room and company.
  max_connections: 60,
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  io_method: 'sync', // three worker processes fewer
  jit: 'off', // compiling costs more than our short statements take
  random_page_cost: 1.1, // flash
  // Who may come in, and what is told.
  listen_addresses: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'fatal', // errors reach our code as errors; repeated in a log they would carry personal data
  log_line_prefix: '',
}

/** Chinese needs a ctype other than C, or trigram search finds nothing; sorting by code point stays cheap. */
const LOCALE = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-collate=C', '--lc-ctype=C.UTF-8'] // prettier-ignore
const MAJOR = '18'
const OWNER = 'linli'
const PORT = 5432 // only part of the socket's name
const LONGEST_SOCKET = 103 // bytes a socket's path may have on macOS; Linux allows 107

/**
 * Starts PostgreSQL on `dataDir`/postgres, making it when there is none, and returns when it answers.
 * `settings` override the list above (tests give up durability; nobody else should).
 *
 * @throws CannotStart
 */
export async function startEmbedded(options: {
  dataDir: string
  log: (line: string) => void
  settings?: Settings
  /** Lay the log aside for backups (backup/wal.ts). */
  archive?: boolean
}): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir)
  const cluster = join(dataDir, 'postgres')
  openDataFolder(dataDir)
  const account = accountFor(cluster)
  const bin = postgresBinaries({ forEveryone: account !== undefined })
  if (!existsSync(cluster)) createCluster(cluster, bin, account, options.settings?.fsync ?? 'on')
  checkVersion(cluster)
  await waitUntilFree(cluster)
  writeAccessRules(cluster)

  const sockets = socketFolder(cluster, account)
  if (options.archive) makeSpool(cluster, account)
  const archiving = options.archive ? ARCHIVING : {}
  const settings = {
    ...SETTINGS,
    ...archiving,
    unix_socket_directories: sockets === cluster ? '.' : sockets,
    ...options.settings,
  }
  const server = await superviseServer(cluster, account, join(bin, 'postgres'), settings, options.log)
  return {
    url: urlOf(sockets),
    gone: server.gone,
    async stop() {
      await server.stop()
      if (sockets !== cluster) rmSync(sockets, { recursive: true, force: true })
    },
  }
}

/**
 * For a command beside the server (`npm run admin`): uses the PostgreSQL that a running server keeps, or starts it
 * for the moment. @throws CannotStart
 */
export async function borrowEmbedded(options: { dataDir: string; log: (line: string) => void }) {
  const cluster = join(resolve(options.dataDir), 'postgres')
  const serving = readServing(cluster)
  if (!serving) return startEmbedded(options)
  return { url: urlOf(serving.sockets === '.' ? cluster : serving.sockets), stop: async () => undefined }
}

const urlOf = (sockets: string) =>
  `postgresql://${OWNER}@localhost:${PORT}/${OWNER}?host=${encodeURIComponent(sockets)}`

/** Whom root hands the work to: whoever owns the folder already, else `nobody`. Undefined: we work ourselves. */
export function accountFor(cluster: string): Account {
  if (process.getuid?.() !== 0) return undefined
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster)
    if (uid !== 0) return { uid, gid }
  }
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** Made under another name and moved when complete, so a start that was interrupted leaves nothing half done. */
function createCluster(cluster: string, bin: string, account: Account, fsync: string | number) {
  const draft = `${cluster}.draft`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  if (account) chownSync(draft, account.uid, account.gid)
  const sync = fsync === 'off' ? ['--no-sync'] : []
  const owner = ['--username', OWNER, '--auth=peer']
  runTool(draft, account, join(bin, 'initdb'), (at) => ['-D', at, ...owner, ...LOCALE, '--data-checksums', ...sync])
  const single = (at: string) => ['--single', '-D', at, '-c', `fsync=${fsync}`, 'template1']
  runTool(draft, account, join(bin, 'postgres'), single, `CREATE DATABASE ${OWNER}\n`)
  renameSync(draft, cluster)
}

function checkVersion(cluster: string) {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (found === MAJOR) return
  throw new CannotStart(
    `The data folder ${cluster} belongs to PostgreSQL ${found}, this version brings ${MAJOR}; follow docs/operations.md, "Upgrade".`,
    `数据目录 ${cluster} 属于 PostgreSQL ${found}，本版本内置的是 ${MAJOR}；请按 docs/operations.md 中的“升级”操作。`,
  )
}

/** Only the system user who runs us may connect, as the owner. Written at each start: the user may have changed. */
function writeAccessRules(cluster: string) {
  writeFileSync(join(cluster, 'pg_hba.conf'), `local all,replication ${OWNER} peer map=${OWNER}\n`)
  writeFileSync(join(cluster, 'pg_ident.conf'), `${OWNER} "${userInfo().username}" ${OWNER}\n`)
}

function makeSpool(cluster: string, account: Account) {
  const spool = join(cluster, SPOOL)
  mkdirSync(spool, { recursive: true, mode: 0o700 })
  if (account) chownSync(spool, account.uid, account.gid)
}

/** Beside the data, unless that path is too long for a socket. */
function socketFolder(cluster: string, account: Account): string {
  if (Buffer.byteLength(join(cluster, `.s.PGSQL.${PORT}`)) <= LONGEST_SOCKET) return cluster
  const folder = mkdtempSync(join(tmpdir(), 'linli-'))
  if (account) chownSync(folder, account.uid, account.gid)
  return folder
}
