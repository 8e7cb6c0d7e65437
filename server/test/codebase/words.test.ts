/** No page holds words of its own, every text is there in both languages and shown somewhere; planted faults are found. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ERRORS } from '#contracts/errors.ts'
import { SENTENCES } from '#web/texts/refusals.ts'
import { chineseInEnglish, keysIn, wordsIn } from './words.ts'

const FILES = readdirSync('web', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|node_modules/.test(file))
  .map((file) => ({ file: `web/${file}`, code: readFileSync(`web/${file}`, 'utf8') }))
/** The kit shows the parts with samples of what people write; it is not built into the product. */
const pages = FILES.filter(({ file }) => file.endsWith('.tsx') && !file.includes('/kit/'))
const texts = FILES.filter(({ file }) => file.startsWith('web/texts/'))
const contracts = readdirSync('contracts', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => ({ file, code: readFileSync(`contracts/${file}`, 'utf8') })) // prettier-ignore

describe('planted', () => {
  test.each([
    ['const a = <p>修好了</p>', 1],
    ['const a = <p>Fixed</p>', 1],
    ['const a = <p>{"Fixed"}</p>', 1],
    ['const a = <img alt="A door" />', 1],
    ['const a = <Button label={`修好 ${n}`} />', 1],
    ["const a = open ? '开' : t.closed", 1],
    ['const a = <p className="big" id={"x"}>{t.fixed} 12:30</p> // 修好了', 0],
    ["import x from './Fixed.tsx'; const a = fetch('/api/requests')", 0],
  ])('%s', (code, count) => expect(wordsIn('Page.tsx', code)).toHaveLength(count))

  test('keys and their languages', () => {
    const code = `export const t = texts({ zh: { a: '甲', more: { b: (n: number) => \`\${n}\` } }, en: { a: 'A 甲' } })`
    expect(keysIn('t.ts', code)).toEqual([
      { key: 'a', languages: ['en', 'zh'] },
      { key: 'more.b', languages: ['zh'] },
    ])
    expect(chineseInEnglish('t.ts', code)).toHaveLength(1)
  })
})

test('there is something to look at', () => {
  expect(pages.length).toBeGreaterThan(5)
  expect(texts.length).toBeGreaterThan(2)
})

test('no page or component holds words of its own', () => {
  expect(pages.flatMap(({ file, code }) => wordsIn(file, code))).toEqual([])
})

test('every text is there in both languages', () => {
  const oneSided = texts.flatMap(({ file, code }) => keysIn(file, code).filter(({ languages }) => languages.length < 2).map(({ key }) => `${file} ${key}`)) // prettier-ignore
  expect(oneSided).toEqual([])
})

test('no English text holds Chinese', () => {
  // the name of a thing may stand beside its translation: 海棠分
  expect(texts.flatMap(({ file, code }) => chineseInEnglish(file, code))).toEqual([])
})

/** Words under numbers are chosen by number: then the name of the list is what a page says. */
const shownName = (key: string) => key.split('.').findLast((part) => !/^\d+$/.test(part)) ?? ''

test('every text is shown somewhere', () => {
  const used = new Set(
    [...FILES, ...contracts]
      .filter(({ file }) => !file.startsWith('web/texts/') || basename(file) === 'time.ts')
      .flatMap(({ code }) => code.match(/[\p{L}_$][\p{L}\d_$]*/gu) ?? []),
  )
  const unused = texts.flatMap(({ file, code }) => keysIn(file, code).filter(({ key }) => !used.has(shownName(key))).map(({ key }) => `${file} ${key}`)) // prettier-ignore
  expect(unused).toEqual([])
})

test('every refusal has its sentence, and every sentence its refusal', () => {
  expect(Object.keys(SENTENCES).toSorted()).toEqual(Object.keys(ERRORS).toSorted())
})
