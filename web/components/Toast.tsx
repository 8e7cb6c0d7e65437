/**
 * A short word at the bottom about something just done, with 撤销 for five seconds where it can be taken back.
 * Not for errors: those stand beside what they are about.
 *
 *   toast('已记下，谢谢')          toast('已发出', { undo: () => takeBack() })
 */
import { useSyncExternalStore } from 'react'
import { useText } from '#web/platform/i18n.ts'
import { kitText } from '#web/texts/kit.ts'
import './Toast.css'

const SHOWN_MS = 5_000
type Shown = { id: number; words: string; undo?: () => void }

let shown: Shown | undefined
let lastId = 0
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

export function toast(words: string, { undo }: { undo?: () => void } = {}) {
  show({ id: ++lastId, words, ...(undo && { undo }) })
  timer = setTimeout(() => show(undefined), SHOWN_MS)
}

function show(next: Shown | undefined) {
  clearTimeout(timer)
  shown = next
  for (const tell of listeners) tell()
}

/** Stands once in each entry's root. */
export function Toasts() {
  const t = useText(kitText)
  const now = useSyncExternalStore(subscribe, () => shown)
  return (
    <div className="toasts" role="status" aria-live="polite">
      {now && (
        <div className="toast" key={now.id}>
          <span>{now.words}</span>
          {now.undo && (
            <button type="button" onClick={() => (now.undo?.(), show(undefined))}>
              {t.undo}
            </button>
          )}
        </div>
      )}
    </div>
  )
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
