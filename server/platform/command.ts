/**
 * The frame of a command run beside or without the server (`npm run admin`, `npm run demo:empty`): settings, a
 * database in today's shape, and one clear sentence when it cannot be done.
 */
import { fileURLToPath } from 'node:url'
import { CannotStart } from './cannot-start.ts'
import { readConfig, type Config } from './config.ts'
import { borrowEmbedded } from './embedded-postgres.ts'
import { migrate } from './migrate.ts'

const MIGRATIONS = fileURLToPath(new URL('../db/migrations', import.meta.url))

/** A CannotStart is said in both languages and ends with 1; anything else is thrown. */
export async function saying(work: () => Promise<void>) {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    console.error(`\n${error.zh}\n${error.message}\n`)
    process.exitCode = 1
  }
}

/** Runs `work` as the owner of the database and ends the process's duties; a CannotStart is said, not thrown. */
export const runCommand = (work: (given: { config: Config; databaseUrl: string }) => Promise<void>) =>
  saying(async () => {
    const config = readConfig()
    const database = config.databaseUrl
      ? { url: config.databaseUrl, stop: async () => undefined }
      : await borrowEmbedded({ dataDir: config.dataDir, log: (line) => console.error(line) })
    try {
      await migrate({ url: database.url, folder: MIGRATIONS })
      await work({ config, databaseUrl: database.url })
    } finally {
      await database.stop()
    }
  })
