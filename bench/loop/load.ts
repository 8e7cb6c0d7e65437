/** The load: a fixed number of connections, each sending its next call when the last was answered, a fixed number of calls. */
import { Agent, request } from 'node:http'

export type Call = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string }
export type Outcome = { seconds: number; sortedMs: number[]; bodies: string[] }

const CONNECTIONS = 8

export async function send(port: number, calls: readonly Call[]): Promise<Outcome> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const waiting = calls.values()
  const times: number[] = []
  const bodies: string[] = []
  const started = performance.now()
  const worker = async () => {
    for (const call of waiting) {
      const at = performance.now()
      bodies.push(await one(agent, port, call))
      times.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, worker))
  agent.destroy()
  return { seconds: (performance.now() - started) / 1000, sortedMs: times.sort((a, b) => a - b), bodies }
}

/** @throws on any answer but 200: a benchmark of refusals says nothing */
export function one(agent: Agent, port: number, { method, path, headers, body }: Call): Promise<string> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    const sent = request({ agent, port, host: '127.0.0.1', method, path, headers: { ...headers, ...type, ...length } })
    sent.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        if (response.statusCode === 200) resolve(text)
        else reject(new Error(`${method} ${path}: ${response.statusCode} ${text.slice(0, 300)}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
