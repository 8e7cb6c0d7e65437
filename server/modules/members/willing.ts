/**
 * Who can do what, and when: accepted report cards as a table of skills by free times, so that staff find people for a
 * shift. Names stay masked; whom to call is opened one by one, with a reason.
 */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { willingness } from '#contracts/members.ts'
import { buildingNames } from '#modules/places/index.ts'
import type { Tx } from '#platform/db.ts'
import type { Willing } from './card-queries.ts'

type Reply = ReplyOf<typeof willingness>
const MOST_SHOWN = 200 // people of one cell; a community has some hundred cards

/** One cell for each skill and time that somebody ticked together. */
export function cellsOf(willing: readonly Pick<Willing, 'skills' | 'freeTimes'>[]): Reply['cells'] {
  const cells = new Map<string, Reply['cells'][number]>()
  for (const { skills, freeTimes } of willing)
    for (const skill of skills)
      for (const freeTime of freeTimes) {
        const key = `${skill}/${freeTime}`
        cells.set(key, { skill, freeTime, count: (cells.get(key)?.count ?? 0) + 1 })
      }
  return [...cells.values()]
}

export async function peopleOf(
  tx: Tx,
  willing: readonly Willing[],
  { skill, freeTime }: { skill?: string; freeTime?: string },
): Promise<Reply['people']> {
  const found = willing
    .filter(({ skills }) => !skill || skills.includes(skill))
    .filter(({ freeTimes }) => !freeTime || freeTimes.includes(freeTime))
    .slice(0, MOST_SHOWN)
  const names = await buildingNames(
    tx,
    found.map(({ homePath }) => homePath),
  )
  return found.map(({ personId, name, homePath, skills, freeTimes }) => ({
    id: personId,
    name,
    buildingName: names.get(homePath) ?? null,
    skills,
    freeTimes,
  }))
}
