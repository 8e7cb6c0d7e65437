/**
 * Writes a .br and a .gz beside every built text file, so that the server sends them compressed without work of its own
 * (server/platform/web-files.ts). Once per build, with the best quality there is.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

const TEXT = /\.(js|css|svg|html|json|webmanifest)$/
const WORTH_BYTES = 512 // below it the headers weigh more than what is saved

const ways = [
  ['br', promisify(brotliCompress)], // Node's default quality is brotli's highest
  ['gz', (bytes) => promisify(gzip)(bytes, { level: 9 })],
]

export async function compress(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile() && TEXT.test(entry.name))
  await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name)
      const bytes = await readFile(path)
      if (bytes.length < WORTH_BYTES) return
      for (const [ending, squeeze] of ways) await writeFile(`${path}.${ending}`, await squeeze(bytes))
    }),
  )
}
