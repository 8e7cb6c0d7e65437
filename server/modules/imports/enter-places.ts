/** Rows about doors and who is behind them: buildings, homes, owners, residents. */
import type { Holds } from '#contracts/households.ts'
import type { ImportProblem } from '#contracts/imports.ts'
import type { PostKind } from '#contracts/rights.ts'
import { enterPersons, giveHomes } from '#modules/accounts/index.ts'
import { enterLiving, enterOwned, type Living, type Owned } from '#modules/households/index.ts'
import { enterDoors, type DoorToMake } from '#modules/places/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Services } from '#platform/services.ts'
import { unitOf } from './check.ts'
import { matchPeople } from './people.ts'
import { ownEffects, personsOfRows, type Effect, type ImportFound, type RowFound } from './queries.ts'
import { problem, type Values } from './types.ts'
import { gridOf, missingOf, spotOf, type Ground, type Spot } from './where.ts'

export type Entering = {
  tx: Tx
  services: Services
  one: ImportFound
  ground: Ground
  mayAppoint: readonly PostKind[]
  now: Date
}
/** What became of a row: what it wrote, whom it is about, or why it did not go in after all. */
export type Outcome = { seq: number; effects: Effect[]; personId?: string; problem?: ImportProblem }

const text = (value: Values['name']) => (value === undefined ? undefined : String(value))
const number = (value: Values['floor']) => (typeof value === 'number' ? value : undefined)

/** A row of buildings and a row of homes differ in which doors they name. */
export async function enterRowsOfDoors(entering: Entering, rows: readonly RowFound[]): Promise<Outcome[]> {
  return (await settleDoors(entering, rows)).outcomes
}

export async function enterResidents(entering: Entering, rows: readonly RowFound[]): Promise<Outcome[]> {
  const { tx, now } = entering
  const { outcomes, spots } = await settleDoors(entering, rows)
  await settlePeople(entering, rows, outcomes, spots)
  const living = rows.flatMap((row, at): Living[] => {
    const [outcome, homePlaceId] = [outcomes[at], spots.get(row.seq)?.found.homeId]
    if (!outcome?.personId || outcome.problem || !homePlaceId) return []
    const { holds, occupants, movedInOn, phone } = row.values
    return [
      {
        homePlaceId,
        personId: outcome.personId,
        hasPhone: phone !== undefined,
        ...(holds !== undefined && { holds: holds as Holds }), // read by HOLDS
        ...(typeof occupants === 'number' && { occupants }),
        ...(movedInOn !== undefined && { movedInOn: String(movedInOn) }),
      },
    ]
  })
  const homed = await giveHomes(
    tx,
    living.map(({ personId, homePlaceId }) => ({ personId, homePlaceId })),
  )
  const written = await enterLiving(tx, living, shanghaiToday(now), now)
  noteWith(outcomes, [...homed.map((id) => ({ table: 'person.home', id })), ...written])
  return outcomes
}

export async function enterOwners(entering: Entering, rows: readonly RowFound[]): Promise<Outcome[]> {
  const { tx, one, now } = entering
  const { outcomes, spots } = await settleDoors(entering, rows)
  await settlePeople(entering, rows, outcomes, spots)
  const owned: (Owned & { at: number })[] = rows.flatMap((row, at) => {
    const [outcome, spot] = [outcomes[at], spots.get(row.seq)]
    const unit = spot && unitOf(row, spot)
    if (!unit || !outcome || outcome.problem) return []
    const { area, areaSource, ownedFrom, share } = row.values
    const areaCenti = number(area) ?? null
    return [
      {
        ...unit,
        at,
        areaCenti,
        areaSource: areaCenti === null ? null : ((areaSource ?? one.areaSource) as Owned['areaSource']), // read by AREA_WORDS
        fromOn: text(ownedFrom) ?? shanghaiToday(now),
        personId: outcome.personId ?? null,
        sharePermille: number(share) ?? null,
      },
    ]
  })
  const { written, taken } = await enterOwned(tx, owned, (ids) => ownEffects(tx, one.id, ids))
  for (const index of taken) {
    const outcome = outcomes[owned[index]?.at ?? -1]
    if (outcome) outcome.problem = problem('owner_already', null)
  }
  noteWith(outcomes, written)
  return outcomes
}

/** What a set wrote together is noted with its first row: undoing knows only the whole. */
function noteWith(outcomes: readonly Outcome[], effects: readonly Effect[]) {
  outcomes[0]?.effects.push(...effects)
}

/** Finds every row's door, making what is missing if the user said so. */
async function settleDoors({ tx, one, ground, now }: Entering, rows: readonly RowFound[]) {
  const outcomes: Outcome[] = []
  const spots = new Map<number, Spot>()
  const wanted = new Map<Spot['doors'], DoorToMake[]>()
  for (const row of rows) {
    const outcome: Outcome = { seq: row.seq, effects: [] }
    outcomes.push(outcome)
    const spot = await spotOf(ground, row)
    if ('code' in spot) {
      outcome.problem = problem('changed_meanwhile', null)
      continue
    }
    spots.set(row.seq, spot)
    if (missingOf(row, spot).length === 0) continue
    if (one.createMissing) wanted.set(spot.doors, [...(wanted.get(spot.doors) ?? []), doorToMake(ground, row, spot)])
    else outcome.problem = problem('changed_meanwhile', null)
  }
  for (const [doors, list] of wanted) {
    const made = await enterDoors(tx, doors, list, now)
    noteWith(
      outcomes,
      made.map((id) => ({ table: 'place', id })),
    )
  }
  for (const row of rows) {
    const spot = spots.get(row.seq)
    if (spot) spot.found = doorOf(row.values) ? spot.doors.find({ building: '', ...doorOf(row.values) }) : spot.found
  }
  return { outcomes, spots }
}

function doorOf({ building, entrance, room }: Values) {
  if (typeof building !== 'string') return undefined
  return { building, ...(typeof entrance === 'string' && { entrance }), ...(typeof room === 'string' && { room }) }
}

function doorToMake(ground: Ground, { values }: RowFound, { compound }: Spot): DoorToMake {
  const { floor, floors, households, usedAs, unitKind, grid } = values
  const inGrid = grid === undefined ? undefined : gridOf(ground, compound, String(grid))
  const used = usedAs ?? ({ shop: 'shops', office: 'offices' } as const)[String(unitKind)]
  return {
    building: '',
    ...doorOf(values),
    ...(typeof floor === 'number' && floor >= -9 && floor <= 200 && { floor }),
    ...(typeof floors === 'number' && { floors }),
    ...(typeof households === 'number' && { households }),
    ...(used !== undefined && { usedAs: used as 'homes' }), // read by USES
    ...(inGrid && { gridId: inGrid.id }),
  }
}

/** Finds or enters the person of every row that names one. */
export async function settlePeople(
  { tx, services: { secrets }, one, now }: Entering,
  rows: readonly RowFound[],
  outcomes: readonly Outcome[],
  spots: ReadonlyMap<number, Spot>,
): Promise<void> {
  const named = rows.flatMap((row, at) => {
    const [outcome, name] = [outcomes[at], text(row.values.name)]
    if (!outcome || outcome.problem || name === undefined) return []
    const [phone, homeId] = [text(row.values.phone), spots.get(row.seq)?.found.homeId]
    return [{ seq: row.seq, sameAs: row.sameAs, outcome, name, ...(phone && { phone }), ...(homeId && { homeId }), lives: row.kind === 'residents' }] // prettier-ignore
  })
  const before = await personsOfRows(
    tx,
    one.id,
    named.flatMap(({ sameAs }) => sameAs ?? []),
  )
  const matches = await matchPeople(tx, secrets, named)
  const bySeq = new Map<number, string>(before)
  const entered: { id: string; outcome: Outcome; name: string; phone?: string; homePlaceId?: string }[] = []
  for (const { seq, sameAs, outcome, name, phone, homeId, lives } of named) {
    const match = matches.get(seq)
    const earlier = sameAs === null ? undefined : bySeq.get(sameAs)
    if (earlier) outcome.personId = earlier
    else if (match === 'another') outcome.problem = problem('phone_of_another', null)
    else if (match) outcome.personId = match.personId
    else {
      const id = newId()
      outcome.personId = id
      entered.push({ id, outcome, name, ...(phone && { phone }), ...(lives && homeId && { homePlaceId: homeId }) })
    }
    if (outcome.personId) bySeq.set(seq, outcome.personId)
  }
  const refused = await enterPersons(tx, secrets, entered, now)
  for (const { id, outcome } of entered) {
    if (!refused.has(id)) outcome.effects.push({ table: 'person', id })
    else {
      delete outcome.personId
      outcome.problem = problem('changed_meanwhile', null)
    }
  }
}
