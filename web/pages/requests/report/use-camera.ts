/** On a phone the camera opens with the page. Only straight after a tap: browsers allow it no other way. */
import { useEffect, useRef } from 'react'

/** The returned ref goes round the PhotoPicker. */
export function useCamera(wanted: boolean) {
  const box = useRef<HTMLDivElement>(null)
  const opened = useRef(false)
  useEffect(() => {
    const onPhone = matchMedia('(pointer: coarse)').matches
    if (!wanted || opened.current || !onPhone || !navigator.userActivation?.isActive) return
    opened.current = true
    box.current?.querySelector<HTMLInputElement>('input[capture]')?.click()
  }, [wanted])
  return box
}
