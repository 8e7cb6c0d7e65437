/** A resident's look at their community: counts only, none below five, so that no single matter shows through. */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { figuresNearby } from '#contracts/figures.ts'
import { addCounts, DISTRICT, readSums } from '#modules/figures/index.ts'
import { readTree } from '#modules/places/index.ts'
import { medianHoursOf } from '#modules/requests/index.ts'
import type { Actor } from '#platform/actor.ts'
import { plusDays } from '#platform/calendar/calendar.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { namesOf } from './names.ts'

/** Custom of official statistics: smaller counts may point at somebody. */
const SHOWN_FROM = 5

const shown = (n = 0) => (n < SHOWN_FROM ? null : n)

/** Somebody without a home in the register sees the district. */
export async function nearby(tx: Tx, actor: Actor, now: Date): Promise<ReplyOf<typeof figuresNearby>> {
  const { tree } = await readTree(tx)
  const communityId = actor.home?.communityId ?? null
  const cell = communityId ?? DISTRICT
  const today = shanghaiToday(now)
  const last = (days: number) => ({ from: plusDays(today, 1 - days), to: today })
  const month = last(30)
  const sums = await readSums(tx, { places: [cell], periods: [last(7), month] })
  const of = (period: number) => addCounts(sums.flatMap((sum) => (sum.period === period ? [sum.counts] : [])))
  const byCategory = await readSums(tx, { places: [cell], cut: 'category', periods: [month] })
  const categories = byCategory
    .map(({ key, counts }) => ({ code: key, solved: counts.solved ?? 0 }))
    .filter(({ code, solved }) => code !== '' && solved >= SHOWN_FROM)
    .sort((a, b) => b.solved - a.solved)
  const names = await namesOf(
    tx,
    'category',
    categories.map(({ code }) => code),
  )
  const [week, all] = [of(0), of(1)]
  const solved = shown(all.solved)
  return {
    placeName: (communityId ? tree.byId.get(communityId)?.name : tree.all[0]?.name) ?? null,
    week: { received: shown(week.received), solved: shown(week.solved) },
    month: {
      received: shown(all.received),
      solved,
      medianHours: solved === null ? null : await medianHoursOf(tx, communityId, month),
    },
    categories: categories.map((one) => ({ ...one, name: names.get(one.code) ?? one.code })),
  }
}
