/** Words of calling for help at once, and of being called. Few and calm: somebody reads them who is frightened. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const urgentText = texts({
  zh: {
    bannerTitle: (title: string) => `有人求助：${title}`, title: '紧急求助', lead: '要人马上来吗？', what: '出了什么事', where: '在哪儿', atHome: (home: string) => home, atPosition: '我现在的位置', locating: '正在定位', noPosition: '没取到位置，请用住址，或打电话说。',
    hold: '按住叫人', holding: '别松手', sending: '正在叫人', alerts: '马上告诉：楼栋长、党小组、值班岗', holdHint: '按住一秒。用键盘的按回车。', confirmTitle: '现在叫人？', confirmAfter: '楼栋长、党小组、值班岗会马上收到，带着您的位置。', confirmVerb: '叫人',
    plain: '需要人马上来', first: '有生命危险、起火、有人行凶，先打这三个电话：', police: '110 报警', fire: '119 火警', ambulance: '120 急救',
    minutes: (count: number) => (count === 0 ? '刚刚' : `${count} 分钟`), sinceSent: '已叫人', nobodyYet: '都已收到，还没有人应。等不及就打电话。', coming: (who: string) => `${who}正在赶来`, mineComing: '您正在赶去', over: '已经结束',
    again: '再叫一次', againDone: '又叫了一次', details: '看经过', called: '已告诉楼栋长、党小组、值班岗', hotline: '打社区电话',
    alert: '有人急着要人', go: '我去', going: '正在应', gone: '已经有人去了', wentDone: '好，报件人知道您来了', reporter: '是谁',
  },
  en: {
    bannerTitle: (title: string) => `Call for help: ${title}`, title: 'Urgent help', lead: 'Does somebody have to come now?', what: 'What happened', where: 'Where', atHome: (home: string) => home, atPosition: 'Where I am now', locating: 'Finding you', noPosition: 'No position. Use your home, or call and say where.',
    hold: 'Hold to call', holding: 'Keep holding', sending: 'Calling', alerts: 'Told at once: building head, party group, duty post', holdHint: 'Hold for one second. On a keyboard press Enter.', confirmTitle: 'Call for help now?', confirmAfter: 'The building head, the party group and the duty post are told at once, with your place.', confirmVerb: 'Call',
    plain: 'Somebody is needed at once', first: 'Danger to life, fire, violence: call these first.', police: '110 Police', fire: '119 Fire', ambulance: '120 Ambulance',
    minutes: (count: number) => (count === 0 ? 'just now' : `${count} min ago`), sinceSent: 'Called', nobodyYet: 'All have been told; nobody has answered yet. If it cannot wait, phone.', coming: (who: string) => `${who} is on the way`, mineComing: 'You are on the way', over: 'It is over',
    again: 'Call again', againDone: 'Called once more', details: 'The story', called: 'Building head, party group and duty post have been told', hotline: 'Call the community',
    alert: 'Somebody needs help now', go: 'I am going', going: 'Answering', gone: 'Somebody is going already', wentDone: 'Good. They know that you are coming', reporter: 'Who',
  },
})
