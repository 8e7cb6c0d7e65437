/**
 * The loop of a request as five arcs: 收到 派单 接单 办结 确认. The only status mark, always beside words.
 * Only the fifth arc in the tone `good` closes it to a full disc: the handler's word (`said`) leaves it open.
 */
import { useText } from '#web/platform/i18n.ts'
import { kitText } from '#web/texts/kit.ts'
import { sideOf } from './Icon.tsx'
import { toneClass, type Tone } from './tone.ts'
import './LoopRing.css'

/** How many arcs are lit. */
export type LoopStep = 0 | 1 | 2 | 3 | 4 | 5
export type LoopRingProps = {
  step: LoopStep
  tone: Tone
  size?: number
  /** Says more than 第 3 步，共 5 步; '' where the words beside it say it all. */
  label?: string
}

const GAP_DEGREES = 20
const ARCS = [0, 1, 2, 3, 4].map((nth) => arc(nth * 72 + GAP_DEGREES / 2, nth * 72 + 72 - GAP_DEGREES / 2))

export function LoopRing({ step, tone, size = 40, label }: LoopRingProps) {
  const t = useText(kitText)
  const closed = step === 5 && tone === 'good'
  return (
    <svg
      className={`ring ${toneClass(tone)} ${closed ? 'ring-closed' : ''}`}
      style={sideOf(size)}
      viewBox="0 0 24 24"
      {...(label === ''
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': label ?? (closed ? t.ringDone : t.ring(step)) })}
    >
      {ARCS.map((d, nth) => (
        <g key={d}>
          <path className="ring-track" d={d} />
          <path className="ring-arc" d={d} pathLength={1} data-lit={nth < step} />
        </g>
      ))}
      <circle className="ring-disc" cx="12" cy="12" r="10.4" />
      <path className="ring-check" d="m7.6 12.4 3 3 5.800-6.200" pathLength={1} />
    </svg>
  )
}

/** Clockwise from the top, on a circle of 9 round the middle of a 24 grid. */
function arc(from: number, to: number): string {
  const at = (degrees: number) => {
    const turn = (degrees * Math.PI) / 180
    return `${(12 + 9 * Math.sin(turn)).toFixed(2)} ${(12 - 9 * Math.cos(turn)).toFixed(2)}`
  }
  return `M${at(from)}A9 9 0 0 1 ${at(to)}`
}
