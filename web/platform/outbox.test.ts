/** Drafts send once, in order, over a line that fails in every way it can. Only the network is made up. */
import { expect, it } from 'vitest'
import { ApiError } from './api.ts'
import { sendStored, type Draft, type Line, type Storage } from './outbox.ts'

/** Storage that keeps what IndexedDB keeps: copies, so nothing lives on in memory by accident. */
function memory(...drafts: Draft[]): Storage & { read: (id: string) => Draft | undefined } {
  const rows = new Map(drafts.map((draft) => [draft.id, structuredClone(draft)]))
  return {
    all: async () => [...rows.values()].map((draft) => structuredClone(draft)),
    get: async (id) => structuredClone(rows.get(id)),
    put: async (draft) => void rows.set(draft.id, structuredClone(draft)),
    remove: async (id) => void rows.delete(id),
    read: (id) => rows.get(id),
  }
}

/** A server that remembers idempotency keys, behind a line that does what `weather` says at each call. */
function server(weather: ('up' | 'down' | 'replyLost' | 'refuses')[] = []) {
  const photos = new Map<string, string>()
  const requests = new Map<string, unknown>()
  const arrive = <T>(take: () => T): T => {
    const today = weather.shift() ?? 'up'
    if (today === 'down') throw new ApiError('offline', 0)
    if (today === 'refuses') throw new ApiError('field_required', 422, 'text')
    const reply = take()
    if (today === 'replyLost') throw new ApiError('offline', 0)
    return reply
  }
  const line: Line = {
    upload: async ({ id }) =>
      arrive(() => ({ id: photos.get(id) ?? (photos.set(id, `photo-${photos.size + 1}`), `photo-${photos.size}`) })),
    send: async ({ id }, body) => arrive(() => (requests.has(id) || requests.set(id, body), { saved: id })),
  }
  return { line, photos, requests }
}

// prettier-ignore
const draft = (id: string, change: Partial<Draft> = {}): Draft => ({
  id, kind: 'report', title: '路面积水', method: 'POST', url: '/api/requests', body: { text: '路面积水' },
  photos: [{ id: `${id}-a`, blob: new Blob(['a']) }, { id: `${id}-b`, blob: new Blob(['b']) }],
  photosField: 'photoIds', state: 'stored', savedAt: `2026-11-25T00:00:0${id}Z`, ...change,
})
const quiet = () => {}

it('sends photos first, then the words with their ids', async () => {
  const storage = memory(draft('1'))
  const { line, requests } = server()
  expect(await sendStored(storage, line, quiet)).toBe('all')
  expect(requests.get('1')).toEqual({ text: '路面积水', photoIds: ['photo-1', 'photo-2'] })
  expect(storage.read('1')).toMatchObject({ state: 'sent', reply: { saved: '1' }, photos: [] })
})

it('goes on where the line broke, and what arrived without a reply is not doubled', async () => {
  const storage = memory(draft('1'))
  const { line, photos, requests } = server(['up', 'replyLost', 'up', 'replyLost', 'up'])
  expect(await sendStored(storage, line, quiet)).toBe('noSignal')
  expect(storage.read('1')).toMatchObject({ state: 'stored', photos: [{ fileId: 'photo-1' }, {}] })
  expect(await sendStored(storage, line, quiet)).toBe('noSignal')
  expect(await sendStored(storage, line, quiet)).toBe('all')
  expect([photos.size, requests.size]).toEqual([2, 1])
  expect(await sendStored(storage, line, quiet)).toBe('all')
  expect(requests.size).toBe(1)
})

it('takes up a sending that a closed page interrupted', async () => {
  const storage = memory(draft('1', { state: 'sending' }))
  const { line } = server()
  await sendStored(storage, line, quiet)
  expect(storage.read('1')?.state).toBe('sent')
})

it('hands a refusal to its writer and sends the others, oldest first', async () => {
  const storage = memory(draft('2', { photos: [] }), draft('1', { photos: [] }), draft('3', { state: 'kept' }))
  const { line, requests } = server(['refuses', 'up'])
  expect(await sendStored(storage, line, quiet)).toBe('all')
  expect(storage.read('1')).toMatchObject({ state: 'needsYou', problem: { code: 'field_required', field: 'text' } })
  expect([...requests.keys()]).toEqual(['2'])
  expect(storage.read('3')?.state).toBe('kept')
})

it('tells each change of state to those who watch', async () => {
  const seen: string[] = []
  await sendStored(memory(draft('1', { photos: [] })), server(['down']).line, ({ state }) => seen.push(state))
  expect(seen).toEqual(['sending', 'stored'])
})
