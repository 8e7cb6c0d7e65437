/**
 * Words of a request: its states, what happened to it (one sentence per event), the clocks, how it ended, and its page.
 * Spoken Chinese: who did what. Every action has its sentence; the compiler holds the list.
 */
import type { ClockKind, EventView, LadderLevel, RequestKind } from '#contracts/requests.ts'
import { texts } from '#web/platform/i18n.ts'
import type { Lang } from '#web/platform/settings.ts'

/** The states in a word, as every list says them. */
export { standingText as stateText } from './standing.ts'

/** What a sentence is made of: who did it, and the facts of the step as they were written down. */
export type Said = {
  /** 您, 居民, 桂园物业工程班, 系统. */
  who: string
  mine: boolean
  /** The reader reported it. */
  own: boolean
  fact: (key: string) => string
  is: (key: string) => boolean
  has: (key: string) => boolean
  /** An instant or a calendar date of the facts, as people say it. */
  when: (key: string) => string
  list: (key: string) => readonly string[]
  count: (key: string) => number
  joiners: number
}
type Sentences = Record<EventView['action'], (said: Said) => string>

const ASK: Record<string, readonly [string, string]> = {
  time: ['延时', 'more time'],
  pause: ['暂停', 'a pause'],
  shelve: ['挂账', 'shelving'],
}
const LEVEL: Record<LadderLevel, readonly [string, string]> = {
  areaDispatch: ['片区调度会', 'the area dispatch meeting'],
  weekendCouncil: ['周末议事会', 'the weekend council'],
  jointConference: ['党建联席会', 'the joint conference'],
}
const level = (said: Said, nth: 0 | 1) => LEVEL[said.fact('level') as LadderLevel]?.[nth] ?? '' // a level is kept under this fact
const ask = (said: Said, nth: 0 | 1) => ASK[said.fact('kind')]?.[nth] ?? ''
const after = (mark: string, words: string) => (words ? `${mark}${words}` : '')
const JOINT: Record<string, readonly [string, string]> = {
  organising: ['组织联建', 'organising together'],
  governance: ['治理联创', 'governing together'],
  hardship: ['困难联帮', 'helping together'],
  activities: ['活动联办', 'activities together'],
}
const CHANNEL: Record<string, readonly [string, string]> = {
  paper: ['纸条', 'paper'],
  telephone: ['电话', 'telephone'],
  walkIn: ['上门来说', 'walk-in'],
  door: ['入户走访', 'at the door'],
}

// prettier-ignore
const ZH: Sentences = {
  submit: (s) => (s.fact('helper') ? `${s.mine ? '您' : s.fact('helper')}代${s.own ? '您' : '居民'}报的${s.fact('channel') ? `（${CHANNEL[s.fact('channel')]?.[0] ?? ''}）` : ''}` : s.mine ? (s.joiners > 0 ? `您和另外 ${s.joiners} 人报的` : '您报的') : '居民报的'),
  join: (s) => (s.mine ? '您也关注了' : s.count('joiners') ? `又有邻居关注，共 ${s.count('joiners')} 人` : '又有邻居关注'),
  merged: (s) => `另一件并了进来：${s.fact('title')}`,
  supplement: (s) => `${s.who}补充了情况`,
  answer: (s) => `${s.who}回答了`,
  withdraw: (s) => `${s.who}撤回了`,
  urge: (s) => (s.count('times') > 1 ? `${s.who}催办，第 ${s.count('times')} 次` : `${s.who}催办了一次`),
  confirm: (s) => `${s.who}说：${CONFIRMED_ZH[s.fact('outcome')] ?? '办好了'}${s.count('stars') ? `，${s.count('stars')} 颗星` : ''}`,
  notSatisfied: (s) => `${s.who}说：没办好，重新办`,
  rate: (s) => `${s.who}评了一评`,
  reopen: (s) => `${s.who}要求重新办`,
  accept: (s) => `${s.who}受理了`,
  decline: (s) => `没有受理${after('：', s.fact('reason'))}`,
  setCategory: (s) => `归到“${s.fact('category')}”`,
  merge: (s) => `和 ${s.fact('into')} 是一件事，并在一起办`,
  dispatch: (s) => `${s.who}派给${s.fact('handler')}`,
  offer: (s) => `${s.who}放进接单池，等人接`,
  whistle: (s) => `${s.who}吹哨：${s.fact('handler')}牵头${s.list('coHandlers').length ? `，${s.list('coHandlers').join('、')}一起办` : ''}${after('，', JOINT[s.fact('joint')]?.[0] ?? '')}`,
  close: (s) => `${s.who}结案：${CLOSED_ZH[s.fact('outcome')] ?? ''}${after('，', s.fact('reason'))}`,
  limitView: () => '改为只给相关的人看',
  noteInside: (s) => `${s.who}的内部记录`,
  claim: (s) => `${s.who}接单`,
  takeOn: (s) => `${s.mine ? '您' : s.fact('handler') || s.who}接单${s.fact('dueAt') ? `，答应${s.when('dueAt')}前办结` : ''}`,
  reportIn: (s) => `${s.mine ? '您' : s.fact('handler') || s.who}报到`,
  partDone: (s) => `${s.fact('handler') || s.who}那部分办好了`,
  release: (s) => `${s.who}办不了，放回接单池`,
  giveBack: (s) => `${s.fact('handler') || s.who}退回${after('：', s.fact('reason'))}`,
  dispute: (s) => `${s.fact('handler') || s.who}有不同意见，请上级定`,
  rule: (s) => `${s.who}裁定由${s.fact('handler')}办`,
  askReporter: (s) => (s.own ? `${s.who}问您` : `${s.who}问报件人`),
  contact: (s) => (s.own ? `${s.who}联系了您` : `${s.who}联系了报件人`),
  progress: (s) => `${s.who}说进展`,
  askTime: (s) => `${s.who}申请延到${s.when('until')}`,
  askPause: (s) => `${s.who}申请暂停到${s.when('until')}`,
  askShelve: (s) => `${s.who}说现在办不了，${s.when('until')} 再看${after('：', s.fact('reason'))}`,
  grant: (s) => `${s.who}同意${ask(s, 0)}，到${s.when('until')}`,
  refuse: (s) => `${s.who}没同意${ask(s, 0)}`,
  resume: (s) => (s.who === '系统' ? '到时候了，接着办' : `${s.who}说接着办`),
  finish: (s) => `${s.who}说：${FINISHED_ZH[s.fact('outcome')] ?? '办好了'}`,
  callBack: (s) => (!s.has('reached') ? '打了回访电话' : !s.is('reached') ? '回访没打通' : `回访：${s.is('solved') ? '说解决了' : '说没解决，重新办'}${s.is('satisfied') ? '，满意' : '，不满意'}`),
  supervise: (s) => `${s.who}督办，${s.when('until')} 前要答复`,
  answerSupervision: (s) => `${s.who}答复了督办`,
  liftSupervision: (s) => `${s.who}解除督办`,
  escalate: (s) => `上${level(s, 0)}${s.has('until') ? `，${s.when('until')}前有结果` : ''}`,
  bringBack: (s) => `${level(s, 0)}定了，交回办理`,
  closeSilently: () => '一直没有回话，先结案（不算满意）',
  remindLate: () => '超时了，已提醒办理人和社区',
}
const CONFIRMED_ZH: Record<string, string> = { solved: '解决了', explained: '说明白了', notOurs: '知道该找谁了' }
const FINISHED_ZH: Record<string, string> = {
  solved: '办好了',
  explained: '已说明情况',
  notOurs: '不归这里办，已告诉该找谁',
}
const CLOSED_ZH: Record<string, string> = { explained: '已说明', notOurs: '不归这里办', duplicate: '和另一件是一件事' }

// prettier-ignore
const EN: Sentences = {
  submit: (s) => (s.fact('helper') ? `Taken in by ${s.mine ? 'you' : s.fact('helper')} for ${s.own ? 'you' : 'a resident'}${s.fact('channel') ? ` (${CHANNEL[s.fact('channel')]?.[1] ?? ''})` : ''}` : s.mine ? (s.joiners > 0 ? `Reported by you and ${s.joiners} more` : 'Reported by you') : 'Reported by a resident'),
  join: (s) => (s.mine ? 'You follow it too' : s.count('joiners') ? `Another neighbour follows it, ${s.count('joiners')} in all` : 'Another neighbour follows it'),
  merged: (s) => `Another one was merged in: ${s.fact('title')}`,
  supplement: (s) => `${s.who} added something`,
  answer: (s) => `${s.who} answered`,
  withdraw: (s) => `${s.who} withdrew it`,
  urge: (s) => (s.count('times') > 1 ? `${s.who} urged, time no. ${s.count('times')}` : `${s.who} urged`),
  confirm: (s) => `${s.who}: ${CONFIRMED_EN[s.fact('outcome')] ?? 'done'}${s.count('stars') ? `, ${s.count('stars')} of 5 stars` : ''}`,
  notSatisfied: (s) => `${s.who}: not done, once more`,
  rate: (s) => `${s.who} rated it`,
  reopen: (s) => `${s.who} asked to reopen it`,
  accept: (s) => `Accepted by ${s.who}`,
  decline: (s) => `Not accepted${after(': ', s.fact('reason'))}`,
  setCategory: (s) => `Category: ${s.fact('category')}`,
  merge: (s) => `The same as ${s.fact('into')}; done together`,
  dispatch: (s) => `${s.who} sent it to ${s.fact('handler')}`,
  offer: (s) => `${s.who} offered it to the pool`,
  whistle: (s) => `${s.who} whistled: ${s.fact('handler')} leads${s.list('coHandlers').length ? `, with ${s.list('coHandlers').join(', ')}` : ''}${after(', ', JOINT[s.fact('joint')]?.[1] ?? '')}`,
  close: (s) => `Closed by ${s.who}: ${CLOSED_EN[s.fact('outcome')] ?? ''}${after(', ', s.fact('reason'))}`,
  limitView: () => 'Now only for those concerned',
  noteInside: (s) => `Inside note by ${s.who}`,
  claim: (s) => `Taken by ${s.who}`,
  takeOn: (s) => `${s.mine ? 'You' : s.fact('handler') || s.who} took it on${s.fact('dueAt') ? `, promised by ${s.when('dueAt')}` : ''}`,
  reportIn: (s) => `${s.mine ? 'You' : s.fact('handler') || s.who} reported in`,
  partDone: (s) => `The part of ${s.fact('handler') || s.who} is done`,
  release: (s) => `${s.who} put it back into the pool`,
  giveBack: (s) => `${s.fact('handler') || s.who} gave it back${after(': ', s.fact('reason'))}`,
  dispute: (s) => `${s.fact('handler') || s.who} disputes it; the superior decides`,
  rule: (s) => `${s.who} ruled: ${s.fact('handler')} does it`,
  askReporter: (s) => (s.own ? `${s.who} asks you` : `${s.who} asked the reporter`),
  contact: (s) => (s.own ? `${s.who} contacted you` : `${s.who} contacted the reporter`),
  progress: (s) => `Progress, by ${s.who}`,
  askTime: (s) => `${s.who} asked for time until ${s.when('until')}`,
  askPause: (s) => `${s.who} asked to pause until ${s.when('until')}`,
  askShelve: (s) => `${s.who}: not possible now, look again ${s.when('until')}${after(': ', s.fact('reason'))}`,
  grant: (s) => `${s.who} granted ${ask(s, 1)}, until ${s.when('until')}`,
  refuse: (s) => `${s.who} refused ${ask(s, 1)}`,
  resume: (s) => (s.who === 'The system' ? 'The time has come; work goes on' : `${s.who}: work goes on`),
  finish: (s) => `${s.who}: ${FINISHED_EN[s.fact('outcome')] ?? 'done'}`,
  callBack: (s) => (!s.has('reached') ? 'A call-back was made' : !s.is('reached') ? 'Call-back: not reached' : `Call-back: ${s.is('solved') ? 'solved' : 'not solved, once more'}${s.is('satisfied') ? ', satisfied' : ', not satisfied'}`),
  supervise: (s) => `${s.who} ordered an answer by ${s.when('until')}`,
  answerSupervision: (s) => `${s.who} answered the order`,
  liftSupervision: (s) => `${s.who} lifted the order`,
  escalate: (s) => `Goes to ${level(s, 1)}${s.has('until') ? `, with a result by ${s.when('until')}` : ''}`,
  bringBack: (s) => `Decided at ${level(s, 1)}; back to work`,
  closeSilently: () => 'No word came; closed for now (not counted as satisfied)',
  remindLate: () => 'Overdue; the handler and the community were reminded',
}
const CONFIRMED_EN: Record<string, string> = {
  solved: 'solved',
  explained: 'the explanation is clear',
  notOurs: 'knows where to go',
}
const FINISHED_EN: Record<string, string> = {
  solved: 'done',
  explained: 'explained',
  notOurs: 'not ours; told where to go',
}
const CLOSED_EN: Record<string, string> = {
  explained: 'explained',
  notOurs: 'not ours',
  duplicate: 'the same as another',
}

/** One sentence for each thing that can happen. */
export const sentenceText: { zh: Sentences; en: Sentences } = { zh: ZH, en: EN }

type Clocks = Record<ClockKind, string>
export const clockText: { zh: Clocks; en: Clocks } = {
  zh: { accept: '接单', contact: '联系', handle: '办结', answer: '答复' },
  en: { accept: 'Taken on', contact: 'Contact', handle: 'Done', answer: 'Answer' },
}
type Kinds = Record<RequestKind, string>
export const kindText: { zh: Kinds; en: Kinds } = {
  zh: { problem: '问题', help: '求助', suggestion: '建议', practical: '办事', urgent: '紧急求助' },
  en: { problem: 'Problem', help: 'Help', suggestion: 'Suggestion', practical: 'Paperwork', urgent: 'Urgent call' },
}

/** Who did it, when no name of a team or post is to be told. */
export const whoText: Record<Lang, { you: string; reporter: string; resident: string; system: string }> = {
  'zh-CN': { you: '您', reporter: '报件人', resident: '居民', system: '系统' },
  en: { you: 'You', reporter: 'The reporter', resident: 'A resident', system: 'The system' },
}

// prettier-ignore
export const requestText = texts({
  zh: {
    page: '一件事', number: (number: string) => `编号 ${number}`, followers: (count: number) => `${count} 人关注`, more: '更多',
    handlerSays: '办理人说', youSay: '您说', reporterSays: '报件人说', closedAs: '结案', nothingYet: '还没有', waitsForYou: '等您确认', waits: '等报件人说',
    nobody: '还没人接', round: (round: number) => `第 ${round} 轮`, silence: '没有回话', saidDone: '办好了', saidExplained: '已说明', saidNotOurs: '不归这里办',
    happy: '解决了', unhappy: '没办好', explainedOk: '说明白了', notOursOk: '知道了', byCallBack: '回访确认',
    story: '经过', moreJoined: (count: number) => `又有 ${count} 位邻居关注`, moreTitle: '还能做的', closesBy: '最晚结案', reviewLabel: '再看一次', limited: '只有相关的人看得到', supervised: '督办中', answers: '补充回答', said: '报的时候说', category: '类别', reporter: '报件人', address: '住址', helper: (who: string) => `${who}代报`,
    team: '一起办的', part: { lead: '牵头', co: '协办' }, partState: { called: '已叫，等报到', reportedIn: '已报到', partDone: '办好了', ended: '已结束' },
    clocks: '时限', clockMet: '按时', clockMissed: '晚了', clockCancelled: '不再计时',
    earlier: '这里以前也有过', duplicates: '并进来的', goTo: '去看那一件', join: '我也关注', joined: '已关注', joinTitle: '我也关注', joinAfter: '办的人会知道又多了一户，每一步也告诉您。', joinNote: '您那里怎么样', joining: '正在加', joinDone: '已关注，有进展会告诉您',
    asked: (kind: string, until: string) => `申请${kind}，到${until}`, ordered: (by: string, until: string) => `${by}要求${until}前答复`,
    silentAt: (when: string) => `${when}前没回话，会先结案，不算满意。`, reviewOn: (day: string) => `${day}再看`,
    call: (name: string) => `打电话给${name}`, moved: '刚有人动过，已换成最新的', offline: '没信号，没发出去', gone: '刚被接走了',
    ending: {
      solved: '这件事解决了。', solvedSilent: '办理人说办好了，一直没有回话，先结案。要是没办好，可以重办。', explained: '这件事没有动工，已经说明原因。', notOurs: '这件事不归社区办。', notOursGo: (where: string) => `该找：${where}`,
      shelved: '现在办不了，先挂着。', shelvedOn: (day: string) => `${day}再看一次。`, duplicate: '和另一件是同一件事，并在一起办。', withdrawn: '报件人撤回了，不再办。', reason: (reason: string) => `理由：${reason}。`,
    },
  },
  en: {
    page: 'Request', number: (number: string) => `No. ${number}`, followers: (count: number) => (count === 1 ? '1 follower' : `${count} followers`), more: 'More',
    handlerSays: 'Handler says', youSay: 'You say', reporterSays: 'Reporter says', closedAs: 'Closed as', nothingYet: 'Nothing yet', waitsForYou: 'Waits for you', waits: 'Waits for them',
    nobody: 'Nobody has it yet', round: (round: number) => `Round ${round}`, silence: 'No word', saidDone: 'Done', saidExplained: 'Explained', saidNotOurs: 'Not ours',
    happy: 'Solved', unhappy: 'Not done', explainedOk: 'Clear now', notOursOk: 'Understood', byCallBack: 'By call-back',
    story: 'The story', moreJoined: (count: number) => `${count} more neighbours follow it`, moreTitle: 'What else', closesBy: 'Closes by', reviewLabel: 'Next look', limited: 'Only for those concerned', supervised: 'Under orders', answers: 'Further answers', said: 'As it was told', category: 'Category', reporter: 'Reporter', address: 'Address', helper: (who: string) => `Taken in by ${who}`,
    team: 'Working together', part: { lead: 'leads', co: 'joins' }, partState: { called: 'called', reportedIn: 'reported in', partDone: 'part done', ended: 'ended' },
    clocks: 'Time limits', clockMet: 'in time', clockMissed: 'late', clockCancelled: 'no longer counted',
    earlier: 'Earlier at this place', duplicates: 'Merged into this', goTo: 'Go to that one', join: 'Me too', joined: 'Following', joinTitle: 'Me too', joinAfter: 'Those who do it will know that one more household is concerned, and you are told each step.', joinNote: 'How is it at your place?', joining: 'Joining', joinDone: 'You follow it and will be told',
    asked: (kind: string, until: string) => `Asks for ${kind}, until ${until}`, ordered: (by: string, until: string) => `Ordered by ${by}, answer by ${until}`,
    silentAt: (when: string) => `Without a word by ${when} it is closed for now, not counted as satisfied.`, reviewOn: (day: string) => `Looked at again ${day}`,
    call: (name: string) => `Call ${name}`, moved: 'Somebody took a step; this is the latest', offline: 'No signal; not sent', gone: 'Just taken by somebody else',
    ending: {
      solved: 'This is solved.', solvedSilent: 'The handler says it is done and no word came, so it is closed for now. If it is not done, it can be reopened.', explained: 'Nothing was built or repaired; the reason was explained.', notOurs: 'The community cannot do this.', notOursGo: (where: string) => `Where to go: ${where}`,
      shelved: 'It cannot be done now and is kept on the list.', shelvedOn: (day: string) => `It is looked at again ${day}.`, duplicate: 'The same as another request; both are done together.', withdrawn: 'The reporter withdrew it; nobody goes on with it.', reason: (reason: string) => `Reason: ${reason}.`,
    },
  },
})
