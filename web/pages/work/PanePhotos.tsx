/** Pictures before words: before and after side by side once there are both, else what was photographed, each with its hour. */
import { useState } from 'react'
import type { RequestView } from '#contracts/requests.ts'
import { Photo } from '#web/components/Photo.tsx'
import { PhotoPair } from '#web/components/PhotoPair.tsx'
import { PhotoViewer } from '#web/components/PhotoViewer.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { kitText } from '#web/texts/kit.ts'
import { workText } from '#web/texts/work.ts'

const SHOWN = 3

export function PanePhotos({ request: { title, before, after, events } }: { request: RequestView }) {
  const t = useText(workText)
  const kit = useText(kitText)
  const { dayTime } = useTime()
  const [open, setOpen] = useState<number>()
  const all = events.flatMap(({ photos, at }) => photos.map((photo) => ({ photo, at })))
  if (all.length === 0) return null
  const viewer = open !== undefined && (
    <PhotoViewer photos={all.map(({ photo }) => photo)} start={open} alt={title} onClose={() => setOpen(undefined)} />
  )
  if (before && after) return <PhotoPair before={before} after={after} alt={title} />
  const left = all.length - SHOWN
  return (
    <div className="pane-photos" data-count={Math.min(all.length, SHOWN)} role="group" aria-label={t.photos}>
      {all.slice(0, SHOWN).map(({ photo, at }, nth) => (
        <button key={photo.id} type="button" aria-label={`${kit.openPhoto} ${nth + 1}`} onClick={() => setOpen(nth)}>
          <Photo photo={photo} alt="" eager={nth === 0} />
          <span>{nth === SHOWN - 1 && left > 0 ? t.photosMore(left) : dayTime(at)}</span>
        </button>
      ))}
      {viewer}
    </div>
  )
}
