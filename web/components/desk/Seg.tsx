/** A few ways side by side, one of them chosen: tabs over a panel. Arrow keys move between them, as in any tab list. */
import type { KeyboardEvent, ReactNode } from 'react'
import { Kbd } from './Kbd.tsx'
import './desk.css'

export type SegOption<V extends string> = { value: V; words: ReactNode; keys?: string }
export type SegProps<V extends string> = {
  label: string
  value: V
  options: readonly SegOption<V>[]
  onChange: (value: V) => void
  /** id of the panel that the tabs change. */
  panel: string
}

export function Seg<V extends string>({ label, value, options, onChange, panel }: SegProps<V>) {
  const turn = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const at = options.findIndex((option) => option.value === value)
    const next = by && options[(at + by + options.length) % options.length]
    if (!next) return
    event.preventDefault()
    onChange(next.value)
    event.currentTarget.querySelectorAll('button')[options.indexOf(next)]?.focus()
  }
  return (
    <div className="seg" role="tablist" aria-label={label} onKeyDown={turn}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="tab"
          aria-selected={option.value === value}
          aria-controls={panel}
          tabIndex={option.value === value ? 0 : -1}
          onClick={() => onChange(option.value)}
        >
          {option.words}
          {option.keys && <Kbd keys={option.keys} />}
        </button>
      ))}
    </div>
  )
}
