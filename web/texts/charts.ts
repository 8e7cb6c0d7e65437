/** Words that every chart may need. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const chartText = texts({
  zh: {
    table: '看数', picture: '看图', startsAt: (value: string) => `纵轴从 ${value} 起`, less: '少', more: '多', nothing: '没有',
    unfinished: '没过完', smallMark: (n: number) => `斜纹：不足 ${n} 件，多半是碰巧`, byRank: '按多少分四档', slowest: '最慢的一步', fell: (count: number) => `少 ${count} 件`,
  },
  en: {
    table: 'As a table', picture: 'As a picture', startsAt: (value: string) => `axis from ${value}`, less: 'few', more: 'many', nothing: 'none',
    unfinished: 'not over yet', smallMark: (n: number) => `hatched: fewer than ${n}, mostly chance`, byRank: 'four shades by rank', slowest: 'slowest step', fell: (count: number) => `${count} fewer`,
  },
})
