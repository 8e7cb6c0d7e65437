/** The linter finds a planted offence against each rule of the house, and lets the right way pass. */
import { ESLint } from 'eslint'
import { expect, test } from 'vitest'

/** Rules that ask the compiler need files on disk; they are the package's own and proved there. */
const TYPED = ['no-floating-promises', 'no-misused-promises', 'await-thenable', 'switch-exhaustiveness-check']
const linter = new ESLint({
  overrideConfig: {
    languageOptions: { parserOptions: { projectService: false } },
    rules: Object.fromEntries(TYPED.map((rule) => [`@typescript-eslint/${rule}`, 'off'])),
  },
})

async function offences(file: string, code: string) {
  const [result] = await linter.lintText(code, { filePath: file })
  return result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? []
}

const QUERIES = 'server/modules/requests/queries.ts'
const PAGE = 'web/pages/requests/Page.tsx'

test.each([
  ['no-restricted-syntax', 'server/modules/requests/deadline.ts', 'export const now = () => new Date()'],
  ['no-restricted-syntax', 'server/modules/requests/lifecycle.ts', 'export const now = () => Date.now()'],
  [
    'no-restricted-syntax',
    'server/modules/requests/routes.ts',
    "export const open = (r: { status: string }) => r.status === 'open'",
  ],
  [
    'no-restricted-syntax',
    'server/modules/requests/routes.ts',
    'export function f() { try { f() } catch { return 1 } }',
  ],
  ['no-restricted-syntax', PAGE, 'export const Page = () => <p dangerouslySetInnerHTML={{ __html: location.hash }} />'],
  ['no-restricted-syntax', 'server/app.ts', 'export default 1'],
  ['no-restricted-properties', 'server/platform/http.ts', 'export const port = process.env.PORT'],
  ['house/constant-sql', QUERIES, 'export const q = (id: string) => `select 1 from request where id = ${id}`'],
  ['house/constant-sql', QUERIES, "export const q = (id: string) => 'delete from request where id = ' + id"],
  ['house/constant-sql', QUERIES, 'export const q = (by: string[]) => `select 1 order by ${by.join()}`'],
  ['house/reason', QUERIES, 'export const f = (x: unknown) => x as string'],
  ['house/reason', QUERIES, 'export const f = (x?: string) => x!.length'],
  ['@typescript-eslint/no-explicit-any', QUERIES, 'export type X = any // why not'],
  [
    'react-hooks/rules-of-hooks',
    PAGE,
    "import { useState } from 'react'\nexport function Page() { if (location.hash) useState(1); return null }",
  ],
  ['no-restricted-globals', 'server/modules/requests/photos.ts', "export const f = () => fetch('http://a')"],
  ['no-restricted-globals', 'server/platform/health.ts', "export const f = () => new WebSocket('ws://a')"],
  [
    '@typescript-eslint/no-restricted-imports',
    'server/modules/requests/photos.ts',
    "import { request } from 'node:https'\nexport const f = () => request('https://a')",
  ],
  [
    '@typescript-eslint/no-restricted-imports',
    'server/platform/health.ts',
    "import { connect } from 'node:net'\nexport const f = () => connect(25)",
  ],
  ['no-restricted-globals', PAGE, "export const leave = () => confirm('?')"],
])('%s is found in %s', async (rule, file, code) => expect(await offences(file, code)).toContain(rule))

test.each([
  [
    QUERIES,
    "const COLUMNS = 'id, text'\nexport const q = { text: `select ${COLUMNS} from request where tenant_id = $1` }",
  ],
  [
    QUERIES,
    'declare const visibleTo: (n: number) => string\nexport const q = `select 1 from request where ${visibleTo(2)}`',
  ],
  [QUERIES, 'export const f = (x: unknown) => x as string // the column is text'],
  ['server/modules/requests/deadline.ts', 'export const later = (now: Date) => new Date(now.getTime() + 1)'],
  ['server/modules/requests/lifecycle.ts', "export const open = (r: { status: string }) => r.status === 'open'"],
  ['server/platform/config.ts', 'export const port = process.env.PORT'],
  ['server/platform/call-rate.ts', "import { isIPv6 } from 'node:net'\nexport const f = isIPv6"],
  ['server/platform/outgoing/call-once.ts', "import { request } from 'node:https'\nexport const f = request"],
  ['server/modules/requests/requests.test.ts', 'export const now = () => new Date()'],
])('%s may say: %s', async (file, code) => expect(await offences(file, code)).toEqual([]))
