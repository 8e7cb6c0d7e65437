/**
 * What the columns of a sheet would be: by their headers, then by what their values look like. A column of what is never
 * kept is refused here, whatever else it might match; the rest that nobody knows is dropped, and said so.
 * Source: docs/capabilities/imports.md, "Columns".
 */
import { IMPORT_KINDS, type ImportColumn, type ImportField, type ImportKind } from '#contracts/imports.ts'
import { neverKept, type NeverKept } from '#platform/never-kept.ts'
import { fieldsOf, HEADERS, KINDS, OTHER_MEANINGS, SHEET_NAMES } from './dictionary.ts'
import { HIDDEN, isIdentityNumber } from './values/identity.ts'
import { readPhones } from './values/phone.ts'

/** 联系电话（必填） → 联系电话; two lines of a header are one. */
export const plainHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[(（【[].*?[)）\]】]/g, '')
    .replaceAll(/[\s*＊:：_\-—/、.。]+/g, '')

const FIELDS = Object.keys(HEADERS) as ImportField[] // its own keys
const EXACT = new Map(FIELDS.flatMap((field) => HEADERS[field].map((word) => [plainHeader(word), field] as const)))
/** Longer words first: 房屋楼层 is found before 层. One letter or sign is no part of a header. */
const PARTS = [...EXACT].filter(([word]) => word.length > 1).toSorted(([a], [b]) => b.length - a.length)

/** Further words by which files speak of what is never kept; matched in headers only. */
const MORE_NEVER_KEPT: readonly [RegExp, NeverKept][] = [
  [/重点类别|重点对象|关注等级|人员分类|矛盾|刑满|社区矫正|吸毒|邪教|帮教|稳控|红黄绿|评级|信用/, 'judgement'],
  [/健康|残疾|患病|慢性病|精神|血型|孕/, 'health'],
  [/党派|政治|教派|种族/, 'belief'],
  [/驾驶证|社保号|户口簿号/, 'papers'],
]

/** The group for which the column is refused. An identity number is read, to find slips of the pen, and let go. */
export function refusalOf(header: string): NeverKept | undefined {
  if (fieldOf(header)?.field === 'identity') return undefined
  return neverKept(header) ?? MORE_NEVER_KEPT.find(([words]) => words.test(header))?.[1]
}

/** How sure a header is of its field: the whole word, or a part of it. */
export function fieldOf(header: string): { field: ImportField; sure: 2 | 1 } | undefined {
  const plain = plainHeader(header)
  const exact = EXACT.get(plain)
  if (exact) return { field: exact, sure: 2 }
  if (OTHER_MEANINGS.test(plain) || plain.length > 20) return undefined
  const [part] = PARTS.filter(([word]) => (/^[a-z]/.test(word) ? false : plain.includes(word)))
  return part && { field: part[1], sure: 1 }
}

export type ProposedColumns = { kind: ImportKind | null; columns: ImportColumn[] }

/** `kind` when the user has said it; by the sheet's name and columns otherwise. */
export function proposeColumns(
  headers: readonly string[],
  samples: readonly (readonly string[])[],
  { kind: said, sheetName = '' }: { kind?: ImportKind | null; sheetName?: string } = {},
): ProposedColumns {
  const found = headers.map((header, at) => guess(header, samples[at] ?? []))
  const kind =
    said === undefined
      ? kindOf(
          found.flatMap((one) => one?.field ?? []),
          headers,
          sheetName,
        )
      : said
  const taken = new Map<ImportField, number>()
  const allowed = kind ? fieldsOf(kind) : []
  for (const sure of [2, 1])
    for (const [at, one] of found.entries()) {
      const field = one && fitting(one.field, kind)
      if (!one || !field || one.sure !== sure || !allowed.includes(field)) continue
      if (!taken.has(field)) taken.set(field, at)
    }
  return {
    kind,
    columns: headers.map((header, at) => ({
      header,
      samples: [...new Set(samples[at] ?? [])].filter(Boolean).slice(0, SAMPLES),
      // several columns may say that somebody is gone: moved out, died
      field:
        [...taken].find(([, column]) => column === at)?.[0] ??
        (found[at]?.field === 'gone' && allowed.includes('gone') ? 'gone' : null),
      refused: refusalOf(header) ?? null,
    })),
  }
}

const SAMPLES = 3

function guess(header: string, values: readonly string[]): { field: ImportField; sure: number } | undefined {
  if (refusalOf(header)) return undefined
  const byHeader = fieldOf(header)
  if (byHeader) return byHeader
  const said = values.filter(Boolean)
  if (said.length < 3 || OTHER_MEANINGS.test(plainHeader(header))) return undefined
  const share = (is: (value: string) => boolean) => said.filter(is).length / said.length
  if (share((value) => value === HIDDEN || isIdentityNumber(value)) >= MOST) return { field: 'identity', sure: 1 }
  if (share((value) => readPhones(value).phones.length > 0) >= MOST) return { field: 'phone', sure: 1 }
  return undefined
}

const MOST = 0.8 // of the values that stand there

/** 小区 in a list of organisations is where they are; a shop's number is a room for whoever lists homes only. */
function fitting(field: ImportField, kind: ImportKind | null): ImportField {
  if (kind === 'homes' && field === 'unitKind') return 'usedAs'
  if (kind === 'buildings' && field === 'floor') return 'floors'
  if (kind === 'members' && field === 'personRole') return 'stage'
  if (kind === 'posts' && field === 'postTitle') return 'postTitle'
  return field
}

function kindOf(fields: readonly ImportField[], headers: readonly string[], sheetName: string): ImportKind | null {
  const has = (field: ImportField) => fields.includes(field)
  const fits = IMPORT_KINDS.filter((kind) => KINDS[kind].needs.every((group) => group.some(has)))
  const named = [sheetName, ...headers].join(' ')
  const hinted = SHEET_NAMES.find(([words, kind]) => words.test(sheetName) && fits.includes(kind))?.[1]
  if (hinted) return hinted
  if (fits.includes('owners') && (has('area') || has('share') || /业主|产权/.test(named))) return 'owners'
  const order: ImportKind[] = [
    'members',
    'posts',
    'organisations',
    'roster',
    'residents',
    'owners',
    'homes',
    'buildings',
  ]
  return order.find((kind) => fits.includes(kind)) ?? null
}
