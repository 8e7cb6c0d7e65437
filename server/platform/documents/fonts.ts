/**
 * The letters of documents: Noto Sans SC, regular and bold, 30,890 characters, so that rare characters in names of places
 * print (骉 㛃 䶮 𬭎 𠅤). Beside the bundle when that runs, in the package otherwise. Licence: SIL Open Font License 1.1.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PACKAGE = '@expo-google-fonts/noto-sans-sc'
const FILES = { text: '400Regular/NotoSansSC_400Regular.ttf', bold: '700Bold/NotoSansSC_700Bold.ttf' } as const
export type Weight = keyof typeof FILES

const built = !import.meta.url.endsWith('.ts')

/** Where the file of a weight lies. The build puts both beside the bundle (scripts/lib/build.mjs). */
export function fontFile(weight: Weight): string {
  if (built) return join(dirname(fileURLToPath(import.meta.url)), 'fonts', `${weight}.ttf`)
  return join(dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`)), FILES[weight])
}
