/**
 * 随手拍 and 要帮忙: photo, place, two words, send, in twenty seconds. Each proposal of the server arrives in its own card
 * and nothing waits for it. Without a signal it is kept and sends itself.
 */
import { useEffect, useState } from 'react'
import type { SubmitBody } from '#contracts/requests.ts'
import { findDraft, type Draft } from '#web/platform/drafts.ts'
import { useSearchWord } from '#web/platform/route.ts'
import { blankReport, reportFrom, type ReportKind } from './report/report.ts'
import { ReportForm } from './report/ReportForm.tsx'

export const ReportPage = () => <Opened kind="problem" />
export const HelpPage = () => <Opened kind="help" />

/** Blank, with words brought along from another page, or a draft of this device taken up again. */
function Opened({ kind }: { kind: ReportKind }) {
  const draftId = useSearchWord('draft')
  const text = useSearchWord('text') ?? ''
  const [draft, setDraft] = useState<Draft | 'none' | undefined>(draftId ? undefined : 'none')
  useEffect(() => {
    if (draftId) void findDraft(draftId).then((found) => setDraft(found ?? 'none'))
  }, [draftId])
  if (draft === undefined) return null
  if (draft === 'none') return <ReportForm key="new" first={{ ...blankReport(kind), text }} />
  const body = draft.body as unknown as SubmitBody // written by this page
  return <ReportForm key={draft.id} first={reportFrom(kind, body)} draft={draft} />
}
