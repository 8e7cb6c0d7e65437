/**
 * Runs the picture decoder in a process of its own, started with the first photo and ended after a quiet minute.
 *
 * Hostile bytes then meet native code where there is no database connection and no secret; a crash costs one refusal;
 * a decoder that does not come back is killed; and the memory it took (300 MB for the largest pictures) is returned,
 * which the C library would not do inside the server.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppError } from '#platform/errors.ts'
import type { ReadPhoto, Reply } from './photo-child.ts'

const MAX_SECONDS = 10
const QUIET_MS = 60_000

/** The child runs from source like us (tsx), or from the build if we do. */
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs'
const CHILD = fileURLToPath(new URL(`./photo-child.${extension}`, import.meta.url))
const EXEC_ARGV = extension === 'ts' ? ['--import', 'tsx'] : []
/** Nothing of our environment; glibc told to give freed pictures back at once. */
const ENV = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '131072' }

let child: ChildProcess | undefined
let goodbye: NodeJS.Timeout | undefined

/** Process id of the decoder, while there is one. */
export const decoderProcessId = () => child?.pid

/** Decodes and draws one photo; the caller sends one at a time. @throws what the child refuses, photo_too_slow */
export async function readElsewhere(bytes: Buffer): Promise<ReadPhoto> {
  const reply = await ask((child ??= start()), bytes)
  if ('photo' in reply) return reply.photo
  if ('refusal' in reply) throw new AppError(reply.refusal, reply.details)
  throw new Error(`The photo decoder failed: ${reply.bug}`)
}

function start(): ChildProcess {
  const cwd = dirname(CHILD) // where tsx is found, wherever the server was started
  const started = fork(CHILD, { cwd, execArgv: EXEC_ARGV, env: ENV, serialization: 'advanced' })
  started.once('exit', () => forget(started))
  started.once('error', () => forget(started))
  return started
}

function ask(decoder: ChildProcess, bytes: Buffer): Promise<Reply> {
  clearTimeout(goodbye)
  decoder.ref()
  decoder.channel?.ref()
  return new Promise<Reply>((resolve, reject) => {
    let late = false
    const limit = setTimeout(() => {
      late = true
      decoder.kill('SIGKILL')
    }, MAX_SECONDS * 1000)
    const settle = () => {
      clearTimeout(limit)
      decoder.removeAllListeners('message')
      decoder.off('exit', onExit)
      decoder.off('error', onError)
      rest(decoder)
    }
    const onError = (error: Error) => {
      settle()
      reject(error)
    }
    const onExit = (code: number | null, signal: string | null) => {
      settle()
      if (late) resolve({ refusal: 'photo_too_slow', details: { maxSeconds: MAX_SECONDS } })
      else if (signal)
        resolve({ refusal: 'photo_not_readable', details: { signal } }) // the file broke the decoder
      else resolve({ bug: `it ended with code ${code}` })
    }
    decoder.once('message', (reply: Reply) => {
      settle()
      resolve(reply)
    })
    decoder.once('exit', onExit)
    decoder.once('error', onError)
    decoder.send(bytes)
  })
}

/** An idle decoder neither keeps the server running nor stays for ever. */
function rest(decoder: ChildProcess) {
  decoder.unref()
  decoder.channel?.unref()
  goodbye = setTimeout(() => {
    forget(decoder) // before it is gone, so that the next photo does not go to a dying process
    decoder.kill()
  }, QUIET_MS).unref()
}

function forget(decoder: ChildProcess) {
  if (child === decoder) child = undefined
}
