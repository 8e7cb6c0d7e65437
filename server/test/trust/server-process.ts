/** The real server as a process of its own, to be killed: started on a folder, spoken to over HTTP, looked into by SQL. */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'

const ROOT = new URL('../../..', import.meta.url).pathname
/** As deep as dist/, because the server finds its files from where it lies; each test run has its own. */
const BUNDLES = join(ROOT, '.cache')
const BUNDLE = join(BUNDLES, `server-${process.pid}.mjs`)
const LONGEST_START_MS = 180_000 // fills the demo; the machine may be busy with other tests

export type ServerProcess = Awaited<ReturnType<typeof startServer>>

/** Bundled as `npm start` does it, so that starting measures the server and not the compiler. */
async function bundle() {
  if (existsSync(BUNDLE)) return
  await build({
    absWorkingDir: ROOT, entryPoints: { [`server-${process.pid}`]: 'server/main.ts', 'photo-child': 'server/platform/files/photo-child.ts' },
    bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', outdir: BUNDLES, outExtension: { '.js': '.mjs' }, logLevel: 'warning',
  }) // prettier-ignore
}

/** Ends the server when whoever started it is gone, however that ended: the line to it breaks then. */
const END_WITH_US = `data:text/javascript,process.stdin.on('end',()=>process.exit(1)).on('error',()=>process.exit(1)).resume()`

export const removeBundle = () => rmSync(BUNDLE, { force: true })

/** Starts it and returns when it is ready. */
export async function startServer(dataDir: string, more: Record<string, string> = {}) {
  await bundle()
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', END_WITH_US, BUNDLE], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      LINLI_DEMO: 'on',
      LINLI_CALL_RATE: 'off',
      LINLI_LOG_LEVEL: 'fatal',
      ...more,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const gone = new Promise<number | null>((tell) => child.once('exit', tell))
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void said.push(chunk.toString()))
  const origin = `http://127.0.0.1:${port}`
  const since = performance.now()
  while (!(await isReady(origin))) {
    if (!isRunning(child) || performance.now() - since > LONGEST_START_MS) {
      child.kill('SIGKILL')
      throw new Error(`the server did not start:\n${said.join('')}`)
    }
    await sleep(50)
  }
  return {
    origin,
    readyMs: Math.round(performance.now() - since),
    gone,
    said: () => said.join(''),
    killApp: () => void child.kill('SIGKILL'),
    killPostgres: () => process.kill(postmasterOf(dataDir), 'SIGKILL'),
    async stop() {
      if (isRunning(child)) child.kill('SIGTERM')
      await gone
    },
  }
}

/** The embedded PostgreSQL of a folder, for its owner; as embedded-postgres.ts spells it. */
export const urlOf = (dataDir: string) =>
  `postgresql://linli@localhost:5432/linli?host=${encodeURIComponent(join(dataDir, 'postgres'))}`

const postmasterOf = (dataDir: string) =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null
const isReady = (origin: string) => fetch(`${origin}/ready`).then(({ ok }) => ok, () => false) // prettier-ignore

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo // listening on a port
  await new Promise((done) => server.close(done))
  return port
}

export type Browser = {
  post(path: string, body: object, key?: string): Promise<Response>
  get(path: string): Promise<Response>
}

/** Signs in as the first demo person of this kind. */
export async function enter(
  { origin }: Pick<ServerProcess, 'origin'>,
  role: string,
): Promise<Browser & { cookie: string }> {
  const persons = (await (await fetch(`${origin}/api/sign-in/demo`)).json()) as { personId: string; role: string }[]
  const person = persons.find((one) => one.role === role)
  const send = (path: string, body: object, headers: Record<string, string>) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', origin, ...headers },
    })
  const answer = await send('/api/sign-in/demo', { personId: person?.personId }, {})
  if (!answer.ok) throw new Error(`no sign-in as ${role}: ${await answer.text()}`)
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ') // prettier-ignore
  return {
    cookie,
    post: (path, body, key = crypto.randomUUID()) => send(path, body, { cookie, 'idempotency-key': key }),
    get: (path) => fetch(`${origin}${path}`, { headers: { cookie } }),
  }
}
