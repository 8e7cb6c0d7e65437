/** The drawn photographs as files: draw-all.ts makes them, filling the demo district reads them. */
import { readFile } from 'node:fs/promises'
import type { DemoPhoto } from '../generate/types.ts'
import index from './drawn/index.json' with { type: 'json' }

export type DrawnPhoto = { width: number; height: number; averageColour: string; byteCount: number; sha256: string }

/** Beside this file in the source; the bundle in dist/ reads them from there too. */
export const DRAWN_FOLDER = new URL(
  import.meta.url.endsWith('.ts') ? './drawn/' : '../server/modules/demo/photos/drawn/',
  import.meta.url,
)
export const nameOf = ({ scene, state, variant }: DemoPhoto) => `${scene}-${state}-${variant}`

/** @throws Error when it was never drawn */
export function drawnPhoto(photo: DemoPhoto): DrawnPhoto {
  const found = (index as Record<string, DrawnPhoto>)[nameOf(photo)] // the file's own shape, names as keys
  if (!found) throw new Error(`no drawing of ${nameOf(photo)}; run draw-all.ts`)
  return found
}

/** Digests of all drawings; a photo's row keeps the digest of what it was made from. */
export const DRAWN_DIGESTS = Object.values(index).map(({ sha256 }) => sha256)

/** Name of the drawing with this digest. @throws Error when there is none */
export function drawingOf(digest: string): string {
  const found = Object.entries(index).find(([, { sha256 }]) => sha256 === digest)
  if (!found) throw new Error(`no drawing with digest ${digest}`)
  return found[0]
}

export const readDrawn = (name: string): Promise<Buffer> => readFile(new URL(`${name}.jpg`, DRAWN_FOLDER))
