/** Figures: cells, measures, adding up, reading. Knows no request table; who saves a request calls noteChange. */
import type { Job } from '#platform/outbox.ts'
import type { Recurring } from '#platform/recurring.ts'
import { fold, foldFull, foldMore } from './fold.ts'
import { nightlyWork, type Recheck } from './nightly.ts'

export { readChecks } from './checks.ts'
export { DISTRICT, firstDayKept, type Cut } from './cells.ts'
export { figureGauges } from './gauges.ts'
export { noteChange } from './change.ts'
export { foldAll } from './fold.ts'
export { familyOf, MOMENT, sqlOf, type CountedRow } from './measures.ts'
export { firstDay, unitsOf } from './nightly.ts'
export { recount, type Recount, type Unit } from './recount.ts'
export { addCounts, readSums, readTimes, type Period, type Sum } from './read.ts'
export { checkDays, checkPeriod, daysIn, hasDays, lastOfMonth, monthOf, plusMonths, spansOf } from './spans.ts'

/** `recheck`: how the module of requests looks at what figures are read from. */
export function figureWork(recheck: Recheck): { jobs: Job<never>[]; recurring: Recurring[] } {
  const nightly = nightlyWork(recheck)
  return {
    jobs: [foldMore, nightly.job] as Job<never>[], // each is handed the payload that was enqueued for it
    recurring: [fold, foldFull, nightly.recurring],
  }
}
