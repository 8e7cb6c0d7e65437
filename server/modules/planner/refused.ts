/**
 * Why there is nothing to plan: a refusal to whoever asks, an answer to the job that finds it later, when things have changed
 * since the asking.
 */
import type { ErrorCode } from '#contracts/errors.ts'
import { AppError, type ErrorDetails } from '#platform/errors.ts'

export type Refused = { refused: ErrorCode; details: ErrorDetails }

/** @throws what refuses it */
export function unlessRefused<T extends object>(gathered: T | Refused): T {
  if ('refused' in gathered) throw new AppError(gathered.refused, gathered.details)
  return gathered
}
