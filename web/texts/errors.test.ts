/** Every refusal has its sentence in both languages (the compiler holds the list), and none shows a code. */
import { beforeAll, describe, expect, it } from 'vitest'
import { loadRefusals, NOTICED_HERE, problemText } from './errors.ts'
import { SENTENCES } from './refusals.ts'

it('says something general until the sentences have come', () => {
  expect(problemText({ code: 'not_found' }, 'en')).toBe(NOTICED_HERE.unexpected.en)
})

describe('once they have', () => {
  beforeAll(loadRefusals)

  it.each([...Object.keys(SENTENCES), ...Object.keys(NOTICED_HERE)])('%s is said in words', (code) => {
    expect(problemText({ code }, 'zh-CN')).toMatch(/^[^_]*\p{Script=Han}[^_]*[。？]?$/u)
    expect(problemText({ code }, 'en')).toMatch(/^[A-Z][^_\p{Script=Han}]+\.$/u)
  })

  it('a code of a newer server falls back to general words', () => {
    expect(problemText({ code: 'from_tomorrow' }, 'zh-CN')).toBe(NOTICED_HERE.unexpected.zh)
  })
})
