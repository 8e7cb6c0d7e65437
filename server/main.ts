/**
 * Starts the product: settings, database, its shape, the application, background work, an open door.
 * Stops it in the opposite order: nobody new is let in, who is inside is served, then the database goes.
 * Source: docs/security.md, "Deploy / shutdown loses requests".
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { demoPersons } from '#contracts/accounts.ts'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { openDemo } from '#modules/demo/index.ts'
import { createApp, type Application } from './app.ts'
import { readPassphrase } from './platform/backup/passphrase.ts'
import { startBackups } from './platform/backup/schedule.ts'
import { CannotStart } from './platform/cannot-start.ts'
import { readConfig, type BackupConfig, type Config } from './platform/config.ts'
import { openDataFolder } from './platform/data-folder.ts'
import { startEmbedded } from './platform/embedded-postgres.ts'
import { openDiskStorage } from './platform/files/storage.ts'
import { createLog, type Log } from './platform/log.ts'
import { migrate } from './platform/migrate.ts'
import { readOrMakeKey } from './platform/secrets.ts'
import { createConsoleSms } from './platform/sms/console.ts'
import { createConsoleWechat } from './platform/wechat/console.ts'

/** How long the last requests may take once we are told to stop. */
const FINISH_MS = 20_000
/** npm passes Ctrl-C on a second time; only a later one is a person who will not wait. */
const IMPATIENT_MS = 1_000

/** Left by `npm run demo:empty`: the demo is not filled in again. */
const DEMO_EMPTIED = 'demo-emptied'

/** What has been started, to be stopped backwards. */
const started: { stop: () => Promise<void> }[] = []
let stoppingSince: number | undefined

async function start() {
  const config = readConfig()
  const log = createLog(config.logLevel)
  openDataFolder(config.dataDir)
  const databaseUrl = config.databaseUrl ?? (await startOwnDatabase(config, log))
  await migrate({ url: databaseUrl, folder: inProject('server/db/migrations') })
  const backups = config.backup && (await backUpBy(config.backup, config, databaseUrl, log))
  const disk = await openDiskStorage(config.dataDir)
  const storage = backups ? backups.following(disk) : disk
  const app = await createApp({
    databaseUrl,
    masterKey: await masterKey(config, databaseUrl),
    storage,
    sms: createConsoleSms(),
    wechat: createConsoleWechat(),
    log,
    webRoot: inProject('dist/web'),
    trustProxy: config.trustProxy,
    callRate: config.callRate,
    outgoing: { networks: config.outgoingNetworks, ports: config.outgoingPorts },
    operatorToken: config.operatorToken,
    dataDir: config.dataDir,
    lastBackup: backups?.lastGood,
  })
  started.push({ stop: () => letFinish(app, log, config.stopWaitMs) })
  const now = new Date()
  if (config.demo && !existsSync(join(config.dataDir, DEMO_EMPTIED))) {
    await openDemo({ ownerUrl: databaseUrl, db: app.db, secrets: app.services.secrets, storage, now })
  }
  await app.startWork()
  await listen(app, config)
  await printSignIns(app)
}

async function backUpBy(backup: BackupConfig, config: Config, databaseUrl: string, log: Log) {
  const { dataDir, dumpUrl } = config
  const source = { databaseUrl, dumpUrl, dataDir, embedded: config.databaseUrl === undefined }
  const passphrase = readPassphrase(config.passphraseFile)
  const backups = await startBackups({ config: backup, source, passphrase, now: () => new Date(), log })
  started.push(backups)
  return backups
}

/** A new key beside a filled database would leave every name and number in it unreadable, so it is never made there. */
async function masterKey({ keyFile }: Config, databaseUrl: string): Promise<Buffer> {
  if (existsSync(keyFile)) return readOrMakeKey(keyFile)
  const client = new pg.Client(databaseUrl)
  await client.connect()
  const { rowCount } = await client.query('SELECT 1 FROM tenant LIMIT 1').finally(() => client.end())
  if (rowCount) {
    const zh = `数据库里已有数据，但找不到密钥文件 ${keyFile}；请从备份恢复它，或用 LINLI_KEY_FILE 指定位置。`
    throw new CannotStart(
      `The database is in use but its key file ${keyFile} is missing; restore it from the backup or name it by LINLI_KEY_FILE.`,
      zh,
    )
  }
  return readOrMakeKey(keyFile)
}

async function startOwnDatabase({ dataDir, backup }: Config, log: Log): Promise<string> {
  const toLog = (line: string) => void (stoppingSince ?? log.warn({ postgres: line })) // while stopping it says that it stops
  const database = await startEmbedded({ dataDir, log: toLog, archive: backup !== undefined })
  started.push(database)
  const ended = new CannotStart('PostgreSQL ended by itself; see the log.', '内置的 PostgreSQL 意外结束，详见日志。')
  void database.gone.then(() => stoppingSince ?? fail(ended))
  return database.url
}

/** @throws CannotStart when the port or the address cannot be had */
async function listen({ fastify }: Application, { host, port }: Config) {
  try {
    const address = await fastify.listen({ host, port })
    console.log(`\n  邻里已启动 / Linli is running: ${address.replace('127.0.0.1', 'localhost')}\n`)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'EADDRINUSE') {
      const zh = `端口 ${port} 已被占用；请关闭占用它的程序，或用 PORT 换一个端口。`
      throw new CannotStart(`Port ${port} is taken; close the program using it or set PORT to another.`, zh, { cause })
    }
    if (code === 'EACCES') {
      const zh = `当前用户无权使用端口 ${port}；请用 PORT 指定 1024 以上的端口。`
      throw new CannotStart(`This user may not open port ${port}; set PORT to one above 1023.`, zh, { cause })
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      const zh = `HOST=${host} 不是本机的地址。`
      throw new CannotStart(`HOST=${host} is no address of this machine.`, zh, { cause })
    }
    throw cause
  }
}

/** In a demo everybody may come in; the sign-in page has the same list to tap on. */
async function printSignIns({ fastify }: Application) {
  const answer = await fastify.inject(demoPersons.path)
  if (answer.statusCode !== 200) return // busy just after a start: the page has the list as well
  const persons = answer.json<ReplyOf<typeof demoPersons>>()
  if (persons.length === 0) return
  console.log('  演示数据，登录页上一点即入 / Demo data, one tap on the sign-in page:')
  for (const { entry, title, name } of persons)
    console.log(`    ${entry === 'desk' ? '桌面 desk ' : '手机 phone'}  ${title} ${name}`)
  console.log('')
}

/**
 * Unready first, while calls are still taken and open pages leave; then nobody new; then the last requests and jobs. Where there is
 * nobody else to answer (no wait), nobody is waited for.
 */
async function letFinish(app: Application, log: Log, waitMs: number) {
  log.info({ stage: 'unready', afterMs: waitMs }, 'stopping')
  app.unready(waitMs)
  await sleep(waitMs)
  if (waitMs > 0) {
    log.info({ stage: 'nobodyNew' }, 'stopping')
    await app.closeDoor()
  }
  log.info({ stage: 'closing' }, 'stopping')
  const isDone = await Promise.race([app.close().then(() => true), sleep(FINISH_MS, false)])
  if (!isDone) log.warn({ afterMs: FINISH_MS }, 'stopped with requests unfinished')
}

async function stop(exitCode: number): Promise<never> {
  stoppingSince = performance.now()
  for (const { stop } of started.reverse()) {
    await stop().catch((error: unknown) => {
      console.error(error)
      exitCode = 1
    })
  }
  process.exit(exitCode)
}

/** One clear sentence for what the operator can change, the whole story for what only we can. */
function fail(error: unknown) {
  if (error instanceof CannotStart) console.error(`\n${error.zh}\n${error.message}\n`)
  else console.error(error)
  if (stoppingSince === undefined) void stop(1)
}

function onSignal() {
  if (stoppingSince === undefined) void stop(0)
  else if (performance.now() - stoppingSince > IMPATIENT_MS) process.exit(1) // the database's watcher closes it
}

/** The same from server/main.ts and from dist/server.mjs. */
function inProject(path: string) {
  return fileURLToPath(new URL(`../${path}`, import.meta.url))
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)
start().catch(fail)
