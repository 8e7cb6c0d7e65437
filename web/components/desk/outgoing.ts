/**
 * Steps that wait five seconds before they are sent, so that they can be taken back (撤销 is not sending, never un-sending).
 * Leaving the page sends them at once. One that was refused comes back to the list with its reason.
 */
import { useSyncExternalStore } from 'react'
import { takeStep, type StepBody } from '#contracts/requests.ts'
import { toast } from '#web/components/Toast.tsx'
import { ApiError, call, pathOf } from '#web/platform/api.ts'
import { queries, refresh } from '#web/platform/query.ts'

const UNDO_MS = 5_000 // as long as the toast with 撤销 is shown
const SLIDE_MS = 320 // --t-3: the row slides out

/** leaving: slides out. away: waits or is being sent. failed: refused, `error` says why. */
export type Outgoing = {
  readonly requestId: string
  readonly title: string
  readonly phase: 'leaving' | 'away' | 'failed'
  readonly error?: ApiError
}
type Waiting = { body: StepBody; key: string; timer: ReturnType<typeof setTimeout> }

let all: readonly Outgoing[] = []
const waiting = new Map<string, Waiting>()
const listeners = new Set<() => void>()

export const useOutgoing = (): readonly Outgoing[] =>
  useSyncExternalStore(
    (listener) => (listeners.add(listener), () => void listeners.delete(listener)),
    () => all,
  )

/** `words` say in the toast what will be done; `onUndo` brings the page back to the request. */
export function sendSoon(request: { id: string; title: string }, body: StepBody, words: string, onUndo: () => void) {
  const { id, title } = request
  change(id, { requestId: id, title, phase: 'leaving' })
  waiting.set(id, { body, key: crypto.randomUUID(), timer: setTimeout(() => void send(id), UNDO_MS) })
  setTimeout(
    () =>
      all.some((one) => one.requestId === id && one.phase === 'leaving') &&
      change(id, { requestId: id, title, phase: 'away' }),
    SLIDE_MS,
  )
  toast(words, {
    undo: () => {
      clearTimeout(waiting.get(id)?.timer)
      if (waiting.delete(id)) forget(id)
      onUndo()
    },
  })
}

/** The failed one was seen. */
export const forget = (id: string) => change(id, undefined)

async function send(id: string) {
  const step = waiting.get(id)
  const title = all.find(({ requestId }) => requestId === id)?.title ?? ''
  if (!step) return
  waiting.delete(id)
  try {
    await call(takeStep, { params: { id }, body: step.body }, { idempotencyKey: step.key })
    await refresh(queries, 'requests')
    forget(id)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    change(id, { requestId: id, title, phase: 'failed', error })
    void refresh(queries, 'requests')
  }
}

function change(id: string, next: Outgoing | undefined) {
  all = [...all.filter(({ requestId }) => requestId !== id), ...(next ? [next] : [])]
  for (const tell of listeners) tell()
}

if (typeof addEventListener === 'function')
  addEventListener('pagehide', () => {
    for (const [id, { body, key, timer }] of waiting) {
      clearTimeout(timer)
      void fetch(pathOf(takeStep.path, { id }), {
        method: takeStep.method,
        keepalive: true, // outlives the page
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      })
    }
    waiting.clear()
  })
