/**
 * The documentation holds: every link leads somewhere, every page and section that a source file cites is there, every
 * setting has its row, and the table of the loop is the one that runs.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { REQUEST_ACTIONS } from '#contracts/requests.ts'
import { actionText } from '#web/texts/steps.ts'
import { LIFECYCLE } from '#modules/requests/lifecycle.ts'
import { brokenLinks, citationsIn, headingsOf, lifecyclePage } from './docs.ts'

const PAGES = ['README.md', 'README.zh-CN.md', ...filesBelow('docs', /\.md$/)]
const SOURCES = ['server', 'web', 'contracts', 'scripts', 'bench', 'e2e'].flatMap((folder) =>
  filesBelow(folder, /\.(ts|tsx|mjs|js|css|sql)$/),
)
const read = (file: string) => readFileSync(file, 'utf8')

function filesBelow(folder: string, wanted: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => wanted.test(file) && !file.includes('node_modules') && !file.includes('codebase/docs.'))
    .map((file) => `${folder}/${file}`)
}

describe('planted', () => {
  const pages: Record<string, string> = { 'docs/a.md': '# A\n\n## One thing', 'docs/b.md': '' }
  const page = (text: string) => brokenLinks('docs/b.md', text, (path) => pages[path])

  test('a link that leads somewhere', () => {
    expect(page('[a](a.md) [one](a.md#one-thing) [far](https://example.org) ![none here](b.md)')).toEqual([])
  })
  test('a page, a section and a picture that are not there', () => {
    expect(page('[c](c.md) [two](a.md#two) ![p](p.jpg)')).toEqual(['c.md', 'a.md#two', 'p.jpg'])
  })
  test('links in code are no links', () => expect(page('`[c](c.md)`\n```\n[c](c.md)\n```')).toEqual([]))
  test('citations, alone and with a section, also broken over two lines', () => {
    expect(
      citationsIn(
        'see docs/a.md.\n * Source: docs/a.md, "One\n * thing", "Two". postgresql.org/docs/18 docs/x/b.md rule 7',
      ),
    ).toEqual([
      { page: 'docs/a.md' },
      { page: 'docs/a.md', section: 'One thing' },
      { page: 'docs/a.md', section: 'Two' },
      { page: 'docs/x/b.md' },
    ])
  })
})

test('there is something to look at', () => {
  expect(PAGES.length).toBeGreaterThan(20)
  expect(SOURCES.flatMap((file) => citationsIn(read(file))).length).toBeGreaterThan(30)
})

test.each(PAGES)('every link of %s leads somewhere', (file) => {
  const contentOf = (path: string) =>
    !existsSync(path) ? undefined : statSync(path).isDirectory() || !path.endsWith('.md') ? '' : read(path)
  expect(brokenLinks(file, read(file), contentOf)).toEqual([])
})

test('every page and section that a source file cites is there', () => {
  const missing = SOURCES.flatMap((file) =>
    citationsIn(read(file)).flatMap(({ page, section }) => {
      if (section === undefined) return existsSync(page) ? [] : [`${file}: ${page}`]
      return existsSync(page) && headingsOf(read(page)).includes(section) ? [] : [`${file}: ${page}, "${section}"`]
    }),
  )
  expect(missing).toEqual([])
})

/** Files named in code quotes. Those of `patrols`, the example of adding-a-capability.md, are to be imagined; results come of a run. */
test('every source file that a page names is there', () => {
  const missing = PAGES.flatMap((file) =>
    [...read(file).matchAll(/`((?:server|web|contracts|scripts|bench|e2e|docs)\/[\w./-]+)`/g)]
      .map(([, path = '']) => path)
      .filter((path) => !existsSync(path) && !path.includes('patrols') && !path.startsWith('bench/results/'))
      .map((path) => `${file}: ${path}`),
  )
  expect(missing).toEqual([])
})

test('every setting has its row in both tables, and no other', () => {
  const settings = [...read('server/platform/config.ts').matchAll(/read\('(\w+)'\)/g)].map(([, name]) => name ?? '')
  const rows = (file: string) => new Set([...read(file).matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name ?? ''))
  expect(settings.length).toBeGreaterThan(5)
  for (const file of ['README.md', 'README.zh-CN.md', 'docs/operations.md'])
    expect([...rows(file)].toSorted(), file).toEqual([...new Set(settings)].toSorted())
})

/** Written anew by `npx vitest run server/test/codebase/docs.test.ts -u`. */
test('the printed table of the loop is the one that runs', async () => {
  const page = lifecyclePage(REQUEST_ACTIONS, LIFECYCLE, (action) => [
    actionText.zh[action].verb,
    actionText.en[action].verb,
  ])
  await expect(page).toMatchFileSnapshot(
    normalize(join(dirname(import.meta.filename), '../../../docs/capabilities/requests-table.md')),
  )
})
