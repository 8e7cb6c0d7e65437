/**
 * The demo district's photographs: drawn by ourselves, so that no real street, car or face is shown.
 * A scene is drawn from a seed; before and after of one variant share camera and street. Rendered once by sharp
 * (our own SVG only, never a sender's), with film grain laid over, and kept in a folder for the next start.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { randomOf, type Random } from '../generate/random.ts'
import type { DemoPhoto } from '../generate/types.ts'
import { defs, HEIGHT, WIDTH } from './parts.ts'
import { clutter, darkStairs, handrail, leak, repair } from './scenes/indoors.ts'
import { lamp, manhole, parking, pothole, puddle, wreck } from './scenes/street.ts'
import { bins, bulky, garden, pond, shed } from './scenes/yard.ts'

type Scene = (random: Random, state: DemoPhoto['state']) => string
export const SCENES: Record<string, Scene> = {
  puddle, pothole, manhole, lamp, parking, wreck, bins, bulky, shed, garden, pond, corridor: clutter, corridorDark: darkStairs, handrail, leak, repair,
} // prettier-ignore

/** Raise it when a scene changes, so that folders of older pictures are drawn anew. */
const DRAWING = 1
const PIXELS = { width: 960, height: 720 }
const GRAIN = { mean: 128, sigma: 13 }

/** @throws Error when no scene has this name */
export function drawScene({ scene, state, variant }: DemoPhoto): string {
  const draw = SCENES[scene]
  if (!draw) throw new Error(`no scene called ${scene}`)
  const body = draw(randomOf(`${scene}/${variant}`), state)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${PIXELS.width}" height="${PIXELS.height}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${defs(variant * 7)}${body}</svg>`
}

/** JPEG of a scene, from `folder` when it was drawn before. */
export async function photoOf(photo: DemoPhoto, folder: string): Promise<Buffer> {
  const file = join(folder, `${photo.scene}-${photo.state}-${photo.variant}-${DRAWING}.jpg`)
  const known = await readFile(file).catch(() => undefined) // not drawn yet
  if (known) return known
  const bytes = await render(drawScene(photo))
  await mkdir(folder, { recursive: true })
  await writeFile(`${file}.part`, bytes)
  await rename(`${file}.part`, file)
  return bytes
}

let grain: Promise<Buffer> | undefined
const rawGrain = () =>
  (grain ??= sharp({ create: { ...PIXELS, channels: 3, background: '#808080', noise: { type: 'gaussian', ...GRAIN } } }).raw().toBuffer())

async function render(svg: string): Promise<Buffer> {
  const overlay = { input: await rawGrain(), raw: { ...PIXELS, channels: 3 as const }, blend: 'soft-light' as const }
  return sharp(Buffer.from(svg)).removeAlpha().composite([overlay]).jpeg({ quality: 80 }).toBuffer()
}
