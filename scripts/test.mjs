/** `npm test`: sets itself up, then units and modules, then what they asked the database, then journeys in a browser. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { build } from './lib/build.mjs'
import { install } from './lib/install.mjs'
import { ROOT, run } from './lib/run.mjs'

const STATEMENTS = join(ROOT, '.cache/statements')

await install()
await build() // the pages' size is a test, and journeys run the built product
rmSync(STATEMENTS, { recursive: true, force: true })
mkdirSync(STATEMENTS, { recursive: true })
const node = (args, env = {}) => run(process.execPath, args, { env: { ...process.env, ...env } })
const vitest = (args, env) => node(['node_modules/vitest/vitest.mjs', 'run', ...args], env)

const units = await vitest([], { LINLI_COLLECT_STATEMENTS: STATEMENTS })
// Every statement the tests ran keeps to its tenant, on its syntax tree.
const statements = await node(['--import', 'tsx', 'server/test/codebase/collected.ts'])
const journeys = await vitest(['--config', 'e2e/vitest.config.ts'])
process.exitCode = units || statements || journeys
