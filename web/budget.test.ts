/**
 * What a cheap phone has to load before it shows the first page: at most 130 kB of gzipped script, and nothing of the
 * desk's component library. Measures the built pages, and builds them when they are not there.
 * Source: docs/decisions/0006-a-light-phone-entry.md (a competitor's kit alone is 200 kB).
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { beforeAll, expect, it } from 'vitest'

const MOST_KB = 130
const root = fileURLToPath(new URL('..', import.meta.url))
const dist = `${root}/dist/web`

type Chunk = { file: string; imports?: string[]; dynamicImports?: string[]; isEntry?: boolean }
let manifest: Record<string, Chunk>

beforeAll(async () => {
  if (!existsSync(`${dist}/manifest.json`))
    await build({ configFile: `${root}/vite.config.ts`, mode: 'production', logLevel: 'warn' })
  manifest = JSON.parse(readFileSync(`${dist}/manifest.json`, 'utf8'))
}, 180_000)

/** The chunks that a browser needs before this one runs; with `lazy`, also all that its pages may ask for later. */
function needed(name: string, lazy = false, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen
  seen.add(name)
  const { imports = [], dynamicImports = [] } = manifest[name] ?? {}
  for (const next of lazy ? [...imports, ...dynamicImports] : imports) needed(next, lazy, seen)
  return seen
}

it(`the phone's first load is at most ${MOST_KB} kB of script`, () => {
  const files = [...needed('resident/index.html')]
    .map((name) => manifest[name]?.file ?? '')
    .filter((file) => file.endsWith('.js'))
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(`${dist}/${file}`)).length, 0)
  expect(files.length).toBeGreaterThan(0)
  expect(bytes / 1024).toBeLessThan(MOST_KB)
})

it('nothing of antd reaches the phone, whichever page is opened', () => {
  for (const name of needed('resident/index.html', true)) {
    const file = manifest[name]?.file ?? ''
    if (file.endsWith('.js')) expect(readFileSync(`${dist}/${file}`, 'utf8'), file).not.toContain('ant-btn')
  }
})
