/**
 * A place from the words of an address: the longest name of a place that stands in them, its larger places before it or
 * not. What follows (a door, "beside the gate") stays with the request for those who go there.
 */
import { isValid, readTree, type Place } from '#modules/places/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'

/** Spelled without blanks and with one word for a building: 8号楼, 8 幢 and 8 栋 are one. */
const plain = (text: string) => text.normalize('NFKC').replace(/[\s,，、]/g, '').replace(/(\d)(号楼|幢|座)/g, '$1栋') // prettier-ignore

/** Undefined when no place is named, or two of the same name could be meant. */
export async function findAddress(tx: Tx, address: string, now: Date): Promise<Place | undefined> {
  const words = plain(address)
  const on = shanghaiToday(now)
  const { tree } = await readTree(tx)
  let best: Place[] = []
  let longest = 0
  for (const place of tree.all) {
    const name = plain(place.fullName)
    if (
      place.level === 'district' ||
      name.length < Math.max(3, longest) ||
      !isValid(place, on) ||
      !words.includes(name)
    )
      continue
    best = name.length > longest ? [place] : [...best, place]
    longest = name.length
  }
  return best.length === 1 ? best[0] : best.find((one) => best.every(({ path }) => path.startsWith(one.path)))
}
