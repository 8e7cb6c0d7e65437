/** How a request stands, in a word that goes beside its ring or the meeting it is at; and the tabs of the phone. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const standingText = texts({
  zh: {
    submitted: '等受理', accepted: '已受理', offered: '等人接单', dispatched: '已派单', handling: '办理中', waiting: '等补充',
    paused: '暂停', returned: '退回重派', disputed: '等裁定', onLadder: '上会', finished: '说办结', shelved: '挂账',
    solved: '已解决', explained: '已说明', notOurs: '已指路', duplicate: '已并案', withdrawn: '已撤回', silent: '到期结案',
    late: '超时', urgent: '紧急',
  },
  en: {
    submitted: 'Received', accepted: 'Taken in', offered: 'Open to claim', dispatched: 'Sent on', handling: 'In hand', waiting: 'Needs more from you',
    paused: 'Paused', returned: 'Returned', disputed: 'To be ruled', onLadder: 'At a meeting', finished: 'Said done', shelved: 'Shelved',
    solved: 'Solved', explained: 'Explained', notOurs: 'Pointed on', duplicate: 'Merged', withdrawn: 'Withdrawn', silent: 'Closed by time',
    late: 'Late', urgent: 'Urgent',
  },
})

/** The meetings that a hard one climbs, lowest first. */
// prettier-ignore
export const ladderText = texts({
  zh: { areaDispatch: '片区调度会', weekendCouncil: '周末议事会', jointConference: '党建联席会' },
  en: { areaDispatch: 'Area dispatch meeting', weekendCouncil: 'Weekend council', jointConference: 'Joint conference' },
})

// prettier-ignore
export const tabsText = texts({
  zh: { label: '主要页面', home: '首页', report: '随手拍', pool: '接单', mine: '进展', me: '我的' },
  en: { label: 'Main pages', home: 'Home', report: 'Report', pool: 'Jobs', mine: 'Progress', me: 'Me' },
})
