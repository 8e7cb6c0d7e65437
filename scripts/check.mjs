/** `npm run check`: everything that can be said of the code without running the product. Tells all findings, then fails. */
import process from 'node:process'
import { install } from './lib/install.mjs'
import { run } from './lib/run.mjs'

const node = (...args) => [process.execPath, args]
const CHECKS = {
  types: node('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'),
  lint: node(
    'node_modules/eslint/bin/eslint.js',
    '--cache',
    '--cache-location',
    '.cache/eslint/',
    '--max-warnings',
    '0',
    '.',
  ),
  format: node('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '--cache', '--cache-location', '.cache/prettier', '.'), // prettier-ignore
  boundaries: node('server/test/codebase/boundaries.mjs'),
  unused: node('node_modules/knip/bin/knip.js'),
  schema: node('--import', 'tsx', 'scripts/generate-schema.ts', '--check'),
}

await install()
const failed = []
for (const [name, [program, args]] of Object.entries(CHECKS)) {
  console.log(`\n── ${name}`)
  if ((await run(program, args)) !== 0) failed.push(name)
}
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : 0
