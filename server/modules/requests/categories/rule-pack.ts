/**
 * The default categories of a residential community, two levels, as data; a tenant may rename, retire and add.
 * Codes never change meaning: statistics of years hang on them. No logic here, only the order in which residents see groups.
 * Sources: what seeds and comparable systems name (物业, 12345, 数字城管 parts and events), in our own words;
 * residents choose a wrong category when "not here, go there" is missing (fixmystreet #877), hence the last group.
 */
import { HOMES } from './pack/homes.ts'
import { OUTDOORS } from './pack/outdoors.ts'
import { PEOPLE } from './pack/people.ts'
import { TOGETHER } from './pack/together.ts'
import type { GroupRow } from './shape.ts'

export const RULE_PACK = {
  code: 'community-default',
  version: 1,
  groups: [...OUTDOORS, ...HOMES, ...TOGETHER, ...PEOPLE] satisfies readonly GroupRow[],
} as const

export { CAUSES, CLOSE_REASONS, DECLINE_REASONS, LADDER, RETURN_REASONS } from './reasons.ts'
export { SIGNPOSTS } from './signposts.ts'
