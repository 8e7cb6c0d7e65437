/**
 * Which row of a sheet is the header: the one that speaks most of our words, or failing that the widest row of short,
 * different texts. Titles, dates of printing and "filled in by" stand above it. Source: docs/capabilities/imports.md.
 */
import { fieldOf, plainHeader, refusalOf } from './columns.ts'
import { OTHER_MEANINGS } from './dictionary.ts'

type Row = { number: number; cells: readonly string[] }

const LOOKED_AT = 30
const LONGEST_HEADER = 40

/** The number of the row, as Excel counts; undefined when there is none. */
export function findHeaderRow(rows: readonly Row[]): number | undefined {
  const scored = rows.slice(0, LOOKED_AT).map((row) => ({ number: row.number, score: score(row.cells) }))
  const best = scored.toSorted((a, b) => b.score - a.score || a.number - b.number)[0]
  return best && best.score > 0 ? best.number : rows[0]?.number
}

function score(cells: readonly string[]): number {
  const texts = [...new Set(cells.filter((cell) => cell && cell.length <= LONGEST_HEADER))]
  const words = texts.filter((text) => !/^[\d.,\-/ ]+$/.test(text))
  const known = words.filter(
    (text) =>
      !looksLikeHelp(text) &&
      (fieldOf(text)?.sure === 2 || refusalOf(text) !== undefined || OTHER_MEANINGS.test(plainHeader(text))),
  )
  const half = words.filter((text) => !looksLikeHelp(text) && fieldOf(text)?.sure === 1)
  return known.length * 4 + half.length * 2 + Math.min(words.length, 5) * 0.2 - (texts.length - words.length)
}

/** Sentences that explain a column: 必填，18位身份证号; 如：户主、配偶; 1=是，0=否. */
export const looksLikeHelp = (text: string): boolean =>
  /必填|选填|可选|请填|填写|分隔|示例|例如|^如[：:]?|如\d|YYYY|\d\s*=\s*[是否男女]|^(如|例)|说明|自动关联|不能重复|没有时/i.test(
    text,
  )

/** A row of explanations among the data: most of what it says explains. */
export function isHelpRow(cells: readonly string[]): boolean {
  const said = cells.filter(Boolean)
  const help = said.filter(looksLikeHelp).length
  return help >= 2 && help * 3 >= said.length
}

/** Sums and signatures at the end of a table. */
export const isClosingRow = (cells: readonly string[]): boolean =>
  /^(合计|总计|小计|制表|填表|审核|备注|说明|注[：:]|total)/i.test(cells.find(Boolean)?.trim() ?? '')
