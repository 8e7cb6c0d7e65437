/** The boundary check finds a planted import of each forbidden kind, and says so when it saw nothing. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const tree = mkdtempSync(join(tmpdir(), 'linli-boundaries-'))
afterAll(() => rmSync(tree, { recursive: true }))

function check() {
  const { status, stderr } = spawnSync('node', ['server/test/codebase/boundaries.mjs', tree], { encoding: 'utf8' })
  return {
    status,
    kinds: [...new Set(stderr.split('\n').map((line) => line.split(':')[0] ?? ''))].filter(Boolean).toSorted(),
  }
}

// prettier-ignore
const PLANTED = {
  'contracts/a.ts':                        ['contracts-know-nothing', '#platform/errors.ts'],
  'web/pages/requests/Page.tsx':           ['web-reads-contracts-only', '#modules/requests/index.ts'],
  'web/components/Button.tsx':             ['phone-stays-light', 'antd'],
  'web/platform/time.ts':                  ['web-runs-in-a-browser', 'node:fs'],
  'server/app.ts':                         ['server-without-web', '#web/platform/time.ts'],
  'server/platform/db.ts':                 ['platform-knows-no-module', '#modules/points/index.ts'],
  'server/platform/errors.ts':             ['no-circular', './again.ts'],
  'server/platform/again.ts':              ['no-circular', './errors.ts'],
  'server/platform/health.ts':             ['one-way-out', 'node:https'],
  'server/modules/people/index.ts':        ['foundations-below', '#modules/points/index.ts'],
  'server/modules/points/index.ts':        ['resolvable', './nowhere.ts'],
  'server/modules/points/lifecycle.ts':    ['rules-touch-nothing', './queries.ts'],
  'server/modules/points/policy.ts':       ['rules-without-node', 'node:fs'],
  'server/modules/points/queries.ts':      ['sideways-from-points', '#modules/requests/index.ts'],
  'server/modules/requests/index.ts':      ['through-the-index', '#modules/points/queries.ts'],
  'server/modules/requests/routes.ts':     ['readers-on-top', '#modules/dashboards/index.ts'],
  'server/modules/dashboards/index.ts':    ['server-runs-without-dev', 'vite'],
  'server/modules/dashboards/figures.ts':  ['tests-outside', '#modules/people/make.ts'],
  'server/modules/people/make.ts':         ['', '#platform/errors.ts'],
  'server/modules/misc/index.ts':          ['module-unnamed', '#platform/errors.ts'],
} satisfies Record<string, [string, string]>

test('a planted import of each kind is found', { timeout: 60_000 }, () => {
  copyFileSync('package.json', join(tree, 'package.json'))
  symlinkSync(resolve('node_modules'), join(tree, 'node_modules'))
  for (const [file, [, target]] of Object.entries(PLANTED)) {
    mkdirSync(dirname(join(tree, file)), { recursive: true })
    writeFileSync(join(tree, file), `import * as it from '${target}'\nexport const used = it\n`)
  }
  const { status, kinds } = check()
  expect(status).toBe(1)
  expect(kinds).toEqual(expect.arrayContaining(Object.values(PLANTED).flatMap(([kind]) => kind || [])))
  expect(kinds).toContain('blind')
})

test('an empty tree is a fault, not a success', { timeout: 60_000 }, () => {
  for (const folder of ['contracts', 'server', 'web']) rmSync(join(tree, folder), { recursive: true })
  expect(check()).toEqual({ status: 1, kinds: ['blind'] })
})
