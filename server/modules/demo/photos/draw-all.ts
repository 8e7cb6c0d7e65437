/**
 * Draws every scene into drawn/ with an index of what the files are. Run it when a scene changes:
 * `npx tsx server/modules/demo/photos/draw-all.ts`. The server never runs it.
 */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { PHOTO_VARIANTS } from '../generate/history.ts'
import { drawPhoto, PIXELS, SCENES } from './draw.ts'
import { DRAWN_FOLDER, nameOf, type DrawnPhoto } from './drawn.ts'

const index: Record<string, DrawnPhoto> = {}
await mkdir(DRAWN_FOLDER, { recursive: true })
for (const scene of Object.keys(SCENES)) {
  for (const state of ['before', 'after'] as const) {
    for (let variant = 1; variant <= PHOTO_VARIANTS; variant++) {
      const photo = { scene, state, variant }
      const bytes = await drawPhoto(photo)
      const { channels } = await sharp(bytes).stats()
      index[nameOf(photo)] = {
        ...PIXELS,
        averageColour: `#${channels.map(({ mean }) => Math.round(mean).toString(16).padStart(2, '0')).join('')}`,
        byteCount: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      }
      await writeFile(new URL(`${nameOf(photo)}.jpg`, DRAWN_FOLDER), bytes)
    }
  }
}
await writeFile(new URL('index.json', DRAWN_FOLDER), `${JSON.stringify(index, null, 1)}\n`)
