/**
 * Lines of Chinese and Latin together, pure: nothing that closes stands at the start of a line, nothing that opens at its
 * end, words and numbers are not torn, and a quarter of an em stands between Chinese and Latin.
 * Source: W3C Requirements for Chinese Text Layout (clreq) 3.1.4, 3.2.2; GB/T 15834—2011 5.1.
 */

/** What stands in one go, from `x`. */
export type Piece = { text: string; x: number; width: number }
export type Line = {
  pieces: Piece[]
  width: number
  /** Extra room after each character, so that the line ends where the others do. */ spread: number
}
export type Measure = (text: string) => number // prettier-ignore

const NOT_FIRST = new Set('，。、；：！？）》」』】〕〉”’％%‰℃…—～·,.;:!?)]}/、')
const NOT_LAST = new Set('（《「『【〔〈“‘([{￥$#№')
const CJK = /[\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef\u{20000}-\u{3ffff}“”‘’…—]/u
/** A word, a number with its points, or one character; blanks apart. */
const TOKENS = /\s+|[A-Za-z0-9À-ɏ]+(?:[.,:/@_%-][A-Za-z0-9À-ɏ]+)*|./gu
const GAP_EMS = 0.25 // clreq 3.2.2
/** A line that is shorter than this by itself is not pulled out: one long word would tear it apart. */
const PULLED_EMS = 2

type Atom = { text: string; width: number; gap: number }

const isCjk = (character: string | undefined) => character !== undefined && CJK.test(character)
const isPunctuation = (character: string | undefined) =>
  character !== undefined && (NOT_FIRST.has(character) || NOT_LAST.has(character))

/** What may not be torn, each with the room before it when it does not stand first. */
export function atomsOf(text: string, size: number, measure: Measure): Atom[] {
  const atoms: Atom[] = []
  let blank = false
  for (const token of text.match(TOKENS) ?? []) {
    if (/^\s+$/u.test(token)) {
      blank = true
      continue
    }
    const last = atoms.at(-1)
    const before = last && [...last.text].at(-1)
    const first = [...token][0]
    const mixed = before !== undefined && isCjk(before) !== isCjk(first) && !isPunctuation(before) && !isPunctuation(first)
    if (last && !blank && ((first !== undefined && NOT_FIRST.has(first)) || (before !== undefined && NOT_LAST.has(before)))) {
      last.text += token
      last.width = measure(last.text)
    } else atoms.push({ text: token, width: measure(token), gap: !last ? 0 : mixed ? GAP_EMS * size : blank ? measure(' ') : 0 })
    blank = false
  }
  return atoms
} // prettier-ignore

/** Breaks a paragraph; what is longer than a line by itself is torn where it must be. */
export function breakLines(text: string, { width, size, measure, even = true }: { width: number; size: number; measure: Measure; even?: boolean }): Line[] {
  const lines: Line[] = []
  let own: Atom[] = []
  let used = 0
  const close = (last: boolean) => {
    if (own.length > 0) lines.push(lineOf(own, { width, size, even: even && !last }))
    own = []
    used = 0
  }
  for (const atom of atomsOf(text, size, measure).flatMap((one) => tornTo(one, width, measure))) {
    const gap = own.length > 0 ? atom.gap : 0
    if (used + gap + atom.width > width + 0.01) close(false)
    used += (own.length > 0 ? gap : 0) + atom.width
    own.push(atom)
  }
  close(true)
  return lines
} // prettier-ignore

function tornTo(atom: Atom, width: number, measure: Measure): Atom[] {
  if (atom.width <= width) return [atom]
  const parts: Atom[] = []
  let text = ''
  for (const character of atom.text) {
    if (text && measure(text + character) > width) {
      parts.push({ text, width: measure(text), gap: parts.length === 0 ? atom.gap : 0 })
      text = ''
    }
    text += character
  }
  return [...parts, { text, width: measure(text), gap: parts.length === 0 ? atom.gap : 0 }]
}

function lineOf(atoms: readonly Atom[], { width, size, even }: { width: number; size: number; even: boolean }): Line {
  const bare = atoms.reduce((sum, { width: own, gap }, at) => sum + own + (at === 0 ? 0 : gap), 0)
  const characters = atoms.reduce((sum, { text }) => sum + [...text].length, 0)
  const rest = width - bare
  const spread = even && rest > 0 && rest <= PULLED_EMS * size && characters > 1 ? rest / (characters - 1) : 0
  const pieces: Piece[] = []
  let x = 0
  for (const [at, { text, width: own, gap }] of atoms.entries()) {
    const room = at === 0 ? 0 : gap
    const wide = own + spread * [...text].length
    const last = pieces.at(-1)
    if (last && room === 0) {
      last.text += text
      last.width += wide
    } else pieces.push({ text, x: x + room, width: wide })
    x += room + wide
  }
  return { pieces, width: x - spread, spread }
}
