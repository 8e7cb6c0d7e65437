/**
 * Keeping and sending what is written: kept as a draft when the page is left or put away, sent once however often it is
 * tapped, and stored to send itself where there is no signal. A refusal leaves everything as it was, with its reason.
 */
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { submitRequest, type SubmitBody } from '#contracts/requests.ts'
import { toast } from '#web/components/Toast.tsx'
import { keepDraft, removeDraft, sendDraft, type DraftPhoto, type Problem } from '#web/platform/drafts.ts'
import { useText } from '#web/platform/i18n.ts'
import { queries, refresh } from '#web/platform/query.ts'
import { reportText } from '#web/texts/report.ts'

type Writing = { kind: string; title: string; body: SubmitBody; photos: readonly DraftPhoto[] }

/** `worth`: there is something to keep. */
export function useSending(draftId: string | undefined, writing: Writing, worth: boolean) {
  const t = useText(reportText)
  const { history } = useRouter()
  const [id, setId] = useState(() => draftId ?? crypto.randomUUID())
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const settled = useRef(false)
  const latest = useRef({ id, writing, worth })
  useEffect(() => {
    latest.current = { id, writing, worth }
  })

  const keepLatest = () => {
    const { id: now, writing: written, worth: isWorth } = latest.current
    return settled.current || !isWorth ? undefined : keepDraft(submitRequest, { id: now, ...written })
  }
  useEffect(() => {
    const putAway = () => document.visibilityState === 'hidden' && void keepLatest()
    document.addEventListener('visibilitychange', putAway)
    return () => {
      document.removeEventListener('visibilitychange', putAway)
      void keepLatest()
    }
  }, [])

  async function send() {
    setBusy(true)
    setProblem(undefined)
    const { state, reply, problem: refusal } = await sendDraft(submitRequest, { id, ...writing })
    setBusy(false)
    if (refusal) {
      // what is changed now is another sending
      await removeDraft(id)
      setId(crypto.randomUUID())
      return setProblem(refusal)
    }
    settled.current = true
    if (state !== 'sent') {
      toast(t.stored)
      return history.replace('/')
    }
    await removeDraft(id)
    for (const topic of ['requests', 'home']) void refresh(queries, topic)
    toast(t.sent)
    history.replace(`/requests/${(reply as { id: string }).id}`) // the reply of submitRequest
  }

  /** Leaves the page; what was written stays as a draft. */
  async function leave() {
    await keepLatest()
    settled.current = true
    if (worth) toast(t.kept)
    if (history.canGoBack()) history.back()
    else history.replace('/')
  }

  /** Forgets it: thrown away, or gone along with a similar one. */
  async function forget() {
    settled.current = true
    await removeDraft(id)
  }
  return { send, leave, forget, busy, problem }
}
