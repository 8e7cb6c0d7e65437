/**
 * `npm run restore`: puts a backup back into DATA_DIR (and, of an outside database, into the empty one of DATABASE_URL), then
 * erases again whoever was erased since. The server must not run. Nothing is overwritten.
 *
 *   npm run restore -- --from /backup/linli                                   as late as there is
 *   npm run restore -- --from /backup/linli --until 2026-11-22T14:05:00+08:00  as it was then (the database inside)
 *   npm run restore -- --from /backup/linli --backup <id>                     from this one, then the log after it
 *   npm run restore -- key --from /safe/linli.key                             the master key, before the first start
 */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { reErase } from '#modules/households/index.ts'
import { putKeyBack } from '#platform/backup/key-copy.ts'
import { readPassphrase } from '#platform/backup/passphrase.ts'
import { restore } from '#platform/backup/restore.ts'
import { openStore } from '#platform/backup/store.ts'
import { CannotStart } from '#platform/cannot-start.ts'
import { runCommand, saying } from '#platform/command.ts'
import { readConfig, type Config } from '#platform/config.ts'
import { createDatabase } from '#platform/db.ts'
import { openDiskStorage } from '#platform/files/storage.ts'
import { createSecrets, readOrMakeKey } from '#platform/secrets.ts'
import { createTenants } from '#platform/tenants.ts'
import { OTHERS } from '#server/app.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { from: { type: 'string' }, until: { type: 'string' }, backup: { type: 'string' } },
})

await saying(async () => {
  const config = readConfig()
  const from = values.from ?? config.backup?.to
  if (!from) throw new CannotStart('Say from where: --from <folder>.', '请指明来源：--from <目录>。')
  if (positionals[0] === 'key') return restoreKey(config, from)
  const store = await openStore(from, { passphrase: readPassphrase(config.passphraseFile) })
  const { backup, segments, tally } = await restore(store, config.dataDir, {
    until: instantOf(values.until),
    id: values.backup,
    outsideUrl: config.databaseUrl,
    progress: ({ files }) => console.log(`  … ${files} 个文件 / files`),
  })
  console.log(`
  已恢复 / restored: ${backup.id}${values.until ? ` → ${values.until}` : ''}
  ${tally.files} 个文件 / files, ${segments} 段日志 / log segments`)
  await eraseAgain(config)
})

async function restoreKey(config: Config, from: string) {
  const passphrase = readPassphrase(config.passphraseFile)
  if (passphrase === undefined) throw new CannotStart('Set LINLI_PASSPHRASE_FILE.', '请设置 LINLI_PASSPHRASE_FILE。')
  await putKeyBack(from, config.keyFile, passphrase)
  console.log(`  密钥已放回 / the key is back: ${config.keyFile}`)
}

/** At once, before anybody looks; without the key the first start does it. */
async function eraseAgain({ keyFile }: Config) {
  if (!existsSync(keyFile)) {
    console.log(`  还缺密钥 / the key is missing: ${keyFile} (npm run restore -- key --from <file>)\n`)
    return
  }
  await runCommand(async ({ config, databaseUrl }) => {
    const db = createDatabase(databaseUrl, { poolSize: 1 })
    const tools = {
      secrets: createSecrets(readOrMakeKey(config.keyFile)),
      storage: await openDiskStorage(config.dataDir),
      live: { endSession: () => undefined }, // no page is open at a command
      forgetActors: () => undefined,
    }
    let count = 0
    for (const tenantId of await createTenants(db).ids())
      count += await db.withTenant(tenantId, (tx) => reErase(tx, tools, OTHERS.erasers, new Date()))
    await db.close()
    console.log(`  已再次删除 ${count} 人 / erased again: ${count}\n`)
  })
}

function instantOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined
  const at = new Date(text)
  if (/T.*(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(at.getTime())) return at
  throw new CannotStart(`--until ${text} must be like 2026-11-22T14:05:00+08:00.`, `--until ${text} 应形如 2026-11-22T14:05:00+08:00。`) // prettier-ignore
}
