/** Something written on this phone that has not gone out, with its state; once sent, the way to follow it. */
import { useRouter } from '@tanstack/react-router'
import { Row } from '#web/components/Row.tsx'
import type { IconName } from '#web/components/icon-names.ts'
import { removeDraft, type Draft, type DraftState } from '#web/platform/drafts.ts'
import { useText } from '#web/platform/i18n.ts'
import { useProblem } from '#web/texts/errors.ts'
import { homeText } from '#web/texts/home.ts'
import { ANSWER_DRAFT } from './answer-later.ts'

const ICONS: Record<DraftState, IconName> = {
  kept: 'pencil',
  stored: 'no-signal',
  sending: 'upload',
  sent: 'check-circle',
  needsYou: 'alert',
}

export function DraftRow({ draft }: { draft: Draft }) {
  const t = useText(homeText)
  const say = useProblem()
  const { history } = useRouter()
  const { id, kind, title, state, problem, reply, url } = draft
  const requestId = kind === ANSWER_DRAFT ? url.split('/')[3] : idIn(reply)

  function open() {
    if (kind !== ANSWER_DRAFT && state !== 'sent') return history.push(`/${kind}?draft=${id}`)
    if (state === 'sent' || state === 'needsYou') void removeDraft(id)
    if (requestId) history.push(`/requests/${requestId}`)
  }
  return (
    <Row
      icon={ICONS[state]}
      title={title || t.untitled}
      note={<span role="status">{problem && state === 'needsYou' ? say(problem) : t.draft[state]}</span>}
      onClick={open}
    />
  )
}

const idIn = (reply: unknown): string | undefined =>
  typeof reply === 'object' && reply !== null && 'id' in reply ? String(reply.id) : undefined
