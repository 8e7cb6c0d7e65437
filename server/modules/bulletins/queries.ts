/** SQL of bulletins: the working copy, and versions, which are only ever added. */
import type { Block, BulletinKind, BulletinState, Material } from '#contracts/bulletins.ts'
import type { Level } from './gather-queries.ts'
import type { Tx } from '#platform/db.ts'

export type Bulletin = {
  id: string
  kind: BulletinKind
  placeId: string
  placeName: string
  placePath: string
  level: Level
  households: number | null
  from: string
  to: string
  state: BulletinState
  seq: number
  publishedSeq: number | null
  title: string
  version: number
  madeBy: 'clock' | 'person'
  editedAs: string | null
  withdrawnReason: string | null
  publishedAt: string | null
  updatedAt: string
}
export type Whole = Bulletin & { blocks: Block[]; material: Material }

/** The place as it is named among others: a compound by itself, a community too. */
const COLUMNS = `b.id, b.kind, b.place_id AS "placeId", l.name AS "placeName", l.path AS "placePath", l.level, l.households, b.from_on AS "from",
  b.to_on AS "to", b.status AS state, b.seq, b.published_seq AS "publishedSeq", b.version, b.made_by AS "madeBy", b.edited_as AS "editedAs",
  b.withdrawn_reason AS "withdrawnReason", b.updated_at AS "updatedAt", v.published_at AS "publishedAt"`
const FROM = `FROM bulletin b
  JOIN place l ON l.tenant_id = b.tenant_id AND l.id = b.place_id
  LEFT JOIN bulletin_version v ON v.tenant_id = b.tenant_id AND v.bulletin_id = b.id AND v.version = b.version`

export const findBulletin = (tx: Tx, id: string) =>
  tx.one<Whole>({
    name: 'bulletin_find',
    text: `SELECT ${COLUMNS}, b.title, b.blocks, b.material ${FROM} WHERE b.tenant_id = $1 AND b.id = $2`,
    values: [tx.tenantId, id],
  })

export const lockBulletin = (tx: Tx, id: string) =>
  tx.one<Whole>({
    name: 'bulletin_lock',
    text: `SELECT ${COLUMNS}, b.title, b.blocks, b.material ${FROM} WHERE b.tenant_id = $1 AND b.id = $2 FOR UPDATE OF b`,
    values: [tx.tenantId, id],
  })

type Wanted = { own: boolean; below: readonly string[]; above: readonly string[]; states: readonly BulletinState[]; after: readonly string[] | undefined; limit: number } // prettier-ignore
/** Of places below these paths, and of those with exactly the paths `above`. `own`: with the title of the working copy. */
export const listAt = (tx: Tx, { own, below, above, states, after, limit }: Wanted) =>
  tx.many<Bulletin>({
    // Not prepared: how much lies below differs from one district to a grid.
    text: `SELECT ${COLUMNS}, CASE WHEN $7 OR v.title IS NULL THEN b.title ELSE v.title END AS title ${FROM}
            WHERE b.tenant_id = $1 AND b.status = ANY ($4::text[])
              AND (l.path = ANY ($3::text[]) OR EXISTS (SELECT 1 FROM unnest($2::text[]) AS s (path) WHERE l.path >= s.path AND l.path < s.path || '~'))
              AND ($5::date IS NULL OR (b.from_on, b.id) < ($5, $6::uuid))
            ORDER BY b.from_on DESC, b.id DESC LIMIT $8`,
    values: [tx.tenantId, below, above, states, after?.[0] ?? null, after?.[1] ?? null, own, limit],
  })

type Made = { id: string; kind: BulletinKind; placeId: string; from: string; to: string; title: string; blocks: readonly Block[]; material: Material; madeBy: Bulletin['madeBy']; editedAs: string | null } // prettier-ignore
/** 0 when one is there already: the clock, another process or a person was first. */
export const insertBulletin = (tx: Tx, made: Made, now: Date) =>
  tx.run({
    name: 'bulletin_insert',
    text: `INSERT INTO bulletin (tenant_id, id, kind, place_id, from_on, to_on, status, title, blocks, material, made_by, edited_as, created_at, updated_at)
           VALUES ($1, $2, $3, $4, $5, $6, 'draft', $7, $8, $9, $10, $11, $12, $12) ON CONFLICT (tenant_id, place_id, kind, from_on) DO NOTHING`,
    values: [
      tx.tenantId,
      made.id,
      made.kind,
      made.placeId,
      made.from,
      made.to,
      made.title,
      JSON.stringify(made.blocks),
      JSON.stringify(made.material),
      made.madeBy,
      made.editedAs,
      now,
    ],
  })

export const findByPeriod = (tx: Tx, kind: BulletinKind, placeId: string, from: string) =>
  tx.one<{ id: string }>({
    name: 'bulletin_by_period',
    text: 'SELECT id FROM bulletin WHERE tenant_id = $1 AND kind = $2 AND place_id = $3 AND from_on = $4',
    values: [tx.tenantId, kind, placeId, from],
  })

/** Places of these that have one of this kind and period. */
export const placesWith = (tx: Tx, kind: BulletinKind, from: string, placeIds: readonly string[]) =>
  tx.many<{ placeId: string }>({
    name: 'bulletin_places',
    text: 'SELECT place_id AS "placeId" FROM bulletin WHERE tenant_id = $1 AND kind = $2 AND from_on = $3 AND place_id = ANY ($4::uuid[])',
    values: [tx.tenantId, kind, from, placeIds],
  })

type Change = { title: string; blocks: readonly Block[]; material: Material; editedAs: string }
/** The caller holds the row's lock. */
export const saveBulletin = (tx: Tx, id: string, { title, blocks, material, editedAs }: Change, now: Date) =>
  tx.run({
    name: 'bulletin_save',
    text: `UPDATE bulletin SET title = $3, blocks = $4, material = $5, edited_as = $6, seq = seq + 1, updated_at = $7 WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, id, title, JSON.stringify(blocks), JSON.stringify(material), editedAs, now],
  })

export type Version = { id: string; version: number; title: string; blocks: Block[]; material: Material; note: string; address: string; publishedAt: string; publishedAs: string } // prettier-ignore
export async function insertVersion(tx: Tx, bulletinId: string, one: Omit<Version, 'publishedAt'> & { publishedBy: string }, now: Date) {
  await tx.run({
    name: 'bulletin_version_insert',
    text: `INSERT INTO bulletin_version (tenant_id, id, bulletin_id, version, title, blocks, material, note, address, published_at, published_by, published_as)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    values: [
      tx.tenantId,
      one.id,
      bulletinId,
      one.version,
      one.title,
      JSON.stringify(one.blocks),
      JSON.stringify(one.material),
      one.note,
      one.address,
      now,
      one.publishedBy,
      one.publishedAs,
    ],
  })
  await tx.run({
    name: 'bulletin_published',
    text: `UPDATE bulletin SET status = 'published', version = $3, published_seq = seq, updated_at = $4 WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, bulletinId, one.version, now],
  })
} // prettier-ignore

/** Oldest first. */
export const versionsOf = (tx: Tx, bulletinId: string) =>
  tx.many<Pick<Version, 'id' | 'version' | 'note' | 'publishedAt' | 'publishedAs'>>({
    name: 'bulletin_versions',
    text: `SELECT id, version, note, published_at AS "publishedAt", published_as AS "publishedAs" FROM bulletin_version
            WHERE tenant_id = $1 AND bulletin_id = $2 ORDER BY version`,
    values: [tx.tenantId, bulletinId],
  })

export const findVersion = (tx: Tx, bulletinId: string, version: number) =>
  tx.one<Version>({
    name: 'bulletin_version_find',
    text: `SELECT id, version, title, blocks, material, note, address, published_at AS "publishedAt", published_as AS "publishedAs"
             FROM bulletin_version WHERE tenant_id = $1 AND bulletin_id = $2 AND version = $3`,
    values: [tx.tenantId, bulletinId, version],
  })

export const withdraw = (tx: Tx, id: string, reason: string, now: Date) =>
  tx.run({
    name: 'bulletin_withdraw',
    text: `UPDATE bulletin SET status = 'withdrawn', withdrawn_at = $3, withdrawn_reason = $4, updated_at = $3 WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, id, now, reason],
  })

/** Drafts that the clock made and nobody touched. */
export const dropUntouched = (tx: Tx, before: Date) =>
  tx.run({
    name: 'bulletin_drop_untouched',
    text: `DELETE FROM bulletin WHERE tenant_id = $1 AND status = 'draft' AND made_by = 'clock' AND edited_as IS NULL AND created_at < $2`,
    values: [tx.tenantId, before],
  })
