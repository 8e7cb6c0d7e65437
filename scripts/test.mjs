/** `npm test`: sets itself up, then units and modules, then journeys in a browser; all of them even when one part fails. */
import process from 'node:process'
import { build } from './lib/build.mjs'
import { install } from './lib/install.mjs'
import { run } from './lib/run.mjs'

await install()
const vitest = (...args) => run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args])
const units = await vitest()
await build()
const journeys = await vitest('--config', 'e2e/vitest.config.ts')
process.exitCode = units || journeys
