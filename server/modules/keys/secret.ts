/**
 * The text of a key: a mark that scanners for leaked secrets can look for, then 256 random bits. Only its SHA-256 is
 * kept: a secret as long as this needs no slow hash (OWASP ASVS 5.0, 11.4.2 is about passwords).
 */
import { newSecret, sha256 } from '#platform/secrets.ts'

const MARK = 'linli_'
const PREFIX_LENGTH = MARK.length + 6
const KEY = /^linli_[\w-]{43}$/

/** A new secret with what is kept of it. */
export function makeSecret(): { secret: string; prefix: string; secretHash: Buffer } {
  const secret = `${MARK}${newSecret()}`
  return { secret, prefix: secret.slice(0, PREFIX_LENGTH), secretHash: sha256(secret) }
}

/** What a text that claims to be a key is looked up by; undefined when it cannot be one of ours. */
export const hashOf = (text: string): Buffer | undefined => (KEY.test(text) ? sha256(text) : undefined)
