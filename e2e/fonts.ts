/**
 * Chinese letters for the test browser: a machine without Chinese fonts would draw boxes, and every picture
 * and width in the journeys would be wrong. The letters come from npm (@fontsource/noto-sans-sc): one file a weight
 * covers GB 2312, the numbered files hold the rarer characters. Fontconfig is given these and nothing else, so a
 * picture looks the same on every machine.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'

const FILES = join(dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json')), 'files')
const WHOLE = /^noto-sans-sc-chinese-simplified-(400|600|700)-normal\.woff$/
const RARE = /^noto-sans-sc-\d+-400-normal\.woff$/

/** Writes the letters and a fonts.conf into the folder. @returns the path for FONTCONFIG_FILE */
export function writeFonts(folder: string): string {
  mkdirSync(join(folder, 'letters'), { recursive: true })
  for (const file of readdirSync(FILES)) {
    if (!WHOLE.test(file) && !RARE.test(file)) continue
    const name = file.replace(/^noto-sans-sc-/, WHOLE.test(file) ? 'whole-' : 'rare-').replace(/woff$/, 'ttf')
    writeFileSync(join(folder, 'letters', name), inflateWoff(readFileSync(join(FILES, file))))
  }
  const config = join(folder, 'fonts.conf')
  writeFileSync(config, fontsConf(folder))
  return config
}

/**
 * WOFF 1.0 is a TrueType file whose tables are deflated one by one; this puts them back.
 * Source: W3C Recommendation "WOFF File Format 1.0", sections 3 to 5.
 */
export function inflateWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1.0 file')
  const count = woff.readUInt16BE(12)
  const header = Buffer.alloc(12 + 16 * count)
  const power = Math.floor(Math.log2(count))
  header.writeUInt32BE(woff.readUInt32BE(4), 0)
  header.writeUInt16BE(count, 4)
  header.writeUInt16BE(16 * 2 ** power, 6)
  header.writeUInt16BE(power, 8)
  header.writeUInt16BE(16 * (count - 2 ** power), 10)

  const parts = [header]
  let at = header.length
  for (let i = 0; i < count; i++) {
    const entry = 44 + 20 * i
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [
      number,
      number,
      number,
    ] // three fields in, three out
    const stored = woff.subarray(offset, offset + packed)
    const table = packed < length ? inflateSync(stored) : stored
    woff.copy(header, 12 + 16 * i, entry, entry + 4)
    woff.copy(header, 16 + 16 * i, entry + 16, entry + 20)
    header.writeUInt32BE(at, 20 + 16 * i)
    header.writeUInt32BE(length, 24 + 16 * i)
    const padded = Buffer.alloc(Math.ceil(length / 4) * 4)
    table.copy(padded)
    parts.push(padded)
    at += padded.length
  }
  return Buffer.concat(parts)
}

// The files call their family "Noto Sans SC Thin" or "Noto Sans SC" whatever their weight; the scan rules name them apart.
const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/letters</dir>
  <cachedir>${folder}/cache</cachedir>
  <match target="scan">
    <test name="file" compare="contains"><string>/whole-</string></test>
    <edit name="family" mode="assign"><string>Noto Sans SC</string></edit>
  </match>
  <match target="scan">
    <test name="file" compare="contains"><string>/rare-</string></test>
    <edit name="family" mode="assign"><string>Noto Sans SC Rare</string></edit>
  </match>
  <match target="pattern">
    <edit name="family" mode="append_last"><string>Noto Sans SC</string><string>Noto Sans SC Rare</string></edit>
  </match>
</fontconfig>
`
