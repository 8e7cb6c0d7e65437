/**
 * Every night yesterday is counted again, and with it some older days and months in turn, so that each is looked at once a
 * quarter. A difference is a fault of ours: it is written down, put right, and the operator sees it. Also: days that have
 * become too old to be kept are let go of, and rebuilding from nothing, for who comes from an older version.
 */
import { tellAll } from '#modules/notices/index.ts'
import { postsCovering } from '#modules/people/index.ts'
import { readTree } from '#modules/places/index.ts'
import { DAY, HOUR, plusDays } from '#platform/calendar/calendar.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import type { Log } from '#platform/log.ts'
import { enqueue, job, type Job } from '#platform/outbox.ts'
import { recurring, type Recurring } from '#platform/recurring.ts'
import { TWO_MONTHS_DAYS, YEAR_DAYS } from './cells.ts'
import { insertCheck } from './checks.ts'
import { recount, type Recount, type Unit } from './recount.ts'
import { lastOfMonth, monthOf, plusMonths } from './spans.ts'

const NIGHT_HOUR = 2
const QUARTER_DAYS = 90

/** What figures are read from, compared with its own history and put right; the words of what differed. */
export type Recheck = (tx: Tx, day: string) => Promise<string[]>
type Night = Job<{ left: Unit[]; tell: boolean }>

/** The first look at the clock after this hour starts the night's work; one that was missed is made up for. */
const nightlyFigures = (recountJob: Night) =>
  recurring('figures.nightly', HOUR, async (tx, { now }) => {
    const tonight = new Date(`${shanghaiToday(now)}T0${NIGHT_HOUR}:00:00+08:00`)
    const last = now < tonight ? new Date(tonight.getTime() - DAY) : tonight
    if (await wasCheckedSince(tx, last)) return
    const first = await firstDay(tx)
    if (first === undefined) return
    await letGoOfDays(tx, now)
    const kept = await isKept(tx)
    const left = kept ? unitsTonight(first, shanghaiToday(now)) : unitsOf(first, shanghaiToday(now))
    // A first count has nothing to differ from; that it was made is written down, once.
    if (!kept)
      await insertCheck(tx, { at: now.toISOString(), day: first, counted: 0, differences: [], repaired: false })
    await enqueue(tx, recountJob, { left, tell: kept }, { now })
  })

/** `recheck` is handed in: this module knows no requests. */
export function nightlyWork(recheck: Recheck): { job: Night; recurring: Recurring } {
  // One day or month in each transaction
  const recountJob: Night = job('figures.recount', async (tx, { left: [unit, ...left], tell }, { now, log }) => {
    if (!unit) return
    // Also a long day of the largest district; a call's own limit is far shorter.
    await tx.run({ text: `SET LOCAL statement_timeout = '10min'` })
    const rows = tell && unit.grain === 'day' ? await recheck(tx, unit.from) : []
    const { counted, differences } = await recount(tx, unit, true, now)
    if (tell) await tellOf(tx, unit, { counted, differences: [...rows, ...differences] }, now, log)
    if (left.length > 0) await enqueue(tx, recountJob, { left, tell }, { now })
  })
  return { job: recountJob, recurring: nightlyFigures(recountJob) }
}

/** Each look is written down; a difference is logged, and told to those who run the system. */
async function tellOf(tx: Tx, { from: day, grain }: Unit, { counted, differences }: Recount, now: Date, log: Log) {
  const at = now.toISOString()
  const count = differences.length
  await insertCheck(tx, { at, day, counted, differences, repaired: count > 0 })
  if (count === 0) return
  log.error({ day, grain, count }, 'figures differed from their requests')
  const [district] = (await readTree(tx)).tree.all
  const posts = await postsCovering(tx, { path: district?.path ?? '', kinds: ['operator'], now })
  await tellAll(
    tx,
    posts.map(({ postId }) => ({ postId, what: 'figures.differed', facts: { day, count }, at })),
  )
}

/** Yesterday, its month, and those older ones whose turn it is. */
export function unitsTonight(first: string, today: string): Unit[] {
  const yesterday = plusDays(today, -1)
  const turn = ordinal(yesterday) % QUARTER_DAYS
  const days = daysBetween(first, yesterday).filter((day) => day === yesterday || ordinal(day) % QUARTER_DAYS === turn)
  const months = monthsBetween(first, yesterday).filter(
    (month, at) => month === monthOf(yesterday) || at % QUARTER_DAYS === turn,
  )
  return [
    ...days.map((from): Unit => ({ grain: 'day', from })),
    ...months.map((from): Unit => ({ grain: 'month', from })),
  ]
}

/** Every day and month from one day to another: a rebuild. */
export const unitsOf = (from: string, to: string): Unit[] =>
  monthsBetween(from, to).flatMap((month): Unit[] => {
    const days = daysBetween(month < from ? from : month, lastOfMonth(month) < to ? lastOfMonth(month) : to)
    return [{ grain: 'month', from: month }, ...days.map((day): Unit => ({ grain: 'day', from: day }))]
  })

const ordinal = (day: string) => Date.parse(day) / DAY
const daysBetween = (from: string, to: string): string[] =>
  Array.from({ length: Math.max(0, ordinal(to) - ordinal(from) + 1) }, (_, at) => plusDays(from, at))
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = monthOf(from); month <= to; month = plusMonths(month, 1)) months.push(month)
  return months
}

/** The day on which the first request was received; undefined when there is none. */
export async function firstDay(tx: Tx): Promise<string | undefined> {
  const found = await tx.one<{ at: string }>({
    name: 'figure_first_day',
    text: 'SELECT r.created_at AS at FROM request r WHERE r.tenant_id = $1 ORDER BY r.created_at, r.id LIMIT 1',
    values: [tx.tenantId],
  })
  return found && shanghaiToday(new Date(found.at))
}

const wasCheckedSince = async (tx: Tx, since: Date) =>
  Boolean(
    await tx.one({
      name: 'figure_checked_since',
      text: 'SELECT 1 FROM figure_check c WHERE c.tenant_id = $1 AND c.at >= $2 LIMIT 1',
      values: [tx.tenantId, since],
    }),
  )

/** Whether anything was ever counted: an older version kept no figures. */
const isKept = async (tx: Tx) =>
  Boolean(
    await tx.one({
      name: 'figure_kept',
      text: `SELECT 1 FROM figure_check c WHERE c.tenant_id = $1 LIMIT 1`,
      values: [tx.tenantId],
    }),
  )

const letGoOfDays = (tx: Tx, now: Date) =>
  tx.run({
    name: 'figure_let_go',
    text: `DELETE FROM figure_cell f WHERE f.tenant_id = $1 AND f.grain = 'day' AND f.from_on < $2
             AND (f.from_on < $3 AND (f.cut <> 'all' OR f.place_id IN (SELECT p.id FROM place p WHERE p.tenant_id = $1 AND p.level IN ('compound', 'grid')))
                  OR f.cut <> 'all' AND f.place_id IN (SELECT p.id FROM place p WHERE p.tenant_id = $1 AND p.level = 'community'))`,
    values: [tx.tenantId, ...[TWO_MONTHS_DAYS, YEAR_DAYS].map((days) => plusDays(shanghaiToday(now), -days))],
  })
