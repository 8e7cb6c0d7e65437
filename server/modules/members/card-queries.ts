/** SQL of report cards. The latest card of a person is the one that counts; earlier ones stay as history until one withdraws. */
import type { CardState, CardView } from '#contracts/members.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'

/** As it is kept: answers by their codes. */
export type Card = Omit<CardView, 'skills' | 'freeTimes' | 'wants'> & {
  skills: string[]
  freeTimes: string[]
  wants: string[]
}

const CARD = `id, status, unit_name AS "unitName", skills, free_times AS "freeTimes", wants, words, tells_unit AS "tellsUnit", answer,
              sent_at AS "sentAt", answered_at AS "answeredAt"`

export const latestCard = (tx: Tx, personId: string) =>
  tx.one<Card>({
    name: 'card_latest',
    text: `SELECT ${CARD} FROM report_card WHERE tenant_id = $1 AND person_id = $2 ORDER BY id DESC LIMIT 1`,
    values: [tx.tenantId, personId],
  })

export const lockCard = (tx: Tx, personId: string) =>
  tx.one<Card>({
    name: 'card_lock',
    text: `SELECT ${CARD} FROM report_card WHERE tenant_id = $1 AND person_id = $2 ORDER BY id DESC LIMIT 1 FOR UPDATE`,
    values: [tx.tenantId, personId],
  })

export type CardToSend = Pick<Card, 'unitName' | 'skills' | 'freeTimes' | 'wants' | 'words' | 'tellsUnit'>

/** `placeId`: the community where one reports in. */
export async function insertCard(
  tx: Tx,
  personId: string,
  placeId: string,
  card: CardToSend,
  now: Date,
): Promise<void> {
  await tx.run({
    name: 'card_insert',
    text: `INSERT INTO report_card (tenant_id, id, person_id, place_id, unit_name, skills, free_times, wants, words, tells_unit, status, sent_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'sent', $11)`,
    values: [tx.tenantId, newId(), personId, placeId, card.unitName, card.skills, card.freeTimes, card.wants, card.words, card.tellsUnit, now], // prettier-ignore
  })
}

type Answer = { status: CardState; answer: string | null; now: Date }

export async function saveCardStep(tx: Tx, cardId: string, { status, answer, now }: Answer): Promise<void> {
  await tx.run({
    name: 'card_step',
    text: `UPDATE report_card SET status = $3, answer = coalesce($4, answer),
                  answered_at = CASE WHEN $3 = 'ended' THEN answered_at ELSE $5::timestamptz END, ended_at = CASE WHEN $3 = 'ended' THEN $5::timestamptz END
            WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, cardId, status, answer, now],
  })
}

export async function deleteCards(tx: Tx, personId: string): Promise<void> {
  const text = `DELETE FROM report_card WHERE tenant_id = $1 AND person_id = $2`
  await tx.run({ name: 'card_delete', text, values: [tx.tenantId, personId] })
}

/** Cards by state, of the communities in the place or round it: each person's latest. */
export const countCards = (tx: Tx, placePath: string) =>
  tx.many<{ status: CardState; count: number }>({
    name: 'card_counts',
    text: `SELECT c.status, count(*) AS count
             FROM (SELECT DISTINCT ON (r.person_id) r.status
                     FROM report_card r
                     JOIN person p ON p.tenant_id = $1 AND p.id = r.person_id
                     JOIN place h ON h.tenant_id = $1 AND h.id = p.home_place_id AND h.path >= $2 AND h.path < $2 || '~'
                    WHERE r.tenant_id = $1 ORDER BY r.person_id, r.id DESC) c
            GROUP BY c.status`,
    values: [tx.tenantId, placePath],
  })

export type Willing = { personId: string; name: string; homePath: string; skills: string[]; freeTimes: string[] }

/** Everybody below the place whose card is accepted: hundreds in a community, counted by the caller. */
export const willingBelow = (tx: Tx, placePath: string) =>
  tx.many<Willing>({
    name: 'card_willing',
    text: `SELECT r.person_id AS "personId", p.name_masked AS name, h.path AS "homePath", r.skills, r.free_times AS "freeTimes"
             FROM report_card r
             JOIN person p ON p.tenant_id = $1 AND p.id = r.person_id
             JOIN place h ON h.tenant_id = $1 AND h.id = p.home_place_id
            WHERE r.tenant_id = $1 AND r.status = 'accepted' AND h.path >= $2 AND h.path < $2 || '~'
            ORDER BY h.path, r.person_id`,
    values: [tx.tenantId, placePath],
  })
