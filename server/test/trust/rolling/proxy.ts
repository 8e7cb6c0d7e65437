/**
 * A round-robin proxy as an operator would put in front of two processes: asks each for /ready, sends calls only to those that are,
 * keeps connections open. A call goes to the next one only when its connection was refused; what breaks off later fails, and counts.
 */
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const CHECK_MS = 200
/** A word counts at once; silence only when it lasts, as every proxy has it: a busy machine is late now and then. */
const FALL = 3
/** As Caddy's lb_try_duration: a call waits for a process before it is refused. */
const HOLD_MS = 10_000

export type Backend = { origin: string; ready: boolean }

export async function startProxy(backends: readonly Backend[]) {
  const agent = new Agent({ keepAlive: true })
  const late = new Map<Backend, number>()
  let turn = 0
  let passedOn = 0
  let held = 0
  let checking = true

  /** Each by itself: one that is late holds up nobody's look at the other. */
  async function check(one: Backend) {
    for (; checking; await sleep(CHECK_MS)) {
      const { origin } = one
      const said = await fetch(`${origin}/ready`, { signal: AbortSignal.timeout(5_000) }).then(({ ok }) => ok, whyNot)
      late.set(one, said === 'late' ? (late.get(one) ?? 0) + 1 : 0)
      if (one.origin !== origin) continue // started anew meanwhile
      if (said !== 'late') one.ready = said
      else if ((late.get(one) ?? 0) >= FALL) one.ready = false
    }
  }

  async function choose(tried: readonly Backend[]): Promise<Backend | undefined> {
    for (let waited = 0; waited < HOLD_MS; waited += CHECK_MS) {
      const choice = backends.filter((one) => one.ready && (waited > 0 || !tried.includes(one)))
      const to = choice[(turn += 1) % Math.max(1, choice.length)]
      if (to) return to
      held += 1
      await sleep(CHECK_MS)
    }
    return undefined
  }

  async function pass(
    incoming: IncomingMessage,
    body: Buffer,
    outgoing: ServerResponse,
    tried: readonly Backend[] = [],
  ): Promise<void> {
    const to = await choose(tried)
    if (!to) return void outgoing.writeHead(502).end()
    const { method, url, headers } = incoming
    const sent = request(`${to.origin}${url}`, { agent, method, headers: { ...headers, connection: 'keep-alive' } })
    sent.on('response', (answer) => {
      const { connection: _ours, ...theirs } = answer.headers
      outgoing.writeHead(answer.statusCode ?? 502, theirs)
      answer.pipe(outgoing)
      answer.on('error', () => outgoing.destroy())
      outgoing.on('close', () => answer.destroy())
    })
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') {
        passedOn += 1
        return void pass(incoming, body, outgoing, [...tried, to])
      }
      if (!outgoing.headersSent) outgoing.writeHead(502).end(error.code)
      else outgoing.destroy()
    })
    sent.end(body)
  }

  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = []
    incoming.on('data', (part: Buffer) => parts.push(part))
    incoming.on('end', () => void pass(incoming, Buffer.concat(parts), outgoing))
  })
  // A connection that the proxy itself ends while a call is on its way would count as the product's fault: the callers end them.
  server.keepAliveTimeout = 0
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const checked = Promise.all(backends.map(check))
  const { port } = server.address() as AddressInfo // listening on a port
  return {
    origin: `http://127.0.0.1:${port}`,
    passedOn: () => passedOn,
    /** Moments in which nobody was ready and a call waited. */
    held: () => held,
    async stop() {
      checking = false
      await checked
      agent.destroy()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** No server there says as much as a no; one that is late says nothing. */
const whyNot = (error: Error): false | 'late' => (error.name === 'TimeoutError' ? 'late' : false)
