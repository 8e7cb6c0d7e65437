/** The one place where errors become answers: malformed input 400, refusals by their table, bugs 500 with a request id. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from './errors.ts'

export function answerError(error: FastifyError | AppError, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof AppError) {
    if (typeof error.details['againInSeconds'] === 'number')
      reply.header('retry-after', error.details['againInSeconds'])
    const { field, ...details } = error.details
    return send(reply, error.status, {
      code: error.code,
      ...(field !== undefined && { field }),
      ...(Object.keys(details).length > 0 && { details }),
    })
  }
  if (error.validation) {
    const [first] = error.validation
    const missing = first?.params?.['missingProperty'] ?? first?.params?.['additionalProperty']
    const field = [first?.instancePath.replaceAll('/', '.').slice(1), missing].filter(Boolean).join('.')
    return send(reply, 400, {
      code: 'malformed',
      details: { field, problem: first?.message ?? '', part: error.validationContext ?? '' },
    })
  }
  const known = BY_FASTIFY_CODE[error.code ?? '']
  if (known) return send(reply, known.status, { code: known.code })
  if (isUnavailable(error)) return send(reply.header('retry-after', 2), 503, { code: 'busy' })
  if (error.statusCode && error.statusCode < 500) {
    return send(reply, 400, { code: 'malformed', details: { problem: 'not readable', part: 'body' } })
  }
  // The cause goes to the log; the answer carries only the id to find it by.
  request.log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'bug')
  return send(reply, 500, { code: 'internal', details: { requestId: request.id } })
}

const send = (reply: FastifyReply, status: number, body: object) =>
  reply.code(status).type('application/json; charset=utf-8').serializer(JSON.stringify).send(body)

const BY_FASTIFY_CODE: Record<string, { status: number; code: string }> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'body_too_large' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, code: 'media_type_not_allowed' },
  FST_REQ_FILE_TOO_LARGE: { status: 413, code: 'photo_too_large' },
  FST_INVALID_MULTIPART_CONTENT_TYPE: { status: 415, code: 'media_type_not_allowed' },
}

/** The database is away, full or stopping (SQLSTATE classes 08, 53, 57), or the pool gave up waiting. */
function isUnavailable(error: Error & { code?: string }): boolean {
  return (
    /^(08|53|57)/.test(error.code ?? '') ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT'].includes(error.code ?? '') ||
    /timeout exceeded when trying to connect|Connection terminated/.test(error.message)
  )
}
