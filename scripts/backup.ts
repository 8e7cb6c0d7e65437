/**
 * `npm run backup`: copies database and files to a folder while the server runs or rests; the key goes apart.
 *
 *   npm run backup -- --to /backup/linli            one more backup; what has not changed costs nothing
 *   npm run backup -- list --to /backup/linli       what there is
 *   npm run backup -- verify --to /backup/linli     reads everything back; exit code 2 when something is damaged
 *   npm run backup -- prune --to /backup/linli      deletes what LINLI_BACKUP_KEEP does not ask for
 *   npm run backup -- key --to /safe/linli.key      the master key, sealed under the passphrase, never beside a backup
 *
 * Without --to: the folder of LINLI_BACKUP_TO. The passphrase is the first line of the file that LINLI_PASSPHRASE_FILE names;
 * without one, backups are not sealed. Exit codes: 0 done, 1 could not, 2 damaged.
 */
import { parseArgs } from 'node:util'
import { allBackups, makeBackup } from '#platform/backup/backup.ts'
import { copyKey } from '#platform/backup/key-copy.ts'
import { readPassphrase } from '#platform/backup/passphrase.ts'
import { prune } from '#platform/backup/retention.ts'
import { openStore } from '#platform/backup/store.ts'
import { verify } from '#platform/backup/verify.ts'
import { CannotStart } from '#platform/cannot-start.ts'
import { saying } from '#platform/command.ts'
import { readConfig, type Config } from '#platform/config.ts'
import { borrowEmbedded } from '#platform/embedded-postgres.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { to: { type: 'string' } } })
const TASKS: Record<string, (config: Config, to: string) => Promise<void>> = {
  make: backUp,
  list,
  verify: check,
  prune: clear,
  key: keepKey,
}

await saying(async () => {
  const config = readConfig()
  const task = TASKS[positionals[0] ?? 'make']
  const to = values.to ?? config.backup?.to
  if (!task) throw new CannotStart(`There is no task ${positionals[0]}.`, `没有“${positionals[0]}”这个命令。`)
  if (!to) throw new CannotStart('Say where: --to <folder>.', '请指明目录：--to <目录>。')
  await task(config, to)
})

const open = (config: Config, to: string, make = false) =>
  openStore(to, { passphrase: readPassphrase(config.passphraseFile), make })

async function backUp(config: Config, to: string) {
  const store = await open(config, to, true)
  const embedded = config.databaseUrl === undefined
  const database = config.databaseUrl
    ? { url: config.databaseUrl, stop: async () => undefined }
    : await borrowEmbedded({ dataDir: config.dataDir, log: (line) => console.error(line) })
  const source = { databaseUrl: database.url, dumpUrl: config.dumpUrl, dataDir: config.dataDir, embedded }
  const backup = await makeBackup(store, source, {
    now: () => new Date(),
    progress: ({ files, bytes }) => console.log(`  … ${files} 个文件 / files, ${size(bytes)}`),
  }).finally(() => database.stop())
  console.log(`
  备份完成 / backed up: ${backup.id}
  ${backup.files} 个文件 / files, ${size(backup.bytes)}, 新写入 / written ${size(backup.written)}${store.sealed ? '' : '（未加密 / not sealed）'}
  密钥不在其中，请另行保存 / the key is not in it: npm run backup -- key --to <file>
`)
}

async function list(config: Config, to: string) {
  for (const { id, startedAt, files, bytes, database } of await allBackups(await open(config, to)))
    console.log(`${id}  ${startedAt}  ${database.kind} ${database.version}  ${files} files  ${size(bytes)}`)
}

async function check(config: Config, to: string) {
  const found = await verify(await open(config, to), (pieces) => console.log(`  … ${pieces}`))
  console.log(
    `  ${found.backups} 份备份 / backups, ${found.pieces} 块 / pieces, ${size(found.bytes)}, ${found.segments} 段日志 / log segments`,
  )
  for (const one of found.damage) console.error(`  损坏 / damaged: ${one}`)
  console.log(found.damage.length === 0 ? '  完好 / all is well' : `  ${found.damage.length} 处损坏 / damaged`)
  if (found.damage.length > 0) process.exitCode = 2
}

async function clear(config: Config, to: string) {
  const { keepDays: days, keepWeeks: weeks } = config.backup ?? { keepDays: 7, keepWeeks: 5 }
  const { backups, pieces, segments } = await prune(await open(config, to), { days, weeks })
  console.log(
    `  已删除 / deleted: ${backups} 份备份 / backups, ${pieces} 块 / pieces, ${segments} 段日志 / log segments`,
  )
}

async function keepKey(config: Config, to: string) {
  const passphrase = readPassphrase(config.passphraseFile)
  if (passphrase === undefined) throw new CannotStart('Set LINLI_PASSPHRASE_FILE: the key leaves only sealed.', '请设置 LINLI_PASSPHRASE_FILE：密钥只以加密形式导出。') // prettier-ignore
  await copyKey(config.keyFile, to, passphrase)
  console.log(`  密钥已加密保存 / the key is sealed in ${to}`)
}

const size = (bytes: number) =>
  bytes < 2 ** 30 ? `${(bytes / 2 ** 20).toFixed(1)} MB` : `${(bytes / 2 ** 30).toFixed(2)} GB`
