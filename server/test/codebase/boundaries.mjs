/**
 * Checks the directions between folders and prints what is wrong:
 *   node server/test/codebase/boundaries.mjs [folder of another work tree]
 * Fails too when it saw hardly any file or no import between them: a checker that looks at nothing finds nothing.
 */
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'

const PROJECT = dirname(dirname(dirname(import.meta.dirname)))
const FOLDERS = ['contracts', 'server', 'web', 'e2e', 'bench', 'scripts']
/** Far fewer files or imports than the project ever had since its first week mean that the checker is blind. */
const LEAST = { files: 200, imports: 400 }

const root = resolve(process.argv[2] ?? PROJECT)
process.chdir(root)
const { declared, forbidden, options } = createRequire(import.meta.url)(join(PROJECT, '.dependency-cruiser.cjs'))
const { output } = await cruise(
  FOLDERS.filter((folder) => existsSync(folder)),
  { ...options, baseDir: root, ruleSet: { forbidden, options }, validate: true },
  {},
  { tsConfig: extractTSConfig(join(PROJECT, 'tsconfig.json')) },
)

const isOurs = (path) => FOLDERS.some((folder) => path.startsWith(`${folder}/`))
const own = output.modules.filter(({ source }) => isOurs(source))
const imports = own.flatMap(({ dependencies }) => dependencies).filter(({ resolved }) => isOurs(resolved))
const seen = { files: own.length, imports: imports.length }

const known = new Set(Object.values(declared).flat())
const moduleNames = existsSync('server/modules') ? readdirSync('server/modules', { withFileTypes: true }) : []
const homeless = moduleNames.filter((entry) => entry.isDirectory() && !known.has(entry.name))

const faults = [
  ...output.summary.violations.map(
    ({ rule, from, to, cycle }) => `${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`,
  ),
  ...homeless.map(({ name }) => `module-unnamed: server/modules/${name} is not in .dependency-cruiser.cjs`),
  ...Object.keys(LEAST)
    .filter((what) => seen[what] < LEAST[what])
    .map((what) => `blind: saw ${seen[what]} ${what}, the project has at least ${LEAST[what]}`),
]
for (const fault of faults) console.error(fault)
console.log(`${seen.files} files, ${seen.imports} imports between them, ${faults.length} wrong`)
process.exitCode = faults.length > 0 ? 1 : 0
