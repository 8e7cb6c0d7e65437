/** A child for tests that answers, refuses, fails, dies or hangs, as it is asked. */
import process from 'node:process'
import { getHeapStatistics } from 'node:v8'
import { AppError } from '#platform/errors.ts'
import { answerBy } from '../answer.ts'

export type OddAsk = { do: 'answer' | 'refuse' | 'fail' | 'die' | 'hang' }
export type OddAnswer = { pid: number; environment: string[]; memoryMb: number }

answerBy<OddAsk, OddAnswer, string>((ask, tell) => {
  tell(`asked to ${ask.do}`)
  if (ask.do === 'refuse') throw new AppError('field_required', { field: 'odd' })
  if (ask.do === 'fail') throw new Error('something odd')
  if (ask.do === 'die') process.exit(7)
  if (ask.do === 'hang') for (;;);
  const memoryMb = getHeapStatistics().heap_size_limit / 2 ** 20
  return { pid: process.pid, environment: Object.keys(process.env), memoryMb }
})
