/** Words of choosing leaders: the four channels, vetting, the result. */
import type { CandidateState, Channel, SelectionStatus } from '#contracts/selections.ts'
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const channelText: Record<'zh' | 'en', Record<Channel, string>> = {
  zh: { self: '党员自荐', residents: '群众推荐', community: '社区直荐', openAssessment: '公开评荐' },
  en: { self: 'put themself forward', residents: 'residents recommend', community: 'community recommends', openAssessment: 'open assessment' },
}
// prettier-ignore
export const selectionStatusText: Record<'zh' | 'en', Record<SelectionStatus, string>> = {
  zh: { nominating: '推荐中', vetting: '审查中', deciding: '待定人选', closed: '已选定', cancelled: '已取消' },
  en: { nominating: 'nominations', vetting: 'vetting', deciding: 'to decide', closed: 'decided', cancelled: 'called off' },
}
// prettier-ignore
export const candidateStateText: Record<'zh' | 'en', Record<CandidateState, string>> = {
  zh: { asked: '等本人同意', standing: '审查中', refused: '未通过', passed: '审查通过', withdrawn: '已退出', elected: '已当选', notElected: '未当选' },
  en: { asked: 'not agreed yet', standing: 'being vetted', refused: 'not passed', passed: 'passed', withdrawn: 'withdrawn', elected: 'elected', notElected: 'not elected' },
}

// prettier-ignore
export const selectionsText = texts({
  zh: {
    title: '选人', list: '选举和推选', none: '还没有推选', noneNote: '换届、补选、选楼栋长，都从这里开始。', create: '开始一次推选', back: '回到清单', saving: '正在保存',
    name: '叫什么', namePlaceholder: '例如：桂园小区业委会换届', organisation: '为哪个组织选', seats: '选哪些岗位', noPosts: '这个组织还没有岗位，先去“谁负责”里建', seatsOf: (title: string) => `${title}选几人`, steps: '审查步骤', stepsHint: '一行一步，按先后', stepsDefault: '资格审查\n征求意见\n街道联审\n公示', from: '开始', until: '推荐截止', termUntil: '任期到', fill: '名称、组织、岗位、步骤、日期都要填', created: '推选已开始',
    nominateUntil: (day: string) => `${day} 截止推荐`, forSeats: (words: string) => `选${words}`, seat: (title: string, count: number) => `${title} ${count} 人`, term: (day: string) => `任期到 ${day}`, candidates: '名单', noCandidates: '还没有人', count: (count: number) => `${count} 人`,
    nominate: '推荐一人', channel: '从哪里来', whom: '谁', statement: '推荐理由', supporters: '多少人推荐', supportersOf: (count: number) => `${count} 人推荐`, nominated: '已加入名单，等本人同意', pickPerson: '先选一人',
    stand: '我来报名', standTitle: '报名', standNote: '写几句为什么愿意来；只有组织推选的人看得到', stood: '已报名', agree: '我同意', agreed: '已同意', withdraw: '我退出', withdrawTitle: '退出', withdrawAfter: '退出后不能再加入这一次推选。', withdrawn: '已退出', asked: '您被推荐，是否同意？', myState: '您现在', why: (step: string, reason: string) => `${step}：${reason}`,
    beginVetting: '推荐结束，开始审查', beginVettingAfter: '之后不能再加人。没有同意的人不审查。', beginDeciding: '审查结束，定人选', beginDecidingAfter: '之后写下选出的人，任期随之开始。', cancel: '取消这次推选', cancelAfter: '名单和审查记录留着，不会任命任何人。', cancelWhy: '为什么取消', move: '确定', moved: '已到下一步', cancelled: '已取消',
    vet: '记审查', vetTitle: (name: string, step: string) => `${name}：${step}`, passed: '通过', notPassed: '不通过', result: '结果', reason: '理由', reasonHint: '不通过的人会看到这句话；记下后不能改', vetted: '已记下', fillVet: '结果和理由都要填', next: (step: string) => `下一步：${step}`,
    decide: '写下选出的人', decideTitle: '选出的人', nobody: '没选上', effectOn: '从哪天起任', resultNote: '会议时间、到会人数、得票', decided: '已选定，任期已写入岗位', fillDecide: '至少选出一人',
    phoneTitle: '选带头人', phoneNone: '眼下没有要选的', phoneNoneNote: '您家所在的小区开始推选时，会列在这里。',
  },
  en: {
    title: 'Selections', list: 'Elections and selections', none: 'None yet', noneNote: 'Elections, by-elections and the choice of building heads begin here.', create: 'Open a selection', back: 'Back to the list', saving: 'Saving',
    name: 'Called', namePlaceholder: 'e.g. Election of the owners’ committee', organisation: 'For which organisation', seats: 'Posts to fill', noPosts: 'It has no posts yet; make them under “Who answers”', seatsOf: (title: string) => `How many: ${title}`, steps: 'Vetting steps', stepsHint: 'One a line, in their order', stepsDefault: 'Eligibility\nOpinions heard\nJoint vetting\nPublic notice', from: 'Begins', until: 'Nominations until', termUntil: 'Term until', fill: 'Name, organisation, posts, steps and dates are needed', created: 'The selection is open',
    nominateUntil: (day: string) => `nominations until ${day}`, forSeats: (words: string) => `to fill: ${words}`, seat: (title: string, count: number) => `${title} × ${count}`, term: (day: string) => `term until ${day}`, candidates: 'Candidates', noCandidates: 'Nobody yet', count: (count: number) => (count === 1 ? '1 person' : `${count} people`),
    nominate: 'Nominate', channel: 'Channel', whom: 'Whom', statement: 'Why', supporters: 'How many recommend', supportersOf: (count: number) => `recommended by ${count}`, nominated: 'On the list; they are asked first', pickPerson: 'Choose a person first',
    stand: 'Put myself forward', standTitle: 'Put yourself forward', standNote: 'A few words why; only those who run it see them', stood: 'You are on the list', agree: 'I agree', agreed: 'Agreed', withdraw: 'I withdraw', withdrawTitle: 'Withdraw', withdrawAfter: 'You cannot come back into this selection.', withdrawn: 'Withdrawn', asked: 'You were nominated. Do you agree?', myState: 'You are', why: (step: string, reason: string) => `${step}: ${reason}`,
    beginVetting: 'Close nominations, begin vetting', beginVettingAfter: 'Nobody can be added after that. Whoever has not agreed is not vetted.', beginDeciding: 'Vetting is done, decide', beginDecidingAfter: 'Then who was chosen is written down, and their terms begin.', cancel: 'Call it off', cancelAfter: 'The list and what was found stay; nobody is appointed.', cancelWhy: 'Why', move: 'Do it', moved: 'On to the next step', cancelled: 'Called off',
    vet: 'Record vetting', vetTitle: (name: string, step: string) => `${name}: ${step}`, passed: 'Passed', notPassed: 'Not passed', result: 'Result', reason: 'Reason', reasonHint: 'Whoever is not passed reads this; it is never changed', vetted: 'Recorded', fillVet: 'A result and a reason are needed', next: (step: string) => `next: ${step}`,
    decide: 'Write down who was chosen', decideTitle: 'Who was chosen', nobody: 'not chosen', effectOn: 'From which day', resultNote: 'When the meeting was, who came, the votes', decided: 'Decided; the terms are in the posts', fillDecide: 'At least one person',
    phoneTitle: 'Choosing leaders', phoneNone: 'Nothing to choose now', phoneNoneNote: 'When a selection opens around your home, it stands here.',
  },
})
