/**
 * Sealing of personal columns and blind indexes over them; the key lives outside the database.
 *
 * AES-256-GCM per field with the place of the value (tenant, table, column, row) as associated data, so that a ciphertext
 * moved to another row does not open. A phone number is found by HMAC under the tenant's key.
 * Source: Personal Information Protection Law art. 51(3); docs/decisions/0004-sealed-columns.md.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export type SealedAt = { tenantId: number; table: string; column: string; rowId: string }

export type Secrets = {
  seal(text: string, at: SealedAt): Buffer
  open(sealed: Buffer, at: SealedAt): string
  /** Same value, same tenant → same bytes; says nothing without the key. */
  blindIndex(tenantId: number, value: string): Buffer
  /** Keyed digest for short-lived codes. */
  digest(tenantId: number, value: string): Buffer
}

const KEY_VERSION = 1

/** Reads the master key, making it at first start with owner-only rights. */
export function readOrMakeKey(file: string): Buffer {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, randomBytes(32).toString('hex') + '\n', { mode: 0o600, flag: 'wx' })
    chmodSync(file, 0o600)
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  if (key.length !== 32) throw new Error(`key file ${file} does not hold 32 bytes in hex`)
  return key
}

export function createSecrets(master: Buffer): Secrets {
  const derived = new Map<string, Buffer>()
  const keyFor = (purpose: string) => {
    let key = derived.get(purpose)
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', master, 'linli', purpose, 32))
      derived.set(purpose, key)
    }
    return key
  }
  const place = ({ tenantId, table, column, rowId }: SealedAt) => Buffer.from(`${tenantId}/${table}/${column}/${rowId}`)

  return {
    seal(text, at) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyFor(`seal/${at.tenantId}`), iv)
      cipher.setAAD(place(at))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([KEY_VERSION]), iv, cipher.getAuthTag(), body])
    },
    open(sealed, at) {
      if (sealed[0] !== KEY_VERSION) throw new Error('sealed with an unknown key')
      const decipher = createDecipheriv('aes-256-gcm', keyFor(`seal/${at.tenantId}`), sealed.subarray(1, 13))
      decipher.setAAD(place(at))
      decipher.setAuthTag(sealed.subarray(13, 29))
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8')
    },
    blindIndex: (tenantId, value) =>
      createHmac('sha256', keyFor(`index/${tenantId}`))
        .update(value)
        .digest(),
    digest: (tenantId, value) =>
      createHmac('sha256', keyFor(`digest/${tenantId}`))
        .update(value)
        .digest(),
  }
}

export const sha256 = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest()
export const sameBytes = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)
/** 256 bits for cookies and links. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** 王建国 → 王＊＊; what lists show. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = [...name]
  return first + '＊'.repeat(Math.max(1, rest.length))
}
/** 13800001234 → 138****1234 */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`
