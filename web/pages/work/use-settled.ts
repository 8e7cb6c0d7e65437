/** A value once it has stayed the same for a while: the server is asked when one pauses, not at every letter. */
import { useEffect, useState } from 'react'

export function useSettled<T>(value: T, afterMs: number): T {
  const [settled, setSettled] = useState(value)
  const text = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs)
    return () => clearTimeout(timer)
    // by content: a new object with the same fields is the same value
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text, afterMs])
  return settled
}
