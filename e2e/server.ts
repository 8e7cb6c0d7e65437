/** The built product on a free port with a data folder of its own; `stop` ends it and takes the folder away. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const READY_WITHIN_MS = 90_000

export type Started = { url: string; port: number; dataDir: string; stop(): Promise<void> }

export async function startProduct(settings: Record<string, string> = {}): Promise<Started> {
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
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.resume()
  const ended = new Promise<never>((_resolve, reject) =>
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`))),
  )
  await Promise.race([ready(url), ended])
  return {
    url,
    port,
    dataDir,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      ended.catch(() => {}) // now it is meant to end
      child.kill('SIGTERM')
      await gone
      rmSync(dataDir, { recursive: true, force: true })
    },
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
