/**
 * Runs the reader of spreadsheets in a process of its own, started with the first file and ended after some quiet minutes.
 *
 * Hostile bytes then meet a parser where there is no connection and no secret; what fills its memory ends that process and
 * not the server; what does not come back is killed; and it runs at low priority, so that pages stay quick beside it.
 * Source: docs/decisions/0015-reading-sheets.md.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppError } from '#platform/errors.ts'
import type { Look } from '../look.ts'
import type { Plan, ReadRow } from '../types.ts'
import type { SheetToWrite } from '../writing.ts'
import type { Answer, Ask, Reply } from './reading-child.ts'

const MAX_SECONDS = 20
const QUIET_MS = 300_000
/** The largest files allowed take some 200 MB. */
const MEMORY_MB = 320

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs'
const CHILD = fileURLToPath(new URL(`./reading-child.${extension}`, import.meta.url))
const EXEC_ARGV = [...(extension === 'ts' ? ['--import', 'tsx'] : []), `--max-old-space-size=${MEMORY_MB}`]

let child: ChildProcess | undefined
let goodbye: NodeJS.Timeout | undefined
let last: Promise<unknown> = Promise.resolve()
let waiting = 0
/** Each holds a file of up to 10 MB. */
const MAX_WAITING = 6

/** Process id of the reader, while there is one. */
export const readerProcessId = () => child?.pid

/** Opens a file under a key and looks at it. @throws what readSheets refuses, sheet_too_slow, busy */
export async function openFile(key: string, bytes: Buffer): Promise<Look[]> {
  const answer = await inTurn({ ask: 'open', key, bytes })
  return 'looks' in answer ? answer.looks : []
}

/** Reads the open file by a plan and gives the number of rows; null when it is not open (any more). */
export async function planFile(key: string, plan: Plan, digest: string): Promise<number | null> {
  const answer = await inTurn({ ask: 'plan', key, plan, digest })
  return 'rowCount' in answer ? answer.rowCount : null
}

/** A piece of the rows that were read by the plan with this digest; null when they are not there (any more). */
export async function readPiece(key: string, digest: string, from: number, count: number): Promise<ReadRow[] | null> {
  const answer = await inTurn({ ask: 'rows', key, digest, from, count })
  return 'rows' in answer ? answer.rows : null
}

/** An .xlsx of these sheets: writing one is as slow as reading it. */
export async function writeElsewhere(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const answer = await inTurn({ ask: 'write', sheets })
  return 'bytes' in answer ? Buffer.from(answer.bytes) : Buffer.alloc(0)
}

async function inTurn(ask: Ask): Promise<Answer> {
  if (waiting > MAX_WAITING) throw new AppError('busy')
  waiting += 1
  const send = () => tell((child ??= start()), ask)
  const mine = last.then(send, send)
  last = mine.then(
    () => (waiting -= 1),
    () => (waiting -= 1),
  )
  const reply = await mine
  if ('refusal' in reply) throw new AppError(reply.refusal, reply.details)
  if ('bug' in reply) throw new Error(`The reader of spreadsheets failed: ${reply.bug}`)
  return reply
}

function start(): ChildProcess {
  const cwd = dirname(CHILD) // where tsx is found, wherever the server was started
  const started = fork(CHILD, { cwd, execArgv: EXEC_ARGV, env: {}, serialization: 'advanced' })
  if (started.pid !== undefined) setPriority(started.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  started.once('exit', () => forget(started))
  started.once('error', () => forget(started))
  return started
}

function tell(reader: ChildProcess, ask: Ask): Promise<Reply> {
  clearTimeout(goodbye)
  reader.ref()
  reader.channel?.ref()
  return new Promise<Reply>((resolve, reject) => {
    let late = false
    const limit = setTimeout(() => {
      late = true
      reader.kill('SIGKILL')
    }, MAX_SECONDS * 1000)
    const settle = () => {
      clearTimeout(limit)
      reader.removeAllListeners('message')
      reader.off('exit', onExit)
      reader.off('error', onError)
      rest(reader)
    }
    const onError = (error: Error) => {
      settle()
      reject(error)
    }
    const onExit = (code: number | null, signal: string | null) => {
      settle()
      forget(reader)
      if (late) resolve({ refusal: 'sheet_too_slow', details: { maxSeconds: MAX_SECONDS } })
      else if (signal ?? code === 134)
        resolve({ refusal: 'sheet_unpacks_too_large', details: {} }) // its memory was full
      else resolve({ bug: `it ended with code ${code}` })
    }
    reader.once('message', (reply: Reply) => {
      settle()
      resolve(reply)
    })
    reader.once('exit', onExit)
    reader.once('error', onError)
    reader.send(ask)
  })
}

/** An idle reader neither keeps the server running nor stays for ever. */
function rest(reader: ChildProcess) {
  reader.unref()
  reader.channel?.unref()
  clearTimeout(goodbye)
  goodbye = setTimeout(() => {
    forget(reader)
    reader.kill()
  }, QUIET_MS).unref()
}

function forget(reader: ChildProcess) {
  if (child === reader) child = undefined
}
