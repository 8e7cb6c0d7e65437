/**
 * The divisions of China down to the community, searched by name or code as they lie in one buffer: some 17 MB, read when
 * somebody searches and let go when nobody has for a while. An index in memory would hold ten times that for a list that
 * a district needs on its first day.
 *
 * Layout: five levels (province, city, district, subdistrict, community), each after an empty line, in the order of codes;
 * a line is code, tab, name. A division's code begins with that of what it lies in. Made by scripts/lib/divisions.mjs.
 */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { AppError } from '#platform/errors.ts'

export type Division = { code: string; name: string }
export type Divisions = {
  /** Whole names first, then beginnings, then parts; larger divisions first. Further words name what it lies in. */
  search(words: string, limit: number): { rows: Division[]; more: boolean }
  /** What lies directly in it. */
  within(code: string): Division[]
  find(code: string): Division | undefined
  /** What it lies in, largest first; names that only fill the tables (市辖区) left out. */
  above(code: string): Division[]
}

const FILE = fileURLToPath(
  // beside the bundle, or from the sources into the folder of the bundle
  new URL(import.meta.url.endsWith('.ts') ? '../../../../dist/divisions.gz' : './divisions.gz', import.meta.url),
)
const KEPT_FOR_MS = 10 * 60_000
let kept: { divisions: Promise<Divisions>; timer: NodeJS.Timeout } | undefined

/** @throws divisions_missing */
export async function openDivisions(file = FILE): Promise<Divisions> {
  if (!existsSync(file)) throw new AppError('divisions_missing')
  kept ??= { divisions: load(file), timer: setTimeout(() => (kept = undefined), KEPT_FOR_MS).unref() }
  kept.timer.refresh()
  return kept.divisions
}

const load = async (file: string) => divisionsIn(await promisify(gunzip)(await readFile(file)))

/** Length of a code, by level. */
const CODE_LENGTHS = [2, 4, 6, 9, 12]
/** They stand for a level that is not there. */
const FILLERS = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'])
const [NEWLINE, TAB] = [0x0a, 0x09]

type Range = readonly [from: number, to: number]

const liesIn = (code: string, codes: ReadonlySet<string>) =>
  CODE_LENGTHS.some((length) => length < code.length && codes.has(code.slice(0, length)))

export function divisionsIn(data: Buffer): Divisions {
  const starts: number[] = []
  for (let at = 0; at >= 0 && starts.length < CODE_LENGTHS.length; at = data.indexOf('\n\n', at)) {
    at += at === 0 ? 0 : 1
    starts.push(at)
  }
  const endOf = (level: number) => starts[level + 1] ?? data.length
  const lineAt = (at: number): Division => {
    const from = data.lastIndexOf(NEWLINE, at) + 1
    const tab = data.indexOf(TAB, from)
    return {
      code: data.toString('latin1', from, tab),
      name: data.toString('utf8', tab + 1, data.indexOf(NEWLINE, tab)),
    }
  }

  /** Where the first line of the level stands whose code is not before this one. */
  const seek = (level: number, code: string): number => {
    let [low, high] = [(starts[level] ?? 0) + 1, endOf(level)]
    while (low < high) {
      const from = data.lastIndexOf(NEWLINE, Math.floor((low + high) / 2) - 1) + 1
      const to = data.indexOf(NEWLINE, from) + 1
      if (data.toString('latin1', from, data.indexOf(TAB, from)) < code) low = to
      else high = from
    }
    return low
  }
  const find = (code: string): Division | undefined => {
    const level = CODE_LENGTHS.indexOf(code.length)
    const at = level < 0 ? endOf(level) : seek(level, code)
    const found = at < endOf(level) ? lineAt(at) : undefined
    return found?.code === code ? found : undefined
  }

  function* hits(pattern: string, [from, to]: Range): Generator<Division> {
    const [part, bytes] = [data.subarray(0, to), Buffer.from(pattern)]
    for (let at = part.indexOf(bytes, from); at >= 0;) {
      const line = pattern.startsWith('\n') ? at + 1 : at
      yield lineAt(line)
      at = part.indexOf(bytes, part.indexOf(NEWLINE, line)) // one hit a line
    }
  }

  /** Where the lines stand of what lies in these, level by level; those that lie in another of them are left out. */
  const rangesIn = (codes: ReadonlySet<string>): Range[] => {
    const outermost = [...codes].filter((code) => !liesIn(code, codes))
    return CODE_LENGTHS.flatMap((length, level) =>
      outermost
        .filter((code) => code.length < length)
        .map((code): Range => [seek(level, code) - 1, seek(level, `${code}~`)]),
    )
  }

  return {
    search(words, limit) {
      const said = words.normalize('NFKC').trim().split(/\s+/).filter(Boolean)
      const main = said.pop()
      if (!main) return { rows: [], more: false }
      const [around, ...others] = said.map(
        (word) => new Set([...hits(word, [0, starts.at(-1) ?? 0])].map(({ code }) => code)),
      )
      const ranges = around ? rangesIn(around) : [[0, data.length] as const]
      const found = new Map<string, Division>()
      for (const pattern of /^\d+$/.test(main) ? [`\n${main}`] : [`\t${main}\n`, `\t${main}`, main])
        for (const range of ranges)
          for (const one of hits(pattern, range)) {
            if (FILLERS.has(one.name) || !others.every((codes) => liesIn(one.code, codes))) continue
            found.set(one.code, one)
            if (found.size > limit) return { rows: [...found.values()].slice(0, limit), more: true }
          }
      return { rows: [...found.values()], more: false }
    },

    within(code) {
      const level = CODE_LENGTHS.indexOf(code.length) + 1
      const rows: Division[] = []
      if (level === 0 || level === CODE_LENGTHS.length) return rows
      for (let at = seek(level, code); at < endOf(level);) {
        const one = lineAt(at)
        if (!one.code.startsWith(code)) break
        rows.push(one)
        at = data.indexOf(NEWLINE, at) + 1
      }
      return rows
    },

    find,
    above: (code) =>
      CODE_LENGTHS.filter((length) => length < code.length)
        .flatMap((length) => find(code.slice(0, length)) ?? [])
        .filter(({ name }) => !FILLERS.has(name)),
  }
}
