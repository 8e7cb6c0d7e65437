/** Words of categories and their limits. */
import type { ClockKind } from '#contracts/requests.ts'
import { texts } from '#web/platform/i18n.ts'

/** Units of limits; server/platform/calendar/duration.ts says how each is counted. */
export const UNITS = [
  'naturalMinutes',
  'naturalHours',
  'emergencyHours',
  'workingHours',
  'workingDays',
  'naturalDays',
] as const
export type UnitName = (typeof UNITS)[number]

// prettier-ignore
export const unitText: Record<'zh' | 'en', Record<UnitName, string>> = {
  zh: { naturalMinutes: '分钟', naturalHours: '小时（昼夜计）', emergencyHours: '紧急工作时', workingHours: '工作小时', workingDays: '工作日', naturalDays: '天' },
  en: { naturalMinutes: 'minutes', naturalHours: 'hours, day and night', emergencyHours: 'emergency hours', workingHours: 'working hours', workingDays: 'working days', naturalDays: 'days' },
}
// prettier-ignore
export const limitText: Record<'zh' | 'en', Record<ClockKind, string>> = {
  zh: { accept: '受理', contact: '先行联系', handle: '办结', answer: '答复' },
  en: { accept: 'Taken in', contact: 'First contact', handle: 'Done', answer: 'Answered' },
}

// prettier-ignore
export const settingsText = texts({
  zh: {
    title: '类别与时限', note: (count: number) => `${count} 类`, readOnly: '改动由系统管理员办理', find: '找类别', tree: '类别', none: '没有这样的类别', pick: '选一个类别看它的时限', inactive: '停用', limited: '不公开', elsewhere: '不归社区办，只指路',
    limits: '时限', limitsNote: '每个数都写明出处；改了只管以后的件，已答应的不变', clock: '哪一段', amount: '多久', source: '出处', own: '本类自定', inherited: '按件的性质', noLimits: '这一类不受理，没有时限',
    privacy: '公开', privacyPublic: '邻居看得到', privacyLimited: '只有相关的人看得到', questions: '报的时候会问', noQuestions: '不多问', required: '必答', signposts: '该找谁', noSignposts: '没有指路', kinds: '用于', english: '英文名', code: '代码',
    edit: '修改', editTitle: (name: string) => `修改：${name}`, name: '名称', nameEn: '英文名', use: '使用', useYes: '使用中', useNo: '停用', unit: '单位', sourceHint: '写法规、标准或本区文件的名称和条款；没有成文依据也要写明', sourceNeeded: '每个时限都要写出处', save: '保存', saving: '正在保存', saved: '已保存，以后的件按新的来', after: '保存后记入查看记录。',
  },
  en: {
    title: 'Categories and limits', note: (count: number) => `${count} categories`, readOnly: 'Changes are made by the operator', find: 'Find a category', tree: 'Categories', none: 'No such category', pick: 'Choose a category to see its limits', inactive: 'not in use', limited: 'private', elsewhere: 'Not ours: signposts only',
    limits: 'Limits', limitsNote: 'each number with its source; a change is for requests to come, promises stay', clock: 'Which part', amount: 'How long', source: 'Source', own: 'its own', inherited: 'by kind of request', noLimits: 'This category is not taken in and has no limits',
    privacy: 'Seen by', privacyPublic: 'neighbours too', privacyLimited: 'only those concerned', questions: 'Asked when reporting', noQuestions: 'Nothing more', required: 'needed', signposts: 'Where to go', noSignposts: 'No signposts', kinds: 'Used for', english: 'English', code: 'Code',
    edit: 'Change', editTitle: (name: string) => `Change: ${name}`, name: 'Name', nameEn: 'English name', use: 'Use', useYes: 'In use', useNo: 'Not in use', unit: 'Unit', sourceHint: 'Name and article of the law, standard or district rule; say so when there is none in writing', sourceNeeded: 'Every limit needs its source', save: 'Save', saving: 'Saving', saved: 'Saved; it holds for requests to come', after: 'The change goes into the log.',
  },
})
