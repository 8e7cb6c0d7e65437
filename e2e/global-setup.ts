/**
 * The built product as people start it, with its demo district, once for all journeys: `dist/server.mjs` on a free port with
 * a data folder of its own. Journeys make their own requests and never count on another's.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TestProject } from 'vitest/node'

const READY_WITHIN_MS = 90_000

declare module 'vitest' {
  interface ProvidedContext {
    appUrl: string
  }
}

// eslint-disable-next-line no-restricted-syntax -- vitest calls the default export
export default async function setup(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-e2e-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['dist/server.mjs'], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      LINLI_DEMO: 'on',
      LINLI_CALL_RATE: 'off',
      LINLI_LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.resume()
  const ended = new Promise<never>((_resolve, reject) =>
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`))),
  )
  await Promise.race([ready(url), ended])
  project.provide('appUrl', url)

  return async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    ended.catch(() => {}) // now it is meant to end
    child.kill('SIGTERM')
    await gone
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function ready(url: string) {
  const until = performance.now() + READY_WITHIN_MS
  while (performance.now() < until) {
    const answer = await fetch(`${url}/ready`).catch(() => null)
    if (answer?.ok) return
    await sleep(200)
  }
  throw new Error('the server did not become ready')
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
