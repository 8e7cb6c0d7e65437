/** Words of households at the desk, of the owners’ roll, and of one’s own file on the phone. */
import { texts } from '#web/platform/i18n.ts'

const m2 = (centi: number | string) => {
  const digits = String(centi).padStart(3, '0')
  return `${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')}.${digits.slice(-2)} m²`
}

// prettier-ignore
export const householdsText = texts({
  zh: {
    title: '住户', tabs: '住户的几页', households: '一户一册', owners: '业主名册', asksTab: '居民申请', record: '字段与影响评估',
    place: '看哪儿', building: '楼栋', door: '门牌', contact: '联系人', phone: '电话', people: '人数', holds: '房屋', confirmed: '上次核对', none: '没有符合的', more: '再看一些', first: '回到开头',
    counts: (homes: number, households: number, people: number) => `${homes} 套，住着 ${households} 户，登记 ${people} 人`,
    only: { all: '全部', noContact: (n: number) => `没有可用联系人 ${n}`, unconfirmed: (n: number) => `今年没核对 ${n}`, noHousehold: '没有住户' }, filter: '只看',
    nobody: '没有登记住户', never: '没核对过', open: '打开', openFile: (where: string) => `打开 ${where} 的册子`,
    lives: '住在这里', addPerson: '登记一人', add: '登记', added: '已登记', fullName: '姓名', mobile: '手机号', mobileHint: '没有可不填。已有这个号码的人会直接登记到这户。', from: '从哪天起', asContact: '作本户联系人', fill: '姓名要填；手机号要 11 位', saving: '正在保存', save: '保存', saved: '已保存',
    since: (day: string) => `${day} 起`, contactMark: '联系人', makeContact: '设为联系人', left: '已搬走', leftTitle: (name: string) => `${name}搬走了？`, leftAfter: '从今天起不再算这户的人。户还在。', largePrint: '用大字',
    facts: '基本情况', occupants: '实际住几口人', movedIn: '入住日期', check: '今天核对过了', checked: '已记今天核对', moveOut: '整户搬走', moveOutTitle: '整户搬走了？', moveOutAfter: '从今天起这里没有住户。90 天后册子自动删除，只留数字。', movedOut: '已记搬走，90 天后删除',
    reveal: '看', revealTitle: (what: string, name: string) => `看${name}的${what}`, revealWhy: '为什么要看', revealNote: '理由和您的岗位会记下来，本人看得到。每人每天最多 50 次。', revealDo: '记下理由，打开', revealPick: '先选一个理由', revealed: '只在这里显示，离开即收起。',
    kept: '本人同意后记下的', keptNone: '没有', keptNote: '内容收着，打开要写理由。', keep: '记一项', keepTitle: '记一项', keepWhom: '谁的', keepWhat: '哪一项', keepHint: '只写需要什么帮助。不写病名、信仰、政治面貌。', drop: '清空', dropped: '已清空',
    consents: '同意', consentNone: '还没有同意记录', consentAsk: '当面征得同意', consentTitle: '当面征得同意', consentStep: '把下面的告知给本人看，或念给本人听。', consentBy: '怎么给的', byCode: '报手机验证码', byPaper: '书面签字', byGuardian: '监护人书面签字', sendCode: '发验证码到本人手机', codeSent: (to: string) => `已发到 ${to}，请本人把六位数字念给您`, code: '验证码', paperPhoto: '签字页照片', paperHint: '只拍签字的那一页，不拍证件。', recordIt: '记下同意', recorded: '已记下', withdrawn: '已收回', withdraw: '代为收回', withdrawTitle: '本人要收回同意？', withdrawAfter: '马上清空这一项下记的内容，不可恢复。', version: (n: number) => `告知第 ${n} 版`,
    ownersHere: '业主', ownersNone: '名册里还没有这套房', area: '面积', unknownArea: '没写面积',
    requestsHere: '这户的诉求', requestsNone: '没有您能看的诉求', opened: '谁看过', openedNone: '还没有人看过', because: (why: string) => `理由：${why}`,
    noHousehold: '这套房还没有登记住户', noHouseholdNote: '登记第一个人，就有了册子。', readOnly: '您的岗位只能看。',
    asks: '居民对自己册子的申请', askOpen: '待答复', askAnswered: '已答复', askNone: '没有待答复的申请', answeredNone: '还没有答复过申请', dueOn: (day: string) => `答复期限 ${day}`, answer: '答复', answerHint: '本人会收到这段话。', doneIt: '已照办', notDone: '不能照办', told: '已答复，本人会收到消息', answerFill: '写清办了什么，或为什么不能',
    recordTitle: '个人信息保护影响评估', recordNote: (day: string, district: string) => `${district}，${day} 由系统按字段登记表生成。依据个人信息保护法第五十五、五十六条，保存三年。`, print: '打印',
    field: '字段', purpose: '目的', basis: '依据', level: '级别', keepFor: '留多久', readersWord: '谁能看', sealedWord: '加密', yes: '是', no: '否', figures: '现在的数', ahead: '到期删除预告', tonight: '今晚', thisWeek: '一周内', aheadNote: '每夜自动删除，数字记入查看记录。',
    figureWords: { households: '住户', people: '登记的人', values: '同意后记下的内容', consents: '有效同意', withdrawn: '已收回的同意', reveals30Days: '近 30 天打开次数', openAsks: '待答复申请', erased: '已注销的人' },
    aheadWords: { people: '搬走满 90 天、再无关联的人', households: '搬走满 90 天的册子', values: '到期的内容', asks: '满 3 年的申请', consents: '收回满 3 年的同意', contacts: '结案满 180 天的代报联系方式' },
    m2, on: '哪天的名册', withParking: '算上车位', totals: (units: number, heads: number, area: string) => `${units} 个专有部分，${heads} 个业主人数，${area}`, missing: (areas: number, owners: number) => `${areas} 个没写面积，${owners} 个没写业主`, unit: '专有部分', kinds: { home: '住宅', shop: '商铺', office: '办公', parking: '车位', other: '其他' }, source: '面积来源', sources: { REGISTRY: '产权登记', SURVEY: '测绘', CONTRACT: '合同' }, owner: '业主', head: '人数序号', basisWord: '凭据', ownerBases: { REGISTERED: '已登记', POSSESSION: '合法占有', INHERITANCE: '继承', DEVELOPER: '建设单位' }, headNote: '序号相同的是同一组业主，只算一人（最高法解释第九条）。',
    enterUnit: '登记专有部分', sell: '转让', sellTitle: (code: string) => `${code} 转让`, sellNote: '原业主到这天为止；以前的名册还能查。', unitCode: '编号', areaM2: '面积（平方米）', ownersLine: '业主姓名', ownersHint: '共有的每人一行', proof: '看过产权证明', proofHint: '只记看过和日期，不留复印件', sold: '已登记转让', entered: '已登记', fillUnit: '编号、日期和业主都要填；面积最多两位小数', unknownOwner: '没写', noProof: '未核',
  },
  en: {
    title: 'Households', tabs: 'Pages of households', households: 'Files', owners: 'Owners’ roll', asksTab: 'Asks', record: 'Fields and assessment',
    place: 'Where', building: 'Building', door: 'Door', contact: 'Contact', phone: 'Phone', people: 'People', holds: 'Home', confirmed: 'Last checked', none: 'Nothing like that', more: 'Show more', first: 'From the beginning',
    counts: (homes: number, households: number, people: number) => `${homes} homes, ${households} households, ${people} people entered`,
    only: { all: 'All', noContact: (n: number) => `No usable contact ${n}`, unconfirmed: (n: number) => `Not checked this year ${n}`, noHousehold: 'Nobody entered' }, filter: 'Only',
    nobody: 'nobody entered', never: 'never checked', open: 'Open', openFile: (where: string) => `Open the file of ${where}`,
    lives: 'Lives here', addPerson: 'Enter somebody', add: 'Enter', added: 'Entered', fullName: 'Name', mobile: 'Mobile number', mobileHint: 'May stay empty. Whoever has this number is entered as they are.', from: 'From', asContact: 'Contact of the household', fill: 'A name is needed; a number has 11 digits', saving: 'Saving', save: 'Save', saved: 'Saved',
    since: (day: string) => `since ${day}`, contactMark: 'contact', makeContact: 'Make contact', left: 'Moved away', leftTitle: (name: string) => `${name} moved away?`, leftAfter: 'From today they do not live here. The household stays.', largePrint: 'large print',
    facts: 'Facts', occupants: 'How many live here', movedIn: 'Moved in', check: 'Checked today', checked: 'Noted as checked today', moveOut: 'All moved out', moveOutTitle: 'The whole household moved out?', moveOutAfter: 'From today nobody lives here. After 90 days the file is deleted; a count stays.', movedOut: 'Noted; deleted after 90 days',
    reveal: 'Open', revealTitle: (what: string, name: string) => `Open ${what.toLowerCase()} of ${name}`, revealWhy: 'Why', revealNote: 'The reason and your post are written down; they can read it. At most 50 a day.', revealDo: 'Write the reason and open', revealPick: 'Choose a reason first', revealed: 'Shown here only; gone when you leave.',
    kept: 'Kept with their consent', keptNone: 'Nothing', keptNote: 'Closed; opening one takes a reason.', keep: 'Keep a value', keepTitle: 'Keep a value', keepWhom: 'About', keepWhat: 'What', keepHint: 'Only what help is needed: no diagnosis, faith or politics.', drop: 'Empty', dropped: 'Emptied',
    consents: 'Consents', consentNone: 'None yet', consentAsk: 'Ask for consent', consentTitle: 'Ask for consent', consentStep: 'Show them this notice, or read it aloud.', consentBy: 'How it was given', byCode: 'Code to their phone', byPaper: 'Signed on paper', byGuardian: 'Signed by a guardian', sendCode: 'Send a code to their phone', codeSent: (to: string) => `Sent to ${to}; let them read the six digits to you`, code: 'Code', paperPhoto: 'Photo of the signed page', paperHint: 'Only the signed page, no identity card.', recordIt: 'Record consent', recorded: 'Recorded', withdrawn: 'withdrawn', withdraw: 'Withdraw for them', withdrawTitle: 'They take it back?', withdrawAfter: 'What is kept under it is emptied at once, for good.', version: (n: number) => `notice ${n}`,
    ownersHere: 'Owners', ownersNone: 'Not in the roll yet', area: 'Area', unknownArea: 'no area',
    requestsHere: 'Requests from here', requestsNone: 'None that you may see', opened: 'Who opened it', openedNone: 'Nobody yet', because: (why: string) => `Reason: ${why}`,
    noHousehold: 'Nobody is entered for this home', noHouseholdNote: 'Enter the first person to open its file.', readOnly: 'Your post may only read.',
    asks: 'What residents ask about their files', askOpen: 'Open', askAnswered: 'Answered', askNone: 'Nothing waits for an answer', answeredNone: 'Nothing answered yet', dueOn: (day: string) => `answer by ${day}`, answer: 'Answer', answerHint: 'They will read this.', doneIt: 'Done as asked', notDone: 'Cannot be done', told: 'Answered; they are told', answerFill: 'Say what was done, or why it cannot be',
    recordTitle: 'Record of the impact assessment', recordNote: (day: string, district: string) => `${district}, made on ${day} from the table of fields. PIPL arts. 55 and 56; kept for three years.`, print: 'Print',
    field: 'Field', purpose: 'Purpose', basis: 'Ground', level: 'Level', keepFor: 'Kept', readersWord: 'Read by', sealedWord: 'Sealed', yes: 'yes', no: 'no', figures: 'Figures of today', ahead: 'What will be deleted', tonight: 'Tonight', thisWeek: 'Within a week', aheadNote: 'Deleted each night; the counts are in the log.',
    figureWords: { households: 'Households', people: 'People entered', values: 'Values kept with consent', consents: 'Living consents', withdrawn: 'Withdrawn', reveals30Days: 'Openings in 30 days', openAsks: 'Open asks', erased: 'Erased people' },
    aheadWords: { people: 'People gone for 90 days and tied to nothing', households: 'Files of those who moved out 90 days ago', values: 'Values whose time is over', asks: 'Asks after 3 years', consents: 'Consents withdrawn 3 years ago', contacts: 'Contacts of requests closed for 180 days' },
    m2, on: 'Roll of', withParking: 'With parking', totals: (units: number, heads: number, area: string) => `${units} units, ${heads} heads, ${area}`, missing: (areas: number, owners: number) => `${areas} without area, ${owners} without owner`, unit: 'Unit', kinds: { home: 'home', shop: 'shop', office: 'office', parking: 'parking', other: 'other' }, source: 'Source', sources: { REGISTRY: 'registry', SURVEY: 'survey', CONTRACT: 'contract' }, owner: 'Owners', head: 'Head', basisWord: 'Ground', ownerBases: { REGISTERED: 'registered', POSSESSION: 'possession', INHERITANCE: 'inheritance', DEVELOPER: 'developer' }, headNote: 'Units with one number have the same owners and are one head (SPC interpretation art. 9).',
    enterUnit: 'Enter a unit', sell: 'Sold', sellTitle: (code: string) => `${code} is sold`, sellNote: 'The present owners own until this day; earlier rolls can still be read.', unitCode: 'Code', areaM2: 'Area in m²', ownersLine: 'Owners', ownersHint: 'Co-owners one a line', proof: 'Certificate seen', proofHint: 'Only that and when it was seen; no copy is kept', sold: 'Entered', entered: 'Entered', fillUnit: 'Code, day and owners are needed; at most two decimals of area', unknownOwner: 'not known', noProof: 'not seen',
  },
})
