/** A state in a word on its colour. At most one per row. */
import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import { toneClass, type Tone } from './tone.ts'
import './Pill.css'

export type PillProps = { tone?: Tone; icon?: IconName; children: ReactNode }
export const Pill = ({ tone = 'new', icon, children }: PillProps) => (
  <span className={`pill ${toneClass(tone)}`}>
    {icon && <Icon name={icon} size={14} />}
    {children}
  </span>
)
