/**
 * Draws documents in a process of its own, started with the first and ended after a quiet minute: twenty megabytes of letters
 * and the photos of a bulletin are not kept by the server, pages stay quick beside it, and a photo that breaks the drawing
 * breaks nothing else. Source: docs/decisions/0024-documents-and-fonts.md.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppError } from '#platform/errors.ts'
import type { Document, Drawn, Photos } from './document.ts'
import type { Ask, Reply } from './pdf-child.ts'

const MAX_SECONDS = 30
const QUIET_MS = 60_000
const MEMORY_MB = 256
/** Each holds the photos of a bulletin, some five megabytes. */
const MAX_WAITING = 6

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs'
const CHILD = fileURLToPath(new URL(`./pdf-child.${extension}`, import.meta.url))
const EXEC_ARGV = [...(extension === 'ts' ? ['--import', 'tsx'] : []), `--max-old-space-size=${MEMORY_MB}`]

let child: ChildProcess | undefined
let goodbye: NodeJS.Timeout | undefined
let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/** The document as a PDF. Its words must be printable (coverage.ts). @throws busy */
export async function makePdf(document: Document, photos: Photos): Promise<Drawn> {
  if (waiting > MAX_WAITING) throw new AppError('busy')
  waiting += 1
  const draw = () => ask((child ??= start()), { document, photos: new Map(photos) })
  const mine = last.then(draw, draw)
  last = mine.then(
    () => (waiting -= 1),
    () => (waiting -= 1),
  )
  const reply = await mine
  if ('bug' in reply) throw new Error(`Drawing a document failed: ${reply.bug}`)
  return { bytes: Buffer.from(reply.bytes), pages: reply.pages }
}

function start(): ChildProcess {
  const cwd = dirname(CHILD) // where tsx is found, wherever the server was started
  const started = fork(CHILD, { cwd, execArgv: EXEC_ARGV, env: {}, serialization: 'advanced' })
  if (started.pid !== undefined) setPriority(started.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  started.once('exit', () => forget(started))
  started.once('error', () => forget(started))
  return started
}

function ask(drawer: ChildProcess, wanted: Ask): Promise<Reply> {
  clearTimeout(goodbye)
  drawer.ref()
  drawer.channel?.ref()
  return new Promise<Reply>((resolve, reject) => {
    const limit = setTimeout(() => drawer.kill('SIGKILL'), MAX_SECONDS * 1000)
    const settle = () => {
      clearTimeout(limit)
      drawer.removeAllListeners('message')
      drawer.off('exit', onExit)
      drawer.off('error', onError)
      rest(drawer)
    }
    const onError = (error: Error) => {
      settle()
      reject(error)
    }
    const onExit = (code: number | null, signal: string | null) => {
      settle()
      forget(drawer)
      resolve({ bug: `it ended with ${signal ?? code}` })
    }
    drawer.once('message', (reply: Reply) => {
      settle()
      resolve(reply)
    })
    drawer.once('exit', onExit)
    drawer.once('error', onError)
    drawer.send(wanted)
  })
}

/** An idle drawer neither keeps the server running nor stays for ever. */
function rest(drawer: ChildProcess) {
  drawer.unref()
  drawer.channel?.unref()
  clearTimeout(goodbye)
  goodbye = setTimeout(() => {
    forget(drawer)
    drawer.kill()
  }, QUIET_MS).unref()
}

function forget(drawer: ChildProcess) {
  if (child === drawer) child = undefined
}
