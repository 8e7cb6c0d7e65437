/** Where the phone is: taken by itself only where that was permitted before, else when the person taps for it. */
import { useEffect, useState } from 'react'

export type Position = { lon: number; lat: number; accuracyMetres: number }
const WAIT_MS = 10_000
const FRESH_MS = 60_000

export function usePosition(onFound: (position: Position) => void) {
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle')

  function ask() {
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle')
        onFound({ lon: coords.longitude, lat: coords.latitude, accuracyMetres: coords.accuracy })
      },
      () => setState('failed'),
      { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: FRESH_MS },
    )
  }
  useEffect(() => {
    let left = false
    const asked = navigator.permissions?.query({ name: 'geolocation' }).catch(() => undefined) // older phones cannot tell
    void asked?.then((permission) => !left && permission?.state === 'granted' && ask())
    return () => void (left = true)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the page opens
  }, [])
  return { state, ask: 'geolocation' in navigator ? ask : undefined }
}
