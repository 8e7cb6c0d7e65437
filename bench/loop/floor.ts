/**
 * The floor: the least that a server in Node could spend on an operation. A bare node:http server with `pg` that sends the
 * statements which our server was seen sending, with their parameters, on one connection and in the same round trips
 * (BEGIN and SET together, NOTIFY and COMMIT together, prepared statements by name), parses the body and answers the last
 * rows as JSON. No routes, cookies, rights, rules, validation, views of rows or error handling.
 *
 * Writes are real: ids made while recording are made anew for each replay, and a step replays on the request in the path.
 * Paths: POST /<operation>/<number of the recording>/<id of the request, for steps>.
 */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import type { Order, Recording, Replays, Statement } from './child.ts'

const [, , databaseUrl = ''] = process.argv
const pool = new pg.Pool({
  connectionString: databaseUrl,
  max: 10,
  options: '-c role=linli_app -c timezone=UTC -c plan_cache_mode=force_generic_plan',
})

/** Where in a statement's values an id of the replay goes: the nth made anew, or the target. */
type Slot = { at: number; id: number | 'target' }
type Step = { statement: Statement; slots: Slot[] }
const scripts = new Map<string, { steps: Step[]; newIds: number }[]>()

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const madeAt = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)

function prepare(recording: Recording, sinceMs: number, targetId: string | undefined) {
  const made: string[] = []
  const idOf = (value: unknown): number | 'target' | undefined => {
    if (typeof value !== 'string' || !UUID_V7.test(value)) return undefined
    if (value === targetId) return 'target'
    if (madeAt(value) < sinceMs) return undefined
    if (!made.includes(value)) made.push(value)
    return made.indexOf(value)
  }
  const writes = recording.some(({ name }) => name === 'idempotency_take' || name === 'figure_change_insert')
  const steps = recording.map((statement) => ({
    statement,
    slots: writes
      ? (statement.values ?? []).flatMap((value, at) => {
          const id = idOf(value)
          return id === undefined ? [] : [{ at, id }]
        })
      : [],
  }))
  return { steps, newIds: made.length }
}

async function run(operation: string, index: number, target: string | undefined): Promise<unknown> {
  const script = scripts.get(operation)?.[index]
  if (!script) throw new Error(`no recording ${operation} ${index}`)
  const ids = Array.from({ length: script.newIds }, () => uuidv7())
  const client = await pool.connect()
  let rows: unknown
  for (const { statement, slots } of script.steps) {
    let { values } = statement
    if (values && slots.length > 0) {
      values = [...values]
      for (const { at, id } of slots) values[at] = id === 'target' ? target : ids[id]
    }
    const result = await client.query({ name: statement.name, text: statement.text, values })
    if (result.command === 'SELECT') ({ rows } = result)
  }
  client.release()
  return rows
}

const server = createServer((request, response) => {
  void answer(request).then((reply) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(reply))
  })
})

async function answer(request: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer) // no encoding is set
  if (chunks.length > 0) JSON.parse(Buffer.concat(chunks).toString())
  const [, operation = '', index, target] = (request.url ?? '').split('/')
  return run(operation, Number(index), target)
}

process.on('message', (order: Order) => {
  if (order.do === 'replay') learn(order.operations)
  process.send?.(null)
})

process.on('disconnect', () => process.exit())

function learn(operations: Replays) {
  for (const [operation, { recordings, sinceMs, targetId }] of Object.entries(operations))
    scripts.set(
      operation,
      recordings.map((recording) => prepare(recording, sinceMs, targetId)),
    )
}

server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port)) // a TCP port has this shape
