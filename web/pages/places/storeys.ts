/** Homes by storey, the top one first; homes of no known storey last. */
export function storeysOf<T extends { floor: number | null }>(
  homes: readonly T[],
): { floor: number | null; homes: T[] }[] {
  const storeys = new Map<number | null, T[]>()
  for (const home of homes) storeys.set(home.floor, [...(storeys.get(home.floor) ?? []), home])
  return [...storeys]
    .map(([floor, row]) => ({ floor, homes: row }))
    .sort((a, b) => (b.floor ?? -Infinity) - (a.floor ?? -Infinity))
}
