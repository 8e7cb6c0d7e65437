/**
 * Kinds of post, and what holding one lets a person call. Rights follow posts, never names.
 *
 * Read RIGHTS as a table. It opens a door of the API; what may be done with one request, file or person behind the door
 * is decided by that module's policy, from how the person stands to the thing.
 * Source: docs/capabilities/people-and-posts.md.
 */
export const POST_KINDS = [
  'member', // 党员
  'volunteer', // 志愿者
  'buildingHead', // 楼栋长
  'areaLead', // 片长
  'gridLead', // 网格长
  'gridWorker', // 网格员
  'gridInformant', // 网格信息员
  'dutyOfficer', // 值班岗
  'communityStaff', // 社区受理岗
  'followUpStaff', // 回访干部
  'compoundSecretary', // 小区书记
  'branchSecretary', // 支部书记
  'groupLead', // 党小组长
  'anchorHousehold', // 党员中心户
  'instructor', // 党建指导员
  'committeeChair', // 业委会、物管会主任
  'committeeMember', // 业委会、物管会委员
  'unitUser', // 物业公司、职能部门、联盟单位
  'subdistrictSupervisor', // 街道督办
  'districtSupervisor', // 区督办
  'auditor', // 审计
  'operator', // 系统管理员
] as const
export type PostKind = (typeof POST_KINDS)[number]

const DESK = [
  'communityStaff',
  'followUpStaff',
  'compoundSecretary',
  'subdistrictSupervisor',
  'districtSupervisor',
] as const
const FIELD = ['gridLead', 'gridWorker', 'gridInformant', 'areaLead', 'buildingHead', 'dutyOfficer'] as const
/** They answer for members, and know who the members of their area are. */
const PARTY = ['compoundSecretary', 'branchSecretary', 'groupLead', 'instructor'] as const

// prettier-ignore
export const RIGHTS = {
  /** See the desk's work list, map and counts of one's own area or organisation. */
  'requests.work':      [...DESK, ...FIELD, 'unitUser', 'auditor'],
  /** Take in a request for somebody else: paper, telephone, walk-in, at the door. */
  'requests.onBehalf':  [...DESK, ...FIELD, 'unitUser'],
  /** See and claim what is offered to the pool. */
  'requests.claim':     ['member', 'volunteer', ...FIELD, 'compoundSecretary', 'branchSecretary', 'groupLead', 'anchorHousehold', 'communityStaff'],
  /** Send many requests on their way at once. */
  'requests.bulk':      ['communityStaff', 'compoundSecretary', 'subdistrictSupervisor'],
  /** Watch what sticks, and order it to be done. */
  'requests.supervise': ['subdistrictSupervisor', 'districtSupervisor', 'communityStaff'],
  'requests.followUp':  ['followUpStaff', 'communityStaff'],
  /** Figures of one's own area: rates, trends, what sticks. */
  'figures.view':      [...DESK, 'branchSecretary', 'gridLead', 'auditor', 'operator'],
  /** Compose, edit and publish bulletins of one's own area. */
  'bulletins.write':   ['communityStaff', 'compoundSecretary', 'subdistrictSupervisor', 'districtSupervisor'],
  /** Take out as a file what one sees as a list. */
  'exports.make':      [...DESK, ...FIELD, ...PARTY, 'committeeChair', 'unitUser', 'auditor', 'operator'],
  /** Let others take out lists with personal data; never one's own. */
  'exports.approve':   ['communityStaff', 'subdistrictSupervisor', 'districtSupervisor'],
  /** Other systems: keys, webhooks, GeoReport servers. */
  'connections.view':  ['communityStaff', 'subdistrictSupervisor', 'districtSupervisor', 'auditor', 'operator'],
  'connections.manage': ['operator'],
  /** Open a masked phone number, with a reason that its owner can read. */
  'people.reveal':      [...DESK, 'gridLead', 'gridWorker', 'buildingHead', 'dutyOfficer', 'unitUser', 'member', 'volunteer'],
  'people.view':        [...DESK, 'gridLead', 'gridWorker', 'branchSecretary', 'auditor', 'operator'],
  'people.manage':      ['operator'],
  /** The registers of one's own area: places, grids, organisations and posts. */
  'registers.view':     [...DESK, ...FIELD, ...PARTY, 'committeeChair', 'auditor', 'operator'],
  'places.manage':      ['communityStaff', 'subdistrictSupervisor', 'operator'],
  'organisations.manage': ['communityStaff', 'compoundSecretary', 'subdistrictSupervisor', 'districtSupervisor', 'operator'],
  /** Fill the posts of one's own area, none above one's own. */
  'posts.appoint':      ['communityStaff', 'compoundSecretary', 'subdistrictSupervisor', 'districtSupervisor', 'operator'],
  /** Households: masked by default; who opens a value gives a reason that the household reads. */
  'households.view':    ['communityStaff', 'compoundSecretary', 'gridLead', 'gridWorker', 'buildingHead'],
  'households.manage':  ['communityStaff', 'gridLead', 'gridWorker'],
  'owners.view':        ['communityStaff', 'compoundSecretary', 'committeeChair', 'operator'],
  'owners.manage':      ['communityStaff', 'operator'],
  'members.view':       [...PARTY, 'communityStaff'],
  'members.manage':     ['compoundSecretary', 'branchSecretary', 'communityStaff'],
  'imports.run':        ['communityStaff', 'subdistrictSupervisor', 'operator'],
  'standards.view':     [...DESK, ...PARTY, 'gridLead', 'gridWorker', 'committeeChair', 'auditor', 'operator'],
  'plans.make':         ['communityStaff', 'compoundSecretary', 'subdistrictSupervisor', 'operator'],
  'settings.view':      [...DESK, 'auditor', 'operator'],
  'settings.manage':    ['operator'],
  'audit.view':         ['auditor', 'operator'],
  'screen.view':        [...DESK, 'operator'],
} as const satisfies Record<string, readonly PostKind[]>
export type Right = keyof typeof RIGHTS

/** The rights that these kinds of post carry together. */
export function rightsOf(kinds: readonly PostKind[]): Right[] {
  return (Object.keys(RIGHTS) as Right[]).filter((right) =>
    (RIGHTS[right] as readonly PostKind[]).some((kind) => kinds.includes(kind)),
  )
}
