/** How the page is to be shown now: dark or light (chosen, or the system's wish), with or without motion. */
import { useSyncExternalStore } from 'react'

/** <html data-theme> has the answer (platform/settings.ts). */
export const useDark = (): boolean =>
  useSyncExternalStore(onTheme, () => document.documentElement.dataset['theme'] === 'dark')

export const useStill = (): boolean => useSyncExternalStore(onMotion, () => reduced.matches)

const reduced = matchMedia('(prefers-reduced-motion: reduce)')

function onMotion(listener: () => void) {
  reduced.addEventListener('change', listener)
  return () => reduced.removeEventListener('change', listener)
}

function onTheme(listener: () => void) {
  const seen = new MutationObserver(listener)
  seen.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => seen.disconnect()
}
