/**
 * 前后: two equal halves in one frame. While there is no photo of the result its half says 等照片. A tap opens the pair
 * on the whole screen. `alt` says what changed. `PhotoGrid` is any number of photos, each opening large.
 */
import { lazy, Suspense, useState } from 'react'
import type { PhotoView } from '#contracts/requests.ts'
import { useText } from '#web/platform/i18n.ts'
import { kitText } from '#web/texts/kit.ts'
import { marks } from '#web/texts/marks.ts'
import { Photo } from './Photo.tsx'
import './Photo.css'

/** These come when a photo is first opened. */
const PairViewer = lazy(() => import('./PhotoViewer.tsx').then((module) => ({ default: module.PairViewer })))
const PhotoViewer = lazy(() => import('./PhotoViewer.tsx').then((module) => ({ default: module.PhotoViewer })))

export type PhotoPairProps = {
  before: PhotoView | null
  after: PhotoView | null
  alt: string
  height?: number
  /** Inside something that is itself a link: does not open large. */
  still?: boolean
}

export function PhotoPair({ before, after, alt, height = 118, still = false }: PhotoPairProps) {
  const t = useText(kitText)
  const { colon } = useText(marks)
  const [open, setOpen] = useState(false)
  const first = before ?? after
  const halves = (
    <>
      <span className="ba-half" data-side="before">
        {before ? (
          <Photo photo={before} alt={`${t.before}${colon}${alt}`} />
        ) : (
          <span className="ba-wait">{t.noPhoto}</span>
        )}
        {before && <em aria-hidden="true">{t.before}</em>}
      </span>
      <span className="ba-half" data-side="after">
        {after ? (
          <Photo photo={after} alt={`${t.after}${colon}${alt}`} />
        ) : (
          <span className="ba-wait">{t.waitingForAfter}</span>
        )}
        {after && <em aria-hidden="true">{t.after}</em>}
      </span>
    </>
  )
  if (still || !first)
    return (
      <span className="ba" style={{ height }}>
        {halves}
      </span>
    )
  return (
    <>
      <button
        type="button"
        className="ba"
        style={{ height }}
        aria-label={`${t.openPhoto}${colon}${alt}`}
        onClick={() => setOpen(true)}
      >
        {halves}
      </button>
      <Suspense>
        {open && before && after && (
          <PairViewer before={before} after={after} alt={alt} onClose={() => setOpen(false)} />
        )}
        {open && !(before && after) && <PhotoViewer photos={[first]} alt={alt} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  )
}

export function PhotoGrid({ photos, alt }: { photos: readonly PhotoView[]; alt: string }) {
  const t = useText(kitText)
  const { colon } = useText(marks)
  const [open, setOpen] = useState<number>()
  return (
    <>
      <div className="photo-grid">
        {photos.map((photo, at) => (
          <button
            key={photo.id}
            type="button"
            aria-label={`${t.openPhoto}${colon}${alt} ${t.photo(at + 1)}`}
            onClick={() => setOpen(at)}
          >
            <Photo photo={photo} alt="" size="thumb" />
          </button>
        ))}
      </div>
      <Suspense>
        {open !== undefined && (
          <PhotoViewer photos={photos} start={open} alt={alt} onClose={() => setOpen(undefined)} />
        )}
      </Suspense>
    </>
  )
}
