/** Starts one of the two servers that a benchmark compares: bundled like the product, in a process of its own. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { build } from 'esbuild'

/** As `pg` takes it. */
export type Statement = { name?: string; text: string; values?: unknown[] }
/** What one run of an operation sent to the database, in order. */
export type Recording = Statement[]
export type Order = { do: 'record' } | { do: 'recorded' } | { do: 'drain' } | { do: 'replay'; operations: Replays }
/** For each operation several recordings, so that a floor reads as many different rows as we do; ids made since are made anew. */
export type Replays = Record<string, { recordings: Recording[]; sinceMs: number; targetId?: string }>

export type Child = {
  pid: number
  port: number
  ask<T>(order: Order): Promise<T>
  stop(): Promise<void>
}

let nth = 0
/** Bundled for each start: a bench may have several at once. */
export async function startChild(name: 'product' | 'floor', args: string[], nodeFlags: string[] = []): Promise<Child> {
  const file = `dist/bench-${name}-${process.pid}-${(nth += 1)}.mjs`
  await build({
    entryPoints: [`bench/loop/${name}.ts`],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  })
  const child = fork(file, args, { execArgv: nodeFlags, serialization: 'advanced' })
  const port = await answerOf<number>(child)
  rmSync(file)
  return {
    pid: child.pid ?? 0,
    port,
    ask<T>(order: Order) {
      const answer = answerOf<T>(child)
      child.send(order)
      return answer
    },
    async stop() {
      const gone = once(child, 'exit')
      child.disconnect() // ends it
      await gone
    },
  }
}

function answerOf<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the child ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (answer) => {
      child.off('exit', ended)
      resolve(answer as T) // each order has one kind of answer
    })
  })
}
