/** Filters that a person keeps under a name, on this device and for this person only. */
import { useSyncExternalStore } from 'react'
import type { Filter } from './filter.ts'

export type SavedView = { name: string; filter: Filter }

const MOST = 12
const keyOf = (personId: string) => `linli.views.${personId}`
const listeners = new Set<() => void>()
const read = new Map<string, { text: string; views: readonly SavedView[] }>()

export const useSavedViews = (personId: string): readonly SavedView[] =>
  useSyncExternalStore(subscribe, () => savedViews(personId))

/** The same name again replaces it. */
export function saveView(personId: string, view: SavedView) {
  write(personId, [...savedViews(personId).filter(({ name }) => name !== view.name), view].slice(-MOST))
}

export function forgetView(personId: string, name: string) {
  write(
    personId,
    savedViews(personId).filter((view) => view.name !== name),
  )
}

function write(personId: string, views: readonly SavedView[]) {
  localStorage.setItem(keyOf(personId), JSON.stringify(views))
  for (const tell of listeners) tell()
}

/** The same array as long as the stored text is the same: React compares by identity. */
function savedViews(personId: string): readonly SavedView[] {
  const text = localStorage.getItem(keyOf(personId)) ?? '[]'
  const known = read.get(personId)
  if (known?.text === text) return known.views
  const views = parse(text)
  read.set(personId, { text, views })
  return views
}

function parse(text: string): SavedView[] {
  try {
    const views: unknown = JSON.parse(text)
    return Array.isArray(views) ? views : []
  } catch {
    return [] // unreadable storage: no saved views is always usable
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}
