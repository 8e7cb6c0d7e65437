/** Rows as replies: states from dates, grids by name, and what the reader may do. */
import type { CardView, MemberRow, MemberView } from '#contracts/members.ts'
import { placeNames } from '#modules/places/index.ts'
import type { Tx } from '#platform/db.ts'
import type { Card } from './card-queries.ts'
import { FREE_TIMES, inWords, SKILLS, WANTS } from './choices.ts'
import { allowed, CARD_LIFE, MEMBER_LIFE, stateOf } from './lifecycle.ts'
import type { MemberFound } from './member-queries.ts'
import type { Relation, Stand } from './policy.ts'

/** One grid, one branch: every member belongs to exactly one, by home and by branch; none or two is something to look at. */
export const gridsOf = ({ homeGridId, branchGridId }: Pick<MemberFound, 'homeGridId' | 'branchGridId'>): string[] => [
  ...new Set([homeGridId, branchGridId].filter((id) => id !== null)),
]

export const standOf = ({ personId, homePath, organisationPath }: MemberFound): Stand => ({
  personId,
  homePath,
  organisationPath,
})

export async function viewRows(tx: Tx, found: readonly MemberFound[]): Promise<MemberRow[]> {
  const grids = await placeNames(tx, [...new Set(found.flatMap(gridsOf))])
  return found.map((member) => ({
    id: member.personId,
    name: member.name,
    stage: member.stage,
    state: stateOf(member),
    inService: member.inService,
    foundBy: member.foundBy,
    organisation: organisationOf(member),
    elsewhere: member.elsewhere,
    buildingName: member.buildingName,
    gridNames: gridsOf(member).flatMap((id) => grids.get(id) ?? []),
    cardStatus: member.cardStatus,
  }))
}

const organisationOf = ({ organisationId, organisationName }: MemberFound) =>
  organisationId && organisationName ? { id: organisationId, name: organisationName } : null

/** With the answers in words. */
export const viewCard = (card: Card): CardView => ({
  ...card,
  skills: inWords(SKILLS, card.skills),
  freeTimes: inWords(FREE_TIMES, card.freeTimes),
  wants: inWords(WANTS, card.wants),
})

type Seen = { member: MemberFound; card: Card | undefined; relations: readonly Relation[] }

export async function viewOne(tx: Tx, { member, card, relations }: Seen): Promise<MemberView[]> {
  const rows = await viewRows(tx, [member])
  return rows.map((row) => ({
    ...row,
    phoneMasked: member.phoneMasked,
    confirmedOn: member.confirmedOn,
    answer: member.answer,
    card: card ? viewCard(card) : null,
    allowedActions: allowed(MEMBER_LIFE, row.state, relations),
    allowedCardActions: card ? allowed(CARD_LIFE, card.status, relations) : [],
  }))
}
