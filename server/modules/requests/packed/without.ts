/** A history without one person's words: what `forget_words` of migration 007 does to rows, for packed ones. Pure. */
import type { History, Owner } from './history.ts'

export type Leaving = { personId: string; name: string; phone: string | null }
const GONE = '＊＊'

/** Their own notes go; their name and number go wherever others wrote them in requests that they reported or took a step in. */
export function without(history: History, { personId, name, phone }: Leaving, owner: Owner): History {
  const hidden = (text: string) => text.replaceAll(name, GONE).replaceAll(phone ?? name, GONE)
  return {
    ...history,
    events: history.events.map((event) =>
      owner.reporterPersonId === personId || event.actor_person_id === personId
        ? {
            ...event,
            note: event.note === null || event.actor_person_id === personId ? null : hidden(event.note),
            facts: JSON.parse(hidden(JSON.stringify(event.facts))) as unknown, // JSON before and after: names and numbers hold no quotes
          }
        : event,
    ),
    ratings: history.ratings.map((rating) => (rating.person_id === personId ? { ...rating, note: null } : rating)),
  }
}
