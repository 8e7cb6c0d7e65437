/**
 * The browser that tests and pictures use. On Linux x64 it is the Chromium that comes with npm, unpacked once into
 * .cache/browser (no apt, no download); elsewhere, or to use another, name its program in LINLI_BROWSER.
 *
 * Not the package's own unpacking and arguments: it unpacks into the shared temporary folder where only the first user
 * may start it, and its single-process mode dies when a context is closed.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'
import { writeFonts } from './fonts.ts'

/** A phone, a desk and the wall display, as our users hold and hang them; all speak Chinese and keep Shanghai time. */
const place = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' } as const
export const VIEWS = {
  phone: { ...place, viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  desk: { ...place, viewport: { width: 1440, height: 900 } },
  screen: { ...place, viewport: { width: 1920, height: 1080 } },
} satisfies Record<string, BrowserContextOptions>

/** Starts the browser; the caller closes it. Works as root and as an ordinary user. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env.LINLI_BROWSER
  if (!own && !(process.platform === 'linux' && process.arch === 'x64')) {
    throw new Error('The packaged Chromium is for Linux x64: set LINLI_BROWSER to the path of a Chrome or Chromium.')
  }
  const home = unpacked()
  return chromium.launch({
    executablePath: own ?? join(home, 'chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--font-render-hinting=none',
    ],
    env: {
      ...stringsOf(process.env),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
      ...(existsSync(join(home, 'lib')) && { LD_LIBRARY_PATH: join(home, 'lib') }),
    },
  })
}

/** Unpacks program, libraries and letters unless they are there; several processes may do so at once. */
function unpacked(): string {
  const packed = dirname(dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))))
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string } // npm's own file
  const wanted = join(writableCache(`browser-${version}`), 'ready')
  if (existsSync(wanted)) return wanted

  const fresh = `${wanted}.${process.pid}`
  mkdirSync(fresh, { recursive: true })
  const bin = (name: string) => brotliDecompressSync(readFileSync(join(packed, 'bin', name)))
  const untar = (name: string) => execFileSync('tar', ['-x', '--no-same-owner', '-C', fresh], { input: bin(name) })
  if (!process.env.LINLI_BROWSER) {
    writeFileSync(join(fresh, 'chromium'), bin('chromium.br'), { mode: 0o755 })
    untar('swiftshader.tar.br')
    const lacking = spawnSync('ldd', [join(fresh, 'chromium')], { encoding: 'utf8' }).stdout ?? 'not found'
    if (lacking.includes('not found')) untar('al2023.tar.br')
  }
  writeFonts(fresh)
  try {
    writeFileSync(join(fresh, 'fonts.conf'), readFileSync(join(fresh, 'fonts.conf'), 'utf8').replaceAll(fresh, wanted))
    renameSync(fresh, wanted)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(wanted)) throw error
  }
  return wanted
}

/** The project's .cache, or a folder of this user's own where the project belongs to somebody else. */
function writableCache(name: string): string {
  const ours = join(dirname(import.meta.dirname), '.cache', name)
  if (existsSync(join(ours, 'ready'))) return ours
  try {
    mkdirSync(ours, { recursive: true })
    writeFileSync(join(ours, 'try'), '')
    return ours
  } catch {
    return join(tmpdir(), `linli-${name}-${process.getuid?.() ?? 'user'}`)
  }
}

const stringsOf = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
