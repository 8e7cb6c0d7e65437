/** The parts of a workbook that its sheets lean on: their names and files, shared texts, which styles show a date. */
import type { Archive } from './archive.ts'
import { isDateFormat } from './cells.ts'
import { SHEET_LIMITS } from './limits.ts'
import { AppError } from '#platform/errors.ts'
import { readXml } from './xml.ts'

export type SheetPart = { name: string; hidden: boolean; part: string }
export type Workbook = { sheets: SheetPart[]; from1904: boolean }

/** @throws sheet_not_readable, sheet_too_many_rows */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const targets = await readTargets(archive)
  const sheets: SheetPart[] = []
  let from1904 = false
  await readXml(await archive.open('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => /^(\w+:)?id$/.test(key))?.[1]
      const target = id === undefined ? undefined : targets.get(id)
      if (!target || !archive.has(target)) return // a chart has no rows
      if (sheets.length >= SHEET_LIMITS.sheets)
        throw new AppError('sheet_too_many_rows', { sheets: SHEET_LIMITS.sheets })
      const hidden = (attributes['state'] ?? 'visible') !== 'visible'
      sheets.push({ name: (attributes['name'] ?? '').slice(0, 100), hidden, part: target })
    },
  })
  return { sheets, from1904 }
}

async function readTargets(archive: Archive): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  await readXml(await archive.open('xl/_rels/workbook.xml.rels'), {
    open(name, { Id, Target, Type, TargetMode }) {
      if (name !== 'Relationship' || !Id || !Target || TargetMode === 'External') return
      if (Type?.endsWith('/worksheet')) targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
  })
  return targets
}

/** Texts that cells name by number. */
export async function readSharedTexts(archive: Archive): Promise<string[]> {
  const texts: string[] = []
  if (!archive.has('xl/sharedStrings.xml')) return texts
  let text = ''
  let within: 'text' | 'reading' | undefined
  await readXml(await archive.open('xl/sharedStrings.xml'), {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') within = 'reading' // how a name is read aloud, beside its characters
      if (name === 't' && within !== 'reading') within = 'text'
    },
    text(part) {
      if (within === 'text' && text.length < SHEET_LIMITS.cellCharacters) text += part
    },
    close(name) {
      if (name === 'si') texts.push(text.slice(0, SHEET_LIMITS.cellCharacters))
      if (name === 'rPh' || (name === 't' && within === 'text')) within = undefined
    },
  })
  return texts
}

/** Numbers of the styles that show a date. */
export async function readDateStyles(archive: Archive): Promise<Set<number>> {
  const dates = new Set<number>()
  if (!archive.has('xl/styles.xml')) return dates
  const codes = new Map<number, string>()
  let inCells = false
  let style = 0
  await readXml(await archive.open('xl/styles.xml'), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      const format = Number(attributes['numFmtId'] ?? 0)
      if (isDateFormat(format, codes.get(format))) dates.add(style)
      style += 1
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return dates
}
