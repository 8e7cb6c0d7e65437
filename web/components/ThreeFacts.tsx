/** What the handler says, what you say, and what is the case: next to each other and never merged into one state. */
import type { ReactNode } from 'react'
import { toneClass, type Tone } from './tone.ts'
import './ThreeFacts.css'

export type Fact = { label: string; value: ReactNode; tone?: Tone }
export const ThreeFacts = ({ facts }: { facts: readonly [Fact, Fact, Fact] }) => (
  <dl className="facts">
    {facts.map(({ label, value, tone }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd className={tone ? toneClass(tone) : ''}>{value}</dd>
      </div>
    ))}
  </dl>
)
