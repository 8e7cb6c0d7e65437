/**
 * Controlled lists: why a request is declined, returned, closed or moved up, and what caused it. No logic.
 * Sources: 国办发〔2020〕53号 and 潍坊市 12345 条例 (grounds for not accepting: reason and right channel are told);
 * 北京市接诉即办工作条例 12, 17, 20; 济南市 12345 条例 (回避); Programma van Eisen 2.7 (record the cause).
 */
import type { Duration } from '#platform/calendar/duration.ts'
import type { Outcome } from '#contracts/requests.ts'
import type { SignpostCode } from './signposts.ts'
import type { Words } from './shape.ts'

type Reason = Words & { code: string }

type DeclineReason = Reason & { signposts: readonly SignpostCode[]; source: string }

const STATE_COUNCIL = '国办发〔2020〕53号'
const WEIFANG = '潍坊市 12345 条例, grounds for not accepting'

// prettier-ignore
export const DECLINE_REASONS = [
  { code: 'notOurDuty', zh: '不属于社区职责', en: "Not the community's duty", signposts: ['hotline'], source: '北京市接诉即办工作条例 17' },
  { code: 'emergencyElsewhere', zh: '属于紧急警情、火情、急救', en: 'Police, fire or medical emergency', signposts: ['police', 'fire', 'ambulance', 'trafficPolice'], source: STATE_COUNCIL },
  { code: 'inLitigation', zh: '应当或已经进入诉讼、仲裁', en: 'For, or before, a court or arbitration', signposts: ['court', 'arbitration', 'legalAid'], source: STATE_COUNCIL },
  { code: 'reviewChannel', zh: '应当通过行政复议解决', en: 'For administrative review', signposts: ['review'], source: STATE_COUNCIL },
  { code: 'disclosureChannel', zh: '应当申请政府信息公开', en: 'For disclosure of information', signposts: ['disclosure'], source: STATE_COUNCIL },
  { code: 'petitionChannel', zh: '已进入信访渠道', en: 'Already a petition', signposts: ['petition'], source: STATE_COUNCIL },
  { code: 'disciplineChannel', zh: '应当由纪检监察机关处理', en: 'For discipline inspection', signposts: ['discipline'], source: STATE_COUNCIL },
  { code: 'ownersDecide', zh: '须由业主共同决定', en: 'For the owners to decide together', signposts: ['ownersAssembly'], source: '民法典 278' },
  { code: 'alreadyDecided', zh: '同一事项已有终结意见且无新事实', en: 'Already decided, nothing new', signposts: ['petition', 'legalAid'], source: WEIFANG },
  { code: 'noFacts', zh: '没有可查实的事实，且无法联系补充', en: 'No facts to check and nobody to ask', signposts: [], source: WEIFANG },
  { code: 'secretOrPrivate', zh: '涉及国家秘密、商业秘密或他人隐私', en: "State or trade secret, or another person's privacy", signposts: [], source: STATE_COUNCIL },
  { code: 'againstMorals', zh: '违反法律或公序良俗', en: 'Against law or public order', signposts: [], source: STATE_COUNCIL },
  { code: 'otherPlace', zh: '不在本辖区', en: 'Not in this area', signposts: ['hotline'], source: 'Our default' },
] as const satisfies readonly DeclineReason[]

/** Only `solved` counts as solved. */
// prettier-ignore
export const CLOSE_REASONS = {
  solved: [
    { code: 'fixed', zh: '已修复或处理', en: 'Fixed' },
    { code: 'helpGiven', zh: '已提供帮助', en: 'Help given' },
    { code: 'mediated', zh: '已调解一致', en: 'Settled by mediation' },
    { code: 'adopted', zh: '建议已采纳并落实', en: 'Suggestion adopted and done' },
    { code: 'doneOnTheSpot', zh: '当场办结', en: 'Done on the spot' },
  ],
  explained: [
    { code: 'advised', zh: '已答复咨询', en: 'Question answered' },
    { code: 'noFault', zh: '到场查看未发现问题', en: 'Looked, nothing found' },
    { code: 'notPossible', zh: '客观上无法办到，已说明', en: 'Not possible, explained' },
    { code: 'againstRules', zh: '不符合现行规定，已说明', en: 'Against present rules, explained' },
    { code: 'notAdopted', zh: '建议未采纳，已说明理由', en: 'Not adopted, reason given' },
  ],
  notOurs: [
    { code: 'handedOver', zh: '已转交有权单位', en: 'Handed to the competent body' },
    { code: 'signposted', zh: '已告知办理渠道', en: 'Told where to go' },
  ],
  shelved: [
    { code: 'noMoney', zh: '经费未落实', en: 'No money yet' },
    { code: 'needsVote', zh: '待业主表决', en: "Waits for the owners' vote" },
    { code: 'needsPlan', zh: '已列入改造计划，待实施', en: 'In a renewal plan, waiting' },
    { code: 'season', zh: '季节或天气不允许', en: 'Wrong season or weather' },
    { code: 'lawsuit', zh: '等待诉讼或仲裁结果', en: 'Waits for a court or arbitration' },
  ],
  duplicate: [
    { code: 'sameThing', zh: '与他人反映的是同一件事', en: 'The same thing as another request' },
    { code: 'sentTwice', zh: '本人重复提交', en: 'Sent twice' },
  ],
  withdrawn: [
    { code: 'settled', zh: '问题已自行解决', en: 'Settled meanwhile' },
    { code: 'changedMind', zh: '不再需要', en: 'No longer wanted' },
    { code: 'byMistake', zh: '误提交', en: 'Sent by mistake' },
  ],
} as const satisfies Record<Outcome, readonly Reason[]>

// prettier-ignore
export const CAUSES = [
  { code: 'wear', zh: '自然老化损坏', en: 'Wear and age' },
  { code: 'upkeep', zh: '维护保养不到位', en: 'Poor upkeep' },
  { code: 'works', zh: '施工造成', en: 'Building works' },
  { code: 'weather', zh: '天气灾害', en: 'Weather' },
  { code: 'damage', zh: '人为损坏', en: 'Damage by somebody' },
  { code: 'conduct', zh: '行为不文明', en: 'Lack of consideration' },
  { code: 'design', zh: '设计或建设缺陷', en: 'Fault of design or building' },
  { code: 'shortage', zh: '设施数量不足', en: 'Too few facilities' },
  { code: 'supply', zh: '水电气暖单位原因', en: 'Supplier' },
  { code: 'rules', zh: '规则不清或没有规则', en: 'Unclear or missing rule' },
  { code: 'communication', zh: '沟通或告知不够', en: 'Poor information' },
  { code: 'hardship', zh: '个人或家庭困难', en: 'Personal hardship' },
  { code: 'unknown', zh: '原因不明', en: 'Unknown' },
] as const satisfies readonly Reason[]

// prettier-ignore
export const RETURN_REASONS = [
  { code: 'notMyDuty', zh: '不属于本岗位或本单位职责', en: 'Not my duty', source: '北京市接诉即办工作条例 12' },
  { code: 'wrongPlace', zh: '不在我的片区', en: 'Not in my area', source: '北京市接诉即办工作条例 12' },
  { code: 'wrongCategory', zh: '分类不对', en: 'Wrong category', source: 'Our default' },
  { code: 'beyondPower', zh: '超出权限，需上级协调', en: 'Beyond my power', source: '北京市接诉即办工作条例 20' },
  { code: 'conflictOfInterest', zh: '与本人有利害关系，申请回避', en: 'Conflict of interest', source: '济南市 12345 条例' },
  { code: 'missingFacts', zh: '信息不足且联系不上反映人', en: 'Facts missing, reporter not reached', source: 'Our default' },
  { code: 'unable', zh: '本人无法履职（生病、外出等）', en: 'Unable to (ill, away)', source: 'Our default' },
] as const satisfies readonly (Reason & { source: string })[]

type Rung = Words & {
  code: string
  /** When a case may come here. */
  entry: Words
  /** From entry to the recorded result. */
  limit: Duration & { source: string }
}

/** By difficulty, from below; each rung records a result and gives the case back. Skipping one needs a reason. */
// prettier-ignore
export const LADDER = [
  { code: 'areaDispatch', zh: '片区调度会', en: 'Area dispatch meeting',
    entry: { zh: '责任人在时限内办不成，或需要两个以上单位配合', en: 'The handler cannot do it in time, or two or more units are needed' },
    limit: { amount: 5, unit: 'workingDays', source: 'Our default, after 济南市 12345 条例 (5 working days)' } },
  { code: 'weekendCouncil', zh: '周末议事会', en: 'Weekend council',
    entry: { zh: '需要居民商量、出资或改变习惯', en: 'Residents must talk, pay or change a habit' },
    limit: { amount: 15, unit: 'naturalDays', source: 'DB11/T 2021-2022: hard requests 15 days' } },
  { code: 'jointConference', zh: '党建联席会', en: 'Joint conference',
    entry: { zh: '需要辖区单位、街道或部门的资源和权限', en: 'Resources or powers of units, subdistrict or departments are needed' },
    limit: { amount: 15, unit: 'workingDays', source: 'Our default; 北京市接诉即办工作条例 20 obliges the superior without a number' } },
] as const satisfies readonly Rung[]
