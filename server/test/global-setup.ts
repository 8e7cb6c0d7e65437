/**
 * One PostgreSQL for a whole test run, with a migrated template database that every test file copies.
 *
 * Embedded by default, in a folder of this run alone, so two runs in one work tree do not meet; TEST_DATABASE_URL
 * puts the same databases on a server of your choice, whose user must be allowed to create them.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '#platform/embedded-postgres.ts'
import { migrate } from '#platform/migrate.ts'
import { withDatabase } from './database-url.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated template; server/test/database.ts makes copies. */
    templateUrl: string
  }
}

const RUNS = '.cache/test-pg'
const MIGRATIONS = 'server/db/migrations'

export default async function setup(project: TestProject) {
  const outside = process.env.TEST_DATABASE_URL
  const server = outside ? { url: outside, stop: async () => undefined } : await startOwn()
  const template = `linli_test_${process.pid}`
  try {
    await onServer(server.url, `create database ${template} template template0`)
    const templateUrl = withDatabase(server.url, template)
    await migrate({ url: templateUrl, folder: MIGRATIONS, mayLoseWrites: true })
    project.provide('templateUrl', templateUrl)
  } catch (error) {
    await server.stop()
    throw error
  }
  return async () => {
    if (outside) await onServer(outside, `drop database ${template} with (force)`)
    await server.stop()
  }
}

async function startOwn() {
  sweep()
  const dataDir = join(RUNS, String(process.pid))
  const settings = {
    fsync: 'off', // a test database that a crash may take with it: three times as fast
    full_page_writes: 'off', // the same
    synchronous_commit: 'off', // the same
    max_connections: 100, // several files at once, each with its pools
    shared_buffers: '64MB',
  }
  const server = await startEmbedded({ dataDir, settings, log: (line) => console.error(line) })
  return {
    url: server.url,
    async stop() {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Folders of runs that were killed. */
function sweep() {
  mkdirSync(RUNS, { recursive: true })
  for (const run of readdirSync(RUNS)) {
    try {
      process.kill(Number(run), 0)
    } catch {
      rmSync(join(RUNS, run), { recursive: true, force: true })
    }
  }
}

async function onServer(url: string, statement: string) {
  const client = new Client(url)
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
