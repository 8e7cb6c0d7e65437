/** What happened, newest first (the caller sorts). The mark tells what kind of step it was; words always do too. */
import type { ReactNode } from 'react'
import { useTime } from '#web/platform/time.ts'
import './Timeline.css'

export type TimelineStep = {
  id: string
  /** ISO instant. */
  at: string
  title: ReactNode
  text?: ReactNode
  /** move: it changed hands (accent). note: grey. late: red. claim: the handler says done (hollow green). good: confirmed. */
  mark?: 'move' | 'note' | 'late' | 'claim' | 'good'
  /** Photos or a link under the words. */
  more?: ReactNode
}

export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  const { dayTime } = useTime()
  return (
    <ol className="tl">
      {steps.map(({ id, at, title, text, mark = 'move', more }) => (
        <li key={id} data-mark={mark}>
          <div className="tl-head">
            <b>{title}</b>
            <time dateTime={at}>{dayTime(at)}</time>
          </div>
          {text && <p>{text}</p>}
          {more && <div className="tl-more">{more}</div>}
        </li>
      ))}
    </ol>
  )
}
