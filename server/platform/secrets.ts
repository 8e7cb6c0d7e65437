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
  /** Under the tenant's key, or under a person's own, so that destroying that key destroys the value in every copy. */
  seal(text: string, at: SealedAt, ownKey?: Buffer): Buffer
  open(sealed: Buffer, at: SealedAt, ownKey?: Buffer): string
  /** A key of one's own, and the same sealed under the tenant's key for keeping. */
  makeOwnKey(at: SealedAt): { key: Buffer; sealed: Buffer }
  openOwnKey(sealed: Buffer, at: SealedAt): Buffer
  /** Same value, same tenant → same bytes; says nothing without the key. */
  blindIndex(tenantId: number, value: string): Buffer
  /** Keyed digest for short-lived codes. */
  digest(tenantId: number, value: string): Buffer
}

/** First byte of what is sealed: under the tenant's key, or under a person's own. */
const TENANT_KEY = 1
const OWN_KEY = 2

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

  const encrypt = (plain: Buffer, at: SealedAt, ownKey?: Buffer) => {
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', ownKey ?? keyFor(`seal/${at.tenantId}`), iv)
    cipher.setAAD(place(at))
    const body = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([Buffer.from([ownKey ? OWN_KEY : TENANT_KEY]), iv, cipher.getAuthTag(), body])
  }
  const decrypt = (sealed: Buffer, at: SealedAt, ownKey?: Buffer) => {
    const key = sealed[0] === OWN_KEY ? ownKey : sealed[0] === TENANT_KEY ? keyFor(`seal/${at.tenantId}`) : undefined
    if (!key) throw new Error('sealed with an unknown key')
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13))
    decipher.setAAD(place(at))
    decipher.setAuthTag(sealed.subarray(13, 29))
    return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()])
  }

  return {
    seal: (text, at, ownKey) => encrypt(Buffer.from(text, 'utf8'), at, ownKey),
    open: (sealed, at, ownKey) => decrypt(sealed, at, ownKey).toString('utf8'),
    makeOwnKey(at) {
      const key = randomBytes(32)
      return { key, sealed: encrypt(key, at) }
    },
    openOwnKey: (sealed, at) => decrypt(sealed, at),
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
