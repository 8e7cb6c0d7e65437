/** Test factory: spreadsheets made to hurt, built byte by byte, each with the code that it must be refused by. */
import { crc32, deflateRawSync } from 'node:zlib'
import { makeXlsx } from './uploads.ts'

type Part = { name: string; data: Buffer; says?: number; flags?: number; stored?: boolean }
export type Hostile = { name: string; bytes: Buffer; code: string }

/** A zip by APPNOTE.TXT 4.3; `says` is the size that it claims, `flags` its general purpose bits. */
export function makeZip(parts: readonly Part[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, data, says = data.length, flags = 0, stored = false } of parts) {
    const packed = stored ? data : deflateRawSync(data)
    const path = Buffer.from(name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(flags, 6)
    head.writeUInt16LE(stored ? 0 : 8, 8)
    head.writeUInt32LE(crc32(data), 14)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(says, 22)
    head.writeUInt16LE(path.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    entry.writeUInt16LE(20, 6)
    head.copy(entry, 8, 6, 30)
    entry.writeUInt32LE(at, 42)
    local.push(head, path, packed)
    central.push(entry, path)
    at += 30 + path.length + packed.length
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, list, end])
}

const part = (name: string, data: string | Buffer, more: Partial<Part> = {}): Part => ({
  name,
  data: Buffer.from(data),
  ...more,
})
const WORKBOOK = `<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`
const RELS = `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
const SHEET =
  '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>'

/** A workbook of one sheet, any of whose parts may be something else. */
const workbook = (sheet: string | Buffer = SHEET, { book = WORKBOOK, more = [] as Part[] } = {}) => [
  part('[Content_Types].xml', '<Types/>'),
  part('xl/workbook.xml', book),
  part('xl/_rels/workbook.xml.rels', RELS),
  part('xl/worksheets/sheet1.xml', sheet),
  ...more,
]
const rows = (count: number, row: (number: number) => string) =>
  `<worksheet><sheetData>${Array.from({ length: count }, (_, at) => row(at + 1)).join('')}</sheetData></worksheet>`
/** Text of that length. */
const noise = (bytes: number) => Buffer.alloc(bytes, 'q8Zt,w4L\n0s')

export async function hostileFiles(): Promise<Hostile[]> {
  const good = await makeXlsx({ 居民: [['姓名'], ['王晓燕']] })
  const zeros = Buffer.alloc(60_000_000, 0x20)
  const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)])
  const billion = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`
  const outside = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${WORKBOOK.replace('name="A"', 'name="&e;"')}`
  const damaged = makeZip(workbook())
  const inside = damaged.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length
  damaged.fill(0xff, inside + 10, inside + 40)
  return [
    { name: 'zip bomb of 60 MB', bytes: makeZip(workbook(zeros)), code: 'sheet_unpacks_too_large' },
    {
      name: 'bomb in a part nobody reads',
      bytes: makeZip(workbook(SHEET, { more: [part('xl/media/a.bin', zeros)] })),
      code: 'sheet_unpacks_too_large',
    },
    {
      name: 'ratio beyond a hundred',
      bytes: makeZip(workbook(Buffer.alloc(5_000_000, 0x20))),
      code: 'sheet_unpacks_too_large',
    },
    { name: 'a size that lies', bytes: makeZip([...workbook().slice(0, 3), part('xl/worksheets/sheet1.xml', Buffer.alloc(5_000_000, 0x20), { says: 500 })]), code: 'sheet_not_readable' }, // prettier-ignore
    {
      name: 'archive in an archive',
      bytes: makeZip(workbook(SHEET, { more: [part('xl/embeddings/inner.zip', good)] })),
      code: 'sheet_unpacks_too_large',
    },
    {
      name: 'workbook in a workbook',
      bytes: makeZip(workbook(SHEET, { more: [part('xl/embeddings/inner.xlsx', good)] })),
      code: 'sheet_unpacks_too_large',
    },
    { name: 'a thousand parts', bytes: makeZip(workbook(SHEET, { more: Array.from({ length: 1000 }, (_, at) => part(`xl/p${at}.xml`, 'x')) })), code: 'sheet_unpacks_too_large' }, // prettier-ignore
    { name: 'entities that multiply', bytes: makeZip(workbook(billion)), code: 'sheet_not_readable' },
    { name: 'an entity from the disk', bytes: makeZip(workbook(SHEET, { book: outside })), code: 'sheet_not_readable' },
    {
      name: 'an unknown entity',
      bytes: makeZip(workbook(SHEET.replace('>x<', '>&boom;<'))),
      code: 'sheet_not_readable',
    },
    { name: 'rows without end', bytes: makeZip(workbook(rows(60_000, (number) => `<row r="${number}"><c r="A${number}"><v>${(number * 7919) % 100_003}</v></c></row>`))), code: 'sheet_too_many_rows' }, // prettier-ignore
    { name: 'columns without end', bytes: makeZip(workbook(rows(1, () => `<row r="1">${Array.from({ length: 500 }, (_, at) => `<c><v>${at}</v></c>`).join('')}</row>`))), code: 'sheet_too_many_rows' }, // prettier-ignore
    {
      name: 'rows out of order',
      bytes: makeZip(workbook(rows(5, (number) => `<row r="${9 - number}"><c><v>1</v></c></row>`))),
      code: 'sheet_not_readable',
    },
    { name: 'too many sheets', bytes: makeZip(workbook(SHEET, { book: WORKBOOK.replace(/<sheet .*\/>/, '<sheet name="A" sheetId="1" r:id="rId1"/>'.repeat(40)) })), code: 'sheet_too_many_rows' }, // prettier-ignore
    { name: 'tags never closed', bytes: makeZip(workbook('<worksheet>'.repeat(5000))), code: 'sheet_not_readable' },
    {
      name: 'not UTF-8',
      bytes: makeZip(workbook(Buffer.concat([Buffer.from('<worksheet>'), Buffer.from([0xff, 0xfe, 0xc3])]))),
      code: 'sheet_not_readable',
    },
    {
      name: 'a name that climbs',
      bytes: makeZip(workbook(SHEET, { more: [part('../../etc/cron.d/x', 'x')] })),
      code: 'sheet_not_readable',
    },
    {
      name: 'an absolute name',
      bytes: makeZip(workbook(SHEET, { more: [part('/etc/passwd', 'x')] })),
      code: 'sheet_not_readable',
    },
    {
      name: 'the same name twice',
      bytes: makeZip(workbook(SHEET, { more: [part('xl/workbook.xml', 'x')] })),
      code: 'sheet_not_readable',
    },
    {
      name: 'a locked part',
      bytes: makeZip(workbook(SHEET, { more: [part('xl/a.xml', 'x', { flags: 1 })] })),
      code: 'sheet_locked',
    },
    { name: 'no workbook at all', bytes: makeZip([part('readme.txt', 'x')]), code: 'sheet_kind_not_allowed' },
    { name: 'a Numbers file', bytes: makeZip([part('Index/Document.iwa', 'x')]), code: 'sheet_kind_not_allowed' },
    {
      name: 'an OpenDocument file',
      bytes: makeZip([part('mimetype', 'x'), part('content.xml', '<x/>')]),
      code: 'sheet_kind_not_allowed',
    },
    { name: 'a binary workbook', bytes: makeZip([part('xl/workbook.bin', 'x')]), code: 'sheet_kind_not_allowed' },
    { name: 'Excel of 1997', bytes: compound, code: 'sheet_kind_not_allowed' },
    {
      name: 'with a password',
      bytes: Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]),
      code: 'sheet_locked',
    },
    { name: 'cut in half', bytes: good.subarray(0, good.length / 2), code: 'sheet_not_readable' },
    { name: 'damaged inside', bytes: damaged, code: 'sheet_not_readable' },
    {
      name: 'a picture called .xlsx',
      bytes: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), noise(2000)]),
      code: 'sheet_kind_not_allowed',
    },
    {
      name: 'a page called .csv',
      bytes: Buffer.from('<html><script>alert(1)</script>'),
      code: 'sheet_kind_not_allowed',
    },
    {
      name: 'binary called .csv',
      bytes: Buffer.concat([Buffer.from('a,b\n'), Buffer.alloc(100)]),
      code: 'sheet_not_readable',
    },
    {
      name: 'a quote that never ends',
      bytes: Buffer.from(`姓名,电话\n"${'x'.repeat(1_200_000)}`),
      code: 'sheet_not_readable',
    },
    { name: 'CSV without end', bytes: Buffer.from('1,2\n'.repeat(80_000)), code: 'sheet_too_many_rows' },
    { name: 'nothing', bytes: Buffer.alloc(0), code: 'sheet_empty' },
    { name: 'larger than ten megabytes', bytes: noise(10_000_001), code: 'sheet_too_large' },
  ]
}
