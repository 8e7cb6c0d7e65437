/**
 * What a cheap phone has to load before it shows the first page, to a stranger and to somebody who is signed in: at most
 * 130 kB of gzipped script, and nothing of the desk's component library. Measures the built pages, and builds them when
 * they are not there. Source: docs/decisions/0006-a-light-phone-entry.md (a competitor's kit alone is 200 kB).
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { beforeAll, expect, it } from 'vitest'

const MOST_BYTES = 130_000
const root = fileURLToPath(new URL('..', import.meta.url))
const dist = `${root}/dist/web`
const ENTRY = 'resident/index.html'

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

/** The scripts of these chunks; each must have been built. */
const scriptsOf = (names: Iterable<string>) =>
  [...names].flatMap((name) => {
    const { file } = manifest[name] ?? expect.unreachable(`${name} is not in the build`)
    return file.endsWith('.js') ? file : []
  })

it.each([
  ['nobody yet', [ENTRY]],
  ['a stranger', [ENTRY, 'pages/accounts/SignInPage.tsx']],
  ['somebody who is signed in', [ENTRY, 'pages/requests/HomePage.tsx']],
])('the first load of %s is at most 130 kB of script', (_who, chunks) => {
  const files = scriptsOf(new Set(chunks.flatMap((name) => [...needed(name)])))
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(`${dist}/${file}`)).length, 0)
  expect(files.length).toBeGreaterThan(0)
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
})

it('nothing of antd reaches the phone, whichever page is opened', () => {
  for (const file of scriptsOf(needed(ENTRY, true)))
    expect(readFileSync(`${dist}/${file}`, 'utf8'), file).not.toContain('ant-btn')
})
