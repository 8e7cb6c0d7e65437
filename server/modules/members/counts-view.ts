/** Both counts of a place, by grid and by building, with how many plates are lit and cards sent: what the desk's page begins with. */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { countMembers } from '#contracts/members.ts'
import { lineOf, placeNames, readTree } from '#modules/places/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { countCards } from './card-queries.ts'
import { membersBelow, type Tally } from './counts.ts'
import { countWaiting } from './member-queries.ts'
import { platesBelow } from './plate-queries.ts'

type Place = { placeId: string; path: string }

export async function countsOfPlace(
  tx: Tx,
  { placeId, path }: Place,
  now: Date,
): Promise<ReplyOf<typeof countMembers>> {
  const { related, byBuilding, byGrid, inNoGrid, ...resident } = await membersBelow(tx, placeId, shanghaiToday(now))
  const plates = await platesByBuilding(tx, path)
  const names = await placeNames(tx, [placeId, ...byGrid.keys(), ...byBuilding.keys(), ...plates.keys()])
  const cards = await countCards(tx, path)
  const cardsIn = (status: string) => cards.find((one) => one.status === status)?.count ?? 0
  const list = (tallies: ReadonlyMap<string, Tally>) =>
    [...tallies].map(([id, tally]) => ({ placeId: id, placeName: names.get(id) ?? '', ...tally }))
  return {
    placeName: names.get(placeId) ?? '',
    resident,
    related,
    inNoGrid,
    waiting: await countWaiting(tx, [path], path),
    byGrid: list(byGrid),
    byBuilding: list(byBuilding).map((one) => ({ ...one, plates: plates.get(one.placeId) ?? 0 })),
    cards: {
      sent: cardsIn('sent'),
      accepted: cardsIn('accepted'),
      returned: cardsIn('returned'),
      ended: cardsIn('ended'),
    },
  }
}

/** How many plates hang in each building: that is all the desk learns of them. */
async function platesByBuilding(tx: Tx, path: string): Promise<Map<string, number>> {
  const { tree } = await readTree(tx)
  const counts = new Map<string, number>()
  for (const { homePath } of await platesBelow(tx, path)) {
    const building = lineOf(tree, homePath).find(({ level }) => level === 'building')
    if (building) counts.set(building.id, (counts.get(building.id) ?? 0) + 1)
  }
  return counts
}
