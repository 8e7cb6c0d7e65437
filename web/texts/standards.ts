/** Words of the check-up 小区体检: what was found, in a sentence a standard; the buttons; the settings of standards. */
import type { Facts, StandardId } from '#contracts/standards.ts'
import { texts } from '#web/platform/i18n.ts'

/** What was counted and what is missing, of the first thing that falls short; `names` are those of all of them. */
type Told = { names: string; count: number; facts: Facts }
type Sentences = Record<StandardId, (told: Told) => string>

const n = (facts: Facts, key: string) => Number(facts[key] ?? 0)
const list = (facts: Facts, key: string): string[] => {
  const value = facts[key]
  return Array.isArray(value) ? value : []
}
const squareMetres = (facts: Facts) => (n(facts, 'areaCenti') / 100).toFixed(1).replace(/\.0$/, '')
const CARD = { outline: { zh: '范围', en: 'borders' }, worker: { zh: '网格员', en: 'a worker' } }
const cardWords = (facts: Facts, lang: 'zh' | 'en') =>
  list(facts, 'missing').map((one) => (one === 'outline' ? CARD.outline[lang] : CARD.worker[lang]))

// prettier-ignore
const ZH: Sentences = {
  'branch.own': ({ facts }) => facts['form'] === 'branch' ? `有 ${n(facts, 'formal')} 名正式党员，还没有党支部` : `正式党员 ${n(facts, 'formal')} 名，还没有归入联合党支部`,
  'branch.joint': ({ names, count, facts }) => count === 1 ? `${names}联合了 ${n(facts, 'joined')} 个单位，多 ${n(facts, 'over')} 个` : `${names}联合的单位超过 ${n(facts, 'most')} 个`,
  'branch.size': ({ names, count, facts }) => count === 1 ? `${names}有 ${n(facts, 'total')} 名党员，超过 ${n(facts, 'most')} 人` : `${names}都超过 ${n(facts, 'most')} 人`,
  'branch.committee': ({ names, count, facts }) => count === 1 ? `${names}有 ${n(facts, 'formal')} 名正式党员，支委现有 ${n(facts, 'seats')} 人` : `${names}的支委不在 ${n(facts, 'least')} 至 ${n(facts, 'most')} 人`,
  'branch.secretary': ({ names }) => `${names}没有书记`,
  'branch.meetings': () => '三会一课',
  'compound.branch': ({ facts }) => `住着 ${n(facts, 'residents')} 名党员，还没有小区党支部`,
  'building.group': ({ names, facts, count }) => facts['form'] === 'buildingGroup' ? `${names}${count === 1 ? `有 ${n(facts, 'members')} 名党员，` : ''}没有楼栋党小组` : `${names}没有党小组覆盖`,
  'group.vanguard': ({ names }) => `${names}没有党员楼长先锋岗`,
  'instructor.load': ({ names, count, facts }) => count === 1 ? `${names}联系了 ${n(facts, 'compounds')} 个小区，超过 ${n(facts, 'most')} 个` : `${names}联系的小区超过 ${n(facts, 'most')} 个`,
  'parlour.room': ({ names, facts }) => n(facts, 'rooms') === 0 ? '还没有党建会客厅' : `${names}${[n(facts, 'areaCenti') < n(facts, 'least') * 100 && `只有 ${squareMetres(facts)} 平方米`, n(facts, 'sign') === 0 && '没有标识', list(facts, 'missing').length > 0 && `缺${list(facts, 'missing').join('、')}功能`].filter(Boolean).join('，')}`,
  'chair.secretary': ({ facts }) => n(facts, 'both') > 0 ? '业委会主任与支部书记一肩挑' : '业委会主任与支部书记不是同一人',
  'chair.cross': ({ facts }) => `业委会 ${n(facts, 'members')} 人，其中 ${n(facts, 'both')} 人在社区、支部交叉任职`,
  'areas.count': ({ facts }) => n(facts, 'areas') === 0 ? '还没有划责任片区' : `划了 ${n(facts, 'areas')} 个片区，应在 ${n(facts, 'least')} 至 ${n(facts, 'most')} 个`,
  'areas.members': ({ names, count, facts }) => `${names}党员数不在 ${n(facts, 'least')} 至 ${n(facts, 'most')} 名${count === 1 ? `，现有 ${n(facts, 'members')} 名` : ''}`,
  'members.load': ({ facts }) => n(facts, 'unpaired') > 0 ? `${n(facts, 'unpaired')} 名党员都还没有联户` : `${[n(facts, 'under') > 0 && `${n(facts, 'under')} 名党员联户不足 ${n(facts, 'least')} 户`, n(facts, 'over') > 0 && `${n(facts, 'over')} 名超过 ${n(facts, 'most')} 户`].filter(Boolean).join('，')}`,
  'area.lead': ({ names }) => `${names}没有片长`,
  'grid.households': ({ names, count, facts }) => count === 1 ? `${names}有 ${n(facts, 'households')} 户，应在 ${n(facts, 'least')} 至 ${n(facts, 'most')} 户` : `${names}的户数不在 ${n(facts, 'least')} 至 ${n(facts, 'most')} 户`,
  'grid.covered': ({ names }) => `${names}不在网格里`,
  'grid.card': ({ names, count, facts }) => `${names}的公示牌${count === 1 ? `缺${cardWords(facts, 'zh').join('、')}` : '没有填全'}`,
  'grid.code': ({ names }) => `${names}的编码不是 12 位加 3 位`,
  'grid.branch': ({ names, count, facts }) => count === 1 && n(facts, 'branches') > 1 ? `${names}有 ${n(facts, 'branches')} 个支部` : `${names}没有自己的党支部`,
  'members.grid': ({ facts }) => `${[n(facts, 'none') > 0 && `${n(facts, 'none')} 名党员不在任何网格`, n(facts, 'several') > 0 && `${n(facts, 'several')} 名同时在几个网格`].filter(Boolean).join('，')}`,
  'building.head': ({ names }) => `${names}没有楼栋长`,
  'post.vacant': ({ names }) => `${names}空着`,
  'chain.held': ({ facts }) => `责任链上${list(facts, 'vacant').join('、')}还没有人`,
  'compound.sponsor': ({ facts }) => n(facts, 'sponsors') === 0 ? '没有单位包抓' : `有 ${n(facts, 'sponsors')} 个单位包抓，没有一个牵头`,
  'committee.term': ({ names, facts }) => facts['endsOn'] === null ? `${names}没有登记届满日期` : n(facts, 'left') < 0 ? `${names}已届满 ${-n(facts, 'left')} 天` : `${names}还有 ${n(facts, 'left')} 天届满`,
  'duty.phone': ({ names }) => `${names}没有值班电话`,
  'compound.managed': () => '没有物业、没有业委会、也没有人值守',
  'household.reachable': ({ facts }) => `${n(facts, 'without')} 户没有可用的联系方式`,
  'household.confirmed': ({ facts }) => `${n(facts, 'stale')} 户的信息一年没有核对`,
}
// prettier-ignore
const EN: Sentences = {
  'branch.own': ({ facts }) => facts['form'] === 'branch' ? `${n(facts, 'formal')} formal members and no branch yet` : `${n(facts, 'formal')} formal members, in no joint branch yet`,
  'branch.joint': ({ names, count, facts }) => count === 1 ? `${names} joins ${n(facts, 'joined')} units, ${n(facts, 'over')} too many` : `${names}: more than ${n(facts, 'most')} units joined`,
  'branch.size': ({ names, count, facts }) => count === 1 ? `${names} has ${n(facts, 'total')} members, more than ${n(facts, 'most')}` : `${names}: more than ${n(facts, 'most')} members`,
  'branch.committee': ({ names, count, facts }) => count === 1 ? `${names} has ${n(facts, 'formal')} formal members and ${n(facts, 'seats')} on its committee` : `${names}: not ${n(facts, 'least')} to ${n(facts, 'most')} on the committee`,
  'branch.secretary': ({ names }) => `${names} has no secretary`,
  'branch.meetings': () => 'Three meetings and one lecture',
  'compound.branch': ({ facts }) => `${n(facts, 'residents')} members live here and there is no compound branch`,
  'building.group': ({ names, facts, count }) => facts['form'] === 'buildingGroup' ? `No building group in ${names}${count === 1 ? `, where ${n(facts, 'members')} members live` : ''}` : `No group covers ${names}`,
  'group.vanguard': ({ names }) => `${names}: no vanguard post`,
  'instructor.load': ({ names, count, facts }) => count === 1 ? `${names}: ${n(facts, 'compounds')} compounds, more than ${n(facts, 'most')}` : `${names}: more than ${n(facts, 'most')} compounds`,
  'parlour.room': ({ names, facts }) => n(facts, 'rooms') === 0 ? 'No parlour yet' : `${names}: ${[n(facts, 'areaCenti') < n(facts, 'least') * 100 && `only ${squareMetres(facts)} m²`, n(facts, 'sign') === 0 && 'no sign', list(facts, 'missing').length > 0 && `lacks ${list(facts, 'missing').join(', ')}`].filter(Boolean).join(', ')}`,
  'chair.secretary': ({ facts }) => n(facts, 'both') > 0 ? 'The committee’s chair is also branch secretary' : 'The committee’s chair and the branch secretary are two persons',
  'chair.cross': ({ facts }) => `${n(facts, 'both')} of ${n(facts, 'members')} on the committee also serve in the community or branch`,
  'areas.count': ({ facts }) => n(facts, 'areas') === 0 ? 'Not cut into areas yet' : `${n(facts, 'areas')} areas; ${n(facts, 'least')} to ${n(facts, 'most')} are wanted`,
  'areas.members': ({ names, count, facts }) => `${names}: ${count === 1 ? `${n(facts, 'members')} members, ` : 'members '}not between ${n(facts, 'least')} and ${n(facts, 'most')}`,
  'members.load': ({ facts }) => n(facts, 'unpaired') > 0 ? `None of ${n(facts, 'unpaired')} members is paired yet` : [n(facts, 'under') > 0 && `${n(facts, 'under')} members with fewer than ${n(facts, 'least')} households`, n(facts, 'over') > 0 && `${n(facts, 'over')} with more than ${n(facts, 'most')}`].filter(Boolean).join(', '),
  'area.lead': ({ names }) => `${names}: no area lead`,
  'grid.households': ({ names, count, facts }) => count === 1 ? `${names} has ${n(facts, 'households')} households; ${n(facts, 'least')} to ${n(facts, 'most')} are wanted` : `${names}: not between ${n(facts, 'least')} and ${n(facts, 'most')} households`,
  'grid.covered': ({ names }) => `${names}: in no grid`,
  'grid.card': ({ names, count, facts }) => count === 1 ? `The card of ${names} lacks ${cardWords(facts, 'en').join(' and ')}` : `The cards of ${names} are not complete`,
  'grid.code': ({ names }) => `${names}: the code is not 12 and 3 digits`,
  'grid.branch': ({ names, count, facts }) => count === 1 && n(facts, 'branches') > 1 ? `${names} has ${n(facts, 'branches')} branches` : `${names}: no branch of its own`,
  'members.grid': ({ facts }) => [n(facts, 'none') > 0 && `${n(facts, 'none')} members in no grid`, n(facts, 'several') > 0 && `${n(facts, 'several')} in several`].filter(Boolean).join(', '),
  'building.head': ({ names }) => `${names}: no building head`,
  'post.vacant': ({ names }) => `Vacant: ${names}`,
  'chain.held': ({ facts }) => `Nobody yet in the chain as ${list(facts, 'vacantEn').join(', ')}`,
  'compound.sponsor': ({ facts }) => n(facts, 'sponsors') === 0 ? 'No unit is responsible' : `${n(facts, 'sponsors')} units are responsible, none leads`,
  'committee.term': ({ names, facts }) => facts['endsOn'] === null ? `${names}: the end of the term is not entered` : n(facts, 'left') < 0 ? `${names}: term ended ${-n(facts, 'left')} days ago` : `${names}: term ends in ${n(facts, 'left')} days`,
  'duty.phone': ({ names }) => `${names}: no duty telephone`,
  'compound.managed': () => 'No property company, no committee, nobody on duty',
  'household.reachable': ({ facts }) => `${n(facts, 'without')} households without a usable contact`,
  'household.confirmed': ({ facts }) => `${n(facts, 'stale')} households not confirmed for a year`,
}

/** 339 households cannot be 5 × 30 × 4: what cannot hold together, and what holds here. */
const HOLDS = {
  zh: { areas: '片区数', members: '每片党员数', load: '每名党员联户数' },
  en: { areas: 'the number of areas', members: 'members an area', load: 'households a member' },
}
const rulesIn = (lang: 'zh' | 'en', facts: Facts) =>
  list(facts, 'holds').flatMap((key) =>
    key === 'areas' || key === 'members' || key === 'load' ? [HOLDS[lang][key]] : [],
  )

// prettier-ignore
export const standardsText = texts({
  zh: {
    title: '小区体检', card: '体检', summary: (all: number, open: number) => open === 0 ? `${all} 项都做到了。` : `${all} 项里 ${open} 项要补。`,
    nothing: '这里还没有可以检查的内容。', nothingNote: '先在登记册里建楼栋、组织和岗位，体检会自己跟上。', checkedAt: (when: string) => `${when}检查`, never: '还没有检查过',
    runNow: '现在检查', running: (done: number, all: number) => `正在检查 ${done}/${all}`, starting: '正在开始', print: '打印', settings: '标准设置',
    severity: { must: '必须', should: '应当', advise: '提倡', information: '说明' },
    states: { met: '做到了', gap: '要补', conflict: '标准互相矛盾', notApplicable: '暂不适用' },
    tasks: { found: '新建', appoint: '指定人选', makePost: '设岗', elect: '启动换届', divide: '调整', open: '新建', fillIn: '补登记', register: '补登记', sponsor: '去安排', pair: '去配对', number: '去编号' },
    gaps: ZH, since: (day: string) => `${day}起`, vacant: (day: string, households: number) => `${day}起空缺，${households} 户没人对接`, unattended: (households: number) => `${households} 户没人对接`,
    names: (some: string, rest: number) => `${some}等 ${rest} 处`, separator: '、', at: (place: string) => `${place}：`,
    met: (count: number) => `另外 ${count} 项没问题`, metOnly: (count: number) => `${count} 项没问题`, notYet: '暂不适用', each: (of: number) => `${of} 处都做到`, ruleOf: '依据',
    conflicts: '互相矛盾的标准', conflictsNote: '不算没做到', cannotCut: (facts: Facts) => `${n(facts, 'households')} 户分不成 ${list(facts, 'product').join(' × ')}：三条同时做到，要有 ${n(facts, 'least')} 至 ${n(facts, 'most')} 户。这里看${rulesIn('zh', facts).join('、')}，不看这一条。`,
    cannotGrid: (facts: Facts) => `${n(facts, 'households')} 户，怎么分也分不成每个 ${n(facts, 'least')} 至 ${n(facts, 'most')} 户的网格。户数尽量均匀就好。`,
    why: { noMembers: '这里没有登记党员', fewMembers: '人数不到这条标准的起点', noBranch: '还没有小区党支部', meetings: '会议还不在这里登记，开始登记以后再数' },
    filter: '只看', all: '全部', compare: '各小区', compareNote: '按要补的项数排', place: '小区', curve: '这一年', curveNote: '每天要补的项数', curveOne: '从今天起，每天一个点。', lineOf: (must: number, should: number, advise: number) => `必须 ${must} 项，应当 ${should} 项，提倡 ${advise} 项`,
    places: (count: number) => `${count} 处`, leftOff: (count: number) => `还有 ${count} 条没列出，选一个小区或一项标准再看`, from: (words: string) => `来源：${words}`, informationTitle: '说明，不算缺项', more: '全部', openRule: '看依据',
    setTitle: '标准设置', setNote: (count: number) => `${count} 条标准`, standardWord: '标准', parameters: '参数', usual: (value: string) => `原为 ${value}`, off: '不检查', on: '检查', edit: '修改', save: '保存', saving: '保存中', saved: '已保存，正在重新检查', reason: '为什么这样定', reasonHint: '写明依据，留在日志里', offLabel: '是否检查这一条', listHint: '用顿号隔开', marks: { law: '法规', report: '做法', custom: '习惯' }, numberHint: '填整数', writeReason: '写明依据',
  },
  en: {
    title: 'Check-up', card: 'Check-up', summary: (all: number, open: number) => open === 0 ? `All ${all} standards are met.` : `${open} of ${all} standards need something.`,
    nothing: 'Nothing to check here yet.', nothingNote: 'Enter buildings, organisations and posts in the register; the check-up follows.', checkedAt: (when: string) => `checked ${when}`, never: 'not checked yet',
    runNow: 'Check now', running: (done: number, all: number) => `Checking ${done}/${all}`, starting: 'Starting', print: 'Print', settings: 'Standards',
    severity: { must: 'Must', should: 'Should', advise: 'Advised', information: 'Told' },
    states: { met: 'Met', gap: 'Missing', conflict: 'Standards exclude each other', notApplicable: 'Not applicable yet' },
    tasks: { found: 'Found it', appoint: 'Appoint', makePost: 'Make the post', elect: 'Start the election', divide: 'Adjust', open: 'Open one', fillIn: 'Fill in', register: 'Fill in', sponsor: 'Arrange', pair: 'Pair', number: 'Number' },
    gaps: EN, since: (day: string) => `since ${day}`, vacant: (day: string, households: number) => `vacant since ${day}; ${households} households have nobody to ask`, unattended: (households: number) => `${households} households have nobody to ask`,
    names: (some: string, rest: number) => `${some} and others, ${rest} in all`, separator: ', ', at: (place: string) => `${place}: `,
    met: (count: number) => `${count} others are fine`, metOnly: (count: number) => `${count} are fine`, notYet: 'Not applicable yet', each: (of: number) => `all ${of}`, ruleOf: 'Rule',
    conflicts: 'Standards that exclude each other', conflictsNote: 'no failure', cannotCut: (facts: Facts) => `${n(facts, 'households')} households cannot be ${list(facts, 'product').join(' × ')}: all three together need ${n(facts, 'least')} to ${n(facts, 'most')}. What counts here: ${rulesIn('en', facts).join(', ')}; not this one.`,
    cannotGrid: (facts: Facts) => `${n(facts, 'households')} households cannot be cut into grids of ${n(facts, 'least')} to ${n(facts, 'most')}. Even ones will do.`,
    why: { noMembers: 'no members are entered here', fewMembers: 'fewer than this standard begins with', noBranch: 'there is no compound branch yet', meetings: 'meetings are not entered here yet; counted once they are' },
    filter: 'Only', all: 'All', compare: 'Compounds', compareNote: 'most missing first', place: 'Compound', curve: 'This year', curveNote: 'standards missing, day by day', curveOne: 'One point a day from today.', lineOf: (must: number, should: number, advise: number) => `must ${must}, should ${should}, advised ${advise}`,
    places: (count: number) => `${count} places`, leftOff: (count: number) => `${count} more are not listed; choose a compound or a standard`, from: (words: string) => `Source: ${words}`, informationTitle: 'Told, never a failure', more: 'All', openRule: 'The rule',
    setTitle: 'Standards', setNote: (count: number) => `${count} standards`, standardWord: 'Standard', parameters: 'Numbers', usual: (value: string) => `usually ${value}`, off: 'Not checked', on: 'Checked', edit: 'Change', save: 'Save', saving: 'Saving', saved: 'Saved; checking again', reason: 'Why so', reasonHint: 'Name the ground; it stays in the log', offLabel: 'Is it checked?', listHint: 'separated by commas', marks: { law: 'Law', report: 'Report', custom: 'Custom' }, numberHint: 'A whole number', writeReason: 'Name the ground',
  },
})
