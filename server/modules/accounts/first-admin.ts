/**
 * The first real administrator, by a link that whoever holds the machine makes with `npm run admin`: 24 hours, once.
 * A new link ends the ones before it. Source: OWASP ASVS 5.0 6.3.2 (no account shipped with the product), 6.4.1.
 */
import { placesChanged } from '#modules/places/index.ts'
import { DAY } from '#platform/calendar/calendar.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { newSecret, sha256 } from '#platform/secrets.ts'
import type { Tenant } from '#platform/tenants.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'

const LINK_LIFE_MS = DAY

/** Makes the link's secret; the database keeps only its SHA-256. */
export async function makeFirstAdminLink(tx: Tx, now: Date): Promise<{ token: string; expiresAt: Date }> {
  const token = newSecret()
  const expiresAt = new Date(now.getTime() + LINK_LIFE_MS)
  await tx.run({
    name: 'link_end_others',
    text: `DELETE FROM one_time_link WHERE tenant_id = $1 AND purpose = 'firstAdmin' AND used_at IS NULL`,
    values: [tx.tenantId],
  })
  await tx.run({
    name: 'link_insert',
    text: `INSERT INTO one_time_link (tenant_id, id, purpose, secret_hash, expires_at) VALUES ($1, $2, 'firstAdmin', $3, $4)`,
    values: [tx.tenantId, newId(), sha256(token), expiresAt],
  })
  return { token, expiresAt }
}

export async function isLinkOpen(tx: Tx, secretHash: Buffer, now: Date): Promise<boolean> {
  const found = await tx.one({
    name: 'link_open',
    text: `SELECT 1 FROM one_time_link WHERE tenant_id = $1 AND secret_hash = $2 AND used_at IS NULL AND expires_at > $3`,
    values: [tx.tenantId, secretHash, now],
  })
  return found !== undefined
}

/** True for one caller only. */
export async function useLink(tx: Tx, secretHash: Buffer, now: Date): Promise<boolean> {
  const used = await tx.run({
    name: 'link_use',
    text: `UPDATE one_time_link SET used_at = $3
           WHERE tenant_id = $1 AND secret_hash = $2 AND used_at IS NULL AND expires_at > $3`,
    values: [tx.tenantId, secretHash, now],
  })
  return used === 1
}

/** Gives the person an operator's post over the whole district, making the district's place when there is none yet. */
export async function appointFirstAdmin(tx: Tx, personId: string, tenant: Tenant, now: Date): Promise<void> {
  const postId = newId()
  await tx.run({
    name: 'first_admin_post',
    text: `INSERT INTO post (tenant_id, id, kind, title, place_id) VALUES ($1, $2, 'operator', '系统管理员', $3)`,
    values: [tx.tenantId, postId, await districtPlace(tx, tenant)],
  })
  await tx.run({
    name: 'first_admin_term',
    text: `INSERT INTO post_term (tenant_id, id, post_id, person_id, from_on) VALUES ($1, $2, $3, $4, $5)`,
    values: [tx.tenantId, newId(), postId, personId, shanghaiToday(now)],
  })
}

async function districtPlace(tx: Tx, { name }: Tenant): Promise<string> {
  const found = await tx.one<{ id: string }>({
    name: 'district_place',
    text: `SELECT id FROM place WHERE tenant_id = $1 AND level = 'district' ORDER BY path LIMIT 1`,
    values: [tx.tenantId],
  })
  if (found) return found.id
  const id = newId()
  await tx.run({
    name: 'district_place_insert',
    text: `INSERT INTO place (tenant_id, id, level, name, full_name, path) VALUES ($1, $2, 'district', $3, $3, '0001.')`,
    values: [tx.tenantId, id, name],
  })
  await placesChanged(tx)
  return id
}
