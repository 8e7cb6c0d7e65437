/**
 * What the server proposes while one writes: the place, likely categories, similar open ones, the promised times. Asked
 * when the writing pauses; without a signal there is none of it and the report goes without.
 */
import { useEffect, useState } from 'react'
import { proposeIntake } from '#contracts/requests.ts'
import { useOnline } from '#web/platform/offline.ts'
import { useEndpoint } from '#web/platform/query.ts'
import type { Report } from './report.ts'

const PAUSE_MS = 400

export function useIntake({ kind, text, categoryCode, location }: Report) {
  const online = useOnline()
  const { placeId, lon, lat, source, system } = location
  const body = usePaused({
    kind,
    text: text.trim(),
    ...(categoryCode && { categoryCode }),
    location: {
      ...(placeId && { placeId }),
      ...(lon !== undefined && { lon }),
      ...(lat !== undefined && { lat }),
      ...(source && { source }),
      ...(system && { system }),
    },
  })
  return useEndpoint(proposeIntake, { body }, { enabled: online, keepLast: true })
}

/** The value once it has not changed for a while; the first one at once. */
function usePaused<T>(value: T): T {
  const [paused, setPaused] = useState(value)
  const now = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(JSON.parse(now)), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [now])
  return paused
}
