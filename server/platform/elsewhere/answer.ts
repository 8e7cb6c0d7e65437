/**
 * The child's side of work done elsewhere (see child.ts): takes what it is asked, answers, and ends when the server does. It
 * holds no connection and no secret, and nothing of the environment is handed to it.
 */
import process from 'node:process'
import type { ErrorCode } from '#contracts/errors.ts'
import { AppError, type ErrorDetails } from '#platform/errors.ts'

type Failure = { refusal: ErrorCode; details: ErrorDetails } | { bug: string }
/** What a child sends: any number of times how far it is, then an answer or why there is none. */
export type Message<Answer, Told = never> = { told: Told } | { answer: Answer } | Failure

/** Answers every question by `work`, which may tell how far it is meanwhile. The asker puts one at a time. */
export function answerBy<Ask, Answer, Told = never>(
  work: (ask: Ask, tell: (told: Told) => void) => Answer | Promise<Answer>,
): void {
  const say = (message: Message<Answer, Told>) => void process.send?.(message)
  process.on('disconnect', () => process.exit())
  process.on('message', (ask: Ask) => {
    void Promise.resolve(ask)
      .then((asked) => work(asked, (told) => say({ told })))
      .then(
        (answer) => say({ answer }),
        (error: unknown) => say(failureOf(error)),
      )
  })
}

/** Errors cannot cross a process boundary as they are. */
function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return { refusal: error.code, details: error.details }
  return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
