/** Words that stand for one of few: kinds of organisation and post, stages, uses. The first is what a reader is told. */
import type { Holds } from '#contracts/households.ts'
import type { OrganisationKind } from '#contracts/people.ts'
import type { UsedAs } from '#contracts/places.ts'
import type { PostKind } from '#contracts/rights.ts'

type Words<T extends string> = readonly (readonly [T, RegExp, string])[]

export const USES: Words<UsedAs> = [
  ['homes', /住宅|居住|公寓|宿舍|^11[09]$/, '住宅'],
  ['shops', /商铺|商业|门面|店/, '商铺'],
  ['offices', /办公|写字|^120$/, '办公'],
  ['service', /服务|配套|社区用房/, '配套'],
  ['parking', /车位|车库|停车/, '车库'],
  ['other', /其他|其它/, '其他'],
]

export const UNIT_KINDS: Words<'home' | 'shop' | 'office' | 'parking' | 'other'> = [
  ['home', /住宅|公寓|宿舍|住房|^11[09]$/, '住宅'],
  ['shop', /商铺|商业|门面|店/, '商铺'],
  ['office', /办公|写字|^120$/, '办公'],
  ['parking', /车位|车库|停车/, '车位'],
  ['other', /其他|其它|储藏|仓库/, '其他'],
]

export const AREA_WORDS: Words<'REGISTRY' | 'SURVEY' | 'CONTRACT'> = [
  ['REGISTRY', /登记|产权证|不动产|房产证|registry/i, '不动产登记'],
  ['SURVEY', /测绘|实测|survey/i, '测绘'],
  ['CONTRACT', /合同|预售|物业|contract/i, '合同'],
]

export const HOLDS: Words<Holds> = [
  ['tenant', /租|^是$|tenant|rent/i, '出租'],
  ['owner', /自住|自有|业主|产权|^否$|own/i, '自住'],
  ['unknown', /空置|其他|不详|未知/, '不详'],
]

/** Of a property company's list: 1001 业主, 1002 家庭成员, 1003 租客, 1004 临时人员. Source: java110 import template. */
export const ROLES: Words<'owner' | 'family' | 'tenant' | 'temporary'> = [
  ['owner', /^1001$|业主|户主|产权/, '业主'],
  ['family', /^1002$|家庭|成员|配偶|子女|父母|家属/, '家庭成员'],
  ['tenant', /^1003$|租/, '租客'],
  ['temporary', /^1004$|临时/, '临时人员'],
]

export const STAGES: Words<'formal' | 'probationary'> = [
  ['probationary', /预备|^否$/, '预备党员'],
  ['formal', /正式|党员|^是$/, '正式党员'],
]

export const STANDS_AS: Words<'deputy' | 'holder'> = [
  ['deputy', /副|代理|代|^是$/, '副职'],
  ['holder', /正|^否$/, '正职'],
]

export const ORGANISATION_WORDS: Words<OrganisationKind> = [
  ['partyOrganisation', /党委|党总支|党支部|党组织|党小组|联合党|总支|支部|党员中心户/, '党支部'],
  ['managementCommittee', /物管会|物业管理委员会|环境和物业/, '物管会'],
  ['ownersCommittee', /业委会|业主委员会/, '业委会'],
  ['propertyCompany', /物业/, '物业公司'],
  ['alliance', /联盟$|共治联盟|党建联盟/, '联盟'],
  ['allianceUnit', /共建|联盟单位|成员单位/, '联盟单位'],
  ['community', /社区|居委会/, '社区'],
  ['department', /部门|机关|局|所|办/, '部门'],
  ['selfManagementGroup', /自治|自管|小组/, '自治小组'],
  ['volunteerTeam', /志愿|服务队/, '志愿队'],
  ['serviceCentre', /服务中心|驿站/, '服务中心'],
  ['shop', /商户|商铺|店|超市|餐/, '商户'],
]

/** Forms of party organisations, told from kind and name together. */
export const FORM_WORDS: Words<'jointCommittee' | 'compoundCommittee' | 'committee' | 'generalBranch' | 'functionalBranch' | 'jointBranch' | 'compoundBranch' | 'gridBranch' | 'buildingGroup' | 'jointGroup' | 'memberHousehold' | 'branch'> = [
  ['memberHousehold', /中心户/, '党员中心户'],
  ['buildingGroup', /楼栋.*小组|楼.*党小组/, '楼栋党小组'],
  ['jointGroup', /联合党小组|党小组/, '党小组'],
  ['jointCommittee', /大党委|联合党委/, '大党委'],
  ['generalBranch', /总支/, '党总支'],
  ['functionalBranch', /功能(型)?党?支部/, '功能型党支部'],
  ['jointBranch', /联合党?支部/, '联合党支部'],
  ['gridBranch', /网格.*支部/, '网格党支部'],
  ['compoundBranch', /小区.*支部/, '小区党支部'],
  ['compoundCommittee', /小区.*党委/, '小区党委'],
  ['committee', /党委|党工委/, '党委'],
  ['branch', /支部|党组织/, '党支部'],
] // prettier-ignore

export const POST_WORDS: Words<PostKind> = [
  ['compoundSecretary', /小区(党.*)?书记/, '小区书记'],
  ['branchSecretary', /支部书记|支书/, '支部书记'],
  ['groupLead', /党小组长/, '党小组长'],
  ['anchorHousehold', /中心户/, '党员中心户'],
  ['instructor', /指导员/, '党建指导员'],
  ['gridLead', /网格长/, '网格长'],
  ['gridInformant', /信息员/, '网格信息员'],
  ['gridWorker', /网格员|网格管理员/, '网格员'],
  ['areaLead', /片长|片区长/, '片长'],
  ['buildingHead', /楼(栋)?长|单元长/, '楼栋长'],
  ['committeeChair', /(业委会|物管会)?主任$/, '业委会主任'],
  ['committeeMember', /委员/, '业委会委员'],
  ['dutyOfficer', /值班/, '值班岗'],
  ['communityStaff', /受理岗|社区工作者|社工/, '社区受理岗'],
  ['followUpStaff', /回访/, '回访岗'],
  ['unitUser', /物业(经理|管家)?|项目经理/, '物业经理'],
  ['volunteer', /志愿/, '志愿者'],
  ['member', /党员/, '党员'],
]

/** The word that the text means, and what it may be when it means none. */
export function readWord<T extends string>(words: Words<T>, text: string): T | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '')
  return words.find(([key, pattern]) => key === plain || pattern.test(plain))?.[0]
}

export const saidOf = (words: Words<string>): string => [...new Set(words.map(([, , said]) => said))].join('、')
