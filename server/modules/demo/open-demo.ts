/**
 * Opens an empty installation as a demo: the district's row (only the owner may write it), its people, places and history.
 * Returns when the photographs' files are there too, some four seconds later.
 */
import pg from 'pg'
import type { Database } from '#platform/db.ts'
import type { Storage } from '#platform/files/storage.ts'
import type { Secrets } from '#platform/secrets.ts'
import { fillDemo } from './fill.ts'
import { storeDemoPhotos } from './store-photos.ts'

export const DEMO_TENANT = { id: 1, name: '云桥区', hotline: '12345' } as const

/** Fills an empty database; in one that holds a demo only missing photographs are made good. */
export async function openDemo(deps: {
  ownerUrl: string
  db: Database
  secrets: Secrets
  storage: Storage
  now: Date
}): Promise<void> {
  const { ownerUrl, db, secrets, storage, now } = deps
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  try {
    const made = await owner.query(
      `INSERT INTO tenant (id, name, hotline, demo) SELECT $1, $2, $3, true WHERE NOT EXISTS (SELECT 1 FROM tenant)`,
      [DEMO_TENANT.id, DEMO_TENANT.name, DEMO_TENANT.hotline],
    )
    if (made.rowCount) {
      const filled = db.withTenant(DEMO_TENANT.id, (tx) => fillDemo(tx, { secrets, now }))
      // Half a demo is none: the next start fills it again.
      await filled.catch(async (error: unknown) => {
        await owner.query('DELETE FROM tenant WHERE id = $1', [DEMO_TENANT.id])
        throw error
      })
      // Fifty thousand rows at once: without knowing how many there are, PostgreSQL would plan the first pages for a handful.
      await owner.query('ANALYZE')
    }
    const { rowCount: isDemo } = await owner.query('SELECT 1 FROM tenant WHERE id = $1 AND demo', [DEMO_TENANT.id])
    if (isDemo) await storeDemoPhotos({ db, storage }, DEMO_TENANT.id)
  } finally {
    await owner.end()
  }
}
