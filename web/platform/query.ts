/**
 * The contract's endpoints as React hooks: `useEndpoint` reads, `useCommand` does. Replies are kept by the endpoint's
 * path, so that live events (live.ts) and finished commands can refresh whatever they changed.
 */
import { QueryClient, keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { ApiError, call, type AnyEndpoint, type Input, type Reply } from './api.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiError
    queryMeta: { topics?: readonly string[] }
  }
}

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && (error.code === 'offline' || error.status >= 500),
      networkMode: 'always', // without signal the service worker answers from what was last seen
    },
    mutations: { networkMode: 'always' },
  },
})

type ReadOptions = {
  /** Other things this reply speaks of: a live event about one of them refreshes it (its own path counts already). */
  topics?: readonly string[]
  enabled?: boolean
  /** Keep showing the last reply while the next one (a new filter, a new page) is on its way. */
  keepLast?: boolean
  refetchInterval?: number
}

export const keyOf = (endpoint: AnyEndpoint, input: object) => [endpoint.path, input] as const

const reading = <E extends AnyEndpoint>(endpoint: E, input: Input<E>) => ({
  queryKey: keyOf(endpoint, input),
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<Reply<E>> => call(endpoint, input, { signal }),
})

/** Asks while the page that will show it is still on its way. */
export const askEarly = <E extends AnyEndpoint>(endpoint: E, input: Input<E>) =>
  void queries.prefetchQuery(reading(endpoint, input))

/** Reads an endpoint: `data`, `error` (ApiError), `isPending`, `refetch` … as TanStack Query gives them. */
export function useEndpoint<E extends AnyEndpoint>(endpoint: E, input: Input<E>, options: ReadOptions = {}) {
  return useQuery({
    ...reading(endpoint, input),
    meta: { topics: options.topics ?? [] },
    ...(options.enabled !== undefined && { enabled: options.enabled }),
    ...(options.keepLast && { placeholderData: keepPreviousData }),
    ...(options.refetchInterval && { refetchInterval: options.refetchInterval }),
  })
}

type CommandOptions<E extends AnyEndpoint> = {
  /** Topics whose replies are stale afterwards; by default the endpoint's own (`/api/requests/…` is `requests`). */
  changes?: readonly string[]
  onDone?: (reply: Reply<E>) => void
}

/**
 * Does something once: `send(input)`, `busy`, `error`, `done`, `reset`. One form has one idempotency key. It stays the
 * same while no clear answer came (so a second tap or a broken line cannot do the thing twice) and is renewed after one.
 */
export function useCommand<E extends AnyEndpoint>(endpoint: E, options: CommandOptions<E> = {}) {
  const client = useQueryClient()
  const key = useRef(crypto.randomUUID())
  const mutation = useMutation<Reply<E>, ApiError, Input<E>>({
    mutationFn: (input) => call(endpoint, input, { idempotencyKey: key.current }),
    onSuccess: (reply) => {
      key.current = crypto.randomUUID()
      for (const topic of options.changes ?? [topicOf(endpoint.path)]) void refresh(client, topic)
      options.onDone?.(reply)
    },
    onError: (error) => {
      if (error.status >= 400 && error.status < 500) key.current = crypto.randomUUID()
    },
  })
  return {
    send: (input: Input<E>) => mutation.mutate(input),
    sendAsync: (input: Input<E>) => mutation.mutateAsync(input),
    busy: mutation.isPending,
    error: mutation.error,
    done: mutation.isSuccess,
    reply: mutation.data,
    reset: mutation.reset,
  }
}

export const topicOf = (path: string): string => path.split('/')[2] ?? ''

/** Marks as stale every reply under /api/<topic> and every one that declared the topic. */
export function refresh(client: QueryClient, topic: string) {
  return client.invalidateQueries({
    predicate: ({ queryKey: [path], meta }) =>
      topicOf(String(path)) === topic || (meta?.topics?.includes(topic) ?? false),
  })
}
