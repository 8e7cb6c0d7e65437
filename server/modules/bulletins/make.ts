/** What tests make: a bulletin of a place, as published by somebody or as a draft, without going through a week. */
import type { Place } from '#modules/places/index.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { periodOf } from './period.ts'
import { findBulletin, insertVersion } from './queries.ts'
import { write } from './write.ts'

export async function makeBulletin(tx: Tx, place: Place, publishedBy: string | null, now: Date): Promise<string> {
  const kind = publishedBy ? 'weekly' : 'monthly'
  const period = periodOf(kind, now.toISOString().slice(0, 10))
  const { id } = await write(tx, kind, place, period, { madeBy: 'person', editedAs: '受理岗' }, now)
  if (!publishedBy) return id
  const one = await findBulletin(tx, id)
  if (!one) throw new Error('just made')
  const { title, blocks, material } = one
  const version = { id: newId(), version: 1, title, blocks, material, note: '', address: 'https://linli.example' }
  await insertVersion(tx, id, { ...version, publishedBy, publishedAs: '受理岗' }, now)
  return id
}
