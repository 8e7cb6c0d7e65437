/**
 * News from the server while a page is open: one EventSource. An event says that something changed, never what it is now:
 * the page asks again through the ordinary calls and sees only what it may see.
 */
import type { QueryClient } from '@tanstack/react-query'
import { LIVE_PATH, type LiveEvent } from '#contracts/live.ts'
import { refresh } from './query.ts'

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 60_000

/** News of a busy district comes in bursts: the first asks at once, the others of this while together once. */
const GATHER_MS = 700

/** Which replies (query.ts, `topics`) an event makes stale. */
const TOPICS: Partial<Record<LiveEvent['type'], string>> = { request: 'requests', notice: 'notices' }

/**
 * Listens until the returned function is called; reconnects with a doubling wait, and at once when the line returns.
 * `onLine` hears whether the line is open.
 */
export function listen(client: QueryClient, onSignedOut: () => void, onLine?: (open: boolean) => void): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitMs = FIRST_WAIT_MS
  let missedSome = false
  /** Topics asked a moment ago, and whether more news of them came since. */
  const gathered = new Map<string, { more: boolean }>()

  function ask(topic: string) {
    const asked = gathered.get(topic)
    if (asked) {
      asked.more = true
      return
    }
    gathered.set(topic, { more: false })
    void refresh(client, topic)
    setTimeout(() => {
      const more = gathered.get(topic)?.more
      gathered.delete(topic)
      if (more) ask(topic)
    }, GATHER_MS)
  }

  function open() {
    clearTimeout(timer)
    source?.close()
    source = new EventSource(LIVE_PATH)
    source.onopen = () => {
      waitMs = FIRST_WAIT_MS
      if (missedSome) void client.invalidateQueries()
      missedSome = false
      onLine?.(true)
    }
    source.onmessage = (event: MessageEvent<string>) => {
      const { type }: LiveEvent = JSON.parse(event.data)
      const topic = TOPICS[type]
      if (topic) ask(topic)
      if (type === 'signedOut') onSignedOut()
    }
    source.onerror = () => {
      source?.close()
      if (!missedSome) onLine?.(false)
      missedSome = true
      timer = setTimeout(open, waitMs * (0.75 + Math.random() / 2)) // spread out: all browsers lose a restarted server at once
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)
    }
  }

  open()
  addEventListener('online', open)
  return () => {
    clearTimeout(timer)
    removeEventListener('online', open)
    source?.close()
  }
}
