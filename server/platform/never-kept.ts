/**
 * Names of columns and fields that this system never has: what a neighbourhood must not record about people, and
 * scores over them. Matched word by word, in snake_case, camelCase and Chinese. Tests hold our own tables and contracts to
 * it; the import refuses columns of other people's files by it, and says which group is the reason.
 * Source: Personal Information Protection Law (PIPL) art. 6 and 28 to 31; Supreme People's Court, face recognition
 * provisions (2021), art. 10; docs/security.md, "What is never recorded".
 */
export const NEVER_KEPT = {
  // Belief, origin, opinion
  belief: [
    'religion', 'religious', 'faith', 'ethnicity', 'ethnic', 'nationality', 'race', 'political view', 'political status',
    'politics', 'sexual orientation', 'petition history', 'petitioner',
    '宗教', '信仰', '民族', '政治面貌', '政治倾向', '信访', '上访',
  ],
  // Health and family matters beyond the need itself
  health: [
    'diagnosis', 'disease', 'illness', 'mental health', 'mental illness', 'hiv', 'disability grade', 'pregnancy', 'fertility', 'marital status',
    '病史', '诊断', '疾病', '精神', '残疾等级', '怀孕', '生育', '婚姻',
  ],
  // Body and movements
  movements: [
    'face', 'face id', 'fingerprint', 'iris', 'gait', 'voiceprint', 'biometric', 'license plate', 'plate number', 'entry log', 'track', 'trajectory', 'visitor name', 'visitor log', 'guest',
    '人脸', '指纹', '虹膜', '步态', '声纹', '车牌', '出入记录', '轨迹', '访客',
  ],
  // Work and means
  means: [
    'income', 'salary', 'workplace', 'employer', 'bank account', 'bank card',
    '收入', '工资', '工作单位', '银行卡',
  ],
  // Papers
  papers: [
    'id number', 'id card', 'identity card', 'passport',
    '身份证', '护照',
  ],
  // Judgement of people
  judgement: [
    'social credit', 'credit score', 'credit rating', 'person score', 'resident score', 'citizen score', 'household score', 'person rank',
    'star level', 'risk level', 'risk color', 'risk colour', 'key person', 'key population', 'blacklist', 'person tag', 'loyalty', 'stability',
    '信用分', '积分等级', '星级户', '风险等级', '重点人员', '重点人群', '黑名单', '维稳', '忠诚',
  ],
} as const // prettier-ignore

export type NeverKept = keyof typeof NEVER_KEPT

export const FORBIDDEN: readonly string[] = Object.values(NEVER_KEPT).flat()

/** The forbidden terms that a name contains: as whole words, or as Chinese characters. */
export function forbiddenIn(name: string): string[] {
  const words = ` ${name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_\W]+/gu, (gap) => (/\p{Script=Han}/u.test(gap) ? gap : ' '))
    .toLowerCase()} `
  return FORBIDDEN.filter((term) => (/\p{Script=Han}/u.test(term) ? name.includes(term) : words.includes(` ${term} `)))
}

/** The group that a name falls under; undefined for what may be kept. */
export function neverKept(name: string): NeverKept | undefined {
  const [term] = forbiddenIn(name)
  const groups = Object.entries(NEVER_KEPT) as [NeverKept, readonly string[]][] // its own keys
  return term === undefined ? undefined : groups.find(([, terms]) => terms.includes(term))?.[0]
}
