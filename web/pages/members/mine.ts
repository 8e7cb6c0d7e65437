/** What a member's pages on the phone ask first: one's own entry, card, plate and the organisations round one's home. */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { myMembership } from '#contracts/members.ts'

export type Mine = ReplyOf<typeof myMembership>
