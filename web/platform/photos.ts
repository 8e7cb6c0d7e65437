/** Sends a photo to the server, which re-encodes it and drops everything but the picture (position first read from it). */
import type { Static } from 'typebox'
import { uploadPhoto as endpoint } from '#contracts/files.ts'
import { ApiError, type CallOptions } from './api.ts'

/** What the server takes. HEIC is left out on purpose: a phone then hands over a JPEG of it by itself. */
export const PHOTO_TYPES = 'image/jpeg,image/png,image/webp'
export const MOST_PHOTOS = 9

export type Uploaded = Static<typeof endpoint.reply>
type UploadOptions = CallOptions & { onProgress?: (share: number) => void }

/** XMLHttpRequest because fetch cannot tell how far an upload is. @throws ApiError */
export function uploadPhoto(photo: Blob, options: UploadOptions = {}): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const upload = new XMLHttpRequest()
    upload.open(endpoint.method, endpoint.path)
    upload.responseType = 'json'
    if (options.idempotencyKey) upload.setRequestHeader('idempotency-key', options.idempotencyKey)
    upload.upload.onprogress = ({ loaded, total }) => options.onProgress?.(total ? loaded / total : 0)
    upload.onerror = () => reject(new ApiError('offline', 0))
    upload.onload = () => {
      const said = Object(upload.response)
      const { code, field, details } = said
      if (upload.status >= 200 && upload.status < 300) resolve(said)
      else reject(new ApiError(code ?? 'unexpected', upload.status, field, details))
    }
    options.signal?.addEventListener('abort', () => upload.abort())
    const form = new FormData()
    form.append('photo', photo, 'photo')
    upload.send(form)
  })
}
