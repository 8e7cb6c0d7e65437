/** Words of 我的事 and of what happens around home. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const mineText = texts({
  zh: {
    title: '我的事', which: '哪些', reported: '我报的', joined: '我关注的', handling: '我在办的', helped: '我代报的', more: '再看一些',
    empty: { reported: '还没报过', joined: '还没关注过', handling: '手上没有在办的', helped: '还没替别人报过' },
    emptyNote: { reported: '看到什么，拍一张就能报。', joined: '报的时候有差不多的，点“我也关注”就在这里。', handling: '接下的会排在这里。', helped: '替邻居报的会排在这里。' },
    report: '随手拍',
    nearby: '附近办好的', solved: '办好的', open: '在办的', week: (count: number) => `本周办好 ${count} 件`,
    nothingSolved: '还没有办好的', nothingOpen: '现在没有在办的', nearbyNote: '只看得到公开的，没有姓名和门牌。',
    done: { week: '这七天办好', month: '这三十天办好', thing: '件', few: '不到 5', median: (time: string) => `一半在 ${time}内办好`, all: '全部', kinds: '看哪一类', kind: (name: string, n: number) => `${name} ${n}`, noneOfKind: '这一类还没有办好的' },
  },
  en: {
    title: 'My matters', which: 'Which ones', reported: 'Reported', joined: 'Following', handling: 'In my hands', helped: 'For others', more: 'Show more',
    empty: { reported: 'Nothing reported yet', joined: 'Following nothing yet', handling: 'Nothing in your hands', helped: 'Nothing reported for others yet' },
    emptyNote: { reported: 'See something? One photo is enough.', joined: 'When something similar is already there, tap “Me too” and it appears here.', handling: 'What you take on lines up here.', helped: 'What you report for neighbours lines up here.' },
    report: 'Report',
    nearby: 'Done near me', solved: 'Done', open: 'In hand', week: (count: number) => `${count} done this week`,
    nothingSolved: 'Nothing done yet', nothingOpen: 'Nothing in hand just now', nearbyNote: 'Only what is public, without names or doors.',
    done: { week: 'Done in seven days', month: 'Done in thirty days', thing: '', few: 'under 5', median: (time: string) => `half within ${time}`, all: 'All', kinds: 'Which kind', kind: (name: string, n: number) => `${name} ${n}`, noneOfKind: 'Nothing of this kind done yet' },
  },
})
