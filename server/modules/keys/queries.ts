/** SQL of keys. The secret is nowhere in it: rows are found by its SHA-256. */
import type { KeyScope } from '#contracts/key-scopes.ts'
import type { Tx } from '#platform/db.ts'

export type KeyRow = {
  id: string
  name: string
  holder: string | null
  prefix: string
  scopes: KeyScope[]
  placeId: string
  placeName: string
  placeLevel: string
  placePath: string
  callsInTenSeconds: number
  expiresOn: string | null
  lastUsedOn: string | null
  createdAt: string
  revokedAt: string | null
}

const KEY = `k.id, k.name, k.holder, k.prefix, k.scopes, k.place_id AS "placeId", p.full_name AS "placeName", p.level AS "placeLevel", p.path AS "placePath",
  k.calls_in_ten_seconds AS "callsInTenSeconds", k.expires_on AS "expiresOn", k.last_used_on AS "lastUsedOn", k.created_at AS "createdAt", k.revoked_at AS "revokedAt"`
const FROM = 'FROM api_key k JOIN place p ON p.tenant_id = k.tenant_id AND p.id = k.place_id'

export const keyRows = (tx: Tx) =>
  tx.many<KeyRow>({
    name: 'key_list',
    text: `SELECT ${KEY} ${FROM} WHERE k.tenant_id = $1 ORDER BY k.id DESC`,
    values: [tx.tenantId],
  })

export const keyById = (tx: Tx, id: string) =>
  tx.one<KeyRow>({
    name: 'key_by_id',
    text: `SELECT ${KEY} ${FROM} WHERE k.tenant_id = $1 AND k.id = $2`,
    values: [tx.tenantId, id],
  })

export const keyBySecret = (tx: Tx, secretHash: Buffer) =>
  tx.one<KeyRow>({
    name: 'key_by_secret',
    text: `SELECT ${KEY} ${FROM} WHERE k.tenant_id = $1 AND k.secret_hash = $2`,
    values: [tx.tenantId, secretHash],
  })

export type KeyToInsert = Omit<KeyRow, 'placeName' | 'placeLevel' | 'placePath' | 'lastUsedOn' | 'revokedAt'> & {
  secretHash: Buffer
}

export const insertKey = (tx: Tx, key: KeyToInsert) =>
  tx.run({
    name: 'key_insert',
    text: `INSERT INTO api_key (tenant_id, id, name, holder, prefix, secret_hash, scopes, place_id, calls_in_ten_seconds, expires_on, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [
      tx.tenantId, key.id, key.name, key.holder, key.prefix, key.secretHash, key.scopes, key.placeId,
      key.callsInTenSeconds, key.expiresOn, key.createdAt,
    ], // prettier-ignore
  })

export const saveSecret = (
  tx: Tx,
  id: string,
  { prefix, secretHash, expiresOn }: { prefix: string; secretHash: Buffer; expiresOn: string | null },
) =>
  tx.run({
    name: 'key_renew',
    text: 'UPDATE api_key SET prefix = $3, secret_hash = $4, expires_on = $5, revoked_at = NULL WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, id, prefix, secretHash, expiresOn],
  })

export const saveRevoked = (tx: Tx, id: string, now: Date) =>
  tx.run({
    name: 'key_revoke',
    text: 'UPDATE api_key SET revoked_at = $3 WHERE tenant_id = $1 AND id = $2 AND revoked_at IS NULL',
    values: [tx.tenantId, id, now],
  })

/** To the day only: how often somebody else's system calls is nobody's register. */
export const saveUsed = (tx: Tx, id: string, on: string) =>
  tx.run({
    name: 'key_used',
    text: 'UPDATE api_key SET last_used_on = $3 WHERE tenant_id = $1 AND id = $2 AND last_used_on IS DISTINCT FROM $3',
    values: [tx.tenantId, id, on],
  })
