/** The bulk step that is under way on this device: one may leave the list, or the page, and find it again. */
import { useSyncExternalStore } from 'react'

const KEY = 'linli.bulk'
const listeners = new Set<() => void>()

export const useBulkId = (): string | null => useSyncExternalStore(subscribe, () => sessionStorage.getItem(KEY))

export function keepBulk(bulkId: string | null) {
  if (bulkId) sessionStorage.setItem(KEY, bulkId)
  else sessionStorage.removeItem(KEY)
  for (const tell of listeners) tell()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
