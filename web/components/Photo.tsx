/** One photo as the contract gives it. Until it has come its place shows its average colour; its room never jumps. */
import type { PhotoView } from '#contracts/requests.ts'
import { sideOf } from './Icon.tsx'
import './Photo.css'

/** thumb 160 px squares in rows, card for cards, full for the whole screen. */
export type PhotoSize = 'thumb' | 'card' | 'full'
export type PhotoProps = {
  photo: PhotoView
  /** What is to be seen; '' when the words beside it say so. */ alt: string
  size?: PhotoSize
  className?: string
  eager?: boolean
}

export const photoUrl = (photo: PhotoView, size: PhotoSize) => `${photo.url}?size=${size}`

export const Photo = ({ photo, alt, size = 'card', className = '', eager = false }: PhotoProps) => (
  <img
    className={`photo ${className}`}
    src={photoUrl(photo, size)}
    alt={alt}
    width={photo.width}
    height={photo.height}
    loading={eager ? 'eager' : 'lazy'}
    decoding="async"
    style={{ backgroundColor: photo.averageColour }}
  />
)

/** A square at the start of a row; `nth` numbers it as on the map. */
export const Thumb = ({
  photo,
  alt = '',
  px = 52,
  nth,
}: {
  photo: PhotoView | null
  alt?: string
  px?: number
  nth?: number
}) => (
  <span className="thumb" style={sideOf(px)}>
    {photo && <Photo photo={photo} alt={alt} size="thumb" />}
    {nth !== undefined && <i>{nth}</i>}
  </span>
)
