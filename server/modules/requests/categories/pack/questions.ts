/** Short questions that spare a second phone call; a leaf has three at most. */
import type { Question } from '../shape.ts'

const yesNo = [
  { code: 'yes', zh: '是', en: 'Yes' },
  { code: 'no', zh: '否', en: 'No' },
] as const

export const SINCE: Question = {
  code: 'since',
  zh: '持续多久了？',
  en: 'For how long?',
  type: 'choice',
  required: false,
  choices: [
    { code: 'today', zh: '今天开始', en: 'Since today' },
    { code: 'days', zh: '几天', en: 'Some days' },
    { code: 'weeks', zh: '几周以上', en: 'Weeks or longer' },
  ],
}
export const WHEN: Question = {
  code: 'when',
  zh: '一般什么时段？',
  en: 'At what time of day?',
  type: 'choice',
  required: false,
  choices: [
    { code: 'day', zh: '白天', en: 'Daytime' },
    { code: 'evening', zh: '傍晚到晚十点', en: 'Evening until ten' },
    { code: 'night', zh: '晚十点以后', en: 'After ten at night' },
  ],
}
export const DANGER: Question = {
  code: 'danger',
  zh: '现在有人会受伤吗？',
  en: 'Could somebody get hurt now?',
  type: 'choice',
  required: true,
  choices: yesNo,
}
export const WHOLE_BUILDING: Question = {
  code: 'wholeBuilding',
  zh: '整栋楼都这样吗？',
  en: 'Is the whole building affected?',
  type: 'choice',
  required: false,
  choices: yesNo,
}
export const FLOOR: Question = { code: 'floor', zh: '在几楼？', en: 'On which floor?', type: 'number', required: false }
export const LIFT: Question = {
  code: 'lift',
  zh: '哪一部电梯？',
  en: 'Which lift?',
  type: 'text',
  required: true,
}
export const PEOPLE_INSIDE: Question = {
  code: 'peopleInside',
  zh: '里面有几个人？',
  en: 'How many people are inside?',
  type: 'number',
  required: true,
}
export const PLATE: Question = { code: 'plate', zh: '车牌号', en: 'Number plate', type: 'text', required: false }
export const SOURCE_HOME: Question = {
  code: 'sourceHome',
  zh: '大概是哪一户？（只有工作人员能看到）',
  en: 'From which home, roughly? (seen by staff only)',
  type: 'text',
  required: false,
}
export const VISIT_TIME: Question = {
  code: 'visitTime',
  zh: '什么时间方便上门？',
  en: 'When may we come?',
  type: 'text',
  required: false,
}
export const LIVES_ALONE: Question = {
  code: 'livesAlone',
  zh: '老人是独居吗？',
  en: 'Does the elder live alone?',
  type: 'choice',
  required: false,
  choices: yesNo,
}
export const FOR_WHOM: Question = {
  code: 'forWhom',
  zh: '给谁办？',
  en: 'For whom?',
  type: 'choice',
  required: false,
  choices: [
    { code: 'self', zh: '本人', en: 'Myself' },
    { code: 'family', zh: '家人', en: 'Family' },
    { code: 'neighbour', zh: '邻居', en: 'A neighbour' },
  ],
}
