/**
 * The text of a PDF that we made, as any reader of PDF gets it: by the tables that the fonts carry (ToUnicode), not by what
 * we meant to write. For tests. Source: ISO 32000-1 9.10.
 */
import { inflateSync } from 'node:zlib'

type Objects = ReadonlyMap<number, { head: string; data: Buffer }>

/** Text by page, in the order in which it was drawn. */
export function textOf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf)
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head))
  return pages.map(({ head }) => {
    const fonts = fontsOf(objects, head)
    const contents = referred(head, 'Contents').map((id) => objects.get(id)?.data.toString('latin1') ?? '')
    return contents.map((content) => shown(content, fonts)).join('')
  })
}

function objectsOf(pdf: Buffer): Objects {
  const found = new Map<number, { head: string; data: Buffer }>()
  const text = pdf.toString('latin1')
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length
    const end = text.indexOf('\nendobj', start)
    const stream = text.indexOf('stream\n', start)
    const isStream = stream !== -1 && stream < end
    const head = text.slice(start, isStream ? stream : end)
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const raw = isStream ? pdf.subarray(stream + 7, stream + 7 + length) : Buffer.alloc(0)
    found.set(Number(match[1]), { head, data: isStream && head.includes('FlateDecode') ? inflateSync(raw) : raw })
  }
  return found
}

const referred = (head: string, key: string): number[] =>
  [...head.matchAll(new RegExp(`/${key} (\\d+) 0 R`, 'g'))].map((match) => Number(match[1]))

/** Of each font of the page: glyph → characters. */
function fontsOf(objects: Objects, page: string): ReadonlyMap<string, ReadonlyMap<number, string>> {
  const resources = referred(page, 'Resources').map((id) => objects.get(id)?.head ?? '')
  const listed = [page, ...resources].flatMap((head) => [...head.matchAll(/\/(F\d+) (\d+) 0 R/g)])
  return new Map(
    listed.map((match) => {
      const font = objects.get(Number(match[2]))?.head ?? ''
      const table = referred(font, 'ToUnicode').map((id) => objects.get(id)?.data.toString('latin1') ?? '')
      return [match[1] ?? '', unicodeOf(table.join(''))]
    }),
  )
}

function unicodeOf(table: string): ReadonlyMap<number, string> {
  const known = new Map<number, string>()
  for (const range of table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi))
    for (const [at, entry] of [...(range[2] ?? '').matchAll(/<([0-9a-f ]*)>/gi)].entries())
      known.set(Number.parseInt(range[1] ?? '', 16) + at, utf16(entry[1] ?? ''))
  return known
}

const utf16 = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')

function shown(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> | undefined
  let text = ''
  for (const match of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (match[1]) font = fonts.get(match[1])
    for (const [, glyphs = ''] of (match[2] ?? '').matchAll(/<([0-9a-f]*)>/gi))
      for (const glyph of glyphs.match(/.{4}/g) ?? []) text += font?.get(Number.parseInt(glyph, 16)) ?? '�'
  }
  return text
}
