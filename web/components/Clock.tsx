/**
 * Until when, in words people use, with the colour of how much time is left: plain, amber in the last quarter, red after.
 * `amberAt` is the server's (contracts, ClockView); without it the clock stays plain until it is late.
 */
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { kitText } from '#web/texts/kit.ts'
import { Pill } from './Pill.tsx'
import { toneClass } from './tone.ts'
import './Clock.css'

export type ClockProps = {
  dueAt: string
  amberAt?: string | null
  paused?: boolean
  /** words: 明天 9:30 前 in a line (default). pill: 剩 2 天 at the end of a row. */
  look?: 'words' | 'pill'
}

export function Clock({ dueAt, amberAt, paused = false, look = 'words' }: ClockProps) {
  const t = useText(kitText)
  const { now, clockText, leftText } = useTime()
  const late = now >= new Date(dueAt)
  const soon = amberAt ? now >= new Date(amberAt) : false
  const tone = paused ? 'new' : late ? 'late' : soon ? 'due' : 'new'
  const words = paused ? t.paused : look === 'pill' ? leftText(dueAt) : clockText(dueAt)
  if (look === 'pill') return <Pill tone={tone}>{words}</Pill>
  return (
    <time className={`clock ${toneClass(tone)}`} data-plain={tone === 'new'} dateTime={dueAt}>
      {words}
    </time>
  )
}
