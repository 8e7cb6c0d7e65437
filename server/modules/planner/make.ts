/** Test factory: a compound of many buildings in rows, with homes counted or entered, so that there is something to plan. */
import { makePlace, outlineOf, type MadePlace } from '#modules/places/make.ts'
import { placesChanged } from '#modules/places/index.ts'
import type { Tx } from '#platform/db.ts'

type Rows = { parent: MadePlace; columns: number; rows: number; households: (number: number) => number; from?: number }

/** Buildings of 50 × 12 m, 70 m from middle to middle along a row, 45 m between rows. */
export async function makeRows(tx: Tx, { parent, columns, rows, households, from = 0 }: Rows): Promise<MadePlace[]> {
  const buildings: MadePlace[] = []
  for (let number = 0; number < columns * rows; number++) {
    const [west, south] = [(number % columns) * 70, Math.floor(number / columns) * 45]
    const building = await makePlace(tx, {
      level: 'building',
      name: `${from + number + 1} 栋`,
      fullName: `${parent.name} ${from + number + 1} 栋`,
      parent,
      number: from + number + 1,
      outline: outlineOf([west, south], [west + 50, south], [west + 50, south + 12], [west, south + 12]),
    })
    await tx.run({
      text: 'UPDATE place SET households = $3 WHERE tenant_id = $1 AND id = $2',
      values: [tx.tenantId, building.id, households(number)],
    })
    buildings.push(building)
  }
  await placesChanged(tx)
  return buildings
}

/** So many homes in a building, on one stairwell. */
export async function makeHomes(tx: Tx, building: MadePlace, count: number): Promise<MadePlace[]> {
  const homes: MadePlace[] = []
  for (let number = 1; number <= count; number++)
    homes.push(
      await makePlace(tx, {
        level: 'home',
        name: `${number} 室`,
        fullName: `${building.fullName} ${number} 室`,
        parent: building,
        number,
      }),
    )
  return homes
}
