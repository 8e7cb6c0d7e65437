/** Whether the page is dark now: chosen, or the system's wish. <html data-theme> has the answer (platform/settings.ts). */
import { useSyncExternalStore } from 'react'

export const useDark = (): boolean =>
  useSyncExternalStore(subscribe, () => document.documentElement.dataset['theme'] === 'dark')

function subscribe(listener: () => void) {
  const seen = new MutationObserver(listener)
  seen.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => seen.disconnect()
}
