/** The pure rules of reading a file: cells, columns, header rows, doors, rows beside each other. */
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { IMPORT_FIELDS, IMPORT_KINDS } from '#contracts/imports.ts'
import { IMPORT_PROBLEMS } from '#contracts/import-problems.ts'
import { columnName, columnOf, isDateFormat, numberText, serialDate } from '#platform/sheets/cells.ts'
import { readCsv } from '#platform/sheets/csv.ts'
import { readSheets } from '#platform/sheets/read-file.ts'
import { fieldOf, proposeColumns, refusalOf } from './columns.ts'
import { fieldsOf, HEADERS } from './dictionary.ts'
import { findHeaderRow } from './header-row.ts'
import { doorOf } from './home-of-row.ts'
import { lookAt, propose } from './look.ts'
import { makeXlsx } from './make/uploads.ts'
import { readFile } from './read-file.ts'
import { templateOf } from './template.ts'
import { readDay } from './values/day.ts'
import { hasRightCheckDigit } from './values/identity.ts'
import { readName } from './values/name.ts'
import { readArea, readShare, readYesNo } from './values/numbers.ts'
import { isPlaceholder, readPhones } from './values/phone.ts'

describe('cells', () => {
  test.each([
    ['2020-01-02', '2020-01-02'],
    ['2020/1/2', '2020-01-02'],
    ['２０２０.１.２', '2020-01-02'],
    ['20200102', '2020-01-02'],
    ['2020年1月2日', '2020-01-02'],
    ['2020年3月', '2020-03-01'],
    ['二〇二〇年十二月三十一日', '2020-12-31'],
    ['二零二零年一月二日', '2020-01-02'],
    ['43832', '2020-01-02'],
    ['43832.5', '2020-01-02'],
    ['2020-01-02 10:30', '2020-01-02'],
    ['2020-02-30', undefined],
    ['12345', undefined],
    ['去年', undefined],
  ])('the day %s is %s', (text, day) => expect(readDay(text)).toBe(day))

  test.each([
    ['94.56', 9456],
    ['94.565', 9457],
    ['１２０㎡', 12000],
    ['1,234.5平方米', 123450],
    ['0.01', 1],
    ['94.56000000000001', 9456],
    ['0', undefined],
    ['八十', undefined],
    ['-5', undefined],
  ])('the area %s is %s hundredths', (text, area) => expect(readArea(text)).toBe(area))

  test('areas survive being written and read', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (area) => readArea((area / 100).toFixed(2)) === area),
    ))

  test.each([
    ['１３８　００００　１２３４', ['13800001234']],
    ['+86 138-0000-1234', ['13800001234']],
    ['13800001234;13900001234', ['13800001234', '13900001234']],
    ['13800001234、057188880000', ['13800001234']],
    ['0571-88880000', []],
    ['无', []],
  ])('the numbers in %s are %s', (text, phones) => expect(readPhones(text).phones).toEqual(phones))

  test('numbers that fill a cell are known', () => {
    expect(['18999999999', '13800000000', '18999999991'].map(isPlaceholder)).toEqual([true, true, true])
    expect(isPlaceholder('13857142680')).toBe(false)
  })

  test.each([
    ['王 晓 燕', '王晓燕'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['张三1', '张三1'],
    ['Anna  Smith', 'Anna Smith'],
    ['王晓燕、李军', undefined],
    ['8-2-301', undefined],
  ])('the name %s is %s', (text, name) => expect(readName(text)).toBe(name))

  test('check digits, shares, yes and no', () => {
    expect(hasRightCheckDigit('１１０１０５１９４９１２３１００２ｘ')).toBe(true)
    expect(hasRightCheckDigit('110105194912310021')).toBe(false)
    expect([readShare('50%'), readShare('1/3'), readShare('0.25'), readShare('2')]).toEqual([500, 333, 250, undefined])
    expect([readYesNo('是'), readYesNo('0'), readYesNo('?')]).toEqual([true, false, undefined])
  })

  test('numbers and dates as Excel shows them', () => {
    expect(numberText('94.560000000000002')).toBe('94.56')
    expect(numberText('1.8999999999E10')).toBe('18999999999')
    expect([serialDate(1), serialDate(61), serialDate(43832.4375), serialDate(-1)]).toEqual(['1900-01-01', '1900-03-01', '2020-01-02 10:30', undefined]) // prettier-ignore
    expect([isDateFormat(14, undefined), isDateFormat(176, 'yyyy"年"m"月"'), isDateFormat(2, undefined), isDateFormat(177, '0.00')]).toEqual([true, true, false, false]) // prettier-ignore
    fc.assert(fc.property(fc.integer({ min: 0, max: 16_383 }), (column) => columnOf(columnName(column)) === column))
  })
})

describe('columns', () => {
  test('every field is found by each of its words, and every word means one field', () => {
    for (const field of IMPORT_FIELDS)
      for (const word of HEADERS[field]) expect([word, fieldOf(word)?.field]).toEqual([word, field])
  })

  test.each([
    ['是否重点人员', 'judgement'],
    ['重点类别', 'judgement'],
    ['宗教信仰', 'belief'],
    ['政治面貌', 'belief'],
    ['信访次数', 'belief'],
    ['健康状况', 'health'],
    ['残疾等级', 'health'],
    ['车牌号', 'movements'],
    ['工作单位', 'means'],
    ['护照号码', 'papers'],
    ['身份证号', undefined],
    ['姓名', undefined],
  ])('%s is refused as %s', (header, group) => expect(refusalOf(header)).toBe(group))

  test('a column without a header is known by its values', () => {
    const phones = ['13800001234', '13800001235', '13800001236']
    expect(proposeColumns(['姓名', '房号', '栏3'], [[], [], phones], {}).columns[2]?.field).toBe('phone')
  })

  test('the header is found below a title and above the data', () => {
    const rows = [
      ['桂园小区业主登记表', '桂园小区业主登记表'],
      ['填表日期：2026-01-01'],
      ['序号', '业主姓名', '联系电话', '楼栋', '房号'],
      ['1', '王晓燕', '13800001234', '8栋', '301'],
    ]
    expect(findHeaderRow(rows.map((cells, at) => ({ number: at + 1, cells })))).toBe(3)
  })

  test.each(IMPORT_KINDS.filter((kind) => kind !== 'roster'))(
    'the template of %s is understood without asking, its example left out',
    async (kind) => {
      const template = templateOf(kind)
      const sheets = await readSheets(await makeXlsx({ [template.name]: [template.header, ...template.rows] }))
      const proposed = sheets.map(lookAt).map((look) => propose(look))
      expect(proposed[0]).toMatchObject({ headerRow: 1, kind })
      expect(proposed[0]?.columns.every(({ field }) => field !== null && fieldsOf(kind).includes(field))).toBe(true)
      const parts = [{ sheet: 0, headerRow: 1, kind, columns: proposed[0]?.columns.map(({ field }) => field) ?? [] }]
      expect(readFile(sheets, { parts, areaSource: 'CONTRACT' })[0]?.problems).toMatchObject([{ code: 'help_row' }])
    },
  )
})

test.each([
  [{ building: '8栋', entrance: '2单元', room: '301' }],
  [{ building: '8', room: '2-301' }],
  [{ room: '8-2-301' }],
  [{ homeWords: '桂园小区8号楼二单元301室' }],
  [{ compound: '桂园小区8号楼', homeWords: '2单元301室' }],
  [{ building: '捌栋', homeWords: '2单元0301' }],
])('the door of %j', (values) => expect(doorOf(values)).toEqual({ building: '8', entrance: '2', room: '301' }))

const COLUMNS = ['building', 'room', 'name', 'phone', 'identity'] as const
const read = (rows: string[][]) =>
  readFile([{ name: '居民', hidden: false, rows: rows.map((cells, at) => ({ number: at + 1, cells })) }], {
    parts: [{ sheet: 0, headerRow: 1, kind: 'residents', columns: [...COLUMNS] }],
    areaSource: 'CONTRACT',
  })
const HEAD = ['楼栋', '房号', '姓名', '手机', '身份证号']

describe('rows beside each other', () => {
  test('one identity number for two people, one number for two people, the same line twice', () => {
    const rows = read([
      HEAD,
      ['8', '301', '王晓燕', '16000000011', '11010519491231002X'],
      ['8', '302', '李军', '16000000011', '11010519491231002X'],
      ['8', '301', '王晓燕', '16000000011', '11010519491231002X'],
    ])
    expect(rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      [],
      ['phone_shared', 'identity_shared'],
      ['same_row'],
    ])
    expect(rows[1]?.values.phone).toBeUndefined()
    expect(JSON.stringify(rows)).not.toContain('1949')
  })

  test('the same name twice is two people, and said so when it cannot be told', () => {
    const rows = read([
      HEAD,
      ['8', '301', '王伟', '16000000021', ''],
      ['9', '101', '王伟', '16000000022', ''],
      ['9', '102', '王伟', '', ''],
    ])
    expect(rows.map(({ sameAs }) => sameAs)).toEqual([undefined, undefined, undefined])
    expect(rows[2]?.problems.map(({ code }) => code)).toEqual(['same_name'])
  })

  test('explanations, sums and the header again are left out', () => {
    const rows = read([
      HEAD,
      ['如：8栋', '如：301', '必填', '11位手机号，可选', ''],
      ['8', '301', '王晓燕', '', ''],
      HEAD,
      ['合计', '', '1', '', ''],
    ])
    expect(rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['help_row'],
      [],
      ['help_row'],
      ['help_row'],
    ])
  })

  test('whatever stands in the cells, reading neither fails nor lets an identity number out', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.oneof(fc.string(), fc.constantFrom('8栋', '301', '王伟', '16000000011', '11010519491231002X')), {
            maxLength: 6,
          }),
          { maxLength: 8 },
        ),
        (lines) => {
          const rows = read([HEAD, ...lines])
          expect(rows).toHaveLength(lines.length)
          for (const { problems } of rows)
            for (const { code, severity } of problems) expect(IMPORT_PROBLEMS[code].severity).toBe(severity)
          expect(
            JSON.stringify(rows.map(({ cells }) => cells.filter(({ field }) => field === 'identity'))),
          ).not.toContain('1949')
        },
      ),
      { numRuns: 60 },
    ))
})

test('CSV in the encodings that Excel writes', () => {
  const rows = [{ number: 1, cells: ['姓名', '电话'] }, { number: 2, cells: ['王晓燕', '13800001234'] }] // prettier-ignore
  const text = '姓名,电话\r\n王晓燕,13800001234\r\n'
  const gb = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x0d, 0x0a, 0xcd, 0xf5, 0xcf, 0xfe, 0xd1, 0xe0, 0x2c, ...Buffer.from('13800001234\r\n')]) // prettier-ignore
  expect(readCsv(Buffer.from(text))).toEqual(rows)
  expect(readCsv(Buffer.from(`\ufeff${text}`))).toEqual(rows)
  expect(readCsv(Buffer.from(`\ufeff${text.replaceAll(',', '\t')}`, 'utf16le'))).toEqual(rows)
  expect(readCsv(gb)).toEqual(rows)
})

const MESSAGES = new URL('../../../../shared/data/complaints-zh/messages-4326.xlsx', import.meta.url)
if (!existsSync(MESSAGES)) console.warn(`No real file with serial dates at ${MESSAGES.pathname}: its test is skipped`)
test.skipIf(!existsSync(MESSAGES))(
  'a real file in which some dates are numbers of days',
  async () => {
    const [sheet] = await readSheets(readFileSync(MESSAGES))
    const header = sheet?.rows[0]?.cells ?? []
    const at = header.findIndex((title) => title.includes('时间'))
    const days = sheet?.rows.slice(1).map(({ cells }) => readDay(cells[at] ?? '')) ?? []
    expect(days).toHaveLength(4326)
    expect(days.filter((day) => day === undefined)).toHaveLength(0)
  },
  30_000,
)
