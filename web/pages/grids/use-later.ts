/** A value as it was a moment ago, while it keeps changing: asking the server once per stroke is enough. */
import { useEffect, useState } from 'react'

const MOMENT_MS = 180

export function useLater<T>(value: T): { value: T; behind: boolean } {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(value), MOMENT_MS)
    return () => clearTimeout(timer)
  }, [value])
  return { value: settled, behind: settled !== value }
}
