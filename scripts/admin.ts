/**
 * `npm run admin`: a link, good once and for 24 hours, that makes the first administrator of a district.
 * Makes the district when the database has none. Run it on the machine of the server, which may be running or not.
 *
 *   npm run admin -- --name 红花岗区      name of the district, when it is made now
 *   npm run admin -- --district 2         another than the first
 */
import { parseArgs } from 'node:util'
import pg from 'pg'
import { makeFirstAdminLink } from '#modules/accounts/index.ts'
import { seedCategories } from '#modules/requests/index.ts'
import { CannotStart } from '#platform/cannot-start.ts'
import { runCommand } from '#platform/command.ts'
import { createDatabase } from '#platform/db.ts'
import { readOrMakeKey } from '#platform/secrets.ts'

const { values } = parseArgs({
  options: {
    name: { type: 'string', default: '本区' },
    district: { type: 'string', default: '1' },
  },
})

await runCommand(async ({ config, databaseUrl }) => {
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
})

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
