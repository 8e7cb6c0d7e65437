/** Looks for topics in a process of its own: two seconds of arithmetic for a whole district must not hold up anybody's page. */
import { constants } from 'node:os'
import { keptChild } from '#platform/elsewhere/kept.ts'
import { findTopics, type Found } from './find.ts'
import type { Said } from './group.ts'
import type { Answer, Ask } from './topics-child.ts'

const finder = keptChild<Ask, Answer>({
  beside: import.meta.url,
  name: 'topics-child',
  memoryMb: 512,
  priority: constants.priority.PRIORITY_LOW,
  maxSeconds: 120,
  quietMs: 0, // the next look is half an hour away
  mostWaiting: Infinity, // jobs, one for each district
})
/** Fewer are looked through here, in some milliseconds: starting a process costs more. */
const FEW = 150

/** Its process, while it thinks. */
export const finderProcessId = finder.pid

/** @throws Error when the child fails or takes too long; the next look is half an hour away */
export async function findElsewhere(said: Said[]): Promise<Found[]> {
  return said.length <= FEW ? findTopics(said) : finder.ask(said)
}
