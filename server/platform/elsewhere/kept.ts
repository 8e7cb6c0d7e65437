/**
 * A child that is started with the first question, put one question at a time, and ended after a quiet while. While it rests
 * it does not keep the server running; one that died is started anew with the next question. See child.ts for what it is for.
 */
import type { ChildProcess } from 'node:child_process'
import type { AppError } from '#platform/errors.ts'
import { askChild, startChild, type ChildFile, type Ended } from './child.ts'
import { createTurns } from './turns.ts'

export type KeptChild<Ask extends object, Answer> = {
  /** @throws busy; what the child refuses or its end means; Error with its bug */
  ask(question: Ask): Promise<Answer>
  /** Its process id, while there is one. */
  pid(): number | undefined
  /** Questions at work and waiting. */
  waiting(): number
}

type Kept = ChildFile & {
  maxSeconds: number
  quietMs: number
  /** Besides the one at work; whoever waits holds its question in memory. */
  mostWaiting: number
  /** What it means to the asker that the child ended; undefined: a bug. */
  meaningOf?: (ended: Ended) => AppError | undefined
}

export function keptChild<Ask extends object, Answer>(kept: Kept): KeptChild<Ask, Answer> {
  const turns = createTurns(kept.mostWaiting)
  let child: ChildProcess | undefined
  let goodbye: NodeJS.Timeout | undefined

  function start(): ChildProcess {
    const started = startChild(kept)
    started.once('exit', () => forget(started))
    started.once('error', () => forget(started))
    return started
  }

  function forget(one: ChildProcess) {
    if (child === one) child = undefined
  }

  function wake(): ChildProcess {
    clearTimeout(goodbye)
    child ??= start()
    child.ref()
    child.channel?.ref()
    return child
  }

  function rest(one: ChildProcess) {
    one.unref()
    one.channel?.unref()
    goodbye = setTimeout(() => {
      forget(one) // before it is gone, so that the next question does not go to a dying process
      one.kill()
    }, kept.quietMs).unref()
  }

  async function put(question: Ask): Promise<Answer> {
    const asked = wake()
    const reply = await askChild<Ask, Answer>(asked, question, kept.maxSeconds).finally(() => rest(asked))
    if ('answer' in reply) return reply.answer
    const { code, signal } = reply.ended
    throw kept.meaningOf?.(reply.ended) ?? new Error(`${kept.name} ended with ${signal ?? code}`)
  }

  return {
    ask: (question) => turns.take(() => put(question)),
    pid: () => child?.pid,
    waiting: turns.waiting,
  }
}
