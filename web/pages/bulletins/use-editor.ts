/**
 * What is being written: saved by itself a moment after the last change, one save at a time, each on the state that was
 * read; undone step by step. When somebody else was first, saving stops and the writer is told, so that nobody's words go.
 */
import { useEffect, useRef, useState } from 'react'
import { saveDraft, type Block, type DraftView } from '#contracts/bulletins.ts'
import { ApiError } from '#web/platform/api.ts'
import { useCommand } from '#web/platform/query.ts'

export type Written = { title: string; blocks: readonly Block[] }
const PAUSE_MS = 700
/** Typing in one field is one step back, as long as no pause lies between. */
const ONE_STEP_MS = 1_500
const MOST_STEPS = 100

export function useEditor(draft: DraftView) {
  const [now, setNow] = useState<Written>({ title: draft.title, blocks: draft.blocks })
  const [saved, setSaved] = useState<Written>(now)
  const [past, setPast] = useState<readonly Written[]>([])
  const [lacking, setLacking] = useState<readonly string[]>(draft.lacking)
  const [elsewhere, setElsewhere] = useState(false)
  const seq = useRef(draft.seq)
  const typed = useRef({ field: '', at: 0 })
  const latest = useRef(now)
  const running = useRef<Promise<void>>(Promise.resolve())
  const save = useCommand(saveDraft, { changes: [] })

  /** `field` joins what is typed in one place to one step. */
  const change = (next: Partial<Written>, field = '') => {
    const at = performance.now() // eslint-disable-line react-hooks/purity -- called by a key, not while drawing
    const joins = field !== '' && typed.current.field === field && at - typed.current.at < ONE_STEP_MS
    typed.current = { field, at }
    if (!joins) setPast((before) => [...before, latest.current].slice(-MOST_STEPS))
    set({ ...latest.current, ...next })
  }
  const set = (next: Written) => {
    latest.current = next
    setNow(next)
  }
  const undo = () => {
    const last = past.at(-1)
    if (!last) return
    typed.current = { field: '', at: 0 }
    setPast(past.slice(0, -1))
    set(last)
  }

  const send = async () => {
    const wanted = latest.current
    try {
      const { title, blocks } = wanted
      const reply = await save.sendAsync({ params: { id: draft.id }, body: { seq: seq.current, title, blocks: [...blocks] } })
      seq.current = reply.seq
      setLacking(reply.lacking)
      setSaved(wanted)
    } catch (error) {
      // what else went wrong stands beside the editor as the command's own error
      if (error instanceof ApiError && error.code === 'bulletin_changed') setElsewhere(true)
    }
  } // prettier-ignore

  /** Resolves when what is written is saved; gives the state it is saved in. */
  const flush = async (): Promise<number> => {
    running.current = running.current.then(send)
    await running.current
    return seq.current
  }
  const dirty = now !== saved
  useEffect(() => {
    if (!dirty || elsewhere || now.title.trim() === '') return
    const timer = setTimeout(() => void flush(), PAUSE_MS)
    return () => clearTimeout(timer)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- flush saves what is latest, whichever drawing it is of
  }, [now, dirty, elsewhere])

  return {
    now,
    change,
    undo: past.length > 0 ? undo : undefined,
    lacking,
    elsewhere,
    dirty,
    error: elsewhere ? null : save.error,
    /** What must be on the server before it is published or printed. */
    settle: () => (dirty ? flush() : running.current.then(() => seq.current)),
  }
}
export type Editor = ReturnType<typeof useEditor>
