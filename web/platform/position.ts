/**
 * Where the device is. Asked for only on a tap; on later visits it comes by itself where the person allowed it before.
 * Browsers in China and elsewhere give WGS-84 here (W3C Geolocation, section 5.4).
 */
import { useCallback, useEffect, useState } from 'react'

export type Position = { lon: number; lat: number; accuracyMetres: number }
const LONGEST_WAIT_MS = 10_000
const GOOD_FOR_MS = 60_000

export function usePosition({ auto = true }: { auto?: boolean } = {}) {
  const [position, setPosition] = useState<Position>()
  const [state, setState] = useState<'idle' | 'asking' | 'refused'>('idle')

  const ask = useCallback(() => {
    if (!('geolocation' in navigator)) return setState('refused')
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setPosition({ lon: coords.longitude, lat: coords.latitude, accuracyMetres: coords.accuracy })
        setState('idle')
      },
      () => setState('refused'),
      { enableHighAccuracy: true, timeout: LONGEST_WAIT_MS, maximumAge: GOOD_FOR_MS },
    )
  }, [])

  useEffect(() => {
    if (!auto || !('permissions' in navigator)) return
    void navigator.permissions.query({ name: 'geolocation' }).then(({ state: given }) => given === 'granted' && ask())
  }, [auto, ask])

  return { position, state, ask }
}
