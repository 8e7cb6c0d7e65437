/**
 * Files made to hurt: bombs, archives in archives, entities, lies about sizes and names. Each is refused with its own code,
 * and the reader takes the next file. How long each took is measured by bench/imports.ts.
 */
import { expect, test } from 'vitest'
import { AppError } from '#platform/errors.ts'
import { hostileFiles } from './make/hostile.ts'
import { openFile } from './reading/reading-process.ts'
import { makeXlsx } from './make/uploads.ts'

const codeOf = (bytes: Buffer) =>
  openFile('hostile', bytes).then(
    () => 'accepted',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

test('every hostile file is refused by its own code, and a good one is read after it', async () => {
  const files = await hostileFiles()
  expect(files.length).toBeGreaterThanOrEqual(20)
  const got: Record<string, string> = {}
  for (const { name, bytes } of files) got[name] = await codeOf(bytes)
  expect(got).toEqual(Object.fromEntries(files.map(({ name, code }) => [name, code])))
  expect(await codeOf(await makeXlsx({ 居民: [['姓名'], ['王晓燕']] }))).toBe('accepted')
}, 60_000)
