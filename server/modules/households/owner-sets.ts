/**
 * Who is a head and how much area there is, by pure sums of integers.
 *
 * One owner set is one head however many units it owns; different sets are different heads, also when they share a person;
 * the developer's unsold units together are one head, because they are one set. Areas add up as they are.
 * Source: SPC interpretation on building ownership arts. 8, 9; rules V-R6, V-R7, V-R9, V-R10 of docs/capabilities/households.md.
 */

/** A person or an organisation, never both. */
export type Holder = {
  personId?: string | null
  organisationId?: string | null
  sharePermille?: number | null
}

export const holderKey = ({ personId, organisationId }: Holder): string =>
  personId ? `p/${personId}` : `o/${organisationId ?? ''}`

/** The same for the same owners in whatever order: sorted, each once. */
export const ownerSetKey = (holders: readonly Holder[]): string => [...new Set(holders.map(holderKey))].sort().join('+')

export const sameHolders = (a: readonly Holder[], b: readonly Holder[]): boolean => ownerSetKey(a) === ownerSetKey(b)

/** A unit of the roll on one day. */
export type RollUnit = { areaCenti: number | null; kind: string; ownerSet: string | null }

export type RollTotals = {
  units: number
  /** Owner sets, each once. Units of which nobody knows the owner are each a head of their own: somebody owns them. */
  heads: number
  areaCenti: bigint
  /** Not in the sum: an area that is missing cannot be counted. */
  unitsWithoutArea: number
  unitsWithoutOwner: number
}

/** Parking is left out unless the rules of the place say otherwise (V-R12). */
export function totalsOf(units: readonly RollUnit[], { withParking = false } = {}): RollTotals {
  const counted = withParking ? units : units.filter(({ kind }) => kind !== 'parking')
  const sets = new Set(counted.flatMap(({ ownerSet }) => ownerSet ?? []))
  const withoutOwner = counted.filter(({ ownerSet }) => ownerSet === null).length
  return {
    units: counted.length,
    heads: sets.size + withoutOwner,
    areaCenti: counted.reduce((sum, { areaCenti }) => sum + BigInt(areaCenti ?? 0), 0n),
    unitsWithoutArea: counted.filter(({ areaCenti }) => areaCenti === null).length,
    unitsWithoutOwner: withoutOwner,
  }
}
