/** Words of what is kept about people: fields, purposes, grounds, levels, readers, retention, needs. One list for phone and desk. */
import type {
  AskKind,
  BASES,
  CareNeed,
  ConsentPurpose,
  FieldKey,
  GIVEN_BY,
  Holds,
  KEEPS,
  Purpose,
  READERS,
  RevealReason,
  Speaking,
} from '#contracts/households.ts'

type Words = {
  fields: Record<FieldKey, string>
  purposes: Record<Purpose, string>
  bases: Record<(typeof BASES)[number], string>
  keeps: Record<(typeof KEEPS)[number], string>
  readers: Record<(typeof READERS)[number], string>
  needs: Record<CareNeed, string>
  speaking: Record<Speaking, string>
  reasons: Record<RevealReason, string>
  asks: Record<AskKind, string>
  givenBy: Record<(typeof GIVEN_BY)[number], string>
  holds: Record<Holds, string>
  /** A list with the household in it was taken out as a file. */
  exported: string
  /** The notice of each purpose: what, why, who reads it, how long, what happens when one says no. */
  notices: Record<ConsentPurpose, { title: string; short: string; more: readonly string[] }>
}

// prettier-ignore
export const householdWords: Record<'zh' | 'en', Words> = {
  zh: {
    fields: { name: '姓名', phone: '电话', nickname: '昵称', home: '住址', contact: '本户联系人', print: '字号和语言', signIn: '登录账号', occupants: '住几口人', holds: '自有或租住', movingDates: '入住日期', confirmed: '上次核对', consents: '同意记录', asks: '申请记录', ownership: '名下房屋', membership: '党员身份', reporting: '报到与亮牌', speaking: '怎么和我沟通', otherNumber: '另一个电话', careNeed: '需要的帮助', careHelper: '谁来帮', emergencyContact: '紧急联系人' },
    exported: '导出了含本户的清单',
    purposes: { reach: '通知和紧急时找得到人', ownersRoll: '业主共同决定的名册', request: '办理诉求', care: '需要时有人帮', volunteer: '志愿服务', tenancy: '住户变动', membership: '党员联系', account: '使用邻里' },
    bases: { duty: '居委会法定职责（个人信息保护法第十三条）', consent: '您的同意（第十三条第一项）', separateConsent: '您的单独同意（第二十九条）', ownersLaw: '民法典第二百七十七至二百八十条', ownWish: '您自己填写', accountability: '证明处理合法（第六十九条）' },
    keeps: { account: '到您注销为止', household: '确认搬走后 90 天删除', whileConsented: '您收回同意，马上清空', ownership: '转让后留 5 年', evidence: '留 3 年作凭证', request: '结案后 180 天', membership: '到您退出为止' },
    readers: { self: '本人', houseMember: '同住的人', desk: '社区受理岗', secretary: '小区书记', grid: '本网格网格员', buildingHead: '楼栋长', ownersView: '查看业主名册的岗位', membersView: '党务岗位', handlers: '办理人', operator: '系统管理员' },
    needs: { dailyCall: '每天通个电话', visitHome: '上门看看', fetchMedicine: '代取药', bringMeals: '送餐', escortOut: '陪同出门', carryUpstairs: '上下楼搭把手', hotColdCheck: '酷暑寒潮时问候', minorWatch: '放学后照看孩子' },
    speaking: { largePrint: '大字', speakLoud: '说话大声些', signLanguage: '手语', dialect: '讲方言', interpreter: '要翻译', readAloud: '念给我听' },
    reasons: { beforeVisit: '上门前联系', toldNews: '通知事项', emergency: '突发情况联系', checkFacts: '核对登记信息', careCall: '照护联系', ownWish: '本人要求' },
    asks: { correct: '请求更正', erase: '请求删除', object: '不同意这样用', explain: '请解释' },
    givenBy: { self: '本人在手机上', code: '当面出示告知，本人报验证码', paper: '书面', guardian: '监护人书面' },
    holds: { owner: '自有', tenant: '租住', unknown: '没写' },
    notices: {
      reach: { title: '怎么更好联系您', short: '记下沟通方式和另一个电话，通知和急事时用。', more: ['记什么：要不要大字、手语、方言；家人的另一个电话。', '谁能看：您自己；本网格的网格员和社区受理岗，每次看都要写理由，您看得到。', '留多久：您收回同意，马上清空。', '不同意也行：报事、投票、缴费都不受影响。'] },
      care: { title: '记下您需要的帮助', short: '只记需要什么帮助、谁来帮、紧急时找谁。不记病名。', more: ['为什么要单独同意：这属于敏感个人信息，泄露会伤害您的尊严和安全。', '谁能看：您自己；本网格的网格员和社区受理岗。不给物业，不给志愿队整份名单。', '留多久：您收回同意，马上清空，只留一个数字。', '不满十四岁要监护人同意。', '不同意也行：报事、投票、缴费都不受影响。'] },
    },
  },
  en: {
    fields: { name: 'Name', phone: 'Phone', nickname: 'Nickname', home: 'Home', contact: 'Contact of the household', print: 'Print and language', signIn: 'Account', occupants: 'How many live here', holds: 'Owned or rented', movingDates: 'Moved in', confirmed: 'Last checked', consents: 'Consents', asks: 'Asks', ownership: 'Units owned', membership: 'Party membership', reporting: 'Reporting in and plates', speaking: 'How to speak with me', otherNumber: 'Another number', careNeed: 'Help needed', careHelper: 'Who helps', emergencyContact: 'Emergency contact' },
    exported: 'took out a list with',
    purposes: { reach: 'to reach people for notices and in an emergency', ownersRoll: 'roll for owners’ decisions', request: 'handling a request', care: 'so that somebody helps when needed', volunteer: 'volunteering', tenancy: 'who moved in or out', membership: 'contact with members', account: 'using Linli' },
    bases: { duty: 'duty of the residents’ committee (PIPL art. 13)', consent: 'your consent (PIPL art. 13(1))', separateConsent: 'your separate consent (PIPL art. 29)', ownersLaw: 'Civil Code arts. 277–280', ownWish: 'you wrote it yourself', accountability: 'proof that it was right (PIPL art. 69)' },
    keeps: { account: 'until you delete your account', household: '90 days after a confirmed move-out', whileConsented: 'emptied at once when you withdraw', ownership: '5 years after a sale', evidence: '3 years, as proof', request: '180 days after closing', membership: 'until you leave' },
    readers: { self: 'oneself', houseMember: 'who lives there too', desk: 'community desk', secretary: 'compound secretary', grid: 'grid staff of this grid', buildingHead: 'building head', ownersView: 'posts that may read the roll', membersView: 'party posts', handlers: 'who handles it', operator: 'operator' },
    needs: { dailyCall: 'a call every day', visitHome: 'a look in', fetchMedicine: 'medicine fetched', bringMeals: 'meals brought', escortOut: 'company on the way', carryUpstairs: 'a hand on the stairs', hotColdCheck: 'a check in heat and cold', minorWatch: 'a child looked after' },
    speaking: { largePrint: 'large print', speakLoud: 'speak louder', signLanguage: 'sign language', dialect: 'dialect', interpreter: 'an interpreter', readAloud: 'read aloud' },
    reasons: { beforeVisit: 'before a visit', toldNews: 'to tell news', emergency: 'an emergency', checkFacts: 'to check the file', careCall: 'a care call', ownWish: 'they asked for it' },
    asks: { correct: 'Please correct', erase: 'Please delete', object: 'I object to this use', explain: 'Please explain' },
    givenBy: { self: 'by oneself on the phone', code: 'at the door, by a code', paper: 'on paper', guardian: 'by a guardian on paper' },
    holds: { owner: 'owned', tenant: 'rented', unknown: 'not said' },
    notices: {
      reach: { title: 'How to reach you better', short: 'How to speak with you and another number, for notices and emergencies.', more: ['What: large print, sign language, dialect; another number of the family.', 'Who reads it: you; staff of this grid and the community desk, each time with a reason that you can read.', 'How long: emptied at once when you withdraw.', 'Saying no changes nothing for repairs, votes or fees.'] },
      care: { title: 'The help you need', short: 'Only what help is needed, who helps, and whom to call. Never a diagnosis.', more: ['Why it is asked apart: this is sensitive; a leak could hurt your dignity and safety.', 'Who reads it: you; staff of this grid and the community desk. Never the property company, never a list for teams.', 'How long: emptied at once when you withdraw; a count stays.', 'Below fourteen a guardian agrees.', 'Saying no changes nothing for repairs, votes or fees.'] },
    },
  },
}
