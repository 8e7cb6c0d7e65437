/**
 * Who is organised how: the party organisations from the district down to the building group, and beside
 * them the four partners of a compound: property company, owners' committee, teams, units.
 * Source: docs/capabilities/demo.md, "Demo district" (four levels and four partners; building groups).
 */
import { DISTRICT, MODEL_COMMUNITY, MODEL_COMPOUND, MODEL_GRID, modelBuilding, SUBDISTRICT } from './places.ts'
import type { OrganisationKind } from '#contracts/people.ts'
import type { DemoOrganisation, DemoPlace } from './types.ts'

export const ORG = {
  districtCommittee: 'org:district-committee',
  districtCentre: 'org:district-centre',
  subdistrictCommittee: 'org:subdistrict-committee',
  subdistrictOffice: 'org:subdistrict-office',
  community: `org:committee-${MODEL_COMMUNITY}`,
  serviceDesk: 'org:service-desk-1',
  branch: 'org:branch-guiyuan',
  property: 'org:property',
  engineering: 'org:property-engineering',
  cleaning: 'org:property-cleaning',
  order: 'org:property-order',
  drainage: 'org:drainage',
  lighting: 'org:lighting',
  cityOrder: 'org:city-order',
  owners: 'org:owners',
  stewards: 'org:stewards',
  vocational: 'org:unit-college',
} as const

const SELF_GROUPS = [
  '停车自管小组',
  '绿化自管小组',
  '楼道自管小组',
  '晾晒自管小组',
  '宠物自管小组',
  '商户自管小组',
  '夜巡自管小组',
] // seven, as reported
const ALLIANCE = [
  ['org:unit-college', '云桥职业学院'],
  ['org:unit-clinic', '梧桐卫生服务中心'],
  ['org:unit-school', '桂园路小学'],
  ['org:unit-bank', '清溪农商行桂园支行'],
  ['org:unit-power', '供电服务一站'],
  ['org:unit-bus', '公交三队'],
] as const
/** Buildings with three members or more have a group of their own; the others share one. */
const BUILDINGS_WITH_GROUP = [2, 5, 8, 11, 12, 15, 18]

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
  const add = (key: string, parentKey: string | null, kind: OrganisationKind, name: string, placeKey: string) =>
    all.push({ key, parentKey, kind, name, placeKey, handles: HANDLING.has(kind) })

  add(ORG.districtCommittee, null, 'partyOrganisation', '云桥区委社会工作部', DISTRICT)
  add(ORG.districtCentre, ORG.districtCommittee, 'department', '云桥区社会治理中心', DISTRICT)
  add(ORG.subdistrictCommittee, ORG.districtCommittee, 'partyOrganisation', '梧桐街道党工委', SUBDISTRICT)
  add(ORG.subdistrictOffice, ORG.subdistrictCommittee, 'department', '梧桐街道办事处', SUBDISTRICT)
  add(ORG.drainage, ORG.subdistrictOffice, 'department', '市政排水所', SUBDISTRICT)
  add(ORG.lighting, ORG.subdistrictOffice, 'department', '路灯管理所', SUBDISTRICT)
  add(ORG.cityOrder, ORG.subdistrictOffice, 'department', '街道城管中队', SUBDISTRICT)

  for (const community of places.filter(({ level }) => level === 'community')) {
    const committee = `org:committee-${community.key}`
    add(committee, ORG.subdistrictCommittee, 'partyOrganisation', `${community.name}党委`, community.key)
    const desk = community.key === MODEL_COMMUNITY ? ORG.serviceDesk : `org:desk-${community.key}`
    add(desk, committee, 'community', `${community.name}居委会`, community.key)
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
    add(key, `org:committee-${compound.parentKey}`, 'partyOrganisation', `${compound.name}党支部`, compound.key)
    for (const grid of places.filter(({ parentKey, gridLevel }) => gridLevel === 2 && parentKey === compound.key))
      add(`org:branch-${grid.key}`, key, 'partyOrganisation', `${grid.name}党支部`, grid.key)
  }

  for (const number of BUILDINGS_WITH_GROUP)
    add(groupOf(number), ORG.branch, 'partyOrganisation', `${number} 栋党小组`, modelBuilding(number))
  add('org:group-gy-joint', ORG.branch, 'partyOrganisation', '联合党小组', MODEL_GRID)

  add(ORG.property, null, 'propertyCompany', '桂园物业', MODEL_COMPOUND)
  add(ORG.engineering, ORG.property, 'propertyCompany', '桂园物业 工程班', MODEL_COMPOUND)
  add(ORG.cleaning, ORG.property, 'propertyCompany', '桂园物业 保洁班', MODEL_COMPOUND)
  add(ORG.order, ORG.property, 'propertyCompany', '桂园物业 秩序班', MODEL_COMPOUND)
  add(ORG.owners, null, 'ownersCommittee', '桂园小区业主委员会', MODEL_COMPOUND)
  add(ORG.stewards, ORG.branch, 'volunteerTeam', '红管家', MODEL_COMPOUND)
  SELF_GROUPS.forEach((name, i) => add(`org:self-${i + 1}`, ORG.branch, 'selfManagementGroup', name, MODEL_COMPOUND))
  for (const [key, name] of ALLIANCE) add(key, null, 'allianceUnit', name, MODEL_COMMUNITY)
  return all
}

export const branchOf = (compoundKey: string) =>
  compoundKey === MODEL_COMPOUND ? ORG.branch : `org:branch-${compoundKey}`
export const companyOf = (communityKey: string) => `org:property-${communityKey}`
export const groupOf = (number: number) =>
  BUILDINGS_WITH_GROUP.includes(number) ? `org:group-gy-${number}` : 'org:group-gy-joint'
