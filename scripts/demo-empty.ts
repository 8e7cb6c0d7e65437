/**
 * `npm run demo:empty`: takes the demo district away, with its files; `npm run admin` then makes the real one.
 * Touches only districts that are marked as a demo. Run it with the server stopped or running.
 */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { TABLES } from '#server/db/tables.ts'
import { runCommand } from '#platform/command.ts'

await runCommand(async ({ config, databaseUrl }) => {
  const owner = new pg.Client(databaseUrl)
  await owner.connect()
  try {
    const { rows } = await owner.query<{ id: number; name: string }>('SELECT id, name FROM tenant WHERE demo')
    for (const { id, name } of rows) {
      await owner.query('BEGIN')
      // eslint-disable-next-line house/constant-sql -- a number from the database; SET takes no parameter
      await owner.query(`SET LOCAL app.tenant_id = '${id}'`) // row security is forced on the owner as well
      const tables = Object.keys(TABLES).filter((table) => TABLES[table] === 'tenant')
      // Children were declared after their parents.
      for (const table of tables.reverse()) {
        // eslint-disable-next-line house/constant-sql -- our own list of tables
        await owner.query(`DELETE FROM ${table} WHERE tenant_id = $1`, [id])
      }
      await owner.query('DELETE FROM tenant WHERE id = $1', [id])
      await owner.query('COMMIT')
      await rm(join(config.dataDir, 'files', String(id)), { recursive: true, force: true })
      console.log(`${name}：演示数据已清空。 / The demo district is gone.`)
    }
    await writeFile(join(config.dataDir, 'demo-emptied'), 'npm run demo:empty\n') // server/main.ts fills no demo beside it
    if (rows.length === 0) console.log('没有演示数据。 / There is no demo district.')
  } finally {
    await owner.end()
  }
})
