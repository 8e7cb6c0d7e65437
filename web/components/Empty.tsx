/** What stands where nothing is, or where something went wrong: what is the case, what is safe, and what can be done. */
import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import { LoopRing } from './LoopRing.tsx'
import './Empty.css'

export type EmptyProps = {
  title: string
  note?: ReactNode
  /** done: the full ring, all is settled (default). trouble: amber. quiet: grey icon. */
  mood?: 'done' | 'trouble' | 'quiet'
  icon?: IconName
  /** A quiet Button or link. */
  action?: ReactNode
}

export function Empty({
  title,
  note,
  mood = 'done',
  icon = mood === 'trouble' ? 'no-signal' : 'inbox',
  action,
}: EmptyProps) {
  return (
    <div className={`card empty empty-${mood}`} role={mood === 'trouble' ? 'status' : undefined}>
      {mood === 'done' ? <LoopRing step={5} tone="good" size={30} label="" /> : <Icon name={icon} size={28} />}
      <b>{title}</b>
      {note && <p>{note}</p>}
      {action && <div className="empty-action">{action}</div>}
    </div>
  )
}
