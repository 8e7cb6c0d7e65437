/** Topics as a reader may see them: of each the requests in the reader's work that are still open, when they are enough. */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { RequestRow } from '#contracts/requests.ts'
import type { listTopics, Topic } from '#contracts/topics.ts'
import { openRowsById } from '#modules/requests/index.ts'
import { readTree } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { TOPIC_FROM } from './group.ts'

const SHOWN = 40
const SHARES = 3

type Kept = { id: string; words: string[]; request_ids: string[] }

export async function topicsFor(
  tx: Tx,
  actor: Actor,
  placeId: string | undefined,
  now: Date,
): Promise<ReplyOf<typeof listTopics>> {
  const last = await tx.one<{ found_at: string; among: number }>({
    name: 'topic_last_look',
    text: 'SELECT found_at, among FROM topic_look WHERE tenant_id = $1',
    values: [tx.tenantId],
  })
  const kept = await tx.many<Kept>({
    name: 'topics_kept',
    text: 'SELECT id, words, request_ids FROM topic WHERE tenant_id = $1',
    values: [tx.tenantId],
  })
  // The whole district needs no condition.
  const { picked } = placeId ? await readTree(tx, placeId) : { picked: undefined }
  if (placeId && !picked) throw new AppError('not_found')
  const within = picked?.level === 'district' ? undefined : placeId
  const rows = await openRowsById(tx, actor, kept.flatMap(({ request_ids }) => request_ids), within) // prettier-ignore
  const byId = new Map(rows.map((row) => [row.id, row]))
  const topics = kept
    .map((one) =>
      viewTopic(
        one,
        one.request_ids.flatMap((id) => byId.get(id) ?? []),
        now,
      ),
    ) // prettier-ignore
    .filter(({ count }) => count >= TOPIC_FROM)
    .sort((a, b) => b.voices - a.voices || b.count - a.count)
    .slice(0, SHOWN)
  return { foundAt: last?.found_at ?? null, among: last?.among ?? 0, topics }
}

function viewTopic({ id, words }: Kept, rows: RequestRow[], now: Date): Topic {
  const times = rows.map(({ createdAt }) => createdAt).sort()
  return {
    id,
    words,
    count: rows.length,
    voices: rows.reduce((sum, { joinerCount }) => sum + 1 + joinerCount, 0),
    overdue: rows.filter(({ dueAt }) => dueAt !== null && Date.parse(dueAt) < now.getTime()).length,
    firstAt: times[0] ?? now.toISOString(),
    newestAt: times.at(-1) ?? now.toISOString(),
    places: shares(rows.map(({ placeName }) => placeName)),
    categories: shares(rows.flatMap(({ categoryName }) => categoryName ?? [])),
    handlers: shares(rows.flatMap(({ handlerName }) => handlerName ?? [])),
    rows,
  }
}

function shares(names: readonly string[]): { name: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, SHARES)
}
