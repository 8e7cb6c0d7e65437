/**
 * Asks members whether they look after households: rows that wait for their answer, one notice a member. Used for a single
 * pair by hand and for the pairs of a plan. Source: docs/capabilities/planner.md, "Pairing".
 */
import { tellAll } from '#modules/notices/index.ts'
import { factsChanged, lineOf, readTree } from '#modules/places/index.ts'
import type { Tx } from '#platform/db.ts'
import { insertProposed, type Asking, type NewPair } from './queries.ts'

type Asked = Asking & { placeId: string }

/** Gives the pairs that were asked: a home that has a member meanwhile is left out. */
export async function proposePairings(tx: Tx, pairs: readonly NewPair[], { placeId, now, ...asking }: Asked) {
  const asked = await insertProposed(tx, pairs, { ...asking, now })
  const households = new Map<string, number>()
  for (const { personId } of asked) households.set(personId, (households.get(personId) ?? 0) + 1)
  await tellAll(
    tx,
    [...households].map(([personId, count]) => ({
      personId,
      what: 'pairing.proposed',
      facts: { count },
      at: now.toISOString(),
    })),
  )
  await pairingsChanged(tx, placeId, now)
  return asked
}

/** The check-up counts pairings by the compound and the grids of a home. */
export async function pairingsChanged(tx: Tx, placeId: string, now: Date): Promise<void> {
  const { tree, picked } = await readTree(tx, placeId)
  const line = picked ? lineOf(tree, picked.path) : []
  const counted = line.filter(({ level }) => level === 'community' || level === 'compound' || level === 'grid')
  await factsChanged(tx, [placeId, ...counted.map(({ id }) => id)], now)
}
