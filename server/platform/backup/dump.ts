/**
 * An outside database is dumped by PostgreSQL's own pg_dump, and put back by pg_restore: the client programs of its major version or
 * a later one must be there. The address goes to them by environment, so no password stands in the list of processes.
 * Row security binds the owner too, so a dump needs a role that it does not bind. Source: postgresql.org/docs/18/app-pgdump.html.
 */
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { finished } from 'node:stream/promises'
import { CannotStart } from '../cannot-start.ts'
import { addPiece, type Entry, type Tally } from './entries.ts'
import { PIECE_BYTES, type Store } from './store.ts'

export const DUMP = 'database.dump'

export function dumpOutside(store: Store, url: string, tally: Tally) {
  let version: string | undefined
  async function* entries(): AsyncGenerator<Entry> {
    version = await runToEnd(startTool('pg_dump', ['--version'], url))
    // Not packed: we pack, and equal parts of two dumps stay equal.
    const dumping = startTool('pg_dump', ['--format=custom', '--compress=0', '--no-owner'], url)
    const complaint = text(dumping.child.stderr)
    const entry: Entry = { path: DUMP, size: 0, mtimeMs: 0, pieces: [] }
    for await (const piece of inPieces(dumping.child.stdout)) await addPiece(store, entry, piece, tally)
    await dumping.ended(complaint)
    tally.files += 1
    yield entry
  }
  return {
    entries: entries(),
    finish: () => (version === undefined ? undefined : ({ kind: 'dump', version } as const)),
  }
}

/** Fills an empty database. @throws CannotStart with what pg_restore complained about */
export async function fillOutside(url: string, pieces: AsyncIterable<Buffer>) {
  const restoring = startTool('pg_restore', ['--no-owner', '--exit-on-error', '--dbname', databaseOf(url)], url)
  const complaint = text(restoring.child.stderr)
  restoring.child.stdin.on('error', () => undefined) // it ended early: its complaint tells
  for await (const piece of pieces) if (!restoring.child.stdin.write(piece)) await drained(restoring.child.stdin)
  restoring.child.stdin.end()
  await restoring.ended(complaint)
}

const drained = (stream: NodeJS.WritableStream) =>
  new Promise<void>((go) => {
    stream.once('drain', go)
    stream.once('close', go)
  })

async function* inPieces(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    held.push(chunk)
    size += chunk.length
    while (size >= PIECE_BYTES) {
      const all = Buffer.concat(held)
      yield all.subarray(0, PIECE_BYTES)
      held = [all.subarray(PIECE_BYTES)]
      size = all.length - PIECE_BYTES
    }
  }
  if (size > 0) yield Buffer.concat(held)
}

function startTool(program: string, args: string[], url: string) {
  const child = spawn(program, args, { env: environmentOf(url), stdio: ['pipe', 'pipe', 'pipe'] })
  const gone = new Promise<number | Error>((tell) => {
    child.once('error', tell)
    child.once('exit', (code) => tell(code ?? 1))
  })
  return {
    child,
    async ended(complaint: Promise<string>) {
      const result = await gone
      if (result instanceof Error) throw missing(program)
      if (result !== 0) throw complained(program, (await complaint).trim())
      await finished(child.stderr).catch(() => undefined)
    },
  }
}

async function runToEnd({ child, ended }: ReturnType<typeof startTool>): Promise<string> {
  const [said] = await Promise.all([text(child.stdout), ended(text(child.stderr))])
  return said.trim()
}

/** @see postgresql.org/docs/18/libpq-envars.html */
function environmentOf(url: string): Record<string, string> {
  const { hostname, port, username, password, searchParams } = new URL(url)
  return {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/opt/homebrew/bin:/usr/pgsql-18/bin',
    PGHOST: searchParams.get('host') ?? hostname,
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: databaseOf(url),
    ...(searchParams.get('sslmode') && { PGSSLMODE: searchParams.get('sslmode') ?? '' }),
  }
}

const databaseOf = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1))

const missing = (program: string) =>
  new CannotStart(
    `${program} is not installed; install PostgreSQL's client programs of the server's major version (Debian: postgresql-client).`,
    `未安装 ${program}；请安装与服务器主版本一致的 PostgreSQL 客户端程序（Debian：postgresql-client）。`,
  )

const complained = (program: string, why: string) =>
  new CannotStart(
    `${program} failed: ${why}. A dump needs a role that row security does not bind; name it by LINLI_DUMP_URL.`,
    `${program} 失败：${why}。导出需要不受行级安全约束的角色，请用 LINLI_DUMP_URL 指定。`,
  )
