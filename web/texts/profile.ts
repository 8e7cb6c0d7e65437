/** Words of 我的: who I am here, what the device looks like, where I am signed in, and who looked at my data. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const profileText = texts({
  zh: {
    title: '我的', noHome: '还没填住址', setHome: '填住址', changeHome: '换住址', edit: '改昵称', nickname: '昵称', nicknameHint: '邻居看到的是这个名字。', save: '存下', saving: '正在存', saved: '已存下',
    phone: '手机号', home: '住址', posts: '我的岗位', postsNote: '能办什么由岗位定', at: (place: string) => `管${place}`, desk: '到工作台', deskNote: '电脑上用',
    household: '我家的册子', householdNote: '记了什么，谁看过',
    bulletins: '社区通报和墙报', bulletinsNote: '办了什么，还差什么',
    notices: '消息', settings: '字号、颜色、语言', sessions: '登录的设备', looked: '谁看过我', signOut: '退出登录', signingOut: '正在退出', signOutTitle: '退出登录？', signOutAfter: '这台设备上存的草稿和看过的内容都会清掉。没发出去的草稿也会清掉。',
    building: '我的楼', buildingNote: '谁在管，怎么找', member: '党员之家', memberNote: '找组织、报到、亮身份', questions: '邻居的话', selections: '选带头人', shops: '身边的承诺',
    hotline: '打电话给社区', hotlineNote: (number: string) => `${number}，有人接，也能帮您报`, demo: '这是演示区，人和事都是编的。',
    install: '放到桌面', installNote: '像应用一样打开，没信号也能看上次的。', installHow: '在浏览器菜单里选“添加到主屏幕”。',
    print: '字号', printNote: '长辈版：字大、按钮大、一次一件事。', preview: '看看这样行不行',
    previewTitle: '路面积水修好了吗？', previewNote: '物业昨天说已填平，等您一句话。', previewNo: '没修好', previewYes: '修好了',
    theme: '颜色', themes: { system: '跟手机', light: '浅色', dark: '深色' }, language: '语言', settingsKept: '记在您名下，换台手机也一样。颜色只管这台。',
    homeTitle: '您住哪儿', homeSearch: '小区或楼栋', homeHint: '比如：桂园小区 12 栋', homeNone: '没找到，换几个字试试', homePick: '选楼栋', entrance: '哪个单元', door: '哪一户', homeWhy: '用来找到您身边的事，别人看不到门牌。', back: '重新选楼栋', homeSaved: '住址已存下',
    current: '这台', endSession: '让它退出', ending: '正在退出', ended: '已让它退出', since: (when: string) => `${when} 登录`, seen: (when: string) => `最近 ${when}`, sessionsNote: '有不认识的，让它退出。',
    lookedNote: '工作人员看您的电话、姓名、住址都要写理由，都记在这里。', lookedNone: '还没有人看过', lookedWhat: { phone: '看了电话', name: '看了姓名', address: '看了住址', speaking: '看了怎么沟通', otherNumber: '看了另一个电话', careNeed: '看了需要的帮助', careHelper: '看了谁来帮', emergencyContact: '看了紧急联系人', export: '导出了含您的清单' }, lookedBy: (who: string, what: string) => `${who}${what}`, because: (reason: string) => `理由：${reason}`,
  },
  en: {
    title: 'Me', noHome: 'No home entered yet', setHome: 'Enter home', changeHome: 'Change home', edit: 'Change nickname', nickname: 'Nickname', nicknameHint: 'The name that neighbours see.', save: 'Save', saving: 'Saving', saved: 'Saved',
    phone: 'Mobile number', home: 'Home', posts: 'My posts', postsNote: 'They say what one may do', at: (place: string) => `for ${place}`, desk: 'Open the desk', deskNote: 'On a computer',
    household: 'My household file', householdNote: 'What is kept, and who opened it',
    bulletins: 'Bulletins of the community', bulletinsNote: 'What was done, what is missing',
    notices: 'News', settings: 'Print, colours, language', sessions: 'Signed-in devices', looked: 'Who looked at me', signOut: 'Sign out', signingOut: 'Signing out', signOutTitle: 'Sign out?', signOutAfter: 'Drafts and what was seen are cleared from this device, unsent drafts too.',
    building: 'My building', buildingNote: 'Who answers, how to reach them', member: 'Members’ corner', memberNote: 'Find the organisation, report in, show yourself', questions: 'Neighbours’ words', selections: 'Choosing leaders', shops: 'Pledges around you',
    hotline: 'Call the community', hotlineNote: (number: string) => `${number}; they can also report for you`, demo: 'This is a demo district; people and matters are invented.',
    install: 'Put it on the home screen', installNote: 'Opens like an app; what you saw last can be read without a signal.', installHow: 'Choose “Add to Home Screen” in the browser’s menu.',
    print: 'Print size', printNote: 'Large print: large letters, large buttons, one thing at a time.', preview: 'How does this look?',
    previewTitle: 'Is the flooded road mended?', previewNote: 'The company said so yesterday and waits for your word.', previewNo: 'Not yet', previewYes: 'Yes, it is',
    theme: 'Colours', themes: { system: 'As the phone', light: 'Light', dark: 'Dark' }, language: 'Language', settingsKept: 'Kept with your name, on any phone. Colours are for this device.',
    homeTitle: 'Where do you live?', homeSearch: 'Compound or building', homeHint: 'Part of its name, or the building number', homeNone: 'Not found; try other words', homePick: 'Choose the building', entrance: 'Which entrance', door: 'Which door', homeWhy: 'To find what is near you. Nobody else sees the door number.', back: 'Another building', homeSaved: 'Home saved',
    current: 'This one', endSession: 'Sign it out', ending: 'Signing out', ended: 'Signed out', since: (when: string) => `Signed in ${when}`, seen: (when: string) => `Last seen ${when}`, sessionsNote: 'Sign out any you do not know.',
    lookedNote: 'Staff must write a reason to open your number, name or address. All of it is listed here.', lookedNone: 'Nobody has looked', lookedWhat: { phone: 'opened the number', name: 'opened the name', address: 'opened the address', speaking: 'opened how to speak with me', otherNumber: 'opened the other number', careNeed: 'opened the help needed', careHelper: 'opened who helps', emergencyContact: 'opened the emergency contact', export: 'took out a list with you in it' }, lookedBy: (who: string, what: string) => `${who} ${what}`, because: (reason: string) => `Reason: ${reason}`,
  },
})
