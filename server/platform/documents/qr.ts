/**
 * A QR code as its dark modules: byte mode, error correction M (a poster gets scratched), versions 1 to 10, which is 213
 * bytes and more than any address of ours. Source: ISO/IEC 18004:2015, clauses 7.3 to 7.10 and table 9.
 */

/** Of each version at level M: words of correction in a block, and blocks as [count, data words]. Table 9. */
const BLOCKS: readonly { correction: number; blocks: readonly (readonly [number, number])[] }[] = [
  { correction: 10, blocks: [[1, 16]] },
  { correction: 16, blocks: [[1, 28]] },
  { correction: 26, blocks: [[1, 44]] },
  { correction: 18, blocks: [[2, 32]] },
  { correction: 24, blocks: [[2, 43]] },
  { correction: 16, blocks: [[4, 27]] },
  { correction: 18, blocks: [[4, 31]] },
  { correction: 22, blocks: [[2, 38], [2, 39]] },
  { correction: 22, blocks: [[3, 36], [2, 37]] },
  { correction: 26, blocks: [[4, 43], [1, 44]] },
] // prettier-ignore
/** Centres of the alignment patterns. Annex E. */
const ALIGNED = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]]
const LEVEL_M = 0
const ALL_MASKS = [0, 1, 2, 3, 4, 5, 6, 7]

/** Rows of modules, true is dark; without the quiet zone of four modules. Every mask gives a right code; the best is the
 *  easiest to read. @throws RangeError when the text is too long */
export function qrModules(text: string, masks: readonly number[] = ALL_MASKS): boolean[][] {
  const bytes = [...new TextEncoder().encode(text)]
  const version = 1 + BLOCKS.findIndex((_, at) => bytes.length + (at < 9 ? 2 : 3) <= dataWords(at + 1))
  if (version === 0) throw new RangeError('too long for a QR code of version 10')
  const words = interleave(version, pack(bytes, version))
  const masked = masks.map((mask) => place(version, words, mask))
  const [best] = masked.toSorted((a, b) => penalty(a) - penalty(b))
  return best ?? []
}

const kindOf = (version: number) => {
  const kind = BLOCKS[version - 1]
  if (!kind) throw new RangeError(`no version ${version}`)
  return kind
}
const dataWords = (version: number) => kindOf(version).blocks.reduce((sum, [count, each]) => sum + count * each, 0)

/** Mode, length, bytes, end, and padding in turns of 236 and 17. Clause 7.4. */
function pack(bytes: readonly number[], version: number): number[] {
  const bits: number[] = []
  const put = (value: number, length: number) => {
    for (let at = length - 1; at >= 0; at -= 1) bits.push((value >> at) & 1)
  }
  put(4, 4)
  put(bytes.length, version < 10 ? 8 : 16)
  for (const byte of bytes) put(byte, 8)
  const room = dataWords(version) * 8
  put(0, Math.min(4, room - bits.length))
  put(0, (8 - (bits.length % 8)) % 8)
  for (let pad = 236; bits.length < room; pad = 253 - pad) put(pad, 8)
  return Array.from({ length: bits.length / 8 }, (_, at) => bits.slice(at * 8, at * 8 + 8).reduce((word, bit) => word * 2 + bit, 0))
} // prettier-ignore

// Galois field of 256 elements by x⁸ + x⁴ + x³ + x² + 1. Clause 7.5.2.
const EXP: number[] = []
const LOG: number[] = []
for (let power = 0, value = 1; power < 255; power += 1) {
  EXP[power] = value
  LOG[value] = power
  value = value < 128 ? value * 2 : (value * 2) ^ 285
}
const times = (a: number, b: number) => (a === 0 || b === 0 ? 0 : (EXP[((LOG[a] ?? 0) + (LOG[b] ?? 0)) % 255] ?? 0))

function correctionOf(data: readonly number[], count: number): number[] {
  let generator = [1]
  for (let power = 0; power < count; power += 1)
    generator = [...generator, 0].map((value, at) => value ^ times(generator[at - 1] ?? 0, EXP[power] ?? 0))
  const rest = [...data, ...Array.from({ length: count }, () => 0)]
  for (let at = 0; at < data.length; at += 1) {
    const lead = rest[at] ?? 0
    for (const [nth, value] of generator.entries()) rest[at + nth] = (rest[at + nth] ?? 0) ^ times(value, lead)
  }
  return rest.slice(data.length)
}

function interleave(version: number, data: readonly number[]): number[] {
  const { correction, blocks } = kindOf(version)
  const parts: number[][] = []
  let at = 0
  for (const [count, each] of blocks) for (let nth = 0; nth < count; nth += 1) parts.push(data.slice(at, (at += each)))
  const checks = parts.map((part) => correctionOf(part, correction))
  const across = (rows: readonly number[][]) =>
    Array.from({ length: Math.max(...rows.map(({ length }) => length)) }, (_, column) =>
      rows.flatMap((row) => row[column] ?? []),
    ).flat()
  return [...across(parts), ...across(checks)]
}

const MASKS: readonly ((y: number, x: number) => boolean)[] = [
  (y, x) => (y + x) % 2 === 0,
  (y) => y % 2 === 0,
  (_, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => ((y * x) % 2) + ((y * x) % 3) === 0,
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2 === 0,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2 === 0,
]

function place(version: number, words: readonly number[], mask: number): boolean[][] {
  const size = 17 + 4 * version
  const grid: (boolean | undefined)[][] = Array.from({ length: size }, () => Array.from({ length: size }, () => undefined)) // prettier-ignore
  const set = (y: number, x: number, dark: boolean) => {
    const row = grid[y]
    if (row && x >= 0 && x < size) row[x] = dark
  }
  drawPatterns(version, size, set)
  drawFormat(size, mask, set)
  if (version >= 7) drawVersion(version, size, set)
  let bit = 0
  let up = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1 // the timing column
    for (let step = 0; step < size; step += 1) {
      const y = up ? size - 1 - step : step
      for (const x of [right, right - 1]) {
        if (grid[y]?.[x] !== undefined) continue
        const dark = (((words[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1
        set(y, x, dark !== (MASKS[mask]?.(y, x) ?? false))
        bit += 1
      }
    }
    up = !up
  }
  return grid.map((row) => row.map((dark) => dark === true))
}

type Put = (y: number, x: number, dark: boolean) => void
function drawPatterns(version: number, size: number, set: Put) {
  for (const [top, left] of [
    [0, 0],
    [0, size - 7],
    [size - 7, 0],
  ] as const)
    // prettier-ignore
    for (let y = -1; y <= 7; y += 1)
      for (let x = -1; x <= 7; x += 1) {
        const ring = Math.max(Math.abs(y - 3), Math.abs(x - 3))
        if (top + y >= 0 && top + y < size) set(top + y, left + x, ring !== 2 && ring !== 4)
      }
  for (let at = 8; at < size - 8; at += 1) {
    set(6, at, at % 2 === 0)
    set(at, 6, at % 2 === 0)
  }
  const centres = ALIGNED[version - 1] ?? []
  for (const cy of centres)
    for (const cx of centres) {
      const inCorner = (cy === 6 && (cx === 6 || cx === size - 7)) || (cy === size - 7 && cx === 6)
      if (inCorner) continue
      for (let y = -2; y <= 2; y += 1)
        for (let x = -2; x <= 2; x += 1) set(cy + y, cx + x, Math.max(Math.abs(y), Math.abs(x)) !== 1)
    }
  set(size - 8, 8, true)
}

/** Remainder of a BCH code. Annexes C and D. */
function remainder(value: number, by: number, bits: number): number {
  let rest = value << bits
  for (let at = 31; at >= bits; at -= 1) if ((rest >>> at) & 1) rest ^= by << (at - bits)
  return rest
}

function drawFormat(size: number, mask: number, set: Put) {
  const data = (LEVEL_M << 3) | mask
  const format = ((data << 10) | remainder(data, 0x537, 10)) ^ 0x5412
  for (let at = 0; at < 15; at += 1) {
    const dark = ((format >> at) & 1) === 1
    set(at < 6 ? at : at < 8 ? at + 1 : size - 15 + at, 8, dark)
    set(8, at < 8 ? size - 1 - at : at < 9 ? 15 - at : 14 - at, dark)
  }
}

function drawVersion(version: number, size: number, set: Put) {
  const bits = (version << 12) | remainder(version, 0x1f25, 12)
  for (let at = 0; at < 18; at += 1) {
    const dark = ((bits >> at) & 1) === 1
    set(Math.floor(at / 3), size - 11 + (at % 3), dark)
    set(size - 11 + (at % 3), Math.floor(at / 3), dark)
  }
}

/** How hard a pattern is to read. Clause 7.8.3. */
function penalty(grid: readonly (readonly boolean[])[]): number {
  const size = grid.length
  const columns = Array.from({ length: size }, (_, x) => grid.map((row) => row[x] === true))
  let points = 0
  for (const line of [...grid, ...columns]) {
    const text = line.map((dark) => (dark ? '1' : '0')).join('')
    for (const [run] of text.matchAll(/(?:0{5,}|1{5,})/g)) points += run.length - 2
    for (let at = 0; at + 11 <= size; at += 1) {
      const part = text.slice(at, at + 11)
      if (part === '10111010000' || part === '00001011101') points += 40
    }
  }
  for (let y = 0; y + 1 < size; y += 1)
    for (let x = 0; x + 1 < size; x += 1) {
      const one = grid[y]?.[x]
      if (one === grid[y]?.[x + 1] && one === grid[y + 1]?.[x] && one === grid[y + 1]?.[x + 1]) points += 3
    }
  const dark = grid.flat().filter(Boolean).length / (size * size)
  return points + Math.floor(Math.abs(dark * 100 - 50) / 5) * 10
}
