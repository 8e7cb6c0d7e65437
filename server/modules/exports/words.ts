/** Words in files, in Chinese and English: codes of the lists become what stands on the pages. */
import { SHANGHAI, shanghaiToday } from '#platform/calendar/shanghai.ts'

export type Language = 'zh' | 'en'
export type Both = readonly [zh: string, en: string]

// prettier-ignore
export const WORDS = {
  yes: ['是', 'yes'], no: ['否', 'no'],
  channel: { phone: ['随手拍', 'phone page'], paper: ['纸条', 'paper'], telephone: ['电话', 'telephone'], walkIn: ['上门来说', 'walk-in'], door: ['入户走访', 'at the door'], api: ['接口', 'API'] },
  requestKind: { problem: ['问题', 'Problem'], help: ['求助', 'Help'], suggestion: ['建议', 'Suggestion'], practical: ['办事', 'Paperwork'], urgent: ['紧急求助', 'Urgent call'] },
  status: { submitted: ['等受理', 'Received'], accepted: ['已受理', 'Taken in'], offered: ['等人接单', 'Open to claim'], dispatched: ['已派单', 'Sent on'], handling: ['办理中', 'In hand'], waiting: ['等补充', 'Needs more'], paused: ['暂停', 'Paused'], returned: ['退回重派', 'Returned'], disputed: ['等裁定', 'To be ruled'], onLadder: ['上会', 'At a meeting'], finished: ['说办结', 'Said done'], shelved: ['挂账', 'Shelved'], closed: ['已结案', 'Closed'] },
  outcome: { solved: ['已解决', 'Solved'], explained: ['已说明', 'Explained'], notOurs: ['已指路', 'Pointed on'], shelved: ['挂账', 'Shelved'], duplicate: ['已并案', 'Merged'], withdrawn: ['已撤回', 'Withdrawn'] },
  confirmedBy: { reporter: ['报件人确认', 'reporter'], callBack: ['回访确认', 'call-back'], silence: ['到期默认', 'silence'], staff: ['受理岗', 'staff'] },
  level: { district: ['区', 'District'], subdistrict: ['街道', 'Subdistrict'], community: ['社区', 'Community'], compound: ['小区', 'Compound'], grid: ['网格', 'Grid'], building: ['楼栋', 'Building'], entrance: ['单元', 'Entrance'], home: ['户', 'Home'] },
  usedAs: { homes: ['住宅', 'Homes'], shops: ['商铺', 'Shops'], offices: ['办公', 'Offices'], service: ['服务用房', 'Service rooms'], parking: ['车库', 'Parking'], other: ['其他', 'Other'] },
  organisationKind: { partyOrganisation: ['党组织', 'Party organisation'], community: ['社区', 'Community'], propertyCompany: ['物业公司', 'Property company'], ownersCommittee: ['业委会', 'Owners’ committee'], managementCommittee: ['物管会', 'Management committee'], department: ['职能部门', 'Department'], allianceUnit: ['共建单位', 'Alliance unit'], alliance: ['党建联盟', 'Alliance'], selfManagementGroup: ['自管小组', 'Self-management group'], volunteerTeam: ['志愿队', 'Volunteer team'], shop: ['商户', 'Shop'], serviceCentre: ['党群服务中心', 'Service centre'], developer: ['开发单位', 'Developer'] },
  form: { committee: ['党委', 'Committee'], jointCommittee: ['大党委', 'Joint committee'], generalBranch: ['党总支', 'General branch'], compoundCommittee: ['小区党委', 'Compound committee'], compoundBranch: ['小区党支部', 'Compound branch'], gridBranch: ['网格党支部', 'Grid branch'], functionalBranch: ['功能型党支部', 'Functional branch'], jointBranch: ['联合党支部', 'Joint branch'], branch: ['党支部', 'Branch'], buildingGroup: ['楼栋党小组', 'Building group'], jointGroup: ['联合党小组', 'Joint group'], memberHousehold: ['党员中心户', 'Member’s household'] },
  postKind: { member: ['党员', 'Party member'], volunteer: ['志愿者', 'Volunteer'], buildingHead: ['楼栋长', 'Building head'], areaLead: ['片长', 'Area lead'], gridLead: ['网格长', 'Grid lead'], gridWorker: ['网格员', 'Grid worker'], gridInformant: ['网格信息员', 'Grid informant'], dutyOfficer: ['值班岗', 'Duty officer'], communityStaff: ['社区受理岗', 'Community staff'], followUpStaff: ['回访干部', 'Call-back staff'], compoundSecretary: ['小区书记', 'Compound secretary'], branchSecretary: ['支部书记', 'Branch secretary'], groupLead: ['党小组长', 'Group lead'], anchorHousehold: ['党员中心户', 'Anchor household'], instructor: ['党建指导员', 'Party instructor'], committeeChair: ['业委会主任', 'Committee chair'], committeeMember: ['业委会委员', 'Committee member'], unitUser: ['单位经办人', 'Unit’s user'], subdistrictSupervisor: ['街道督办', 'Subdistrict supervisor'], districtSupervisor: ['区督办', 'District supervisor'], auditor: ['审计', 'Auditor'], operator: ['系统管理员', 'Operator'] },
  venueKind: { parlour: ['党建会客厅', 'Party parlour'], neighbourStation: ['好邻里驿站', 'Neighbour station'], serviceCentre: ['党群服务中心', 'Service centre'], deliberationHall: ['议事厅', 'Deliberation hall'], secretaryStudio: ['书记工作室', 'Secretary’s studio'], activityRoom: ['活动室', 'Activity room'] },
  severity: { must: ['必须', 'Must'], should: ['应当', 'Should'], advise: ['提倡', 'Advised'], information: ['说明', 'Told'] },
  finding: { met: ['做到了', 'Met'], gap: ['要补', 'Missing'], conflict: ['标准互相矛盾', 'Standards exclude each other'], notApplicable: ['暂不适用', 'Not applicable yet'] },
  planKind: { grids: ['划网格', 'Cut grids'], pairings: ['党员联户', 'Pair members'] },
  planStatus: { waiting: ['排队', 'queued'], solving: ['在算', 'solving'], solved: ['待采用', 'to be decided'], infeasible: ['做不到', 'not possible'], failed: ['没算成', 'no answer'], applied: ['已采用', 'applied'], dropped: ['已放弃', 'dropped'] },
  selection: { nominating: ['推荐中', 'nominations'], vetting: ['审查中', 'vetting'], deciding: ['待定人选', 'to decide'], closed: ['已选定', 'decided'], cancelled: ['已取消', 'called off'] },
  exemption: { time: ['延时', 'extension'], pause: ['暂停', 'pause'], shelve: ['挂账', 'shelving'] },
  holds: { owner: ['自有', 'owned'], tenant: ['租住', 'rented'], unknown: ['没写', 'not said'] },
  unitKind: { home: ['住宅', 'home'], shop: ['商铺', 'shop'], office: ['办公', 'office'], parking: ['车位', 'parking'], other: ['其他', 'other'] },
  areaSource: { REGISTRY: ['产权登记', 'registry'], SURVEY: ['测绘', 'survey'], CONTRACT: ['合同', 'contract'] },
  stage: { formal: ['正式党员', 'Full member'], probationary: ['预备党员', 'Probationary member'] },
  memberState: { waitsForOrganisation: ['等确认', 'To confirm'], waitsForMember: ['等本人同意', 'Asked'], confirmed: ['已确认', 'Confirmed'], returned: ['已退回', 'Returned'], left: ['已转出', 'Transferred'] },
  card: { sent: ['等社区接收', 'Waits for the community'], accepted: ['社区已接收', 'Accepted'], returned: ['被退回', 'Returned'], ended: ['已结束', 'Ended'] },
} as const

export type WordTable = { [K in keyof typeof WORDS]: (typeof WORDS)[K] extends Both ? never : K }[keyof typeof WORDS]

/** How cells are written in a language: what a column is handed besides its row. */
export type Pen = {
  language: Language
  pick: (both: Both) => string
  /** The word of a code; a code that is new to the list as it stands, null as nothing. */
  word: (table: WordTable, code: string | null | undefined) => string
  yes: (value: boolean | null) => string
  number: (value: number | null | undefined) => string
  day: (value: string | null | undefined) => string
  time: (instant: string | null | undefined) => string
}

const at = (language: Language) => (language === 'en' ? 1 : 0)
/** The district's zone: every instant in a file is written in it, as text. */
const ZONE_MS = SHANGHAI.zoneOffsetMinutes * 60_000

export function penFor(language: Language): Pen {
  const pick = (both: Both) => both[at(language)]
  return {
    language,
    pick,
    word(table, code) {
      const words: Partial<Record<string, Both>> = WORDS[table]
      const found = code ? words[code] : undefined
      return found ? pick(found) : (code ?? '')
    },
    yes: (value) => (value === null ? '' : pick(value ? WORDS.yes : WORDS.no)),
    number: (value) => (value === null || value === undefined ? '' : String(value)),
    day: (value) => value ?? '',
    time: (instant) =>
      instant ? new Date(Date.parse(instant) + ZONE_MS).toISOString().slice(0, 16).replace('T', ' ') : '',
  }
}

/** A day of the district's calendar for an instant. */
export const dayOf = (instant: string): string => shanghaiToday(new Date(instant))
