/**
 * Checks every statement that the tests sent to the database. Run after them:
 *   mkdir -p .cache/statements
 *   LINLI_COLLECT_STATEMENTS=$PWD/.cache/statements npx vitest run
 *   npx tsx server/test/codebase/collected.ts
 * Fails too when it saw hardly any: then nothing was collected, and nothing proved.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TABLES } from '#server/db/tables.ts'
import { classesWithViews } from './catalogue.ts'
import { EVERY_TENANT, statementFaults } from './statements.ts'

const FOLDER = process.argv[2] ?? '.cache/statements'
const MIGRATIONS = 'server/db/migrations'
/** The module tests send many times this; fewer means that the hook is off. */
const LEAST = 30

const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean)
const filesIn = (folder: string, ending: string) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)).map((name) => join(folder, name)) : [] // prettier-ignore

const statements = new Set(
  filesIn(FOLDER, '.jsonl')
    .flatMap(linesOf)
    .map((line) => String(JSON.parse(line))),
)
const views = filesIn(MIGRATIONS, '.sql').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/create\s+(?:or\s+replace\s+)?view\s+(\w+)/gi)].flatMap(
    (match) => match[1] ?? [],
  ),
)
const classes = classesWithViews(TABLES, views)

let wrong = 0
for (const text of statements) {
  const faults = statementFaults(text, classes)
  if (faults.length === 0) continue
  wrong++
  console.error(`${faults.join('; ')}\n  ${text.replace(/\s+/g, ' ').trim()}\n`)
}
const everyTenant = [...statements].filter((text) => text.trimStart().startsWith(EVERY_TENANT)).length
console.log(`${statements.size} statements, ${everyTenant} of them over every tenant, ${wrong} wrong`)
if (statements.size < LEAST) console.error(`Saw only ${statements.size} statements: were they collected?`)
process.exitCode = wrong > 0 || statements.size < LEAST ? 1 : 0
