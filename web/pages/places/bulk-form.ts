/** What is written in the form of many buildings, as the server takes it. */
import type { BulkPlaces } from '#contracts/places.ts'

export type BulkForm = {
  [name in keyof BulkPlaces]: BulkPlaces[name] extends number ? string : BulkPlaces[name]
}

/** Undefined while something is missing or out of its bounds. */
export function bulkOf(form: BulkForm): BulkPlaces | undefined {
  const entrances = whole(form.entrances, 0, 20)
  const floors = whole(form.floors, 1, 99)
  const firstFloor = whole(form.firstFloor, 1, 9)
  const homesPerFloor = whole(form.homesPerFloor, 1, 40)
  if (entrances === undefined || !floors || !firstFloor || !homesPerFloor || !form.buildings.trim()) return undefined
  const { buildingWord, numbers } = form
  const [buildings, withoutFloors] = [form.buildings.trim(), form.withoutFloors.trim()]
  return { buildings, buildingWord, entrances, floors, firstFloor, homesPerFloor, numbers, withoutFloors }
}

function whole(text: string, least: number, most: number): number | undefined {
  const value = Number(text.normalize('NFKC').trim() || NaN)
  return Number.isInteger(value) && value >= least && value <= most ? value : undefined
}
