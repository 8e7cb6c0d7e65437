/**
 * Cross-site requests change nothing: a call that is not GET must come from a page of this very host.
 *
 * Browsers send Origin with every such call; the cookie is SameSite=Lax besides. Tools without a browser send it by hand.
 * Source: OWASP ASVS 5.0 3.5.1–3.5.3.
 */
import type { FastifyRequest } from 'fastify'
import { AppError } from './errors.ts'

/** @throws origin_not_allowed */
export function refuseForeignOrigin(request: FastifyRequest): void {
  const origin = request.headers.origin
  const site = request.headers['sec-fetch-site']
  if (!origin || hostOf(origin) !== request.host || (site !== undefined && site !== 'same-origin')) {
    throw new AppError('origin_not_allowed')
  }
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)
