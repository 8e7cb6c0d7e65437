/** What a page needs that hangs for weeks: the live line, a slow drift, a fresh beginning each night, pictures without a flash. */
import { useEffect, useState } from 'react'
import type { RequestRow } from '#contracts/requests.ts'
import { photoUrl } from '#web/components/Photo.tsx'
import { listen } from '#web/platform/live.ts'
import { useNow } from '#web/platform/now.ts'
import { queries, refresh } from '#web/platform/query.ts'
import { driftAt, nextAfresh } from './drift.ts'

const MINUTE_MS = 60_000

/** Asks again as soon as something changed. A session that ended shows in the reply, which then leads to the sign-in page. */
export function useLive(on: boolean) {
  useEffect(() => (on ? listen(queries, () => void refresh(queries, 'screen')) : undefined), [on])
}

export function useDrift(): { translate: string } {
  const { x, y } = driftAt(Math.floor(useNow().getTime() / MINUTE_MS))
  return { translate: `calc(var(--u) * ${x}) calc(var(--u) * ${y})` }
}

/**
 * Loads the page anew at the first reply after four in the morning: whatever a week may gather is gone, and a new version is
 * there. Only on a reply: without a line the old picture stays.
 */
export function useFreshMorning(repliedAt: string | undefined) {
  const [afresh, setAfresh] = useState<Date>()
  if (repliedAt && !afresh) setAfresh(nextAfresh(new Date(repliedAt)))
  const due = afresh !== undefined && repliedAt !== undefined && new Date(repliedAt) >= afresh
  useEffect(() => {
    if (due) location.reload()
  }, [due])
}

/** The rows, changed only once their pictures are ready to be drawn. */
export function useDecoded(rows: readonly RequestRow[]): readonly RequestRow[] {
  const [shown, show] = useState(rows)
  const signature = rows.map(({ id, before, after }) => `${id} ${before?.id} ${after?.id}`).join()
  const [last, setLast] = useState({ signature, rows })
  if (last.signature !== signature) setLast({ signature, rows })
  useEffect(() => {
    let here = true
    const pictures = last.rows.flatMap(({ before, after }) => [before, after]).filter((one) => one !== null)
    const ready = pictures.map((photo) => {
      const image = new Image()
      image.src = photoUrl(photo, 'card')
      return image.decode()
    })
    // one that does not come is shown as its colour: it must not hold the others back
    void Promise.allSettled(ready).then(() => here && show(last.rows))
    return () => {
      here = false
    }
  }, [last])
  return shown
}
