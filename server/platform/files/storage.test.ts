import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDiskStorage, photoKey } from './storage.ts'

let outside: string
let dataDir: string
beforeEach(async () => {
  outside = await mkdtemp(join(tmpdir(), 'linli-files-'))
  dataDir = join(outside, 'data')
})
afterEach(() => rm(outside, { recursive: true }))

const allFiles = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())

test('what was put is read, measured and deleted', async () => {
  const storage = await openDiskStorage(dataDir)
  const key = photoKey(3, randomUUID(), 'card')
  const bytes = Buffer.from('a picture')

  await storage.put(key, bytes)
  await storage.put(key, bytes)
  expect(await storage.stat(key)).toEqual({ size: 9 })
  const found = await storage.read(key)
  expect(found?.size).toBe(9)
  expect(found && (await buffer(found.stream))).toEqual(bytes)
  expect(await allFiles(dataDir)).toHaveLength(1)

  await storage.delete(key)
  await storage.delete(key)
  expect(await storage.read(key)).toBeUndefined()
  expect(await storage.stat(key)).toBeUndefined()
})

test('the same id under another tenant is another file', async () => {
  const storage = await openDiskStorage(dataDir)
  const id = randomUUID()
  await storage.put(photoKey(3, id, 'full'), Buffer.from('three'))
  expect(await storage.read(photoKey(4, id, 'full'))).toBeUndefined()
})

test('200 hostile keys reach nothing, inside or outside', async () => {
  const storage = await openDiskStorage(dataDir)
  await writeFile(join(outside, 'secret'), 'untouched')
  const keys = hostileKeys()
  expect(keys.length).toBeGreaterThanOrEqual(200)
  for (const key of keys) {
    await expect(storage.put(key, Buffer.from('x'))).rejects.toThrow('Not a storage key')
    await expect(storage.read(key)).rejects.toThrow('Not a storage key')
    await expect(storage.delete(key)).rejects.toThrow('Not a storage key')
    await expect(storage.stat(key)).rejects.toThrow('Not a storage key')
  }
  expect(await readFile(join(outside, 'secret'), 'utf8')).toBe('untouched')
  expect((await allFiles(outside)).map(({ name }) => name)).toEqual(['secret'])
})

test('a nearly full disk takes no more uploads but still gives files back', async () => {
  const key = photoKey(3, randomUUID(), 'full')
  await (await openDiskStorage(dataDir)).put(key, Buffer.from('kept'))
  const full = await openDiskStorage(dataDir, { fullAtShare: 0 })
  await expect(full.put(photoKey(3, randomUUID(), 'full'), Buffer.from('x'))).rejects.toMatchObject({
    code: 'storage_full',
  })
  expect(await full.stat(key)).toEqual({ size: 4 })
  await full.delete(key)
  expect(await allFiles(dataDir)).toHaveLength(0)
})

test('leftovers of interrupted writes are cleared, those of running ones are not', async () => {
  await openDiskStorage(dataDir)
  const incoming = join(dataDir, 'files', 'incoming')
  await writeFile(join(incoming, 'old'), 'half')
  await writeFile(join(incoming, 'running'), 'half')
  await utimes(join(incoming, 'old'), 0, 0)
  await openDiskStorage(dataDir)
  expect(await readdir(incoming)).toEqual(['running'])
})

function hostileKeys() {
  const id = randomUUID()
  const parts = [
    '..',
    '.',
    '',
    '/',
    '\\',
    '~',
    'CON',
    'nul',
    '%2e%2e',
    '%2e%2e%2f',
    '..%2f',
    '..\\',
    '\0',
    '\u202e',
    '０',
    '٣',
    '骉',
    ' ',
  ]
  const wrong = [
    '../../secret',
    '/etc/passwd',
    'files',
    'incoming/x',
    `-3/${id}-full`,
    `0/${id}-full`,
    `3/${id}`,
    'a'.repeat(4096),
  ]
  const broken = parts.flatMap((part) => [
    part,
    `${part}/${id}-full`,
    `3/${part}`,
    `3/${part}/${id}-full`,
    `3/${part}${id}-full`,
    `3/${id}-full${part}/x`,
    `3/${id}${part}-full`,
    `3/${id}-${part}`,
    `3${part}/${part}${id}-full`,
    `3/${id.slice(0, -2)}..-full`,
    `3/${part}/../../../secret`,
    `${part}3/${id}-Full`,
  ])
  const valid = photoKey(3, id, 'full')
  const extended = ['\n', ' ', '\0', '/', '.jpg', '/..'].flatMap((end) => [valid + end, end + valid])
  return [...new Set([...wrong, ...broken, ...extended, valid.toUpperCase(), valid.replaceAll('-', '_')])].filter(
    (key) => key !== valid,
  )
}
