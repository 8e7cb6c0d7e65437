/** Words of the community's week. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const weekText = texts({
  zh: {
    title: '本周', aWeek: '一周', place: '地方', weekOf: (from: string, to: string) => `${from}–${to}`, earlier: '前一周', later: '后一周', print: '打印',
    sum: (received: string, closed: string, change: string) => `这一周收到 ${received} 件${change}；结案 ${closed} 件。`, weekBefore: '前一周', sameDays: '前一周同期', more: (count: number, than: string) => `，比${than}多 ${count} 件`, fewer: (count: number, than: string) => `，比${than}少 ${count} 件`, even: (than: string) => `，和${than}一样多`, nothing: '这一周没有收到，也没有结案的。', unfinished: '这一周还没过完，数字会变。',
    came: '来了什么', cameNote: '收到的，按类别', cameNone: '没有收到', others: (count: number, n: number) => `另外 ${count} 类共 ${n} 件`, items: (n: number) => `${n} 件`,
    done: '办好了什么', doneNote: '有前后照片的；数字是全部已解决的', doneNone: '这一周还没有前后对照的照片', took: (time: string) => `${time}办好`, solved: (n: string) => `已解决 ${n} 件`,
    late: '还拖着的', lateNote: '此刻过了时限还没办的，按在谁手里', lateNone: '没有超时的', lateOpen: (late: number, open: number) => `超时 ${late} 件，未结 ${open} 件`, oldest: (when: string) => `最早的${when}`, unassigned: '还没派出',
    rates: '这一周的三个率', rate: (of: string, n: string) => `${of} / ${n}`, none: '还没有', dashboard: '看运行情况',
    printed: (time: string) => `${time} 的数。点数字看明细；口径见“运行情况”。`,
  },
  en: {
    title: 'This week', aWeek: 'A week', place: 'Place', weekOf: (from: string, to: string) => `${from} to ${to}`, earlier: 'Week before', later: 'Week after', print: 'Print',
    sum: (received: string, closed: string, change: string) => `${received} came in this week${change}; ${closed} were closed.`, weekBefore: 'the week before', sameDays: 'the same days of the week before', more: (count: number, than: string) => `, ${count} more than ${than}`, fewer: (count: number, than: string) => `, ${count} fewer than ${than}`, even: (than: string) => `, as many as ${than}`, nothing: 'Nothing came and nothing was closed this week.', unfinished: 'The week is not over yet: figures will change.',
    came: 'What came', cameNote: 'received, by category', cameNone: 'Nothing came', others: (count: number, n: number) => `${count} more categories, ${n} together`, items: (n: number) => `${n}`,
    done: 'What was done', doneNote: 'those with photos; the number is all that was solved', doneNone: 'No photos of before and after this week yet', took: (time: string) => `done in ${time}`, solved: (n: string) => `${n} solved`,
    late: 'What is overdue', lateNote: 'past its time at this moment, by who has it', lateNone: 'Nothing is overdue', lateOpen: (late: number, open: number) => `${late} overdue, ${open} open`, oldest: (when: string) => `oldest ${when}`, unassigned: 'Not sent yet',
    rates: 'The three rates this week', rate: (of: string, n: string) => `${of} of ${n}`, none: 'none yet', dashboard: 'Figures',
    printed: (time: string) => `As of ${time}. Numbers open their rows; definitions are on the page of figures.`,
  },
})
