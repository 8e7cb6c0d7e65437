/**
 * How backups lie on a disk that others may hold: packed, and with a passphrase also sealed.
 *
 * scrypt makes the key from the passphrase once for each store; AES-256-GCM seals each piece with its name as associated data,
 * so pieces cannot be exchanged. Without a passphrase gzip's own checksum finds damage.
 * Sources: RFC 7914 (scrypt; N = 2^17, r = 8 as OWASP's Password Storage Cheat Sheet asks), NIST SP 800-38D (GCM).
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, scryptSync } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { CannotStart } from '../cannot-start.ts'
import { sameBytes } from '../secrets.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

const PACKED = 0
const SEALED = 1
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 }

/** What a store tells of its sealing; nothing of the passphrase. */
export type Lock = { salt: string; check: string }

export type Seal = {
  lock: Lock | null
  close(plain: Buffer, at: string): Promise<Buffer>
  /** @throws when it is damaged, exchanged, or sealed with another passphrase */
  open(bytes: Buffer, at: string): Promise<Buffer>
  /** The same bytes have the same name; says nothing about them without the passphrase. */
  nameOf(plain: Buffer): string
}

export const plainSeal: Seal = {
  lock: null,
  close: async (plain) => Buffer.concat([Buffer.from([PACKED]), await pack(plain, { level: 1 })]),
  async open(bytes) {
    if (bytes[0] !== PACKED) throw new Error('not a packed piece')
    return unpack(bytes.subarray(1))
  },
  nameOf: (plain) => createHash('sha256').update(plain).digest('hex'),
}

/** With the lock that a store has, or a new one. @throws CannotStart when the passphrase is another */
export function passphraseSeal(passphrase: string, lock?: Lock): Seal {
  const salt = lock ? Buffer.from(lock.salt, 'hex') : randomBytes(16)
  const key = scryptSync(passphrase.normalize('NFC'), salt, 64, COST)
  const [sealing, naming] = [key.subarray(0, 32), key.subarray(32)]
  const check = createHmac('sha256', naming).update('linli backup').digest()
  if (lock && !sameBytes(check, Buffer.from(lock.check, 'hex'))) {
    throw new CannotStart('The passphrase is not the one this was sealed with.', '口令与加密时使用的不一致。')
  }
  return {
    lock: { salt: salt.toString('hex'), check: check.toString('hex') },
    async close(plain, at) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(at))
      const body = Buffer.concat([cipher.update(await pack(plain, { level: 1 })), cipher.final()])
      return Buffer.concat([Buffer.from([SEALED]), iv, cipher.getAuthTag(), body])
    },
    async open(bytes, at) {
      if (bytes[0] !== SEALED) throw new Error('not a sealed piece')
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(1, 13)).setAAD(Buffer.from(at))
      decipher.setAuthTag(bytes.subarray(13, 29))
      return unpack(Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]))
    },
    nameOf: (plain) => createHmac('sha256', naming).update(plain).digest('hex'),
  }
}
