/**
 * Words of the steps of a request's loop: the button, the sheet that asks for what the step needs, and its fields.
 * Buttons are what people say (修好了, 没修好); official terms stay where they are the name of the thing (吹哨, 回访, 上会).
 */
import type { RequestAction } from '#contracts/requests.ts'
import { texts } from '#web/platform/i18n.ts'

export type ActionWords = {
  /** On the button. */
  verb: string
  /** Above the form; the verb when left out. */
  title?: string
  /** What will be the case afterwards; said before it is sent. */
  after?: string
  /** Label of the words that go with it. */
  note?: string
  /** Said once it is done. */
  done: string
}
type Both = Record<RequestAction, readonly [zh: ActionWords, en: ActionWords]>

// prettier-ignore
const ACTIONS: Both = {
  supplement: [{ verb: '补充', title: '补充情况', note: '还有什么要说的', done: '已补上' }, { verb: 'Add', title: 'Add something', note: 'What else should they know?', done: 'Added' }],
  answer: [{ verb: '回答', title: '回答办理人', note: '您的回答', after: '回答后接着办，时间接着算。', done: '已回答，接着办' }, { verb: 'Answer', title: 'Answer the question', note: 'Your answer', after: 'Work and its clock go on once you answer.', done: 'Answered; work goes on' }],
  withdraw: [{ verb: '撤回', title: '撤回这件事', note: '为什么不办了', after: '撤回后就结案，不再有人办。关注的邻居会知道。', done: '已撤回' }, { verb: 'Withdraw', title: 'Withdraw it', note: 'Why it is no longer needed', after: 'It will be closed and nobody goes on with it. Neighbours who follow it are told.', done: 'Withdrawn' }],
  urge: [{ verb: '催办', title: '催一催', note: '想说的话', after: '办理人和社区都会收到。一小时能催一次。', done: '已催办' }, { verb: 'Urge', title: 'Urge them', note: 'Anything to say', after: 'The handler and the community are told. You can urge once an hour.', done: 'Urged' }],
  confirm: [{ verb: '满意，评价', title: '谢谢您说一声', note: '想说的话', after: '您说了，这件事就结案。', done: '已记下' }, { verb: 'Yes, it is done', title: 'Thank you for telling us', note: 'Anything to say', after: 'With your word it is closed.', done: 'Noted' }],
  notSatisfied: [{ verb: '没办好，重办', title: '哪里没办好', note: '哪里没办好', after: '马上开新的一轮，时间从头算。', done: '已重办' }, { verb: 'No, do it again', title: 'What is not right?', note: 'What is not right', after: 'A new round begins at once, with its clock from the start.', done: 'A new round has begun' }],
  rate: [{ verb: '评一评', title: '您那里解决了吗', note: '想说的话', done: '已记下' }, { verb: 'Say how it went', title: 'Is it solved for you?', note: 'Anything to say', done: 'Noted' }],
  reopen: [{ verb: '又坏了，重办', title: '重新办', note: '现在怎么样了', after: '马上开新的一轮，以前的记录都留着。', done: '已重办' }, { verb: 'It is back, reopen', title: 'Reopen', note: 'What is wrong now', after: 'A new round begins; the story so far stays.', done: 'Reopened' }],
  accept: [{ verb: '受理', title: '受理', note: '对报件人说', done: '已受理' }, { verb: 'Accept', note: 'Words to the reporter', done: 'Accepted' }],
  decline: [{ verb: '不受理', title: '不受理，说明去处', note: '对报件人说', after: '会结案。报件人会看到理由和该找谁。', done: '已说明' }, { verb: 'Decline', title: 'Decline and say where to go', note: 'Words to the reporter', after: 'It will be closed. The reporter reads why, and where to go.', done: 'Explained' }],
  setCategory: [{ verb: '改类别', title: '归到哪一类', note: '备注', done: '已改类别' }, { verb: 'Change category', note: 'Note', done: 'Category changed' }],
  merge: [{ verb: '并案', title: '并到另一件', note: '对报件人说', after: '这一件会结案，报件人和关注的人跟着那一件。', done: '已并案' }, { verb: 'Merge', title: 'Merge into another', note: 'Words to the reporter', after: 'This one is closed; its reporter and followers go with the other.', done: 'Merged' }],
  dispatch: [{ verb: '派单', title: '派给谁', note: '交代办理人', done: '已派出' }, { verb: 'Dispatch', title: 'Send it to whom?', note: 'Words to the handler', done: 'Sent' }],
  offer: [{ verb: '放进接单池', title: '放进接单池', note: '对接单的人说', after: '附近的党员、志愿者都能接。', done: '已放进接单池' }, { verb: 'Offer to the pool', note: 'Words to whoever takes it', after: 'Members and volunteers nearby can take it.', done: 'Offered' }],
  whistle: [{ verb: '吹哨', title: '吹哨：谁牵头，谁一起办', note: '交代大家', done: '哨已吹响' }, { verb: 'Whistle', title: 'Whistle: who leads, who joins', note: 'Words to all', done: 'Whistle blown' }],
  close: [{ verb: '结案', title: '结案', note: '对报件人说', after: '只用于已说明、不归这里办。解决没解决，由报件人说。', done: '已结案' }, { verb: 'Close', title: 'Close it', note: 'Words to the reporter', after: 'Only for explained and not ours. Whether it is solved is for the reporter to say.', done: 'Closed' }],
  limitView: [{ verb: '改为不公开', title: '只给相关人看', note: '为什么', after: '邻居将看不到这一件。', done: '已改为不公开' }, { verb: 'Make private', title: 'Only for those concerned', note: 'Why', after: 'Neighbours will no longer see it.', done: 'Now private' }],
  noteInside: [{ verb: '内部记录', title: '内部记录', note: '只有办理的人看得到', done: '已记下' }, { verb: 'Inside note', note: 'Only those who work on it read this', done: 'Noted' }],
  claim: [{ verb: '接单', title: '接单', note: '对报件人说', after: '接了就由您来办。', done: '接单了' }, { verb: 'Take it', title: 'Take it on', note: 'Words to the reporter', after: 'It is yours to do then.', done: 'It is yours' }],
  takeOn: [{ verb: '接单', title: '接单', note: '对报件人说', done: '接单了' }, { verb: 'Take it on', note: 'Words to the reporter', done: 'Taken on' }],
  reportIn: [{ verb: '报到', title: '报到', note: '对牵头的人说', done: '已报到' }, { verb: 'Report in', note: 'Words to whoever leads', done: 'Reported in' }],
  partDone: [{ verb: '我这部分好了', title: '我这部分办好了', note: '办了什么', done: '已告诉牵头的人' }, { verb: 'My part is done', note: 'What was done', done: 'The lead has been told' }],
  release: [{ verb: '接不了', title: '放回接单池', note: '为什么', after: '别人可以接。', done: '已放回' }, { verb: 'Cannot do it', title: 'Back to the pool', note: 'Why', after: 'Somebody else can take it.', done: 'Back in the pool' }],
  giveBack: [{ verb: '退回', title: '退回社区', note: '说明', after: '只能退一次，由社区再派。', done: '已退回' }, { verb: 'Give back', title: 'Give it back', note: 'Explain', after: 'Once only; the community sends it on.', done: 'Given back' }],
  dispute: [{ verb: '有争议', title: '请上级裁定', note: '为什么不该由我们办', after: '上级定了就不能再退。', done: '已报上级' }, { verb: 'Dispute', title: 'Ask the superior to rule', note: 'Why it is not ours', after: 'The ruling is binding.', done: 'Sent up' }],
  rule: [{ verb: '裁定', title: '裁定由谁办', note: '理由', after: '裁定后不能再退。', done: '已裁定' }, { verb: 'Rule', title: 'Rule who does it', note: 'Reason', after: 'Nobody can give it back after that.', done: 'Ruled' }],
  askReporter: [{ verb: '问报件人', title: '问报件人', note: '想问什么', after: '等回答的时候，时间停下来。', done: '已问' }, { verb: 'Ask the reporter', note: 'Your question', after: 'The clock stands still until the answer comes.', done: 'Asked' }],
  contact: [{ verb: '联系过了', title: '已联系报件人', note: '说了什么', done: '已记下' }, { verb: 'Contacted', title: 'The reporter was contacted', note: 'What was said', done: 'Noted' }],
  progress: [{ verb: '说进展', title: '说说进展', note: '做到哪一步了', done: '已告诉报件人' }, { verb: 'Tell progress', title: 'How far is it?', note: 'What has been done', done: 'The reporter has been told' }],
  askTime: [{ verb: '申请延时', title: '申请多一些时间', note: '为什么', after: '要由社区批。', done: '已申请' }, { verb: 'Ask for time', title: 'Ask for more time', note: 'Why', after: 'The community decides.', done: 'Asked' }],
  askPause: [{ verb: '申请暂停', title: '申请暂停', note: '在等什么', after: '要由社区批。', done: '已申请' }, { verb: 'Ask to pause', note: 'What it waits for', after: 'The community decides.', done: 'Asked' }],
  askShelve: [{ verb: '申请挂账', title: '现在办不了', note: '说明', after: '要由社区批。到了日子再看。', done: '已申请' }, { verb: 'Ask to shelve', title: 'It cannot be done now', note: 'Explain', after: 'The community decides. It is looked at again on that day.', done: 'Asked' }],
  grant: [{ verb: '同意', title: '同意', note: '说一句', done: '已同意' }, { verb: 'Grant', note: 'A word', done: 'Granted' }],
  refuse: [{ verb: '不同意', title: '不同意', note: '为什么', done: '已答复' }, { verb: 'Refuse', note: 'Why', done: 'Answered' }],
  resume: [{ verb: '接着办', title: '接着办', note: '说一句', after: '时间接着算。', done: '接着办了' }, { verb: 'Go on', title: 'Go on with it', note: 'A word', after: 'The clock goes on.', done: 'It goes on' }],
  finish: [{ verb: '办好了', title: '办好了', note: '怎么办的', after: '等报件人说一声才算解决。', done: '已告诉报件人' }, { verb: 'Done', title: 'It is done', note: 'What was done', after: 'It counts as solved only when the reporter says so.', done: 'The reporter has been told' }],
  callBack: [{ verb: '回访', title: '回访', note: '报件人说', done: '已记下' }, { verb: 'Call back', note: 'What the reporter said', done: 'Noted' }],
  supervise: [{ verb: '督办', title: '督办', note: '要求', done: '已督办' }, { verb: 'Supervise', title: 'Order it done', note: 'What is asked', done: 'Ordered' }],
  answerSupervision: [{ verb: '答复督办', title: '答复督办', note: '答复', done: '已答复' }, { verb: 'Answer the order', note: 'Answer', done: 'Answered' }],
  liftSupervision: [{ verb: '解除督办', title: '解除督办', note: '说一句', done: '已解除' }, { verb: 'Lift the order', note: 'A word', done: 'Lifted' }],
  escalate: [{ verb: '上会', title: '上会', note: '为什么要上会', after: '时间停下来，等会上定。', done: '已上会' }, { verb: 'To a meeting', title: 'Take it to a meeting', note: 'Why', after: 'The clock stands still until the meeting decides.', done: 'On its way to the meeting' }],
  bringBack: [{ verb: '会后交办', title: '会后交回办理', note: '会上怎么定的', done: '已交回' }, { verb: 'Back from the meeting', note: 'What was decided', done: 'Brought back' }],
  closeSilently: [{ verb: '结案', done: '已结案' }, { verb: 'Close', done: 'Closed' }],
  remindLate: [{ verb: '提醒', done: '已提醒' }, { verb: 'Remind', done: 'Reminded' }],
}

const half = (nth: 0 | 1) =>
  Object.fromEntries(Object.entries(ACTIONS).map(([action, both]) => [action, both[nth]])) as Record<
    RequestAction,
    ActionWords
  > // same keys as ACTIONS

/** Words of each action, in both languages. */
export const actionText: { zh: Record<RequestAction, ActionWords>; en: Record<RequestAction, ActionWords> } = {
  zh: half(0),
  en: half(1),
}

// prettier-ignore
export const stepText = texts({
  zh: {
    send: '发出', sending: '发送中', cancel: '先不', photos: '照片', photoOrWords: '写两个字，或拍一张',
    waitForPhotos: '照片还在传', moved: '刚有人动过这件事，已换成最新的。您写的还在，看一眼再发。',
    reason: '理由', cause: '什么原因造成的', chooseOne: '请选一个', category: '类别', likely: '可能是', other: '全部类别',
    into: '并到哪一件', intoSearch: '输入编号或几个字', intoNone: '没找到还开着的。', handler: '派给', lead: '谁牵头', helpers: '谁一起办',
    task: (name: string) => `${name}做什么`, taskBy: '几点前', load: (open: number, done: number) => `手上 ${open} 件，同类办好过 ${done} 件`,
    suggested: '常办这类', filter: '输入几个字找', showAll: (count: number) => `全部 ${count} 个`,
    until: '到什么时候', reviewOn: '哪天再看', outcome: '结果', level: '上哪个会', reached: '打通了吗', solved: '解决了吗', satisfied: '满意吗',
    yes: '是', no: '否', reachedYes: '打通了', reachedNo: '没打通', solvedYes: '解决了', solvedNo: '没解决', satisfiedYes: '满意', satisfiedNo: '不满意',
    stars: '打几颗星', star: (count: number) => `${count} 颗星`, publicWords: '告诉居民的一句话', publicHint: '报件人和关注的邻居会看到。', note: '想说的话',
    outcomes: { solved: '办好了', explained: '已说明', notOurs: '不归这里办' },
    asks: { time: '延时', pause: '暂停', shelve: '挂账' },
  },
  en: {
    send: 'Send', sending: 'Sending', cancel: 'Not now', photos: 'Photos', photoOrWords: 'A few words or a photo',
    waitForPhotos: 'Photos are being sent', moved: 'Somebody just took a step; this is the latest. What you wrote is still here: have a look, then send.',
    reason: 'Reason', cause: 'What caused it', chooseOne: 'Choose one', category: 'Category', likely: 'Likely', other: 'All categories',
    into: 'Merge into', intoSearch: 'Number or a few words', intoNone: 'No open one found.', handler: 'Send to', lead: 'Who leads', helpers: 'Who joins',
    task: (name: string) => `Task of ${name}`, taskBy: 'By', load: (open: number, done: number) => `${open} in hand, ${done} of this kind done`,
    suggested: 'Often does these', filter: 'Type to find', showAll: (count: number) => `All ${count}`,
    until: 'Until when', reviewOn: 'Look again on', outcome: 'Outcome', level: 'Which meeting', reached: 'Did you reach them?', solved: 'Is it solved?', satisfied: 'Are they satisfied?',
    yes: 'Yes', no: 'No', reachedYes: 'Reached', reachedNo: 'Not reached', solvedYes: 'Solved', solvedNo: 'Not solved', satisfiedYes: 'Satisfied', satisfiedNo: 'Not satisfied',
    stars: 'Stars', star: (count: number) => (count === 1 ? '1 star' : `${count} stars`), publicWords: 'One sentence for residents', publicHint: 'The reporter and neighbours who follow it read this.', note: 'Anything to say',
    outcomes: { solved: 'Done', explained: 'Explained', notOurs: 'Not ours' },
    asks: { time: 'more time', pause: 'a pause', shelve: 'shelving' },
  },
})
