/** The whole application on a test database: a clock that tests move, and outside systems that keep what was sent. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDiskStorage } from '#platform/files/storage.ts'
import { createLog } from '#platform/log.ts'
import type { OutgoingPolicy } from '#platform/outgoing/outgoing.ts'
import { createFakeSms } from '#platform/sms/fake.ts'
import { createFakeWechat } from '#platform/wechat/fake.ts'
import { createApp } from '#server/app.ts'
import { logSieve } from './log-sieve.ts'

/** A Wednesday, ten in the morning in Shanghai: people are at work. */
const WORKING_MORNING = '2026-11-18T02:00:00Z'

export async function startApp(
  databaseUrl: string,
  {
    at = WORKING_MORNING,
    poolSize = 10,
    masterKey = randomBytes(32),
    outgoing,
  }: { at?: string; poolSize?: number; masterKey?: Buffer; outgoing?: OutgoingPolicy } = {},
) {
  const clock = { now: new Date(at) }
  const folder = mkdtempSync(join(tmpdir(), 'linli-app-'))
  const sms = createFakeSms()
  const sieve = logSieve()
  const shown = process.env['LINLI_TEST_LOG']
  const app = await createApp({
    databaseUrl,
    masterKey,
    storage: await openDiskStorage(folder),
    sms,
    wechat: createFakeWechat(),
    log: shown ? createLog(shown) : createLog('trace', sieve.to),
    now: () => clock.now,
    poolSize,
    outgoing,
  })
  return {
    ...app,
    sms,
    now: () => clock.now,
    wait: (ms: number) => void (clock.now = new Date(clock.now.getTime() + ms)),
    async close() {
      await app.close()
      rmSync(folder, { recursive: true, force: true })
      sieve.check()
    },
  }
}
export type TestApp = Awaited<ReturnType<typeof startApp>>
