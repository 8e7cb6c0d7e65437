/** How many stick with somebody, at whatever step. */
import type { ReplyOf } from '#contracts/endpoint.ts'
import { STUCK_AT, type figuresStuck } from '#contracts/figures.ts'

export type StuckRow = ReplyOf<typeof figuresStuck>['rows'][number]
export const stuckCount = (row: StuckRow): number => STUCK_AT.reduce((sum, step) => sum + row[step], 0)
