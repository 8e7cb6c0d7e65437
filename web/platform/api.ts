/**
 * Calls the server by the contract's endpoint objects, so that what is sent and what comes back is typed by the same
 * schemas the server validates with. A refusal becomes an ApiError; its sentence is in texts/errors.ts.
 */
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '#contracts/endpoint.ts'

export type AnyEndpoint = Endpoint

/** A part that the contract asks nothing of may be left out. */
type Part<Name extends string, Shape> = {} extends Shape ? { [name in Name]?: Shape } : { [name in Name]: Shape }
/** What an endpoint wants: params, query and body where its contract has them. */
export type Input<E extends AnyEndpoint> = Part<'params', ParamsOf<E>> &
  Part<'query', QueryOf<E>> &
  Part<'body', BodyOf<E>>
export type Reply<E extends AnyEndpoint> = ReplyOf<E>
export type CallOptions = { idempotencyKey?: string; signal?: AbortSignal }

type Details = { readonly [name: string]: unknown }

/** The server's refusal; `offline` when no answer came at all, `unexpected` when the answer was no refusal of ours. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: string
  readonly status: number
  readonly field: string | undefined
  readonly details: Details

  constructor(code: string, status: number, field?: string, details: Details = {}) {
    super(code)
    this.code = code
    this.status = status
    this.field = field
    this.details = details
  }
}

/** The server's cookie beside the session says that there is one; without it every other call would only be refused. */
const isStranger = () => !/(^|; )linli-here=/.test(document.cookie)
const OPEN_TO_STRANGERS = /^\/api\/(sign-in|tenant|plates\/:code$)/

/** @throws ApiError */
export async function call<E extends AnyEndpoint>(
  endpoint: E,
  input: Input<E>,
  options: CallOptions = {},
): Promise<Reply<E>> {
  if (isStranger() && !OPEN_TO_STRANGERS.test(endpoint.path)) throw new ApiError('sign_in_required', 401)
  const { params, query, body } = input as Parts // the three parts of Input<E>, whose own types served the caller
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey
  return request<Reply<E>>(pathOf(endpoint.path, params) + search(query), {
    method: endpoint.method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(options.signal && { signal: options.signal }),
  })
}

type Parts = { params?: Details; query?: Details; body?: unknown }

/** One request with our cookie. Shared by `call` and the sending of drafts and photos. @throws ApiError */
export async function request<T>(url: string, init: RequestInit): Promise<T> {
  let reply: Response
  try {
    reply = await fetch(url, { credentials: 'same-origin', ...init })
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new ApiError('offline', 0)
  }
  const text = await reply.text()
  const said: unknown = text && reply.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined
  if (reply.ok) return said as T // the server serialises by the same schema
  throw refusalFrom(reply.status, said)
}

function refusalFrom(status: number, said: unknown): ApiError {
  if (typeof said !== 'object' || said === null || !('code' in said)) return new ApiError('unexpected', status)
  const { code, field, details } = said as { code: unknown; field?: unknown; details?: Details } // shape of every refusal
  return new ApiError(String(code), status, typeof field === 'string' ? field : undefined, details)
}

/** `/api/requests/:id` with its params put in. */
export function pathOf(path: string, params: Details = {}): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
}

function search(query: Details = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]): [string, string][] => {
    if (value === undefined || value === null || value === '') return []
    return Array.isArray(value) ? value.map((one) => [name, String(one)]) : [[name, String(value)]]
  })
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''
}
