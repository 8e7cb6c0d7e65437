/**
 * Keys of the desk. A page says once what each key does; the handler, the hints at the foot and the help under ? are all
 * drawn from that list. Keys do nothing while somebody writes (except with ⌘/Ctrl) or while a dialog is open.
 */
import { useEffect, useId, useSyncExternalStore } from 'react'

export type KeyGroup = 'anywhere' | 'list' | 'request' | 'dispatch' | 'intake'
export type Shortcut = {
  /** `j`, `?`, `Enter`, `mod+k`, `mod+Enter`; several keys that do the same kind of thing stand apart. */
  keys: string
  words: string
  group: KeyGroup
  run: () => void
  /** Shown at the foot of the page; shortcuts with the same hint stand together. */
  hint?: string
  /** Works in a dialog too: it belongs to the dialog. */
  always?: boolean
}

const sets = new Map<string, readonly Shortcut[]>()
const listeners = new Set<() => void>()
let shown: readonly Shortcut[] = []
let signature = ''

/** Adds the shortcuts while the calling component is on the page; the newest one wins a key. */
export function useShortcuts(shortcuts: readonly Shortcut[]) {
  const id = useId()
  useEffect(() => {
    sets.set(id, shortcuts)
    publish()
  })
  useEffect(() => {
    if (listening++ === 0) addEventListener('keydown', onKey, true)
    return () => {
      sets.delete(id)
      publish()
      if (--listening === 0) removeEventListener('keydown', onKey, true)
    }
  }, [id])
}

/** Everything that keys can do on the page now. */
export const useAllShortcuts = () =>
  useSyncExternalStore(
    (listener) => (listeners.add(listener), () => void listeners.delete(listener)),
    () => shown,
  )

let listening = 0

function publish() {
  const all = [...sets.values()].flat()
  const next = all.map(({ keys, words, hint }) => `${keys}|${words}|${hint ?? ''}`).join('\n')
  if (next === signature) return
  signature = next
  shown = all
  for (const tell of listeners) tell()
}

function onKey(event: KeyboardEvent) {
  if (event.isComposing || event.altKey) return
  const pressed = event.metaKey || event.ctrlKey ? `mod+${event.key}` : event.key
  const found = [...sets.values()].flat().findLast(({ keys }) => keys.toLowerCase() === pressed.toLowerCase())
  if (!found || (!found.always && (isBusy(event) || dialogOpen()))) return
  event.preventDefault()
  event.stopPropagation() // heard first, and by nobody else: a list in focus would open on ⌘↵
  found.run()
}

/** Somebody writes, or the key belongs to the control in focus. */
function isBusy({ target, key, metaKey, ctrlKey }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]'))
    return !metaKey && !ctrlKey
  return key === 'Enter' && !metaKey && !ctrlKey && target.closest('a, button, summary, [role=tab]') !== null
}

/** Something floats that has its own keys: a dialog, a drawer, a menu, a panel. */
const FLOATING = [
  'dialog[open]',
  '.ant-drawer-open',
  '.ant-modal-wrap:not([style*="none"])',
  '.ant-popover:not(.ant-popover-hidden)',
  '.ant-dropdown:not(.ant-dropdown-hidden)',
].join()
const dialogOpen = () => document.querySelector(FLOATING) !== null

const onMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

/** As it is written on the key: `mod+Enter` → ⌘ ↵. */
export const keyWords = (keys: string): string =>
  keys
    .split('+')
    .map((key) => KEY_WORDS[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(onMac ? '' : ' ')

const KEY_WORDS: Partial<Record<string, string>> = {
  mod: onMac ? '⌘' : 'Ctrl',
  Enter: onMac ? '↵' : 'Enter',
  Escape: 'Esc',
}
