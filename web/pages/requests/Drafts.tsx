/** Written but not sent, and answers that wait for a signal. Comes after the first paint, with the engine behind drafts. */
import { useEffect } from 'react'
import { Card, SectionHead } from '#web/components/Card.tsx'
import { useDrafts } from '#web/platform/drafts.ts'
import { useText } from '#web/platform/i18n.ts'
import { homeText } from '#web/texts/home.ts'
import { ANSWER_DRAFT, sendLeftAnswers } from './answer-later.ts'
import { DraftRow } from './DraftRow.tsx'

export function Drafts() {
  const t = useText(homeText)
  const drafts = useDrafts()
  useEffect(() => void sendLeftAnswers(drafts), [drafts])
  const shown = drafts.filter(({ kind, state }) => kind !== ANSWER_DRAFT || state === 'stored' || state === 'needsYou')
  if (shown.length === 0) return null
  return (
    <>
      <SectionHead title={t.drafts} />
      <Card>
        {shown.map((draft) => (
          <DraftRow key={draft.id} draft={draft} />
        ))}
      </Card>
    </>
  )
}
