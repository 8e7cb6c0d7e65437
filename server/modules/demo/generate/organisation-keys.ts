/** Keys of organisations, for everything that refers to them. */
import { MODEL_COMMUNITY, MODEL_COMPOUND } from './places.ts'

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
  developer: 'org:developer',
  peaceBranch: 'org:functional-1',
} as const

/** The alliance of the model community; the other units are made in units.ts. */
export const ALLIANCE = [
  ['org:unit-college', '云桥职业学院'],
  ['org:unit-clinic', '梧桐卫生服务中心'],
  ['org:unit-school', '桂园路小学'],
  ['org:unit-bank', '清溪农商行桂园支行'],
  ['org:unit-power', '供电服务一站'],
  ['org:unit-bus', '公交三队'],
] as const

/** Buildings with three members or more have a group of their own; the others share one. */
export const BUILDINGS_WITH_GROUP = [2, 5, 8, 11, 12, 15, 18]

export const branchOf = (compoundKey: string) =>
  compoundKey === MODEL_COMPOUND ? ORG.branch : `org:branch-${compoundKey}`
export const companyOf = (communityKey: string) => `org:property-${communityKey}`
export const groupOf = (number: number) =>
  BUILDINGS_WITH_GROUP.includes(number) ? `org:group-gy-${number}` : 'org:group-gy-joint'
