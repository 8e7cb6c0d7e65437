/** Words of 我家的册子: one's own file on the phone. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const glassText = texts({
  zh: {
    title: '我家的册子', intro: '社区记了您什么，为什么记，谁看过，都在这里。', noHome: '还没有登记住址', home: '住址', written: '写了什么', others: (names: string) => `同住：${names}。每人看各自的册子。`,
    why: '为什么', ground: '依据', until: '留多久', change: '改或问', tapLine: '点开看为什么记', noted: (n: number) => `${n} 项`,
    agree: '可以同意，也可以不同意', agreeNote: '每项分开勾。不勾不影响报事、投票、缴费。', read: '看完整告知', agreed: (day: string) => `${day} 同意`, agreeSaved: '已记下您的同意', takeBack: '收回', takeBackTitle: '收回同意？', takeBackAfter: '这一项下记的内容马上清空。以后可以再同意。', takenBack: '已收回，内容已清空', newNotice: '告知更新了，请再看一遍',
    write: '写上', pick: '选一选', saved: '已存下', saving: '正在存', save: '存下', empty: '清空', emptied: '已清空', neverDiagnosis: '只写需要什么，不写病名。',
    opened: '谁看过', openedNone: '还没有人看过', openedNote: '工作人员每看一项都要写理由。', by: (who: string, what: string) => `${who}看了${what}`, because: (why: string) => `理由：${why}`, me: '我', showAll: '全部看过的记录',
    ask: '提出申请', askTitle: '对册子有话说', askKind: '您想', askField: '哪一项', askAny: '整份', askWords: '说一说', askHint: '15 个工作日内答复。', send: '发出', sent: '已发出，15 个工作日内答复', asks: '我的申请', due: (day: string) => `${day} 前答复`, done: '已照办', refused: '没有照办', fill: '写几个字',
    take: '带走一份', takeNote: '您的全部数据，一个文件。', json: '数据文件 JSON', xlsx: '表格 Excel', making: '正在做', taken: '已存到下载里',
    erase: '注销并删除', eraseNote: '删掉账号和数据。', eraseTitle: '注销并删除数据？', eraseAfter: '您的姓名、电话、住址和同意后记下的内容都会删掉，诉求里您写的话也删。诉求的地点、类别、日期和照片留下，不带您的名字。不能恢复。', eraseDo: '注销并删除', erased: '已删除', erasing: '正在删除', sure: '我明白，不能恢复',
    sheetFile: '项目', sheetValue: '内容', sheetWhy: '目的', sheetGround: '依据', sheetKeep: '留多久', sheetName: '我的数据', sheetOpened: '谁看过', sheetRequests: '我的诉求', at: '时间', number: '编号', words: '内容',
  },
  en: {
    title: 'My household file', intro: 'What the community keeps about you, why, and who opened it.', noHome: 'No home entered', home: 'Home', written: 'What is written', others: (names: string) => `Also here: ${names}. Each reads their own file.`,
    why: 'Why', ground: 'Ground', until: 'Kept', change: 'Change or ask', tapLine: 'Tap a line to see why', noted: (n: number) => (n === 1 ? '1 line' : `${n} lines`),
    agree: 'You may agree, or not', agreeNote: 'Each by itself. Saying no changes nothing for repairs, votes or fees.', read: 'The whole notice', agreed: (day: string) => `agreed ${day}`, agreeSaved: 'Your consent is noted', takeBack: 'Withdraw', takeBackTitle: 'Withdraw consent?', takeBackAfter: 'What is kept under it is emptied at once. You may agree again later.', takenBack: 'Withdrawn and emptied', newNotice: 'The notice changed; please read it again',
    write: 'Write', pick: 'Choose', saved: 'Saved', saving: 'Saving', save: 'Save', empty: 'Empty', emptied: 'Emptied', neverDiagnosis: 'What is needed, never a diagnosis.',
    opened: 'Who opened it', openedNone: 'Nobody yet', openedNote: 'Staff give a reason each time.', by: (who: string, what: string) => `${who} opened ${what.toLowerCase()}`, because: (why: string) => `Reason: ${why}`, me: 'me', showAll: 'All of it',
    ask: 'Ask about it', askTitle: 'About my file', askKind: 'You want', askField: 'Which line', askAny: 'all of it', askWords: 'In your words', askHint: 'Answered within 15 working days.', send: 'Send', sent: 'Sent; answered within 15 working days', asks: 'My asks', due: (day: string) => `answer by ${day}`, done: 'done', refused: 'not done', fill: 'Write a few words',
    take: 'Take a copy', takeNote: 'All your data in one file.', json: 'Data, JSON', xlsx: 'Table, Excel', making: 'Making it', taken: 'It is in your downloads',
    erase: 'Delete my account', eraseNote: 'Account and data are deleted.', eraseTitle: 'Delete account and data?', eraseAfter: 'Name, number, home, what was kept with your consent and your own words in requests are deleted. Place, kind, dates and photos of requests stay, without your name. This cannot be undone.', eraseDo: 'Delete all', erased: 'Deleted', erasing: 'Deleting', sure: 'I understand: for good',
    sheetFile: 'Line', sheetValue: 'Value', sheetWhy: 'Purpose', sheetGround: 'Ground', sheetKeep: 'Kept', sheetName: 'My data', sheetOpened: 'Who opened it', sheetRequests: 'My requests', at: 'When', number: 'Number', words: 'Words',
  },
})
