/**
 * An .xlsx written as it grows. Every cell is a string cell, which no program evaluates, whatever it begins with.
 * Source: ECMA-376 part 1, 18.2, 18.3; OWASP ASVS 5.0, 1.2.10 (formula injection).
 */
import { zip, type ZipEntry } from './zip.ts'

export type SheetToStream = {
  name: string
  /** Width of each column in characters; a Han character takes two. */
  widths: readonly number[]
  /** The first row is a heading: bold, stays in view, can be filtered by. */
  headed: boolean
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>
  /** Printed at the head and foot of every page. */
  print?: { head: string; foot: string }
}

/** What a cell may hold. Source: Microsoft, "Excel specifications and limits". */
const MOST_IN_CELL = 32_767
const MOST_IN_PRINT = 250
const ROWS_AT_ONCE = 500

export function xlsx(sheets: readonly SheetToStream[]): AsyncGenerator<Buffer> {
  const parts = sheets.map((_, at) => at + 1)
  const entries: ZipEntry[] = [
    { name: '[Content_Types].xml', text: [contentTypes(parts)] },
    { name: '_rels/.rels', text: [relations([['officeDocument', 'xl/workbook.xml']])] },
    { name: 'xl/workbook.xml', text: [workbook(sheets)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: [
        relations([...parts.map((n): Relation => ['worksheet', `worksheets/sheet${n}.xml`]), ['styles', 'styles.xml']]),
      ],
    },
    { name: 'xl/styles.xml', text: [STYLES] },
    ...sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, text: worksheet(sheet) })),
  ]
  return zip(entries)
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
type Relation = readonly [kind: string, target: string]

const relations = (list: readonly Relation[]) =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`

const contentTypes = (parts: readonly number[]) =>
  `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${parts
    .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`)
    .join('')}</Types>`

/** Excel allows 31 characters, and none of these, in the name of a sheet. */
const sheetName = (name: string, at: number) => name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31) || String(at + 1)

const workbook = (sheets: readonly SheetToStream[]) =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
    .map(({ name }, at) => `<sheet name="${escaped(sheetName(name, at))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets></workbook>`

/** 0: text that wraps; 1: a heading. Format 49 is "text", so that Excel keeps 007 and dates as they stand. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="DengXian"/></font><font><b/><sz val="11"/><name val="DengXian"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEEF1F4"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center"/></xf></cellXfs></styleSheet>`

async function* worksheet({ widths, headed, rows, print }: SheetToStream): AsyncGenerator<string> {
  const view = headed
    ? '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    : ''
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${view}<cols>${columns.join('')}</cols><sheetData>`
  let number = 0
  let waiting = ''
  for await (const row of rows) {
    number += 1
    waiting += rowOf(row, number, headed && number === 1)
    if (number % ROWS_AT_ONCE > 0) continue
    yield waiting
    waiting = ''
  }
  yield waiting
  const filter = headed && number > 1 ? `<autoFilter ref="A1:${columnName(widths.length - 1)}${number}"/>` : ''
  yield `</sheetData>${filter}<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>${printed(print)}</worksheet>`
}

function rowOf(cells: readonly string[], number: number, heading: boolean): string {
  const written = cells.map((text, at) =>
    text === ''
      ? ''
      : `<c r="${columnName(at)}${number}" t="inlineStr" s="${heading ? 1 : 0}"><is><t xml:space="preserve">${escaped(literal(text))}</t></is></c>`,
  )
  return `<row r="${number}">${written.join('')}</row>`
}

/** A, B … Z, AA … as Excel counts. */
export function columnName(at: number): string {
  const letter = String.fromCodePoint(65 + (at % 26))
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter
}

/** Excel reads _x0041_ as A: an underscore that begins such a word is written as one itself. Source: ECMA-376, 22.9.2.19. */
const literal = (text: string) => text.slice(0, MOST_IN_CELL).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

const NOT_XML = /[^\u0009\u000A\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu // what XML 1.0 cannot hold
const escaped = (text: string) =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replaceAll(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** `&` begins a code in heads and feet, and is doubled to stand for itself. */
function printed(print: SheetToStream['print']): string {
  if (!print) return ''
  const line = (text: string) => escaped(`&L${text.slice(0, MOST_IN_PRINT / 2).replaceAll('&', '&&')}&R&P / &N`)
  return `<headerFooter><oddHeader>${line(print.head)}</oddHeader><oddFooter>${line(print.foot)}</oddFooter></headerFooter>`
}
