/**
 * The name a sender gave a file is text to show, nothing else: storage keys are random, so a name cannot reach the disk.
 * Source: OWASP ASVS 5.0, 5.3.2 and 5.4.1.
 */

const MAX_CHARACTERS = 120
/** Controls, line and paragraph separators, format characters (bidi overrides, zero widths, tags), lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu

/** The last part of a path, NFC, at most 120 characters, without anything invisible; empty when nothing is left. */
export function cleanFileName(name: string): string {
  const lastPart =
    name
      .slice(-4 * MAX_CHARACTERS * 2)
      .split(/[/\\]/)
      .at(-1) ?? ''
  const visible = lastPart.replace(INVISIBLE, '').normalize('NFC').trim()
  return [...visible].slice(0, MAX_CHARACTERS).join('').trim()
}
