/** Words of the wall display. Seen from four metres away: few, and large. */
import { texts } from '#web/platform/i18n.ts'
import { MONTHS } from './time.ts'

// prettier-ignore
export const screenText = texts({
  zh: {
    place: (place: string, grids: number) => `${place}，${grids} 个网格`,
    lit: ['今天，邻里点亮了', '盏灯'].join('{n}'), none: '今天的第一盏灯，等人来点亮',
    what: (month: string) => `一盏灯，是一件办好、居民也说好的事。本月 ${month} 盏，淡的是这七天的。`,
    open: '正在办', median: '中位办结', submitted: '今天收到', late: '超过答应时间', thing: '件', hours: '小时', none1: '暂无',
    latest: '刚办好的', latestCount: (count: number) => `今天 ${count} 件`, latestNone: '这个月还没有前后对照的照片', before: '前', after: '后',
    took: (span: string) => `${span}办好`, followers: (count: number) => `${count} 人关注`, justNow: '刚刚', ago: (span: string) => `${span}前`,
    invite: '看见问题，随手拍一张', inviteHow: (hotline: string) => `手机打开邻里，或打 ${hotline}`,
    stale: (time: string) => `没连上，停在 ${time}`, map: '今晚的灯', mapText: (lamps: number, names: string) => `地图上亮着 ${lamps} 盏灯。${names}`, gridLine: (name: string, count: number) => `${name} ${count} 盏`,
    rate: (of: string, n: string) => `${of}/${n}`, few: (n: string) => `才 ${n} 件`, days: '近三十天的灯', daysText: (count: string, most: string) => `近三十天共亮 ${count} 盏，最多的一天 ${most} 盏`, rateOf: (name: string) => `${name}（近三十天）`,
    noRight: '这块屏要由有大屏权限的岗位登录', noRightHint: '请社区、街道或区里的工作人员在这台电脑上登录。', signIn: '去登录', retry: '再试一次', failed: '还没取到数据',
    month: (month: number, day: number) => `${month} 月 ${day} 日`,
  },
  en: {
    place: (place: string, grids: number) => `${place}, ${grids} grids`,
    lit: ['Today the neighbourhood lit', 'lamps'].join('{n}'), none: 'The first lamp of today is still to be lit',
    what: (month: string) => `A lamp is one thing done, and the resident agrees. ${month} this month; the faint ones are of these seven days.`,
    open: 'In hand', median: 'Median time', submitted: 'New today', late: 'Overdue', thing: '', hours: 'h', none1: 'none yet',
    latest: 'Just done', latestCount: (count: number) => `${count} today`, latestNone: 'No photos of before and after this month yet', before: 'Before', after: 'After',
    took: (span: string) => `done in ${span}`, followers: (count: number) => (count === 1 ? '1 follower' : `${count} followers`), justNow: 'just now', ago: (span: string) => `${span} ago`,
    invite: 'See something? Take a photo', inviteHow: (hotline: string) => `Open Linli on your phone, or call ${hotline}`,
    stale: (time: string) => `No connection, as of ${time}`, map: 'Tonight’s lamps', mapText: (lamps: number, names: string) => `${lamps} lamps are lit on the map. ${names}`, gridLine: (name: string, count: number) => `${name} ${count}`,
    rate: (of: string, n: string) => `${of}/${n}`, few: (n: string) => `only ${n} yet`, days: 'Thirty days', daysText: (count: string, most: string) => `${count} lamps in thirty days, ${most} on the best day`, rateOf: (name: string) => `${name} (thirty days)`,
    noRight: 'This display needs a post that may show it', noRightHint: 'Somebody of the community, subdistrict or district signs in on this computer.', signIn: 'Sign in', retry: 'Try again', failed: 'No data yet',
    month: (month: number, day: number) => `${day} ${MONTHS[month - 1]}`,
  },
})
