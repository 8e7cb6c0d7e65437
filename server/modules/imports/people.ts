/**
 * Which rows are about somebody whom the registers know: by number and name, or by name at the same home. A number under
 * another name is shown, never guessed. Source: docs/capabilities/imports.md, "People".
 */
import { knownPersons, nameIndex } from '#modules/accounts/index.ts'
import type { Tx } from '#platform/db.ts'
import type { Secrets } from '#platform/secrets.ts'

export type Someone = { seq: number; name: string; phone?: string; homeId?: string }
export type Match = { personId: string } | 'another'

export async function matchPeople(tx: Tx, secrets: Secrets, people: readonly Someone[]): Promise<Map<number, Match>> {
  if (people.length === 0) return new Map()
  const indexed = people.map((one) => ({
    ...one,
    byName: nameIndex(secrets, tx.tenantId, one.name),
    byPhone: one.phone === undefined ? undefined : secrets.blindIndex(tx.tenantId, one.phone),
  }))
  const known = await knownPersons(tx, {
    phoneIndexes: indexed.flatMap(({ byPhone }) => byPhone ?? []),
    nameIndexes: indexed.map(({ byName }) => byName),
    homeIds: indexed.flatMap(({ homeId }) => homeId ?? []),
  })
  const byPhone = new Map(
    known.flatMap((one) => (one.phoneIndex ? [[one.phoneIndex.toString('hex'), one] as const] : [])),
  )
  const byHome = new Map(known.flatMap((one) => (one.nameIndex && one.homePlaceId ? [[`${one.homePlaceId}/${one.nameIndex.toString('hex')}`, one] as const] : []))) // prettier-ignore
  const matches = new Map<number, Match>()
  for (const one of indexed) {
    const holder = one.byPhone && byPhone.get(one.byPhone.toString('hex'))
    const neighbour = one.homeId ? byHome.get(`${one.homeId}/${one.byName.toString('hex')}`) : undefined
    if (holder) matches.set(one.seq, holder.nameIndex?.equals(one.byName) ? { personId: holder.id } : 'another')
    else if (neighbour && (!one.byPhone || !neighbour.phoneIndex)) matches.set(one.seq, { personId: neighbour.id })
  }
  return matches
}
