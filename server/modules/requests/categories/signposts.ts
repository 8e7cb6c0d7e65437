/**
 * Where to go for what a community cannot do itself: the door, its telephone and one sentence.
 * Numbers are national short numbers; courts, arbitration and petition offices have no number that is right everywhere.
 * Source: 国办发〔2020〕53号 (12345 takes non-urgent requests; 110, 119, 120, 122 stay apart; sectoral lines joined to it).
 */

type Words = { zh: string; en: string }
type Signpost = Words & { code: string; phone?: string; sentence: Words }

// prettier-ignore
export const SIGNPOSTS = [
  { code: 'police', zh: '报警', en: 'Police', phone: '110', sentence: { zh: '正在发生的违法犯罪或人身危险，请立即拨打 110。', en: 'A crime in progress or danger to a person: call 110 at once.' } },
  { code: 'fire', zh: '火警', en: 'Fire brigade', phone: '119', sentence: { zh: '起火、冒烟、有人被困，请先撤离并拨打 119。', en: 'Fire, smoke or somebody trapped: leave first and call 119.' } },
  { code: 'ambulance', zh: '急救', en: 'Ambulance', phone: '120', sentence: { zh: '有人突发疾病或受伤，请立即拨打 120。', en: 'Sudden illness or injury: call 120 at once.' } },
  { code: 'trafficPolice', zh: '交通事故', en: 'Traffic police', phone: '122', sentence: { zh: '道路交通事故请拨打 122，有人受伤同时拨打 120。', en: 'Road accidents: call 122, and 120 if anybody is hurt.' } },
  { code: 'hotline', zh: '政务服务便民热线', en: 'City hotline', phone: '12345', sentence: { zh: '社区职责以外的政务事项，请拨打 12345。', en: 'Public matters beyond the community: call 12345.' } },
  { code: 'legalAid', zh: '法律援助', en: 'Legal aid', phone: '12348', sentence: { zh: '免费法律咨询和法律援助，请拨打 12348。', en: 'Free legal advice and legal aid: call 12348.' } },
  { code: 'workSafety', zh: '安全生产举报', en: 'Work safety reports', phone: '12350', sentence: { zh: '企业、工地的安全生产隐患，请拨打 12350。', en: 'Unsafe factories and sites: call 12350.' } },
  { code: 'consumer', zh: '消费投诉', en: 'Consumer complaints', phone: '12315', sentence: { zh: '商品、食品和服务消费纠纷，请拨打 12315。', en: 'Disputes on goods, food and services: call 12315.' } },
  { code: 'labour', zh: '人力资源社会保障', en: 'Labour and social insurance', phone: '12333', sentence: { zh: '欠薪、劳动合同和社会保险，请拨打 12333。', en: 'Unpaid wages, contracts, social insurance: call 12333.' } },
  { code: 'medicalInsurance', zh: '医疗保障', en: 'Medical insurance', phone: '12393', sentence: { zh: '医保参保、报销问题，请拨打 12393。', en: 'Medical insurance and refunds: call 12393.' } },
  { code: 'transport', zh: '交通运输', en: 'Transport', phone: '12328', sentence: { zh: '公交、出租车、网约车和公路问题，请拨打 12328。', en: 'Buses, taxis, ride hailing, highways: call 12328.' } },
  { code: 'post', zh: '邮政快递申诉', en: 'Post and parcels', phone: '12305', sentence: { zh: '与快递企业协商不成的，请拨打 12305。', en: 'Unsettled with the parcel company: call 12305.' } },
  { code: 'electricity', zh: '供电服务', en: 'Power supplier', phone: '95598', sentence: { zh: '国家电网区域停电报修，请拨打 95598。', en: 'Power cuts in the State Grid area: call 95598.' } },
  { code: 'antiFraud', zh: '反诈预警', en: 'Anti-fraud line', phone: '96110', sentence: { zh: '疑似诈骗请咨询 96110，已被骗请立即拨打 110。', en: 'Suspected fraud: 96110; if money is gone: 110 at once.' } },
  { code: 'women', zh: '妇女维权', en: "Women's rights", phone: '12338', sentence: { zh: '遭受家庭暴力：紧急请拨打 110，求助和咨询拨打 12338。', en: 'Domestic violence: 110 in danger, 12338 for help and advice.' } },
  { code: 'psychology', zh: '心理援助', en: 'Psychological help', phone: '12356', sentence: { zh: '心里难受想找人说，请拨打 12356；有生命危险请拨打 120 或 110。', en: 'To talk about distress: 12356; when life is in danger: 120 or 110.' } },
  { code: 'disabled', zh: '残疾人服务', en: 'Service for the disabled', phone: '12385', sentence: { zh: '残疾人维权和服务，请拨打 12385。', en: 'Rights and services of disabled persons: call 12385.' } },
  { code: 'discipline', zh: '纪检监察举报', en: 'Discipline inspection', phone: '12388', sentence: { zh: '反映党员干部和公职人员违纪违法，请拨打 12388。', en: 'Misconduct of officials: call 12388.' } },
  { code: 'court', zh: '人民法院', en: 'Court', phone: '12368', sentence: { zh: '已起诉或应由法院裁判的，请向人民法院提出，诉讼服务热线 12368。', en: 'Before a court, or for a court to decide: court service line 12368.' } },
  { code: 'arbitration', zh: '仲裁机构', en: 'Arbitration', sentence: { zh: '约定或法定仲裁的，请向有管辖权的仲裁机构申请。', en: 'Where arbitration applies: apply to the competent arbitration body.' } },
  { code: 'review', zh: '行政复议', en: 'Administrative review', sentence: { zh: '不服行政行为的，请在期限内向行政复议机关申请。', en: 'Against an administrative act: apply for review within its time limit.' } },
  { code: 'disclosure', zh: '政府信息公开', en: 'Disclosure of information', sentence: { zh: '需要政府文件和数据的，请向制作机关申请信息公开。', en: 'For government records: apply to the body that made them.' } },
  { code: 'petition', zh: '信访', en: 'Letters and visits', sentence: { zh: '已进入或应走信访渠道的，请到当地信访部门或国家信访局网站提出。', en: 'Petitions: go to the local office or the national petition website.' } },
  { code: 'ownersAssembly', zh: '业主大会', en: "Owners' assembly", sentence: { zh: '须由业主共同决定的事项，请向业主委员会提出，由业主大会表决。', en: "What owners decide together: bring it to the owners' committee for a vote." } },
] as const satisfies readonly Signpost[]

export type SignpostCode = (typeof SIGNPOSTS)[number]['code']
