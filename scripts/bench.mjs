/** `npm run bench -- <name>`: runs bench/<name>.ts; without a name, lists them. Each says in its header how to read it. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { install } from './lib/install.mjs'
import { finish, ROOT, run } from './lib/run.mjs'

const [name, ...args] = process.argv.slice(2)
const script = `bench/${name}.ts`
if (!name || !existsSync(join(ROOT, script))) {
  const names = readdirSync(join(ROOT, 'bench'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -3))
  finish(`用法 / Usage: npm run bench -- <${names.join(' | ')}>`)
}
await install()
process.exitCode = await run(process.execPath, ['--import', 'tsx', script, ...args])
