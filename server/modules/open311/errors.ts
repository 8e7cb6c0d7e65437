/**
 * Refusals of the open door: GeoReport wants a list of code and words, and there is a table for what the house refuses
 * otherwise. 404 for what is unknown, 403 for the key, 400 for everything else. Source: GeoReport v2, "Errors".
 */
import type { ErrorCode } from '#contracts/errors.ts'
import { AppError } from '#platform/errors.ts'

export type Problem = { code: number; description: string }

/** The protocol's own refusal; its words are English, for those who write clients. */
export class GeoReportError extends Error {
  readonly status: number
  readonly problems: readonly Problem[]

  constructor(status: 400 | 403 | 404, ...descriptions: string[]) {
    super(descriptions.join('; '))
    this.name = 'GeoReportError'
    this.status = status
    this.problems = descriptions.map((description) => ({ code: status, description }))
  }
}

/** What refusals of the house mean here, as far as a client can do something about them. */
const WORDS: Partial<Record<ErrorCode, [status: number, words: string]>> = {
  key_not_valid: [403, 'api_key is not valid'],
  key_scope_required: [403, 'api_key may not do this'],
  not_found: [404, 'not found'],
  location_outside: [400, 'lat and long lie outside this jurisdiction'],
  location_required: [400, 'a location is required: lat and long, address_string or address_id'],
  place_not_found: [400, 'address_id is unknown'],
  category_not_ours: [400, 'service_code is not handled here'],
  category_not_found: [404, 'service_code is unknown'],
  text_or_photo_required: [400, 'description or a photo is required'],
  idempotency_key_required: [400, 'Idempotency-Key has 8 to 100 characters'],
  idempotency_key_reused: [400, 'Idempotency-Key was used for another request'],
  step_not_available: [400, 'the request has moved on: this can no longer be done'],
  not_permitted: [403, 'this is not open to the key'],
  photo_too_large: [400, 'a photo is larger than 10 MB'],
  photo_kind_not_allowed: [400, 'a file is no JPEG, PNG or WebP'],
  photo_heic_not_supported: [400, 'HEIC is not supported: send JPEG'],
  photo_not_readable: [400, 'a photo cannot be read'],
  too_many_tries: [429, 'too many calls'],
  busy: [503, 'busy, try again'],
}

/** Status and list of problems for whatever was thrown; undefined for what is a bug. */
export function problemsOf(
  error: Error & { statusCode?: number },
): { status: number; problems: readonly Problem[] } | undefined {
  if (error instanceof GeoReportError) return { status: error.status, problems: error.problems }
  if (error instanceof AppError) {
    const [status, words] = WORDS[error.code] ?? [error.status === 404 ? 404 : 400, error.code]
    return { status, problems: [{ code: status, description: words }] }
  }
  if (error.statusCode && error.statusCode < 500)
    return { status: 400, problems: [{ code: 400, description: 'the request cannot be read' }] }
  return undefined
}
