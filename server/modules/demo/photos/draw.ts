/**
 * The demo district's photographs: drawn by ourselves, so that no real street, car or face is shown.
 * A scene is drawn from a seed; before and after of one variant share camera and street. draw-all.ts renders
 * them once into drawn/, so that no server ever has to open an SVG.
 */
import sharp from 'sharp'
import { randomOf, type Random } from '../generate/random.ts'
import type { DemoPhoto } from '../generate/types.ts'
import { defs, HEIGHT, WIDTH } from './parts.ts'
import { clutter, darkStairs, handrail, leak, repair } from './scenes/indoors.ts'
import { lamp, manhole, parking, pothole, puddle, wreck } from './scenes/street.ts'
import { bins, bulky, garden, pond, shed } from './scenes/yard.ts'

type Scene = (random: Random, state: DemoPhoto['state']) => string
export const SCENES: Record<string, Scene> = {
  puddle,
  pothole,
  manhole,
  lamp,
  parking,
  wreck,
  bins,
  bulky,
  shed,
  garden,
  pond,
  corridor: clutter,
  corridorDark: darkStairs,
  handrail,
  leak,
  repair,
}

export const PIXELS = { width: 880, height: 660 }
const GRAIN = { mean: 128, sigma: 17 }

/** @throws Error when no scene has this name */
export function drawScene({ scene, state, variant }: DemoPhoto): string {
  const draw = SCENES[scene]
  if (!draw) throw new Error(`no scene called ${scene}`)
  const body = draw(randomOf(`${scene}/${variant}`), state)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${PIXELS.width}" height="${PIXELS.height}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${defs(variant * 7)}${body}</svg>`
}

let grain: Promise<Buffer> | undefined
const rawGrain = () =>
  (grain ??= sharp({ create: { ...PIXELS, channels: 3, background: '#808080', noise: { type: 'gaussian', ...GRAIN } } })
    .raw()
    .toBuffer())

/** A scene as a JPEG, with the grain of a small sensor. */
export async function drawPhoto(photo: DemoPhoto): Promise<Buffer> {
  const overlay = { input: await rawGrain(), raw: { ...PIXELS, channels: 3 as const }, blend: 'soft-light' as const }
  return sharp(Buffer.from(drawScene(photo)))
    .removeAlpha()
    .composite([overlay])
    .jpeg({ quality: 76 })
    .toBuffer()
}
