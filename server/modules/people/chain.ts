/**
 * The chain of responsibility of a district: which levels there are, and which posts and party organisations answer on each.
 *
 * Read PATTERNS as tables. A district keeps its own in chain_level; until it does, the four levels stand in. The four are as
 * reported (区委、社区党委、小区党委、网格支部, and the building below them); of the seven only their number is reported, so
 * their names are our reading, for each district to confirm. Source: docs/capabilities/people-and-posts.md, "Chain".
 */
import type { ChainLevel } from '#contracts/organisations.ts'
import type { PostKind } from '#contracts/rights.ts'
import { AppError } from '#platform/errors.ts'
import type { Tx } from '#platform/db.ts'

const level = (
  [name, nameEn]: readonly [string, string],
  placeLevel: ChainLevel['placeLevel'],
  postKinds: ChainLevel['postKinds'],
  forms: ChainLevel['forms'],
  gridLevel: ChainLevel['gridLevel'] = null,
): ChainLevel => ({ name, nameEn, placeLevel, gridLevel, postKinds, forms })

const DISTRICT = level(['区委', 'District committee'], 'district', ['districtSupervisor'], ['committee'])
const COMMUNITY = level(
  ['社区党委', 'Community committee'],
  'community',
  ['communityStaff'],
  ['committee', 'jointCommittee'],
)
const BUILDING = level(['楼栋', 'Building'], 'building', ['buildingHead', 'groupLead'], ['buildingGroup'])

// prettier-ignore
export const PATTERNS: Record<'four' | 'seven', readonly ChainLevel[]> = {
  four: [
    COMMUNITY,
    level(['小区党组织', 'Compound’s party organisation'], 'compound', ['compoundSecretary', 'branchSecretary'], ['compoundCommittee', 'compoundBranch', 'functionalBranch']),
    level(['网格支部', 'Grid branch'], 'grid', ['branchSecretary', 'gridLead', 'gridWorker', 'areaLead'], ['gridBranch', 'branch'], 2),
    level(['楼栋党小组、中心户', 'Building group and household'], 'building', ['buildingHead', 'groupLead', 'anchorHousehold'], ['buildingGroup', 'memberHousehold']),
  ],
  seven: [
    DISTRICT,
    level(['街道党工委', 'Subdistrict committee'], 'subdistrict', ['subdistrictSupervisor'], ['committee']),
    COMMUNITY,
    level(['网格党支部', 'Grid branch'], 'grid', ['branchSecretary', 'gridLead', 'gridWorker'], ['gridBranch', 'branch'], 1),
    level(['小区功能型党支部', 'Compound’s functional branch'], 'compound', ['compoundSecretary', 'branchSecretary'], ['functionalBranch', 'compoundBranch', 'compoundCommittee']),
    level(['责任片区', 'Area'], 'grid', ['areaLead', 'gridInformant'], ['jointGroup'], 3),
    BUILDING,
  ],
}

/** What a post's kind says of a person beyond that they answer for others is not for a public list. */
const NEVER_ANSWERS: readonly PostKind[] = ['member', 'volunteer', 'auditor', 'operator']

/** @throws chain_level_wrong */
export function checkChain(levels: readonly ChainLevel[]): void {
  for (const [at, { placeLevel, gridLevel, postKinds, forms }] of levels.entries()) {
    const answers = postKinds.length + forms.length > 0 && !postKinds.some((kind) => NEVER_ANSWERS.includes(kind))
    if (!answers || (placeLevel === 'grid') !== (gridLevel !== null))
      throw new AppError('chain_level_wrong', { field: 'levels', number: at + 1 })
  }
}

/** The district's own levels, top down; none while it has set none. */
export const ownChain = (tx: Tx) =>
  tx.many<ChainLevel>({
    name: 'chain_levels',
    text: `SELECT name, name_en AS "nameEn", place_level AS "placeLevel", grid_level AS "gridLevel", post_kinds AS "postKinds", forms
             FROM chain_level WHERE tenant_id = $1 ORDER BY number`,
    values: [tx.tenantId],
  })

export async function chainOf(tx: Tx): Promise<readonly ChainLevel[]> {
  const own = await ownChain(tx)
  return own.length > 0 ? own : PATTERNS.four
}

export async function saveLevels(tx: Tx, levels: readonly ChainLevel[]): Promise<void> {
  const text = `DELETE FROM chain_level WHERE tenant_id = $1`
  await tx.run({ name: 'chain_clear', text, values: [tx.tenantId] })
  await tx.run({
    name: 'chain_insert',
    text: `INSERT INTO chain_level (tenant_id, number, name, name_en, place_level, grid_level, post_kinds, forms)
           SELECT $1, l.number, l.name, l."nameEn", l."placeLevel", l."gridLevel", l."postKinds", l.forms
             FROM jsonb_to_recordset($2::jsonb)
                  AS l (number smallint, name text, "nameEn" text, "placeLevel" text, "gridLevel" smallint, "postKinds" text[], forms text[])`,
    values: [tx.tenantId, JSON.stringify(levels.map((one, at) => ({ ...one, number: at + 1 })))],
  })
}
