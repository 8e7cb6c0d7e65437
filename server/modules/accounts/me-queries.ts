/** SQL of one's own person: every statement is bound to the person who asks. */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { Me, whoLookedAtMe } from '#contracts/accounts.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'

type Own = {
  nameSealed: Buffer
  keySealed: Buffer | null
  nickname: string
  phoneMasked: string | null
  locale: Me['locale']
  largePrint: number
  homeName: string | null
  compoundName: string | null
}

/** @throws nothing: an actor always has a row, its session depends on it. */
export const readOwn = (tx: Tx, { personId, home }: Pick<Actor, 'personId' | 'home'>) =>
  tx.one<Own>({
    name: 'me_read',
    text: `SELECT p.name_sealed AS "nameSealed", p.key_sealed AS "keySealed", p.nickname, p.phone_masked AS "phoneMasked", p.locale, p.large_print AS "largePrint",
                  h.full_name AS "homeName", c.name AS "compoundName"
             FROM person p
             LEFT JOIN place h ON h.tenant_id = p.tenant_id AND h.id = p.home_place_id
             LEFT JOIN place c ON c.tenant_id = p.tenant_id AND c.id = $3
            WHERE p.tenant_id = $1 AND p.id = $2`,
    values: [tx.tenantId, personId, home?.compoundId ?? null],
  })

type Changes = { nickname?: string; locale?: string; largePrint?: number; homePlaceId?: string }

export async function updateOwn(tx: Tx, personId: string, { nickname, locale, largePrint, homePlaceId }: Changes) {
  await tx.run({
    name: 'me_update',
    text: `UPDATE person SET nickname = coalesce($3, nickname), locale = coalesce($4, locale),
                             large_print = coalesce($5, large_print), home_place_id = coalesce($6, home_place_id)
            WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, personId, nickname, locale, largePrint, homePlaceId],
  })
}

export const levelOf = (tx: Tx, placeId: string) =>
  tx.one<{ level: string }>({
    name: 'place_level',
    text: 'SELECT level FROM place WHERE tenant_id = $1 AND id = $2 AND valid_to IS NULL',
    values: [tx.tenantId, placeId],
  })

/** The latest hundred times that somebody opened what is sealed of this person. */
export const revealsOf = (tx: Tx, personId: string) =>
  tx.many<ReplyOf<typeof whoLookedAtMe>[number]>({
    name: 'me_reveals',
    text: `SELECT a.id, a.at, a.field, a.capacity, coalesce(a.reason, '') AS reason,
                  a.request_id AS "requestId", r.title AS "requestTitle"
             FROM audit_entry a
             LEFT JOIN request r ON r.tenant_id = a.tenant_id AND r.id = a.request_id
            WHERE a.tenant_id = $1 AND a.subject_person_id = $2 AND a.what IN ('reveal', 'export')
            ORDER BY a.id DESC LIMIT 100`,
    values: [tx.tenantId, personId],
  })
