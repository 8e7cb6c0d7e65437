/**
 * Drafts of this device, kept in IndexedDB with their photos: they survive a reload and send themselves when there is a
 * signal (outbox.ts). One tab sends at a time (Web Locks); all see the same list. Cleared at sign-out.
 */
import { createStore, del, get, set, values, clear } from 'idb-keyval'
import { useSyncExternalStore } from 'react'
import { pathOf, request, type AnyEndpoint, type Input } from './api.ts'
import { sendStored, type Draft, type DraftPhoto, type Storage } from './outbox.ts'
import { uploadPhoto } from './photos.ts'

export type { Draft, DraftPhoto, DraftState, Problem } from './outbox.ts'

const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 300_000

const store = typeof indexedDB === 'undefined' ? undefined : createStore('linli-drafts', 'drafts')
const storage: Storage = {
  all: () => values<Draft>(store),
  get: (id) => get<Draft>(id, store),
  put: (draft) => set(draft.id, draft, store),
  remove: (id) => del(id, store),
}
const line = {
  upload: (photo: DraftPhoto) => uploadPhoto(photo.blob, { idempotencyKey: photo.id }),
  send: ({ id, url, method }: Draft, body: Readonly<Record<string, unknown>>) =>
    request<unknown>(url, {
      method,
      headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': id },
      body: JSON.stringify(body),
    }),
}

export type Writing<E extends AnyEndpoint> = Input<E> & {
  /** Leave out for a new draft; give it to go on writing an earlier one. */
  id?: string
  kind: string
  title: string
  photos?: readonly DraftPhoto[]
  photosField?: string
}

/** Keeps what is being written, without sending it. Answers the draft's id. */
export const keepDraft = <E extends AnyEndpoint>(endpoint: E, writing: Writing<E>) => write(endpoint, writing, 'kept')

/** Sends it: now if there is a signal, else by itself later, once. `whenSettled` tells which of the two. */
export async function sendDraft<E extends AnyEndpoint>(endpoint: E, writing: Writing<E>): Promise<Draft> {
  const id = await write(endpoint, writing, 'stored')
  await sendWaiting()
  return (await storage.get(id)) as Draft // written above, and only its writer removes it
}

export const removeDraft = async (id: string) => {
  await storage.remove(id)
  await reload()
}

export const findDraft = (id: string): Promise<Draft | undefined> => storage.get(id)

/** At sign-out: nothing of one person stays for the next. */
export const forgetDrafts = async () => {
  await clear(store)
  await reload()
}

async function write<E extends AnyEndpoint>(
  endpoint: E,
  writing: Writing<E>,
  state: 'kept' | 'stored',
): Promise<string> {
  const { id = crypto.randomUUID(), kind, title, photos = [], photosField = 'photoIds', params, body } = writing
  const url = pathOf(endpoint.path, params as Record<string, unknown> | undefined)
  const savedAt = new Date().toISOString()
  await storage.put({
    id,
    kind,
    title,
    method: endpoint.method,
    url,
    body: Object(body),
    photos,
    photosField,
    state,
    savedAt,
  })
  await reload()
  return id
}

let drafts: readonly Draft[] = []
const listeners = new Set<() => void>()

/** All drafts of this device, newest first. */
export function useDrafts(kind?: string): readonly Draft[] {
  const all = useSyncExternalStore(
    subscribe,
    () => drafts,
    () => drafts,
  )
  return kind ? all.filter((draft) => draft.kind === kind) : all
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) void reload()
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

async function reload() {
  drafts = (await storage.all()).sort((a, b) => b.savedAt.localeCompare(a.savedAt))
  for (const tell of listeners) tell()
}

let waitMs = FIRST_WAIT_MS
let timer: ReturnType<typeof setTimeout> | undefined

/** Tries to send what is stored; without a signal, again later by itself. */
export async function sendWaiting() {
  clearTimeout(timer)
  const outcome = await navigator.locks.request('linli-drafts', () => sendStored(storage, line, () => void reload()))
  await reload()
  waitMs = outcome === 'all' ? FIRST_WAIT_MS : Math.min(waitMs * 2, LONGEST_WAIT_MS)
  if (outcome === 'noSignal') timer = setTimeout(() => void sendWaiting(), waitMs)
}

/** Called once by an entry that lets people write: sends what an earlier visit left, and whenever the line returns. */
export function startSending() {
  const tryNow = () => void sendWaiting()
  addEventListener('online', tryNow)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && tryNow())
  tryNow()
}
