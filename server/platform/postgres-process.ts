/**
 * Runs the packaged PostgreSQL programs as child processes.
 *
 * A server is watched by a small shell: when this process dies, even by kill -9, the shell's input ends and it
 * shuts PostgreSQL down. The shell has a session of its own, so Ctrl-C in a terminal reaches only us and the
 * database outlives the requests being finished.
 */
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { CannotStart } from './cannot-start.ts'
import { inUse, readLock } from './postgres-lock.ts'

/** The system user that a program runs as; undefined: the one we are. */
export type Account = { uid: number; gid: number } | undefined
export type Settings = Record<string, string | number>

/** Says which process it started, lets go of the log (so that its end means PostgreSQL's end), then waits. */
const SUPERVISOR = `
"$@" </dev/null & postgres=$!
echo $postgres
trap '' INT TERM HUP
exec >/dev/null 2>&1
while read -r _; do :; done
kill -INT $postgres
wait $postgres
`
const STOP_MS = 20_000
/** After a hard kill the last connections need a moment to notice; until then the folder counts as in use. */
const LEFTOVERS_MS = 10_000

/** Runs a program on a data folder to its end. @throws CannotStart with what it complained about */
export function runTool(folder: string, account: Account, program: string, args: (at: string) => string[], input = '') {
  const access = openFolder(folder, account)
  const { status, stderr, error } = spawnSync(program, args(access.path), {
    ...account,
    cwd: '/',
    env: {},
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe', ...access.descriptors],
  })
  access.close()
  if (status !== 0) throw failed(error?.message ?? stderr.trim())
}

/** Starts a server on a data folder and returns when it answers. @throws CannotStart */
export async function superviseServer(
  folder: string,
  account: Account,
  program: string,
  settings: Settings,
  log: (line: string) => void,
) {
  for (let waited = 0; ; waited += 200) {
    const server = await launch(folder, account, program, settings, log)
    if (server.ready) return server
    if (server.complaint.includes('lock file')) throw inUse(folder)
    if (!server.complaint.includes('pre-existing shared memory') || waited > LEFTOVERS_MS)
      throw failed(server.complaint)
    await sleep(200)
  }
}

async function launch(
  folder: string,
  account: Account,
  program: string,
  settings: Settings,
  log: (line: string) => void,
) {
  const access = openFolder(folder, account)
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const shell = spawn('/bin/sh', ['-c', SUPERVISOR, 'linli-postgres', program, '-D', access.path, ...flags], {
    ...account,
    cwd: '/',
    env: {},
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe', ...access.descriptors],
  })
  access.close()
  const [input, output, errors] = [shell.stdin, shell.stdout, shell.stderr]
  if (!input || !output || !errors) throw failed('no pipes') // cannot be: all three were asked for
  let complaint = ''
  createInterface(errors).on('line', (line) => {
    if (line.startsWith('FATAL')) complaint = line
    log(line)
  })
  const pid = new Promise<number>((tell) => createInterface(output).once('line', (line) => tell(Number(line))))
  const gone = new Promise<void>((tell) => errors.once('close', tell))
  const ended = new Promise<void>((tell) => shell.once('exit', () => tell()))
  shell.once('error', (error) => (complaint = error.message))
  input.on('error', () => undefined) // the shell went first: `gone` tells

  const ready = await becomesReady(folder, pid, gone)
  if (!ready) input.end()
  // Without its watcher the server must not run on.
  void ended.then(async () => signal(await pid, 'SIGINT'))
  return {
    ready,
    complaint,
    gone,
    async stop() {
      input.end()
      const timely = await Promise.race([gone.then(() => true), sleep(STOP_MS, false, { ref: false })])
      if (!timely) signal(await pid, 'SIGQUIT') // loses nothing: the next start recovers
      await Promise.all([gone, ended])
    },
  }
}

/** Whether the server came up (it may have to recover first, however long that takes) or ended before. */
async function becomesReady(folder: string, started: Promise<number>, gone: Promise<void>): Promise<boolean> {
  let over = false
  void gone.then(() => (over = true))
  const pid = await Promise.race([started, gone])
  while (!over) {
    const lock = readLock(folder)
    if (lock?.pid === pid && lock?.state === 'ready') return true
    await sleep(10)
  }
  return false
}

/** Another user may not walk down to the folder, but can use it when we hand over the opened folder itself. */
function openFolder(folder: string, account: Account) {
  if (!account || process.platform !== 'linux') return { path: folder, descriptors: [], close() {} }
  const descriptor = openSync(folder, 'r')
  return { path: '/proc/self/fd/3', descriptors: [descriptor], close: () => closeSync(descriptor) } // the fourth of stdio
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name)
  } catch {
    // ended meanwhile
  }
}

const failed = (why: string) =>
  new CannotStart(`PostgreSQL did not start: ${why}`, `内置的 PostgreSQL 未能启动：${why}`)
