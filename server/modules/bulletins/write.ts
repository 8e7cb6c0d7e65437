/** Making a bulletin, by a person or by the clock: gather, compose, insert unless one is there. */
import type { BulletinKind } from '#contracts/bulletins.ts'
import type { Place } from '#modules/places/index.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { compose } from './compose.ts'
import { gather } from './gather.ts'
import type { Period } from './period.ts'
import { findByPeriod, insertBulletin } from './queries.ts'

type Maker = { madeBy: 'clock' | 'person'; editedAs: string | null }
export async function write(tx: Tx, kind: BulletinKind, place: Place, period: Period, maker: Maker, now: Date): Promise<{ id: string; made: boolean }> {
  const there = await findByPeriod(tx, kind, place.id, period.from)
  if (there) return { id: there.id, made: false }
  const material = await gather(tx, kind, place, period, now)
  const { title, blocks } = compose({ kind, placeName: place.name }, material, newId)
  const id = newId()
  const count = await insertBulletin(tx, { id, kind, placeId: place.id, ...period, title, blocks, material, ...maker }, now)
  if (count > 0) return { id, made: true }
  const first = await findByPeriod(tx, kind, place.id, period.from)
  if (!first) throw new Error('neither inserted nor there')
  return { id: first.id, made: false }
} // prettier-ignore
