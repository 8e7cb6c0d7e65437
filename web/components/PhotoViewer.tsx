/** Photos on the whole screen: a pair with a seam to drag (or arrow keys), or several one after the other. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { PhotoView } from '#contracts/requests.ts'
import { useText } from '#web/platform/i18n.ts'
import { kitText } from '#web/texts/kit.ts'
import { marks } from '#web/texts/marks.ts'
import { Icon } from './Icon.tsx'
import { Photo } from './Photo.tsx'

type ViewerProps = { onClose: () => void; label: string; children: ReactNode }
function Viewer({ onClose, label, children }: ViewerProps) {
  const t = useText(kitText)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="viewer" aria-label={label} onClose={onClose}>
      <div className="viewer-in">
        {children}
        <button type="button" className="viewer-close" aria-label={t.close} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
    </dialog>
  )
}

export type PairViewerProps = { before: PhotoView; after: PhotoView; alt: string; onClose: () => void }
export function PairViewer({ before, after, alt, onClose }: PairViewerProps) {
  const t = useText(kitText)
  const { colon } = useText(marks)
  const [seam, setSeam] = useState(50)
  return (
    <Viewer onClose={onClose} label={alt}>
      <Photo photo={after} alt={`${t.after}${colon}${alt}`} size="full" eager />
      <div style={{ position: 'absolute', inset: 0, background: '#080e12', clipPath: `inset(0 ${100 - seam}% 0 0)` }}>
        <Photo photo={before} alt={`${t.before}${colon}${alt}`} size="full" eager />
      </div>
      <div className="viewer-tags">
        <em>{t.before}</em>
        <em>{t.after}</em>
      </div>
      <input
        type="range"
        aria-label={t.seam}
        min={0}
        max={100}
        step={0.5}
        value={seam}
        onChange={(event) => setSeam(event.target.valueAsNumber)}
      />
      <span className="viewer-seam" style={{ left: `${seam}%` }}>
        <Icon name="more" />
      </span>
    </Viewer>
  )
}

export type PhotoViewerProps = { photos: readonly PhotoView[]; start?: number; alt: string; onClose: () => void }
export function PhotoViewer({ photos, start = 0, alt, onClose }: PhotoViewerProps) {
  const t = useText(kitText)
  const [at, setAt] = useState(start)
  const photo = photos[at]
  const turn = (by: number) => setAt((now) => Math.min(Math.max(now + by, 0), photos.length - 1))
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => (key === 'ArrowRight' ? turn(1) : key === 'ArrowLeft' && turn(-1))
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
  return (
    <Viewer onClose={onClose} label={alt}>
      {photo && <Photo photo={photo} alt={`${alt} ${t.photo(at + 1)}`} size="full" eager />}
      {at > 0 && (
        <button type="button" className="viewer-next" data-to="back" aria-label={t.photo(at)} onClick={() => turn(-1)}>
          <Icon name="back" />
        </button>
      )}
      {at < photos.length - 1 && (
        <button type="button" className="viewer-next" data-to="on" aria-label={t.photo(at + 2)} onClick={() => turn(1)}>
          <Icon name="chevron" />
        </button>
      )}
      {photos.length > 1 && (
        <div className="viewer-tags">
          <em>
            {at + 1} / {photos.length}
          </em>
        </div>
      )}
    </Viewer>
  )
}
