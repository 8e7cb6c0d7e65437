/** Every standard that is checked, in the order of docs/capabilities/standards.md. */
import type { StandardId } from '#contracts/standards.ts'
import type { Standard } from '../standard.ts'
import { BRANCH_PACK } from './branches.ts'
import { BUILDING_PACK } from './buildings.ts'
import { GRID_PACK } from './grids.ts'
import { HOME_PACK } from './homes.ts'
import { POST_PACK } from './posts.ts'

export const PACK: readonly Standard[] = [...BRANCH_PACK, ...BUILDING_PACK, ...GRID_PACK, ...POST_PACK, ...HOME_PACK]

const byId = new Map(PACK.map((one) => [one.id, one]))
/** The standard of this id; undefined for one that an older version checked. */
export const standardOf = (id: StandardId | string): Standard | undefined => byId.get(id as StandardId) // a key that is not there is undefined
