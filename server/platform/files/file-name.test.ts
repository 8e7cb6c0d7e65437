import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cleanFileName } from './file-name.ts'

// prettier-ignore
const TABLE: [given: string, shown: string][] = [
  ['漏水.jpg', '漏水.jpg'],
  ['C:\\Users\\王\\漏水.jpg', '漏水.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['..', '..'],                                 // harmless: it is text
  ['%2e%2e%2fpasswd', '%2e%2e%2fpasswd'],       // not decoded, so not a path either
  ['photo\u202egpj.exe', 'photogpj.exe'],       // right-to-left override
  ['a\u0000b\r\nc\u2028d.jpg', 'abcd.jpg'],
  ['\ufeff\u200b \u00ad', ''],
  ['lone \ud800 half.jpg', 'lone  half.jpg'],
  ['e\u0301te\u0301.jpg', 'été.jpg'],
  ['', ''],
  ['骉'.repeat(300), '骉'.repeat(120)],
  ['😀'.repeat(300), '😀'.repeat(120)],
]
test.each(TABLE)('%j is shown as %j', (given, shown) => expect(cleanFileName(given)).toBe(shown))

test('a long path keeps its last part', () => {
  expect(cleanFileName(`${'folder/'.repeat(10_000)}漏水.jpg`)).toBe('漏水.jpg')
})

const NAUGHTY = new URL('../../../../shared/data/uploads/strings/blns.json', import.meta.url)
const given: string[] = existsSync(NAUGHTY) ? JSON.parse(readFileSync(NAUGHTY, 'utf8')) : []
if (given.length === 0) console.warn(`SKIPPED: no list of naughty strings at ${NAUGHTY.pathname}`)

test.skipIf(given.length === 0)('no naughty string leaves a path, a control or a bidi character', () => {
  expect(given.length).toBeGreaterThan(500)
  for (const name of given) {
    const shown = cleanFileName(name)
    expect(shown).not.toMatch(/[/\\\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u)
    expect([...shown].length).toBeLessThanOrEqual(120)
    expect(cleanFileName(shown)).toBe(shown)
  }
})
