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

export const readDrawn = (photo: DemoPhoto): Promise<Buffer> => readFile(new URL(`${nameOf(photo)}.jpg`, DRAWN_FOLDER))
