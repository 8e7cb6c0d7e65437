/** Words of taking in a request for somebody else: on paper, by telephone, at the counter, at the door. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const intakeText = texts({
  zh: {
    title: '登记一件', lead: '替人报的，和自己拍的一样办、一样答复。代报的岗位会记下来。', send: '登记', sending: '正在登记', done: (number: string) => `已登记 ${number}`,
    channel: '怎么来的', channels: { telephone: '电话', walkIn: '上门来说', paper: '纸条', door: '入户走访' },
    name: '姓名', phone: '手机号', phoneHint: '留了号码，每一步都能告诉本人。', kind: '什么事', text: '怎么说的', textHint: '照原话记，第一句会成为标题。',
    where: '在哪儿', place: '小区、楼栋或网格', placeFind: '写几个字，或点开一层层选', words: '具体位置', wordsHint: '比如：东门内、12 栋旁', map: '点地图选地方', onMap: '地图上的这个点', grid: (grid: string) => `归 ${grid}`,
    category: '类别', likely: '看着像', noGuess: '写几个字，这里会给建议。', otherCategory: '别的类别', elsewhere: '这类不归社区办', photos: '照片', limited: '只给相关的人看', limitedForced: '这类事一律不公开。',
    similar: '附近相似的', similarNone: '附近没有相似的。', open: '看一眼', closedOne: '已结案', followers: (count: number) => `${count} 人关注`, promise: '登记后会这样答应', acceptBy: (when: string) => `${when} 前有人接`, handleBy: (when: string) => `${when} 前办结`, promiseNone: '说清是什么事、在哪儿，这里会算出时限。',
    needName: '写上是谁的事。', needText: '写两个字，或放一张照片。', needPlace: '选个地方，或点地图。', keys: { send: '登记', text: '写怎么说的' }, aside: '边写边看',
  },
  en: {
    title: 'Take one in', lead: 'It is handled and answered like any other. Your post is kept as the helper.', send: 'Take it in', sending: 'Sending', done: (number: string) => `Taken in: ${number}`,
    channel: 'How it came', channels: { telephone: 'Telephone', walkIn: 'Walk-in', paper: 'Paper', door: 'At the door' },
    name: 'Name', phone: 'Mobile number', phoneHint: 'With a number they are told each step.', kind: 'What it is', text: 'In their words', textHint: 'As it was said; the first sentence becomes the title.',
    where: 'Where', place: 'Compound, building or grid', placeFind: 'Type, or open level by level', words: 'More exactly', wordsHint: 'e.g. inside the east gate', map: 'Pick on the map', onMap: 'This point on the map', grid: (grid: string) => `in ${grid}`,
    category: 'Category', likely: 'Looks like', noGuess: 'A few words, and proposals stand here.', otherCategory: 'Another category', elsewhere: 'Not for the community', photos: 'Photos', limited: 'Only for those concerned', limitedForced: 'This kind is never public.',
    similar: 'Similar ones nearby', similarNone: 'Nothing similar nearby.', open: 'Have a look', closedOne: 'closed', followers: (count: number) => `${count} follow`, promise: 'What will be promised', acceptBy: (when: string) => `taken on by ${when}`, handleBy: (when: string) => `done by ${when}`, promiseNone: 'With the what and the where, the times stand here.',
    needName: 'Say whose matter it is.', needText: 'A few words, or a photo.', needPlace: 'Choose a place, or tap the map.', keys: { send: 'Take it in', text: 'Write what was said' }, aside: 'While you write',
  },
})
