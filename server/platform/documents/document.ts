/**
 * A document as plain data: what stands on it, in order. Whoever wants a PDF (bulletins, certificates, printed lists) makes
 * one of these; drawing it is the matter of pdf-process.ts. Source: docs/decisions/0024-documents-and-fonts.md.
 */
export type Paper = 'A4' | 'A3'
/** page is read in the hand; wall hangs beside a lift and is read from 1.5 m. */
export type Manner = 'page' | 'wall'

/** A photo by the name under which its bytes are handed over; one that is missing leaves its ground in this colour. */
export type Picture = { key: string; ground: string; words: string }
export type Part =
  | { part: 'title'; text: string; under: string }
  | { part: 'heading'; text: string }
  /** `spare`: where one page must hold everything it goes, with its heading, before the last photos do. */
  | { part: 'text'; text: string; spare?: boolean }
  /** Set apart from what stands around it. */
  | { part: 'note'; text: string }
  /** A few large numbers, each with its name and a line on how it was counted. */
  | { part: 'tiles'; tiles: readonly { name: string; value: string; under: string }[] }
  | { part: 'table'; columns: readonly Column[]; rows: readonly (readonly string[])[]; under?: string }
  | { part: 'bars'; series: readonly string[]; points: readonly { name: string; values: readonly number[] }[]; words: string }
  /** Before and after of the same thing, side by side. */
  | { part: 'pairs'; /** The first over the whole width. */ largeFirst: boolean; marks: readonly [string, string]; pairs: readonly { title: string; under: string; before: Picture; after: Picture }[] }
  /** A QR code with what it leads to. */
  | { part: 'code'; address: string; title: string; under: string } // prettier-ignore
/** `share` of the width; numbers stand at the end of their column. */
export type Column = { name: string; share: number; number?: boolean }

export type Document = {
  title: string
  subject: string
  author: string
  language: string
  paper: Paper
  manner: Manner
  /** Stands at the foot of every page, left of its number. */
  foot: string
  /** 第 {page} 页，共 {pages} 页 */
  pageWords: string
  /** It must fit one page: what is last among pairs, then among rows, is left off until it does. */
  onePage: boolean
  parts: readonly Part[]
}
export type Photos = ReadonlyMap<string, Uint8Array>
export type Drawn = { bytes: Buffer; pages: number }

/** Points. Source of the sizes: docs/capabilities/bulletins.md, "Legible from 1.5 m"; 10.5 pt is 五号, customary for text in Chinese documents. */
const SIZES = {
  page: { text: 10.5, small: 8.5, heading: 14, title: 22, figure: 24, margin: 56 },
  wall: { text: 16, small: 14.2, heading: 21, title: 34, figure: 38, margin: 36 },
} as const
/** A3 is √2 wider (ISO 216): type grows by half of that, the other half is room for more. */
const ON_A3 = 2 ** 0.25
export type Sizes = { [size in keyof (typeof SIZES)['page']]: number }
export function sizesOf({ paper, manner }: Pick<Document, 'paper' | 'manner'>): Sizes {
  const { text, small, heading, title, figure, margin } = SIZES[manner]
  const by = paper === 'A3' ? ON_A3 : 1
  return {
    text: text * by,
    small: small * by,
    heading: heading * by,
    title: title * by,
    figure: figure * by,
    margin: margin * by,
  }
}
