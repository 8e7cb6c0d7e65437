/** How wide a chart may be, in pixels, and how large letters are now: charts are drawn for it, so that words keep their size. */
import { useCallback, useState } from 'react'

export type Size = { width: number; k: number }

export function useSize(): [(element: Element | null) => (() => void) | undefined, Size | undefined] {
  const [size, setSize] = useState<Size>()
  const ref = useCallback((element: Element | null) => {
    if (!element) return undefined
    const look = () => {
      const width = Math.round(element.getBoundingClientRect().width)
      const k = Number(getComputedStyle(element).getPropertyValue('--k')) || 1
      setSize((before) => (before?.width === width && before.k === k ? before : { width, k }))
    }
    const watch = new ResizeObserver(look)
    watch.observe(element)
    look()
    return () => watch.disconnect()
  }, [])
  return [ref, size]
}
