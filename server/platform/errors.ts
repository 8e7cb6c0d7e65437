/**
 * The one error class for refusals. A code is a row in contracts/errors.ts, which gives its HTTP status; the web has a
 * sentence for it in each language. Anything else that is thrown is a bug.
 */
import { ERRORS, type ErrorCode } from '#contracts/errors.ts'

export type ErrorDetails = Record<string, string | number | boolean | null | readonly string[]>

export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }

  get status(): number {
    return ERRORS[this.code]
  }
}
