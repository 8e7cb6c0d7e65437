/** Filling an empty district: what the lifecycle allows, what the database accepts, at any time of the year. */
import { randomBytes, randomInt } from 'node:crypto'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { createDatabase } from '#platform/db.ts'
import { createSecrets } from '#platform/secrets.ts'
import { useDatabase } from '#server/test/database.ts'
import { fillDemo } from './fill.ts'

const url = await useDatabase()
const db = createDatabase(url)
afterAll(() => db.close())
const secrets = createSecrets(randomBytes(32))

async function newDistrict(): Promise<number> {
  const id = randomInt(1, 1_000_000)
  const owner = new pg.Client(url)
  await owner.connect()
  await owner
    .query('INSERT INTO tenant (id, name, demo) VALUES ($1, $2, true)', [id, '云桥区'])
    .finally(() => owner.end())
  return id
}

const NOW = new Date('2026-11-22T09:30:00Z')

test('fills a district in which every state of the loop is found', async () => {
  const tenantId = await newDistrict()
  await db.withTenant(tenantId, (tx) => fillDemo(tx, { secrets, now: NOW }))
  const count = await db.withTenant(tenantId, (tx) =>
    tx.one<Record<string, number>>({
      text: `SELECT (SELECT count(*)::int FROM place WHERE tenant_id = $1) AS places,
                    (SELECT count(*)::int FROM person WHERE tenant_id = $1) AS people,
                    (SELECT count(*)::int FROM request WHERE tenant_id = $1) AS requests,
                    (SELECT count(*)::int FROM photo WHERE tenant_id = $1) AS photos,
                    (SELECT count(DISTINCT demo_role)::int FROM person WHERE tenant_id = $1) AS roles`,
      values: [tenantId],
    }),
  )
  expect(count).toMatchObject({ roles: 18 })
  expect(count?.['photos']).toBeGreaterThan(200)
  expect(count?.['requests']).toBeGreaterThan(500)

  const states = await db.withTenant(tenantId, (tx) =>
    tx.many<{ status: string }>({
      text: 'SELECT DISTINCT status FROM request WHERE tenant_id = $1',
      values: [tenantId],
    }),
  )
  expect(states.map(({ status }) => status)).toEqual(
    expect.arrayContaining([
      'submitted',
      'accepted',
      'offered',
      'dispatched',
      'handling',
      'waiting',
      'returned',
      'onLadder',
      'finished',
      'shelved',
      'closed',
    ]),
  )
})

test.each(['2026-01-01T01:00:00Z', '2026-02-18T20:00:00Z', '2027-03-01T16:30:00Z'])(
  'no story is refused when filled at %s',
  async (now) => {
    const tenantId = await newDistrict()
    await expect(
      db.withTenant(tenantId, (tx) => fillDemo(tx, { secrets, now: new Date(now), size: 'small' })),
    ).resolves.toBeUndefined()
  },
)
