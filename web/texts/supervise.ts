/** Words of the supervise board: what sticks where and with whom, and orders to get it done. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const superviseText = texts({
  zh: {
    title: '督办', note: (open: number) => `未结 ${open} 件`,
    finding: {
      none: '没有超时的，也没有卡住的。', late: (late: number, open: number) => `未结 ${open} 件，其中 ${late} 件超过了答应的时间。`,
      most: (name: string, late: number) => `${name}手上超时最多，${late} 件`, oldest: (span: string) => `；最久的一件已超 ${span}`, end: '。',
      noneLate: (open: number, stuck: number) => `未结 ${open} 件，没有超时；${stuck} 件卡在退回、争议或反复催办上。`,
    },
    byHandler: '卡在谁手里', byGrid: '卡在哪里', barNote: '未结件数，红的是超时', unassigned: '还没派出', openAndLate: (open: number, late: number) => (late ? `${open} 件，超时 ${late}` : `${open} 件`),
    oldestDue: (when: string) => `最早的 ${when}`, openRows: (name: string) => `看${name}的件`, showAll: (count: number) => `另外 ${count} 个`, table: '看数', picture: '看图', name: '名称', open: '未结', late: '超时', oldest: '最早期限',
    stuck: '卡住的件', stuckNote: '超时、退回、争议、催办三次以上', stuckNone: '没有卡住的件', reasons: { returned: '退回', disputed: '争议', urged: (count: number) => `催办 ${count} 次` },
    order: '督办', orderTitle: '督办这一件', orderAfter: '办理人和社区马上收到，要在期限前答复。经过里居民看得到督办，看不到内部记录。', until: '答复期限', reason: '为什么督办、要求什么', send: '下督办', sending: '发送中', sent: '已督办', whenTomorrow: '明天 17:00', whenThree: '三天后 17:00', noOrder: '这一件您不能督办：办理人不能督办自己的件。', already: '已经在督办',
    supervised: '督办中', supervisedNote: '按督办期限排', supervisedNone: '没有在督办的件', answerBy: (when: string) => `${when} 前答复`, answered: (when: string) => `${when} 已答复`, answerLate: (span: string) => `答复超 ${span}`, by: (who: string) => `${who}督办`,
    lift: '解除', liftTitle: '解除督办', liftReason: '为什么解除', liftAfter: '督办解除，件照常办。', lifted: '已解除', pickDate: '选一个以后的时间', writeReason: '写明原因和要求',
  },
  en: {
    title: 'Supervise', note: (open: number) => `${open} open`,
    finding: {
      none: 'Nothing is late and nothing is stuck.', late: (late: number, open: number) => `${open} open, ${late} of them past the promised time. `,
      most: (name: string, late: number) => `Most are with ${name}: ${late}`, oldest: (span: string) => `; the oldest by ${span}`, end: '.',
      noneLate: (open: number, stuck: number) => `${open} open, none late; ${stuck} stuck as returned, disputed or urged again and again.`,
    },
    byHandler: 'With whom it sticks', byGrid: 'Where it sticks', barNote: 'open, overdue in red', unassigned: 'Not sent yet', openAndLate: (open: number, late: number) => (late ? `${open}, ${late} overdue` : `${open}`),
    oldestDue: (when: string) => `oldest ${when}`, openRows: (name: string) => `See those of ${name}`, showAll: (count: number) => `${count} more`, table: 'As a table', picture: 'As bars', name: 'Name', open: 'Open', late: 'Overdue', oldest: 'Oldest deadline',
    stuck: 'Stuck', stuckNote: 'overdue, returned, disputed, urged three times or more', stuckNone: 'Nothing is stuck', reasons: { returned: 'returned', disputed: 'disputed', urged: (count: number) => `urged ${count} times` },
    order: 'Order', orderTitle: 'Order this one done', orderAfter: 'The handler and the community are told at once and must answer in time. Residents see that it is supervised, not the inside notes.', until: 'Answer by', reason: 'Why, and what is asked', send: 'Order it', sending: 'Sending', sent: 'Ordered', whenTomorrow: 'Tomorrow 17:00', whenThree: 'In three days, 17:00', noOrder: 'You cannot order this one: nobody supervises their own work.', already: 'Already supervised',
    supervised: 'Under supervision', supervisedNote: 'by their own deadline', supervisedNone: 'Nothing is under supervision', answerBy: (when: string) => `answer by ${when}`, answered: (when: string) => `answered ${when}`, answerLate: (span: string) => `answer late by ${span}`, by: (who: string) => `by ${who}`,
    lift: 'Lift', liftTitle: 'Lift the order', liftReason: 'Why it is lifted', liftAfter: 'The order ends; the work goes on.', lifted: 'Lifted', pickDate: 'Pick a time to come', writeReason: 'Say why and what is asked',
  },
})
