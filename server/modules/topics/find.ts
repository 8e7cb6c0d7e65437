/** Texts to topics: grouped, and named by what their titles share. Pure; run in a process of its own when there are many. */
import { commonWords } from './common.ts'
import { groupSaid, type Said } from './group.ts'

export type Found = { ids: string[]; words: string[] }

export function findTopics(said: readonly Said[]): Found[] {
  const titleOf = new Map(said.map(({ id, title }) => [id, title]))
  const titles = said.map(({ title }) => title)
  return groupSaid(said).flatMap(({ ids }) => {
    const words = commonWords(
      ids.map((id) => titleOf.get(id) ?? ''),
      titles,
    )
    return words.length > 0 ? [{ ids, words }] : [] // what shares no words is nothing that a person could name either
  })
}
