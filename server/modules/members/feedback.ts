/**
 * The quarterly sheet for the unit of a member who reported in: when, which posts, nothing about households. It leaves the
 * community by the member's own hand, or by the desk's where the member agreed to that on the card. Hours come from service
 * records, which this version does not keep, so the sheet has no line for them.
 * Source: docs/capabilities/members.md, "Quarterly sheet"; Personal Information Protection Law art. 23.
 */
import type { FeedbackSheet } from '#contracts/members.ts'
import { openPerson } from '#modules/accounts/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import type { Secrets } from '#platform/secrets.ts'
import { latestCard, type Card } from './card-queries.ts'
import { readMember, sealedPerson } from './member-queries.ts'
import { may, relationsTo } from './policy.ts'
import { reveal } from './reveal.ts'
import { standOf } from './view.ts'

export type Quarter = { year: number; quarter: number }
/** The reason kept in the log when the desk prints the sheet. */
const REASON = '给单位的季度反馈（本人同意）'

/** @throws not_found, unit_not_told */
export async function feedbackByDesk(
  tx: Tx,
  actor: Actor,
  personId: string,
  when: Quarter,
  secrets: Secrets,
  now: Date,
): Promise<FeedbackSheet> {
  const member = await readMember(tx, personId)
  if (!member || !may('feedback', relationsTo(actor, standOf(member)))) throw new AppError('not_found')
  const card = await latestCard(tx, personId)
  if (!card?.tellsUnit || card.status !== 'accepted') throw new AppError('unit_not_told')
  const { name } = await reveal(tx, actor, personId, { reason: REASON, field: 'name' }, secrets, now)
  return sheetOf(tx, { personId, name, card, when })
}

/** @throws not_found */
export async function ownFeedback(tx: Tx, personId: string, when: Quarter, secrets: Secrets): Promise<FeedbackSheet> {
  const [card, person] = [await latestCard(tx, personId), await sealedPerson(tx, personId)]
  if (card?.status !== 'accepted' || !person) throw new AppError('not_found')
  return sheetOf(tx, { personId, name: openPerson(secrets, tx.tenantId, person).name, card, when })
}

type For = { personId: string; name: string; card: Card; when: Quarter }

async function sheetOf(tx: Tx, { personId, name, card, when }: For): Promise<FeedbackSheet> {
  const { unitName, sentAt, answeredAt } = card
  return {
    name,
    unitName,
    communityName: await communityOf(tx, card.id),
    ...when,
    reportedOn: shanghaiToday(new Date(sentAt)),
    acceptedOn: answeredAt && shanghaiToday(new Date(answeredAt)),
    posts: await postsHeldIn(tx, personId, daysOf(when)),
  }
}

/** First and last day of the quarter. */
export function daysOf({ year, quarter }: Quarter): { from: string; to: string } {
  const last = new Date(Date.UTC(year, quarter * 3, 0))
  return { from: `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`, to: last.toISOString().slice(0, 10) }
}

async function communityOf(tx: Tx, cardId: string): Promise<string> {
  const found = await tx.one<{ name: string }>({
    name: 'card_community',
    text: `SELECT l.full_name AS name FROM report_card r JOIN place l ON l.tenant_id = $1 AND l.id = r.place_id
            WHERE r.tenant_id = $1 AND r.id = $2`,
    values: [tx.tenantId, cardId],
  })
  return found?.name ?? ''
}

const postsHeldIn = (tx: Tx, personId: string, { from, to }: { from: string; to: string }) =>
  tx.many<FeedbackSheet['posts'][number]>({
    name: 'card_posts',
    text: `SELECT o.title, t.from_on AS "fromOn", t.to_on AS "toOn"
             FROM post_term t JOIN post o ON o.tenant_id = $1 AND o.id = t.post_id
            WHERE t.tenant_id = $1 AND t.person_id = $2 AND t.from_on <= $4 AND (t.to_on IS NULL OR t.to_on >= $3)
            ORDER BY t.from_on, t.id`,
    values: [tx.tenantId, personId, from, to],
  })
