/** Documents: lines by the rules of Chinese, rare characters that come out again as text, pages, codes that readers understand. */
import fc from 'fast-check'
import qrcode from 'qrcode-generator'
import { describe, expect, test } from 'vitest'
import { lacking, printable } from './coverage.ts'
import type { Document, Part } from './document.ts'
import { textOf } from './make/read-text.ts'
import { makePdf } from './pdf-process.ts'
import { qrModules } from './qr.ts'
import { breakLines } from './typeset.ts'

const SIZE = 10
/** Chinese one em, all else half of it. */
const measure = (text: string) =>
  [...text].reduce((sum, one) => sum + (/[\u2e80-\uffef]|[\u{20000}-\u{3ffff}]/u.test(one) ? SIZE : SIZE / 2), 0)
const lines = (text: string, width: number) => breakLines(text, { width, size: SIZE, measure })
const words = (text: string, width: number) => lines(text, width).map(({ pieces }) => pieces.map((one) => one.text).join('|')) // prettier-ignore

describe('lines', () => {
  test.each([
    ['nothing that closes stands first', '东门路灯坏了，已换好。', 60, ['东门路灯坏', '了，已换好。']],
    ['nothing that opens stands last', '物业说明（见下）', 50, ['物业说明', '（见下）']],
    ['numbers and words are whole', '收到 1,204 件', 40, ['收到', '1,204|件']],
    ['a quarter em between Chinese and Latin, blank or not', '办结12件', 100, ['办结|12|件']],
    ['what is longer than a line is torn', 'abcdefghij', 30, ['abcdef', 'ghij']],
  ])('%s', (_, text, width, expected) => expect(words(text, width)).toEqual(expected))

  test('nothing is lost, no line is too long, and the rules hold for any text', () => {
    const character = fc.constantFrom(...'东门路灯坏了，。、（）《》“”abc12 3.5％：；！？—…')
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 80 }), fc.integer({ min: 60, max: 200 }), (text, width) => {
        const found = lines(text, width)
        const bare = (one: string) => one.replace(/\s/g, '')
        expect(bare(found.flatMap(({ pieces }) => pieces.map((one) => one.text)).join(''))).toBe(bare(text))
        for (const line of found) expect(line.width).toBeLessThanOrEqual(width + 0.01)
      }),
    )
  })
  test('lines but the last end together when little is missing', () => {
    const [first] = lines('东门路灯坏了已换好新的', 64)
    expect(first?.width).toBeCloseTo(64)
  })
})

test('a QR code is, by some mask, the one that others make', () => {
  for (const text of ['https://linli.example.cn/bulletins/0198f6e2-7c11-7a3e-9b0e-4f5a6b7c8d9e', 'a', 'b'.repeat(150), 'c'.repeat(200)]) {
    const other = qrcode(0, 'M')
    other.addData(text, 'Byte')
    other.make()
    const each = Array.from({ length: other.getModuleCount() }, (_, at) => at)
    const theirs = each.map((y) => each.map((x) => other.isDark(y, x)))
    const same = [0, 1, 2, 3, 4, 5, 6, 7].filter((mask) => JSON.stringify(qrModules(text, [mask])) === JSON.stringify(theirs))
    expect(same).toHaveLength(1)
  }
}) // prettier-ignore

const RARE = '骉㛃䶮𬭎𠅤'
const document = (parts: readonly Part[], more: Partial<Document> = {}): Document => ({
  title: '测试',
  subject: '',
  author: '',
  language: 'zh-CN',
  paper: 'A4',
  manner: 'page',
  foot: '邻里',
  pageWords: '第 {page} 页，共 {pages} 页',
  onePage: false,
  parts,
  ...more,
})

describe('PDF', () => {
  test('rare characters come out as text, in both weights, and pages are numbered', async () => {
    const parts: Part[] = [
      { part: 'title', text: `${RARE} 社区通报`, under: '2026 年' },
      ...Array.from({ length: 60 }, (): Part => ({ part: 'text', text: `住户${RARE}说：路灯坏了，已换好。` })),
      { part: 'table', columns: [{ name: '谁', share: 3 }, { name: '件', share: 1, number: true }], rows: [['桂园物业', '3']] }, // prettier-ignore
    ]
    const { bytes, pages } = await makePdf(document(parts), new Map())
    const text = textOf(bytes)
    expect(pages).toBe(2)
    expect(text).toHaveLength(2)
    expect(text[0]).toContain(`${RARE}社区通报`)
    expect(text[0]).toContain(`住户${RARE}说：`)
    expect(text[1]).toContain('第2页，共2页')
    expect(text.join('')).not.toContain('�')
    const raw = bytes.toString('latin1')
    for (const mark of ['/MarkInfo', '/StructTreeRoot', '/Outlines', '/DisplayDocTitle true', '/Lang (zh-CN)'])
      expect(raw).toContain(mark)
    // only what is used of the letters: ten megabytes each otherwise
    expect(bytes.length).toBeLessThan(100_000)
  }, 30_000)

  test('what must fit one page leaves photos off', async () => {
    const picture = { key: 'none', ground: '#cccccc', words: '' }
    const pair = { title: '换路灯', under: '10 月 3 日', before: picture, after: picture }
    const parts: Part[] = [{ part: 'title', text: '墙报', under: '' }, { part: 'pairs', largeFirst: true, marks: ['之前', '之后'], pairs: Array.from({ length: 20 }, () => pair) }] // prettier-ignore
    const wall = { manner: 'wall', onePage: true } as const
    const { bytes, pages } = await makePdf(document(parts, wall), new Map())
    expect(pages).toBe(1)
    expect(textOf(bytes).join('')).toContain('换路灯')
  }, 30_000)

  test('a character without letters is named, and can be left out', () => {
    expect(lacking(`${RARE}路灯 ok`)).toEqual([])
    expect(lacking('灯😭坏\u{2ebf0}😭')).toEqual(['😭', '\u{2ebf0}'])
    expect(printable('灯😭坏')).toBe('灯坏')
  })
})
