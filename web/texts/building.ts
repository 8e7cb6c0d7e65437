/** Words of 我的楼: who answers for my building, how to reach them, and what kind of house it is. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const buildingText = texts({
  zh: {
    title: '我的楼', noHome: '先填住址', noHomeNote: '知道您住哪栋楼，才知道谁在管它。', setHome: '填住址', households: (count: number) => `${count} 户`, floors: (count: number) => `${count} 层`, entrances: (count: number) => `${count} 个单元`,
    answers: '谁在管', answersNote: '从近到远', vacant: '现在没人担任', vacantNote: '您可以自荐', propose: '我来自荐', stand: '自荐', standing: '正在发', stood: '已自荐，社区会联系您', statement: '说几句', until: (day: string) => `${day} 截止`, deputy: '副', ownName: '本人没有公开', call: '打电话', callTo: (who: string, phone: string) => `打给${who} ${phone}`, nobody: '这里还没有录入谁在管', nobodyNote: '可以直接报给社区。', reportTo: '有事就报', reportNote: '拍张照片，谁管由社区来派',
    above: (places: readonly string[]) => `再往上：${places.join('、')}`, hotline: '打电话给社区', hotlineNote: (number: string) => `${number}，有人接，也能帮您报`,
    plates: '亮身份的邻居', platesNote: '有事可以问', noPlates: '还没有邻居亮身份', more: '更多', household: '我家的册子', householdNote: '记了什么、谁看过，都在这里', member: '党员之家', memberNote: '找组织、报到、亮身份',
  },
  en: {
    title: 'My building', noHome: 'Enter your home first', noHomeNote: 'Then this page knows who answers for it.', setHome: 'Enter home', households: (count: number) => `${count} homes`, floors: (count: number) => `${count} storeys`, entrances: (count: number) => (count === 1 ? '1 entrance' : `${count} entrances`),
    answers: 'Who answers for it', answersNote: 'nearest first', vacant: 'Nobody holds it now', vacantNote: 'you may stand for it', propose: 'Stand for it', stand: 'Put myself forward', standing: 'Sending', stood: 'Sent; the community will be in touch', statement: 'A few words', until: (day: string) => `Until ${day}`, deputy: 'deputy', ownName: 'not made public', call: 'Call', callTo: (who: string, phone: string) => `Call ${who} ${phone}`, nobody: 'Nobody is entered here yet', nobodyNote: 'You can report straight to the community.', reportTo: 'Report something', reportNote: 'A photo is enough; the community finds who handles it',
    above: (places: readonly string[]) => `Further up: ${places.join(', ')}`, hotline: 'Call the community', hotlineNote: (number: string) => `${number}; they can also report for you`,
    plates: 'Neighbours who lit a plate', platesNote: 'You may ask them', noPlates: 'Nobody has lit a plate yet', more: 'More', household: 'Our household’s file', householdNote: 'What is kept, and who looked', member: 'Members’ corner', memberNote: 'Find the organisation, report in, show yourself',
  },
})
