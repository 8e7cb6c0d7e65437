/** The desk's line to the server: open or not, since when. The shell opens it once; its foot shows it. */
import { useEffect, useSyncExternalStore } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { me } from '#contracts/accounts.ts'
import { listen } from '#web/platform/live.ts'
import { keyOf } from '#web/platform/query.ts'

export type LiveState = { standing: 'connecting' | 'open' | 'lost'; since: Date }

let state: LiveState = { standing: 'connecting', since: new Date() }
const listeners = new Set<() => void>()

export function useLiveLine() {
  const client = useQueryClient()
  useEffect(
    () =>
      listen(
        client,
        () => void client.invalidateQueries({ queryKey: keyOf(me, {}) }),
        (open) => {
          state = { standing: open ? 'open' : 'lost', since: new Date() }
          for (const tell of listeners) tell()
        },
      ),
    [client],
  )
}

export const useLiveState = (): LiveState =>
  useSyncExternalStore(
    (listener) => (listeners.add(listener), () => void listeners.delete(listener)),
    () => state,
  )
