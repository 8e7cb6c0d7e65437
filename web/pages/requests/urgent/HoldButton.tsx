/**
 * A button that must be held, so that nobody is called by a pocket. With a keyboard or a screen reader it is a plain button
 * that asks once more (`onAsk`); nobody has to be able to hold.
 */
import { useEffect, useRef, useState, type ReactNode } from 'react'

const HOLD_MS = 1000

type HoldProps = { children: ReactNode; holding: ReactNode; busy?: boolean; onHeld: () => void; onAsk: () => void }

export function HoldButton({ children, holding, busy = false, onHeld, onAsk }: HoldProps) {
  const [down, setDown] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const byFinger = useRef(false)
  useEffect(() => () => clearTimeout(timer.current), [])

  const start = () => {
    byFinger.current = true
    if (busy) return
    setDown(true)
    timer.current = setTimeout(() => {
      setDown(false)
      navigator.vibrate?.(60)
      onHeld()
    }, HOLD_MS)
  }
  const stop = () => {
    setDown(false)
    clearTimeout(timer.current)
  }
  return (
    <button
      type="button"
      className="hold"
      data-down={down}
      aria-busy={busy}
      onPointerDown={start}
      onPointerUp={stop}
      onPointerLeave={stop}
      onPointerCancel={stop}
      onContextMenu={(event) => event.preventDefault()}
      onClick={() => {
        // a click without a finger before it comes from a keyboard or a screen reader
        if (!byFinger.current && !busy) onAsk()
        byFinger.current = false
      }}
    >
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle cx="50" cy="50" r="47" />
        <circle className="hold-run" cx="50" cy="50" r="47" pathLength={1} />
      </svg>
      <span>{down ? holding : children}</span>
    </button>
  )
}
