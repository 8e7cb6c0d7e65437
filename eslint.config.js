/**
 * What the linter holds the code to: the house style of docs/architecture.md, as far as a machine can see it.
 * Layout is Prettier's matter, types are the compiler's, directions between folders are .dependency-cruiser.cjs's.
 */
import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { house } from './server/test/codebase/house-rules.js'

const CODE = ['**/*.{ts,tsx,js,mjs,cjs}']
const TESTS = ['**/*.test.{ts,tsx}', 'server/test/**', 'e2e/**', 'bench/**', '**/make.ts', '**/make/**']

const noDefault = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' }
const noInnerHtml = { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Text stays text.' }
const noEnvironment = {
  object: 'process',
  property: 'env',
  message: 'Only server/platform/config.ts reads the environment.',
}
const noClock = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Take `now` as an argument.' },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Take `now` as an argument.',
  },
]
const noCatch = {
  selector: 'CatchClause',
  message: 'Refusals and bugs are caught by the HTTP handler and the job runner alone.',
}
const noStatus = ['left.property.name', 'left.name'].map((where) => ({
  selector: `BinaryExpression[operator=/^[!=]==$/][${where}="status"][right.raw=/^'/]`,
  message: 'Only the rules decide by status; give the group of states a name in lifecycle.ts.',
}))
/** What reaches the network; server/platform/outgoing asks first where to. */
const noNetwork = {
  paths: ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises', 'undici', 'axios'].flatMap((name) =>
    [name, `node:${name}`].map((from) => ({
      name: from,
      allowImportNames: name === 'net' ? ['isIP', 'isIPv4', 'isIPv6', 'BlockList'] : [],
      allowTypeImports: true,
      message: 'Calls to other machines go through server/platform/outgoing.',
    })),
  ),
}
const noFetch = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']
const everywhere = [noDefault, noInnerHtml]

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', '.cache/', 'data/', 'e2e/shots/', 'bench/results/', 'web/node_modules/'] },
  {
    files: CODE,
    extends: [tseslint.configs.base],
    plugins: { house },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-debugger': 'error',
      'no-fallthrough': 'error',
      'no-unsafe-finally': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-control-regex': 'off', // inputs are checked for control characters on purpose
      'no-misleading-character-class': 'error',
      'max-lines': ['error', { max: 330, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 4],
      'no-warning-comments': ['error', { terms: ['fixme', 'xxx', 'hack'] }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/ban-ts-comment': 'error',
      'no-restricted-syntax': ['error', ...everywhere],
    },
  },
  {
    files: ['contracts/**', 'server/**/*.ts', 'web/**/*.{ts,tsx}', 'scripts/**/*.ts'],
    ignores: TESTS,
    rules: {
      'house/constant-sql': [
        'error',
        {
          fragments: [
            'visibleTo',
            'allOf',
            'rowCount',
            'casesOf',
            'unionOf',
            'countsOf',
            'lateAt',
            'pendingIn',
            'inPeriod',
            'rowsOf',
            'ownOf',
            'waitingOf',
            'totalsOf',
          ],
        },
      ],
    },
  },
  {
    files: ['contracts/**', 'server/**/*.ts', 'web/**/*.{ts,tsx}'],
    ignores: [...TESTS, 'server/platform/**', 'web/platform/**'],
    rules: { 'house/reason': 'error' },
  },
  {
    // A forgotten await loses an error or a write: worth the price of asking the compiler.
    files: ['server/*.ts', 'server/{platform,modules}/**/*.ts'],
    ignores: [...TESTS, 'server/modules/demo/**'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['server/**/*.ts', 'web/**/*.{ts,tsx}', 'contracts/**'],
    ignores: [...TESTS, 'server/platform/config.ts'],
    rules: { 'no-restricted-properties': ['error', noEnvironment] },
  },
  {
    files: ['server/**/*.ts'],
    ignores: [...TESTS, 'server/platform/outgoing/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', noNetwork],
      'no-restricted-globals': ['error', ...noFetch],
    },
  },
  {
    files: ['server/modules/**/*.ts'],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...noClock, noCatch], 'no-console': 'error' },
  },
  {
    // The rooms that read and write ask the rules about a status, never the status itself.
    files: ['server/modules/**/{routes,queries,jobs,index}.ts', 'server/modules/**/{routes,queries,jobs}/**'],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...noClock, noCatch, ...noStatus] },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    extends: [hooks.configs.flat['recommended-latest']],
    rules: { 'no-restricted-globals': ['error', 'alert', 'confirm', 'prompt'] },
  },
  {
    // Lists of schemas and sentences, and what is generated: read by looking something up.
    files: ['contracts/**', 'web/texts/**', '**/*.gen.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // Runs before the bundle, in whatever browser comes.
    files: ['web/public/**'],
    rules: { 'no-var': 'off', '@typescript-eslint/no-unused-vars': 'off' },
  },
  {
    files: TESTS,
    rules: { 'no-template-curly-in-string': 'off' },
  },
  {
    // Tools that want a default export or a script's own ways.
    files: ['**/*.config.{ts,js}', '*.cjs', 'server/test/global-setup.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
)
