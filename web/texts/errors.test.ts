/** Every refusal has its sentence in both languages (the compiler holds the list), and none shows a code. */
import { expect, it } from 'vitest'
import { problemText, SENTENCES } from './errors.ts'

it.each(Object.keys(SENTENCES))('%s is said in words', (code) => {
  expect(problemText({ code }, 'zh-CN')).toMatch(/^[^_]*\p{Script=Han}[^_]*[。？]?$/u)
  expect(problemText({ code }, 'en')).toMatch(/^[A-Z][^_\p{Script=Han}]+\.$/u)
})

it('falls back to words for a code of a newer server', () => {
  expect(problemText({ code: 'from_tomorrow' }, 'zh-CN')).toBe(problemText({ code: 'unexpected' }, 'zh-CN'))
})
