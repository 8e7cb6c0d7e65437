/** The browser's side of public/sw.js, and whether there is a signal at all. */
import { useSyncExternalStore } from 'react'
import { queries } from './query.ts'

/** Makes the phone entry installable and readable without a signal. Built pages only: it would hold back development. */
export function installOffline() {
  if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js')
}

/** Called at sign-out and sign-in: nothing that one person saw or wrote stays on the device for the next. */
export async function forgetPerson() {
  queries.clear()
  navigator.serviceWorker?.controller?.postMessage('forget')
  const { forgetDrafts } = await import('./drafts.ts')
  await forgetDrafts()
}

export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
}

function subscribe(listener: () => void) {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
