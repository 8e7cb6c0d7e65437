/**
 * The engine behind drafts: what was written without signal is kept, and sent once when there is one. Photos go first,
 * each with its own idempotency key and each only until the server has it; then the words, with the draft's own key.
 * The server answers a repeated key with the first answer, so a lost reply costs nothing.
 *
 * It knows no browser: storage and sending are given to it (drafts.ts gives the real ones, the test a plain Map).
 */
import type { ApiError } from './api.ts'

/** kept: still being written. stored: waits for a signal. needsYou: the server refused, see `problem`. */
export type DraftState = 'kept' | 'stored' | 'sending' | 'sent' | 'needsYou'
/** `id` is the upload's idempotency key; `fileId` is the server's name for it once it is there. */
export type DraftPhoto = { id: string; blob: Blob; takenAt?: string; fileId?: string }
export type Problem = { code: string; field?: string; details: Readonly<Record<string, unknown>> }

export type Draft = {
  /** Also the idempotency key of the sending. */
  id: string
  /** Which page can open it again, e.g. `report`. */
  kind: string
  /** How a list calls it: the resident's own first words. */
  title: string
  method: string
  /** The address with its params already put in. */
  url: string
  body: Readonly<Record<string, unknown>>
  photos: readonly DraftPhoto[]
  /** The field of the body that takes the ids of the uploaded photos. */
  photosField: string
  state: DraftState
  savedAt: string
  problem?: Problem
  reply?: unknown
}

export type Storage = {
  all(): Promise<Draft[]>
  get(id: string): Promise<Draft | undefined>
  put(draft: Draft): Promise<void>
  remove(id: string): Promise<void>
}
export type Line = {
  upload(photo: DraftPhoto): Promise<{ id: string }>
  send(draft: Draft, body: Readonly<Record<string, unknown>>): Promise<unknown>
}

/** Sends every stored draft, oldest first. Stops at the first that finds no signal; a refused one waits for its writer. */
export async function sendStored(
  storage: Storage,
  line: Line,
  changed: (draft: Draft) => void,
): Promise<'all' | 'noSignal'> {
  const waiting = (await storage.all()).filter(({ state }) => state === 'stored' || state === 'sending')
  waiting.sort((a, b) => a.savedAt.localeCompare(b.savedAt))
  for (const { id } of waiting) {
    const outcome = await sendOne(storage, line, id, changed)
    if (outcome === 'stored') return 'noSignal'
  }
  return 'all'
}

async function sendOne(
  storage: Storage,
  line: Line,
  id: string,
  changed: (draft: Draft) => void,
): Promise<DraftState | 'gone'> {
  const found = await storage.get(id)
  if (!found) return 'gone'
  let draft: Draft = { ...found, state: 'sending' }
  const save = async (change: Partial<Draft>) => {
    draft = { ...draft, ...change }
    await storage.put(draft)
    changed(draft)
  }
  await save({})
  try {
    for (const photo of draft.photos) {
      if (photo.fileId) continue
      const { id: fileId } = await line.upload(photo)
      await save({ photos: draft.photos.map((one) => (one.id === photo.id ? { ...one, fileId } : one)) })
    }
    const reply = await line.send(draft, bodyOf(draft))
    await save({ state: 'sent', reply, photos: [] })
  } catch (error) {
    if (!isApiError(error)) throw error
    await save(isForWriter(error) ? { state: 'needsYou', problem: problemOf(error) } : { state: 'stored' })
  }
  return draft.state
}

/** The body with its photos' ids, as it is sent. */
export function bodyOf({ body, photos, photosField }: Draft): Readonly<Record<string, unknown>> {
  return photos.length === 0 ? body : { ...body, [photosField]: photos.flatMap(({ fileId }) => fileId ?? []) }
}

// by name, since the engine must not import the browser's half
const isApiError = (error: unknown): error is ApiError => error instanceof Error && error.name === 'ApiError'
/** 4xx is an answer to the writer; too many at once, too slow, and all else is worth another try. */
const isForWriter = ({ status }: ApiError) => status >= 400 && status < 500 && status !== 429 && status !== 408
const problemOf = ({ code, field, details }: ApiError): Problem => ({ code, details, ...(field && { field }) })
