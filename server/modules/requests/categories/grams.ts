/** Chinese has no spaces: a text is compared by its single characters and neighbouring pairs. Pure. */

/** Runs of letters and digits, full-width forms folded and lower-cased; everything else separates. */
export const words = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** How often each run of `lengths` characters occurs, within words only. */
export function grams(text: string, lengths: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words(text)) {
    const characters = [...word]
    for (const length of lengths)
      for (let start = 0; start + length <= characters.length; start++) {
        const gram = characters.slice(start, start + length).join('')
        counts.set(gram, (counts.get(gram) ?? 0) + 1)
      }
  }
  return counts
}
