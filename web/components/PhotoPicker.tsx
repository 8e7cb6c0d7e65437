/**
 * Takes up to nine photos: the camera first, the album second. Each shows how far it has been sent; one that waits for a
 * signal says so and is not an error. State and sending are in `usePhotos()`:
 *
 *   const photos = usePhotos({ onUploaded: ({ position }) => … })
 *   <PhotoPicker photos={photos} label="拍一张" />
 */
import { useRef, type ChangeEvent } from 'react'
import { useText } from '#web/platform/i18n.ts'
import { MOST_PHOTOS, PHOTO_TYPES } from '#web/platform/photos.ts'
import type { AddedPhoto, Photos } from '#web/platform/use-photos.ts'
import { useProblem } from '#web/texts/errors.ts'
import { kitText } from '#web/texts/kit.ts'
import { Icon } from './Icon.tsx'
import './PhotoPicker.css'

export type PhotoPickerProps = {
  photos: Photos
  label: string
  /** hero: the first photo large, as on the report (default). row: small squares, for a step's evidence. */
  look?: 'hero' | 'row'
  hint?: string
}

export function PhotoPicker({ photos, label, look = 'hero', hint }: PhotoPickerProps) {
  const t = useText(kitText)
  const say = useProblem()
  const camera = useRef<HTMLInputElement>(null)
  const album = useRef<HTMLInputElement>(null)
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    photos.add(target.files ?? [])
    target.value = ''
  }
  const full = photos.all.length >= MOST_PHOTOS
  return (
    <div className={`pick pick-${look}`} role="group" aria-label={label}>
      <input ref={camera} type="file" accept={PHOTO_TYPES} capture="environment" hidden onChange={take} />
      <input ref={album} type="file" accept={PHOTO_TYPES} multiple hidden onChange={take} />
      {photos.all.map((photo, at) => (
        <Added key={photo.id} photo={photo} nth={at + 1} photos={photos} />
      ))}
      {!full && (
        <span className="pick-add">
          <button type="button" onClick={() => camera.current?.click()}>
            <Icon name="camera" size={photos.all.length === 0 ? 32 : 24} />
            {t.takePhoto}
          </button>
          <button type="button" onClick={() => album.current?.click()}>
            <Icon name="image" size={photos.all.length === 0 ? 26 : 24} />
            {t.choosePhoto}
          </button>
        </span>
      )}
      {photos.error ? (
        <p className="pick-error" role="alert">
          <Icon name="alert" size={16} />
          {say(photos.error)}
        </p>
      ) : (
        hint && <p>{hint}</p>
      )}
    </div>
  )
}

function Added({ photo, nth, photos }: { photo: AddedPhoto; nth: number; photos: Photos }) {
  const t = useText(kitText)
  const offline = photo.error?.code === 'offline'
  return (
    <figure>
      <img src={photo.preview} alt={t.photo(nth)} />
      {!photo.fileId && !photo.error && (
        <progress value={photo.share} aria-label={t.uploading(Math.round(photo.share * 100))} />
      )}
      {offline && <figcaption>{t.photoWaits}</figcaption>}
      {photo.error && !offline && (
        <button type="button" className="pick-retry" onClick={() => photos.retry(photo)}>
          {t.photoFailed}
        </button>
      )}
      <button
        type="button"
        className="pick-remove"
        aria-label={t.removePhoto(nth)}
        onClick={() => photos.remove(photo.id)}
      >
        <Icon name="close" size={20} />
      </button>
    </figure>
  )
}
