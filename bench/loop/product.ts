/**
 * The product's own server for a benchmark, as a child process: the whole application behind HTTP, background work left out
 * (it is measured apart, on request), and able to write down which SQL statements an operation sends.
 *
 * Arguments: the database's URL, the master key, and `work` to have the background work too. Talks with its parent by messages; see child.ts.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDiskStorage } from '#platform/files/storage.ts'
import { createLog } from '#platform/log.ts'
import { createConsoleSms } from '#platform/sms/console.ts'
import { createConsoleWechat } from '#platform/wechat/console.ts'
import { createApp } from '#server/app.ts'
import type { Order, Statement } from './child.ts'

const [, , databaseUrl = '', masterKey = '', work = ''] = process.argv

let written: Statement[] | undefined
const { query } = pg.Client.prototype
// pg's overloads cannot be written out here; what the pool's connections get is a text or a query
pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
  const [what] = given
  if (typeof what === 'string') written?.push({ text: what })
  else if (what && typeof what === 'object' && 'text' in what) written?.push({ ...(what as Statement) })
  return Reflect.apply(query, this, given)
} as typeof query

const app = await createApp({
  databaseUrl,
  masterKey: Buffer.from(masterKey, 'hex'),
  storage: await openDiskStorage(mkdtempSync(join(tmpdir(), 'linli-bench-files-'))),
  sms: createConsoleSms(),
  wechat: createConsoleWechat(),
  log: createLog('warn'),
})
const address = await app.fastify.listen({ host: '127.0.0.1', port: 0 })

if (work) await app.startWork()

process.on('message', (order: Order) => {
  if (order.do === 'record') {
    written = []
    process.send?.(null)
  }
  if (order.do === 'recorded') {
    process.send?.(written)
    written = undefined
  }
  if (order.do === 'drain') void app.dispatcher.drain(1).then((count) => process.send?.(count))
})
process.on('disconnect', () => process.exit())
process.send?.(Number(new URL(address).port))
