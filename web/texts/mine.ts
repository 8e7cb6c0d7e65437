/** Words of 我的事 and of what happens around home. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const mineText = texts({
  zh: {
    title: '我的事', which: '哪些', reported: '我报的', joined: '我关注的', handling: '我在办的', helped: '我代报的', more: '再看一些',
    empty: { reported: '还没报过', joined: '还没关注过', handling: '手上没有在办的', helped: '还没替别人报过' },
    emptyNote: { reported: '看到什么，拍一张就能报。', joined: '报的时候有差不多的，点“我也关注”就在这里。', handling: '接下的会排在这里。', helped: '替邻居报的会排在这里。' },
    report: '随手拍',
    nearby: '身边的事', solved: '办好的', open: '在办的', week: (count: number) => `本周办好 ${count} 件`,
    nothingSolved: '还没有办好的', nothingOpen: '现在没有在办的', nearbyNote: '只看得到公开的，没有姓名和门牌。',
  },
  en: {
    title: 'My matters', which: 'Which ones', reported: 'Reported', joined: 'Following', handling: 'In my hands', helped: 'For others', more: 'Show more',
    empty: { reported: 'Nothing reported yet', joined: 'Following nothing yet', handling: 'Nothing in your hands', helped: 'Nothing reported for others yet' },
    emptyNote: { reported: 'See something? One photo is enough.', joined: 'When something similar is already there, tap “Me too” and it appears here.', handling: 'What you take on lines up here.', helped: 'What you report for neighbours lines up here.' },
    report: 'Report',
    nearby: 'Around me', solved: 'Done', open: 'In hand', week: (count: number) => `${count} done this week`,
    nothingSolved: 'Nothing done yet', nothingOpen: 'Nothing in hand just now', nearbyNote: 'Only what is public, without names or doors.',
  },
})
