/**
 * Who is organised how: the party organisations from the district down to the building group, and beside
 * them the four partners of a compound: property company, owners' committee, teams, units.
 * Source: docs/capabilities/demo.md, "Demo district" (four levels and four partners; building groups).
 */
import { DISTRICT, MODEL_COMMUNITY, MODEL_COMPOUND, MODEL_GRID, modelBuilding, SUBDISTRICT } from './places.ts'
import { BUILDINGS_WITH_GROUP, branchOf, companyOf, groupOf, ALLIANCE, ORG } from './organisation-keys.ts'
import type { OrganisationKind } from '#contracts/people.ts'
import type { AddOrganisation } from './register-types.ts'
import type { DemoOrganisation, DemoPlace } from './types.ts'
import { addUnits } from './units.ts'

const SELF_GROUPS = [
  '停车自管小组',
  '绿化自管小组',
  '楼道自管小组',
  '晾晒自管小组',
  '宠物自管小组',
  '商户自管小组',
  '夜巡自管小组',
] // seven, as reported

/** One company a community; the model compound has its own with three crews. */
const COMPANIES = ['柳堤物业', '桂园社区物业服务站', '书苑物业', '清河物业', '南浦物业', '望月物业', '石鼓物业']
const HANDLING = new Set<OrganisationKind>([
  'community',
  'propertyCompany',
  'department',
  'allianceUnit',
  'volunteerTeam',
  'selfManagementGroup',
])

export function buildOrganisations(places: readonly DemoPlace[]): DemoOrganisation[] {
  const all: DemoOrganisation[] = []
  let phones = 0
  const add: AddOrganisation = (key, parentKey, kind, name, placeKey, shown = {}) => {
    const handles = HANDLING.has(kind)
    // One office has no number on purpose, so that the check-up finds it.
    const dutyPhone = handles && key !== ORG.lighting ? dutyNumber(++phones) : undefined
    all.push({ key, parentKey, kind, name, placeKey, handles, shown: { foundedDaysAgo: 2_400, dutyPhone, ...shown } })
  }

  add(ORG.districtCommittee, null, 'partyOrganisation', '云桥区委社会工作部', DISTRICT, { form: 'committee' })
  add(ORG.districtCentre, ORG.districtCommittee, 'department', '云桥区社会治理中心', DISTRICT)
  add(ORG.subdistrictCommittee, ORG.districtCommittee, 'partyOrganisation', '梧桐街道党工委', SUBDISTRICT, {
    form: 'committee',
  })
  add(ORG.subdistrictOffice, ORG.subdistrictCommittee, 'department', '梧桐街道办事处', SUBDISTRICT)
  add(ORG.drainage, ORG.subdistrictOffice, 'department', '市政排水所', SUBDISTRICT)
  add(ORG.lighting, ORG.subdistrictOffice, 'department', '路灯管理所', SUBDISTRICT)
  add(ORG.cityOrder, ORG.subdistrictOffice, 'department', '街道城管中队', SUBDISTRICT)

  for (const community of places.filter(({ level }) => level === 'community')) {
    const committee = `org:committee-${community.key}`
    add(committee, ORG.subdistrictCommittee, 'partyOrganisation', `${community.name}党委`, community.key, {
      form: 'jointCommittee',
      termEndsInDays: 500,
    })
    const desk = community.key === MODEL_COMMUNITY ? ORG.serviceDesk : `org:desk-${community.key}`
    add(desk, committee, 'community', `${community.name}居委会`, community.key, { termEndsInDays: 700 })
    add(
      companyOf(community.key),
      null,
      'propertyCompany',
      COMPANIES[Number(community.key.slice(-1))] ?? '社区物业',
      community.key,
    )
  }
  for (const compound of places.filter(({ level }) => level === 'compound')) {
    const key = branchOf(compound.key)
    add(key, `org:committee-${compound.parentKey}`, 'partyOrganisation', `${compound.name}党支部`, compound.key, {
      form: 'compoundBranch',
      termEndsInDays: 420,
    })
    for (const grid of places.filter(({ parentKey, gridLevel }) => gridLevel === 2 && parentKey === compound.key))
      add(`org:branch-${grid.key}`, key, 'partyOrganisation', `${grid.name}党支部`, grid.key, { form: 'gridBranch' })
  }

  for (const number of BUILDINGS_WITH_GROUP)
    add(groupOf(number), ORG.branch, 'partyOrganisation', `${number} 栋党小组`, modelBuilding(number), {
      form: 'buildingGroup',
    })
  add('org:group-gy-joint', ORG.branch, 'partyOrganisation', '联合党小组', MODEL_GRID, { form: 'jointGroup' })

  add(ORG.property, null, 'propertyCompany', '桂园物业', MODEL_COMPOUND)
  add(ORG.engineering, ORG.property, 'propertyCompany', '桂园物业 工程班', MODEL_COMPOUND)
  add(ORG.cleaning, ORG.property, 'propertyCompany', '桂园物业 保洁班', MODEL_COMPOUND)
  add(ORG.order, ORG.property, 'propertyCompany', '桂园物业 秩序班', MODEL_COMPOUND)
  // Its term ends soon: the check-up asks for an election.
  add(ORG.owners, null, 'ownersCommittee', '桂园小区业主委员会', MODEL_COMPOUND, { termEndsInDays: 45 })
  add(ORG.stewards, ORG.branch, 'volunteerTeam', '红管家', MODEL_COMPOUND)
  SELF_GROUPS.forEach((name, i) => add(`org:self-${i + 1}`, ORG.branch, 'selfManagementGroup', name, MODEL_COMPOUND))
  for (const [key, name] of ALLIANCE) add(key, null, 'allianceUnit', name, MODEL_COMMUNITY)
  add(ORG.developer, null, 'developer', '云桥城建开发公司', DISTRICT)
  addUnits(add, places)
  return all
}

/** 160 is a block that no operator has been given: nobody is rung by a demo. */
const dutyNumber = (nth: number) => `1609999${String(nth).padStart(4, '0')}`
