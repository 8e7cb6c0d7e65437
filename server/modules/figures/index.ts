/** Figures: cells, measures, adding up, reading. Knows no request table; who saves a request calls noteChange. */
import type { Job } from '#platform/outbox.ts'
import { fold, foldMore } from './fold.ts'
import { nightlyFigures, recountJob } from './nightly.ts'

export { readChecks } from './checks.ts'
export { DISTRICT, firstDayKept, type Cut } from './cells.ts'
export { noteChange } from './change.ts'
export { foldAll } from './fold.ts'
export { familyOf, MOMENT, sqlOf, type CountedRow } from './measures.ts'
export { firstDay, unitsOf } from './nightly.ts'
export { recount, type Recount, type Unit } from './recount.ts'
export { addCounts, readSums, readTimes, type Period, type Sum } from './read.ts'
export { checkDays, checkPeriod, daysIn, lastOfMonth, monthOf, plusDays, plusMonths, spansOf } from './spans.ts'

export const figureJobs = [foldMore, recountJob] as Job<never>[] // each is handed the payload that was enqueued for it
export const figureRecurring = [fold, nightlyFigures]
