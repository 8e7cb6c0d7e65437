/** Words of pairing on the phone: being asked, answering, who is paired with my household. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const pairingsText = texts({
  zh: {
    title: '联户结对', asked: '请您结对', askedNote: '愿意就点同意，不愿意就谢绝，没有任何影响。', mine: '我结对的', ours: '跟我家结对的', none: '没有要答复的', noneNote: '社区请您跟邻居结对时，会写在这里。',
    accept: '同意', decline: '谢绝', end: '结束', cancel: '再想想', building: (name: string) => `${name}的一户`, afterAccept: '同意后看得到门牌', since: (day: string) => `${day} 起`, proposedOn: (day: string) => `${day} 提出`, reason: '想说的话', accepted: '已结对', declined: '已谢绝', ended: '已结束', saving: '正在保存',
    declineTitle: '谢绝这一户', declineAfter: '以后不会再为这一户问您。', endTitle: '结束结对', endAfter: '从今天起不再结对，以后也不会再为这一户问您。', endOurs: '从今天起不再结对，不用说理由。', role: '结对人',
  },
  en: {
    title: 'Pairing', asked: 'Would you look after', askedNote: 'Accept or decline as you like; declining has no consequence.', mine: 'My households', ours: 'Paired with my household', none: 'Nothing to answer', noneNote: 'When the community asks you to look after a neighbour, it is here.',
    accept: 'Accept', decline: 'Decline', end: 'End', cancel: 'Not now', building: (name: string) => `A household in ${name}`, afterAccept: 'The door is shown once you accept', since: (day: string) => `since ${day}`, proposedOn: (day: string) => `asked on ${day}`, reason: 'Anything to say', accepted: 'Paired', declined: 'Declined', ended: 'Ended', saving: 'Saving',
    declineTitle: 'Decline this household', declineAfter: 'You will not be asked about this household again.', endTitle: 'End the pairing', endAfter: 'It ends today, and you will not be asked about this household again.', endOurs: 'It ends today; no reason is needed.', role: 'Looks after us',
  },
})
