/** Structured log. Only named fields are written, so that no header, body or query string gets in by accident. */
import { pino, type DestinationStream, type Logger } from 'pino'

export type Log = Logger

/** To the terminal, unless another destination is given. */
export const createLog = (level: string, to?: DestinationStream): Log => {
  const options = {
    level,
    base: undefined,
    serializers: {
      req: (request: { id: string; method: string; routeOptions?: { url?: string } }) => ({
        id: request.id,
        method: request.method,
        route: request.routeOptions?.url,
      }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
    },
  }
  return to ? pino(options, to) : pino(options)
}
