/**
 * Reads every log line that the application writes while tests run, at the finest level: none may hold what only people would
 * write or know. Tests plant phones, identity numbers, names and cookies by the thousand; each is of one of these forms.
 */
import { Writable } from 'node:stream'

const FORBIDDEN: Record<string, RegExp> = {
  'a phone number': /(?<![\w.-])1[3-9]\d{9}(?!\w)/,
  'an identity number': /(?<!\w)\d{17}[\dXx](?!\w)/,
  'somebody’s words or name': /\p{Script=Han}/u,
  'a session, link or key': /(?<![\w-])[\w-]{43}(?![\w-])/,
}

export function leakIn(line: string): string | undefined {
  return Object.keys(FORBIDDEN).find((name) => FORBIDDEN[name]?.test(line))
}

/** Where the log of a test's application goes; `check` throws when something leaked. */
export function logSieve() {
  const leaks: string[] = []
  const to = new Writable({
    write(chunk, _encoding, done) {
      const line = String(chunk)
      const leak = leakIn(line)
      if (leak) leaks.push(`${leak}: ${line}`)
      done()
    },
  })
  return {
    to,
    check() {
      if (leaks.length > 0)
        throw new Error(`The log holds ${leaks.length} lines that it must not:\n${leaks.slice(0, 5).join('')}`)
    },
  }
}
