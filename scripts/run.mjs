/**
 * Runs a TypeScript script of this project with its own arguments: `node scripts/run.mjs scripts/admin.ts --help`.
 * Installs first when needed, so every `npm run …` works on a fresh clone.
 */
import { install } from './lib/install.mjs'
import { finish, run } from './lib/run.mjs'

const [script, ...args] = process.argv.slice(2)
if (!script) finish('用法：node scripts/run.mjs <脚本>\nUsage: node scripts/run.mjs <script>')
await install()
process.exitCode = await run(process.execPath, ['--import', 'tsx', script, ...args])
