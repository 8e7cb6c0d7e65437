/**
 * Photos being added to something: each is sent at once while the person still writes, so that its position is known
 * early and the rest is quick. Without a signal it simply stays, and the draft (drafts.ts) sends it later under the same
 * key. `photos` goes into a draft as it is; `ids` goes into a body.
 */
import { useEffect, useRef, useState } from 'react'
import { ApiError } from './api.ts'
import type { DraftPhoto } from './outbox.ts'
import { MOST_PHOTOS, uploadPhoto, type Uploaded } from './photos.ts'

export type AddedPhoto = DraftPhoto & {
  /** For <img>; lives as long as the page. */
  preview: string
  /** How much has been sent, 0 to 1. */
  share: number
  error?: ApiError
}
export type Photos = ReturnType<typeof usePhotos>
type Options = { start?: readonly DraftPhoto[]; onUploaded?: (reply: Uploaded) => void }

export function usePhotos({ start = [], onUploaded }: Options = {}) {
  const [added, setAdded] = useState<readonly AddedPhoto[]>(() => start.map((photo) => withPreview(photo)))
  const previews = useRef(new Set<string>())
  useEffect(() => {
    const made = previews.current
    return () => made.forEach((url) => URL.revokeObjectURL(url))
  }, [])

  const change = (id: string, what: Partial<AddedPhoto>) =>
    setAdded((now) => now.map((photo) => (photo.id === id ? { ...photo, ...what } : photo)))

  async function send(photo: AddedPhoto) {
    change(photo.id, { share: 0, error: undefined })
    try {
      const reply = await uploadPhoto(photo.blob, {
        idempotencyKey: photo.id,
        onProgress: (share) => change(photo.id, { share }),
      })
      change(photo.id, { fileId: reply.id, share: 1 })
      onUploaded?.(reply)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      change(photo.id, { error })
    }
  }

  function add(files: Iterable<Blob>) {
    const room = MOST_PHOTOS - added.length
    const fresh = [...files].slice(0, room).map((blob) => withPreview({ id: crypto.randomUUID(), blob }))
    for (const { preview } of fresh) previews.current.add(preview)
    setAdded((now) => [...now, ...fresh])
    for (const photo of fresh) void send(photo)
  }

  return {
    all: added,
    add,
    remove: (id: string) => setAdded((now) => now.filter((photo) => photo.id !== id)),
    retry: (photo: AddedPhoto) => void send(photo),
    /** For a body: those that the server has. */
    ids: added.flatMap(({ fileId }) => fileId ?? []),
    /** For a draft: all of them. */
    photos: added.map(({ id, blob, fileId }): DraftPhoto => ({ id, blob, ...(fileId && { fileId }) })),
    /** The first refusal that is not just a missing signal. */
    error: added.find(({ error }) => error && error.code !== 'offline')?.error,
    sending: added.some(({ fileId, error }) => !fileId && !error),
  }
}

const withPreview = (photo: DraftPhoto): AddedPhoto => ({
  ...photo,
  preview: URL.createObjectURL(photo.blob),
  share: photo.fileId ? 1 : 0,
})
