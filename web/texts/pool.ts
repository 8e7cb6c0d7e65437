/** Words of 接单: what waits to be taken on nearby, whistles that call me, what I have in hand. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const poolText = texts({
  zh: {
    title: '接单', lists: '哪些事', near: (count: number) => `附近 ${count}`, whistles: (count: number) => `吹哨 ${count}`, mine: (count: number) => `我接的 ${count}`,
    solved: (month: number, year: number) => (year ? `本月办成 ${month} 件，今年 ${year} 件` : ''),
    whistle: (title: string) => `社区吹哨：${title}`, need: (called: number, here: number) => `要 ${called} 家，已到 ${here} 家`, task: (task: string) => `请您：${task}`,
    reportIn: '报到', here: '已报到', take: '接单', taking: '正在接', go: '我去', gone: '刚被接走了', taken: '接单了，在“我接的”里', reported: '已报到',
    doorLater: '门牌接单后可见', urgent: '紧急', map: '附近要人接的事', noPlace: '没取到位置，按时限排',
    notYours: '接单是党员和志愿者的事', notYoursNote: '想帮忙，跟社区说一声就能登记。',
    emptyNear: '附近没有要接的', emptyNearNote: '有新的会出现在这里。', emptyWhistles: '没有吹您的哨', emptyMine: '手上没有要办的', seeNear: '看看附近的',
  },
  en: {
    title: 'Jobs', lists: 'Which ones', near: (count: number) => `Nearby ${count}`, whistles: (count: number) => `Whistles ${count}`, mine: (count: number) => `Mine ${count}`,
    solved: (month: number, year: number) => (year ? `${month} solved this month, ${year} this year` : ''),
    whistle: (title: string) => `Whistle: ${title}`, need: (called: number, here: number) => `${called} called, ${here} here`, task: (task: string) => `Your part: ${task}`,
    reportIn: 'Report in', here: 'Reported in', take: 'Take it', taking: 'Taking it', go: 'I am going', gone: 'Just taken by somebody else', taken: 'It is yours; find it under Mine', reported: 'Reported in',
    doorLater: 'Door number once it is yours', urgent: 'Urgent', map: 'What waits to be taken on nearby', noPlace: 'No position; sorted by time',
    notYours: 'Jobs are for members and volunteers', notYoursNote: 'Want to help? Tell the community and you will be entered.',
    emptyNear: 'Nothing to take on nearby', emptyNearNote: 'New ones will show up here.', emptyWhistles: 'No whistle calls you', emptyMine: 'Nothing in your hands', seeNear: 'See what is near',
  },
})
