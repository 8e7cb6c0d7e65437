/** Work in a child process: an answer, a refusal, a bug, an end, each reaches whoever asked; and the next question is answered. */
import { expect, test } from 'vitest'
import { AppError } from '#platform/errors.ts'
import { askChild, startChild } from './child.ts'
import { keptChild } from './kept.ts'
import type { OddAnswer, OddAsk } from './make/odd-child.ts'

const ODD = { beside: new URL('./make/here.ts', import.meta.url).href, name: 'odd-child', memoryMb: 32 }
const keep = (more: Partial<Parameters<typeof keptChild>[0]> = {}) =>
  keptChild<OddAsk, OddAnswer>({ ...ODD, maxSeconds: 10, quietMs: 60_000, mostWaiting: 2, ...more })

test('one child answers question after question, and dies of none that it refuses or fails at', async () => {
  const odd = keep()
  expect(odd.pid()).toBeUndefined()
  const { pid } = await odd.ask({ do: 'answer' })
  await expect(odd.ask({ do: 'refuse' })).rejects.toMatchObject({ code: 'field_required', details: { field: 'odd' } })
  await expect(odd.ask({ do: 'fail' })).rejects.toThrow(/odd-child\.ts failed: Error: something odd\n +at /)
  expect((await odd.ask({ do: 'answer' })).pid).toBe(pid)
  expect(odd.pid()).toBe(pid)
})

test('one that ends instead of answering is a bug unless its asker knows better, and the next question starts another', async () => {
  await expect(keep().ask({ do: 'die' })).rejects.toThrow('odd-child ended with 7')
  const odd = keep({ meaningOf: ({ code, signal, late }) => new AppError('busy', { code, signal, late }) })
  const first = await odd.ask({ do: 'answer' })
  await expect(odd.ask({ do: 'die' })).rejects.toMatchObject({ details: { code: 7, signal: null, late: false } })
  expect((await odd.ask({ do: 'answer' })).pid).not.toBe(first.pid)
})

test('one that hangs is killed for its time', async () => {
  const odd = keep({ maxSeconds: 5, meaningOf: ({ late }) => new AppError('busy', { late }) })
  await expect(odd.ask({ do: 'hang' })).rejects.toMatchObject({ details: { late: true } })
  await odd.ask({ do: 'answer' })
}, 20_000)

test('a few wait, the rest are told to come again', async () => {
  const odd = keep()
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => odd.ask({ do: 'answer' })))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected'])
  expect(odd.waiting()).toBe(0)
})

test('a quiet child is let go, and is not asked any more once it was told to end', async () => {
  const odd = keep({ quietMs: 0 })
  const first = await odd.ask({ do: 'answer' })
  await expect.poll(() => odd.pid()).toBeUndefined()
  expect((await odd.ask({ do: 'answer' })).pid).not.toBe(first.pid)
})

test('it tells how far it is, has nothing of our environment, and as much memory as it was given', async () => {
  const child = startChild({ ...ODD, env: { ONLY: 'this' } })
  const told: string[] = []
  const reply = await askChild<OddAsk, OddAnswer, string>(child, { do: 'answer' }, 10, (one) => told.push(one))
  child.kill()
  expect(told).toEqual(['asked to answer'])
  const { environment, memoryMb } = 'answer' in reply ? reply.answer : { environment: [], memoryMb: 0 }
  expect(environment).toContain('ONLY')
  expect(environment).not.toContain('PATH')
  expect(memoryMb).toBeGreaterThanOrEqual(ODD.memoryMb)
  expect(memoryMb).toBeLessThan(2 * ODD.memoryMb + 100) // V8 adds room for what is new
})
