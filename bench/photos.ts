/**
 * What a photograph costs: time, and memory in the server and in the decoder's process. `npx tsx bench/photos.ts` (Linux)
 *
 * Draws one noisy picture of 12 megapixels (a common phone) and takes it in 40 times, then the heaviest files that the
 * limits let through, once each. Read: `each` is wall time, one at a time, the start of the decoder not counted; `decoder`
 * is the highest resident memory of its process so far, `server` that of ours after each line. The decoder ends after a
 * quiet minute, so only `server` stays. Goal: 12 megapixels below 1 s, the server less than 130 MB.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROUNDS = 40
const [, , folder] = process.argv
if (folder) await takeIn(folder)
else await drawThenMeasure()

/** The pictures are drawn in this process and measured in another, so that drawing them is not counted. */
async function drawThenMeasure() {
  const { default: sharp } = await import('sharp')
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-photos-'))
  const drawn = (width: number, height: number) =>
    sharp({
      create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 12 } },
    })
  const pictures = {
    '12 MP JPEG': drawn(4000, 3000).jpeg({ quality: 75 }),
    '50 MP JPEG': drawn(8160, 6120).jpeg({ quality: 40 }),
    '50 MP progressive JPEG': drawn(8160, 6120).jpeg({ quality: 40, progressive: true }),
    '39 MP WebP': drawn(7200, 5400).webp({ quality: 20, effort: 0 }),
    '49 MP interlaced PNG': drawn(8160, 6120).threshold(160).png({ progressive: true, palette: true, colours: 2 }),
  }
  for (const [name, picture] of Object.entries(pictures)) writeFileSync(join(folder, name), await picture.toBuffer())
  spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), folder], { stdio: 'inherit' })
  rmSync(folder, { recursive: true })
}

async function takeIn(folder: string) {
  const { ingestPhoto } = await import('#platform/files/photo.ts')
  const { decoderProcessId } = await import('#platform/files/photo-process.ts')
  console.log(`server before the first photo ${megabytes('VmRSS', process.pid)} MB`)
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name))
    await ingestPhoto(bytes)
    const rounds = name.startsWith('12 MP') ? ROUNDS : 1
    const start = performance.now()
    for (let round = 0; round < rounds; round += 1) await ingestPhoto(bytes)
    const each = (performance.now() - start) / rounds
    const memory = `decoder ${megabytes('VmHWM', decoderProcessId())} MB, server ${megabytes('VmRSS', process.pid)} MB`
    console.log(
      `${name.padEnd(24)} ${(bytes.length / 1e6).toFixed(1)} MB, ${rounds} × each ${each.toFixed(0)} ms, ${memory}`,
    )
  }
}

/** One line of /proc/<pid>/status, which counts in kB: VmRSS is resident now, VmHWM the highest so far. */
function megabytes(line: 'VmRSS' | 'VmHWM', pid: number | undefined) {
  const kilobytes = new RegExp(`${line}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}
