/**
 * Answers that may be taken back for five seconds. Each is kept as a draft of this device first, so that neither a closed
 * page nor a missing signal loses it, and it is sent once: when the time is up, when the page is put away, or the next
 * time the home page opens.
 */
import { takeStep, type StepBody } from '#contracts/requests.ts'
import { findDraft, keepDraft, removeDraft, sendDraft, type Draft, type Problem } from '#web/platform/drafts.ts'
import { queries, refresh } from '#web/platform/query.ts'

export const ANSWER_DRAFT = 'step'
const UNDO_MS = 5_000 // as long as the toast stands (components/Toast.tsx)

export type Given = { requestId: string; title: string; body: StepBody }
export type Settled = { state: 'sent' | 'stored' } | { state: 'refused'; problem: Problem }

/** Those whose five seconds run in this tab, with the way to send them at once. */
const running = new Map<string, () => void>()

/** Answers the way to take it back. `settled` is not called then. */
export async function answerLater(given: Given, settled: (how: Settled) => void): Promise<() => void> {
  const id = crypto.randomUUID()
  let timer: ReturnType<typeof setTimeout> | undefined // eslint-disable-line prefer-const -- send is told of before its timer is
  const send = () => {
    clearTimeout(timer)
    if (running.delete(id)) void sendAnswer(id, given).then(settled)
  }
  running.set(id, send) // before it is kept: else it would look like one left behind
  await keepDraft(takeStep, { id, ...writing(given) })
  timer = setTimeout(send, UNDO_MS)
  return () => {
    clearTimeout(timer)
    if (running.delete(id)) void removeDraft(id)
  }
}

/** Sends what an earlier visit left behind within its five seconds. */
export async function sendLeftAnswers(drafts: readonly Draft[]) {
  for (const { id, kind, state, title, url, body } of drafts) {
    const requestId = url.split('/')[3] // /api/requests/<id>/steps
    if (kind !== ANSWER_DRAFT || state !== 'kept' || running.has(id) || !requestId) continue
    running.set(id, () => undefined)
    await sendAnswer(id, { requestId, title, body: body as StepBody }) // written by `answerLater`
    running.delete(id)
  }
}

async function sendAnswer(id: string, given: Given): Promise<Settled> {
  if (!(await findDraft(id))) return { state: 'sent' } // another tab was first
  const { state, problem } = await sendDraft(takeStep, { id, ...writing(given) })
  if (state === 'stored' || state === 'sending') return { state: 'stored' }
  await removeDraft(id)
  await Promise.all(['home', 'requests'].map((topic) => refresh(queries, topic)))
  return problem ? { state: 'refused', problem } : { state: 'sent' }
}

const writing = ({ requestId, title, body }: Given) => ({ kind: ANSWER_DRAFT, title, params: { id: requestId }, body })

if (typeof document !== 'undefined')
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') for (const send of [...running.values()]) send()
  })
