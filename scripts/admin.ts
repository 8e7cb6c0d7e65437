/**
 * `npm run admin`: a link, good once and for 24 hours, that makes the first administrator of a district.
 * Makes the district when the database has none. Run it on the machine of the server, which may be running or not.
 *
 *   npm run admin -- --name 红花岗区      name of the district, when it is made now
 *   npm run admin -- --district 2         another than the first
 *   npm run admin -- figures [--from 2026-01-01 --to 2026-12-31]   counts these days again, from the requests themselves
 *   npm run admin -- re-erase             after a restore: erases again whoever was erased before
 *   npm run admin -- incident --person <id> --from 2026-11-20T00:00:00+08:00 --to …
 *   npm run admin -- incident --session <id>     whom somebody's opening and changing touched, as CSV with names and numbers
 *   npm run admin -- show-history 2026-000123    everything that happened to a request, packed or not, as JSON
 */
import { parseArgs } from 'node:util'
import pg from 'pg'
import { makeFirstAdminLink } from '#modules/accounts/index.ts'
import { firstDay, recount, unitsOf } from '#modules/figures/index.ts'
import { csvLine, personOfSession, personsTouched, reErase } from '#modules/households/index.ts'
import { historyOf, seedCategories } from '#modules/requests/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import { CannotStart } from '#platform/cannot-start.ts'
import { runCommand } from '#platform/command.ts'
import type { Config } from '#platform/config.ts'
import { createDatabase, type Tx } from '#platform/db.ts'
import { openDiskStorage } from '#platform/files/storage.ts'
import { createSecrets, readOrMakeKey } from '#platform/secrets.ts'
import { OTHERS } from '#server/app.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: 'string', default: '本区' },
    district: { type: 'string', default: '1' },
    person: { type: 'string' },
    session: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
  },
})

const TASKS: Record<string, (given: Given) => Promise<void>> = {
  figures: recountFigures,
  're-erase': eraseAgain,
  incident: tellIncident,
  'show-history': showHistory,
}
type Tools = Parameters<typeof reErase>[1]
type Given = { config: Config; databaseUrl: string }

await runCommand(async (given) => {
  const [task] = positionals
  if (task === undefined) return makeFirstAdmin(given)
  const run = TASKS[task]
  if (!run) throw new CannotStart(`There is no task ${task}.`, `没有“${task}”这个命令。`)
  return run(given)
})

async function makeFirstAdmin({ config, databaseUrl }: Given) {
  const tenant = await findOrMakeTenant(databaseUrl, config.keyFile)
  const db = createDatabase(databaseUrl, { poolSize: 1 })
  const { token, expiresAt } = await db
    .withTenant(tenant.id, async (tx) => {
      await seedCategories(tx) // those of the rule pack, where a new district has none yet
      return makeFirstAdminLink(tx, new Date())
    })
    .finally(() => db.close())
  const site = tenant.host ? `https://${tenant.host}` : `http://${config.host}:${config.port}`
  // After the # nothing reaches a server, a proxy or their logs.
  console.log(`
  ${tenant.name}：在浏览器中打开此链接，设置首位管理员（24 小时内有效，只能用一次）。
  Open this link in a browser to set up the first administrator (once, until ${expiresAt.toISOString()}).

  ${site}/console/first#${token}
`)
}

/** Runs in the district as the application would, with what a command needs of it. */
async function inDistrict<T>({ config, databaseUrl }: Given, work: (tx: Tx, tools: Tools) => Promise<T>): Promise<T> {
  const db = createDatabase(databaseUrl, { poolSize: 1 })
  const tools = {
    secrets: createSecrets(readOrMakeKey(config.keyFile)),
    storage: await openDiskStorage(config.dataDir),
    live: { endSession: () => undefined }, // no page is open at a command
    forgetActors: () => undefined,
  }
  return db.withTenant(Number(values.district), (tx) => work(tx, tools)).finally(() => db.close())
}

async function eraseAgain(given: Given) {
  const count = await inDistrict(given, (tx, tools) => reErase(tx, tools, OTHERS.erasers, new Date()))
  console.log(`  已再次删除 ${count} 人 / erased again: ${count}`)
}

async function showHistory(given: Given) {
  const [, number = ''] = positionals
  const found = await inDistrict(given, (tx) => historyOf(tx, number))
  if (!found) throw new CannotStart(`There is no request ${number}.`, `没有编号为 ${number} 的诉求。`)
  console.log(JSON.stringify(found, null, 2))
}

/** Each day and month in a transaction of its own: what was done stays done when it is stopped. */
async function recountFigures(given: Given) {
  const now = new Date()
  const first = values.from ?? (await inDistrict(given, firstDay))
  if (first === undefined) return console.log('  没有诉求 / there are no requests')
  const units = unitsOf(first.slice(0, 10), (values.to ?? shanghaiToday(now)).slice(0, 10))
  let different = 0
  for (const [at, unit] of units.entries()) {
    const { differences } = await inDistrict(given, (tx) => recount(tx, unit, true, now))
    if (differences.length > 0) different++
    if (unit.grain === 'month') console.log(`  ${at + 1}/${units.length}  ${unit.from.slice(0, 7)}`)
  }
  console.log(
    `  已重新计数 ${units.length} 段，更正 ${different} 段 / counted again: ${units.length}, put right: ${different}`,
  )
}

async function tellIncident(given: Given) {
  const touched = await inDistrict(given, async (tx, { secrets }) => {
    const session = values.session ? await personOfSession(tx, values.session) : undefined
    const actorPersonId = values.person ?? session?.personId
    if (!actorPersonId) {
      throw new CannotStart('Name a --person or a living --session.', '请用 --person 或仍有效的 --session 指明是谁。')
    }
    const from = new Date(values.from ?? session?.createdAt ?? 0)
    const to = values.to ? new Date(values.to) : new Date()
    return personsTouched(tx, secrets, { actorPersonId, from, to }, new Date())
  })
  console.log(csvLine(['person', 'name', 'phone', 'what', 'first', 'last']))
  for (const { personId, name, phone, what, first, last } of touched)
    console.log(csvLine([personId, name, phone ?? '', what.join(' '), first, last]))
}

/** As the owner: the application itself may not make districts. */
async function findOrMakeTenant(
  databaseUrl: string,
  keyFile: string,
): Promise<{ id: number; name: string; host: string | null }> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    const wanted = Number(values.district)
    const known = await client.query('SELECT 1 FROM tenant LIMIT 1')
    if (known.rowCount === 0) readOrMakeKey(keyFile) // before the first row: the server makes no key beside a filled database
    if (wanted === 1) {
      await client.query('INSERT INTO tenant (id, name) VALUES (1, $1) ON CONFLICT DO NOTHING', [values.name])
    }
    const found = await client.query('SELECT id, name, host FROM tenant WHERE id = $1', [wanted])
    if (!found.rows[0]) {
      throw new CannotStart(`There is no district ${values.district} here.`, `这里没有编号为 ${values.district} 的区。`)
    }
    return found.rows[0]
  } finally {
    await client.end()
  }
}
