/**
 * What report card and plate offer to tick: a pack in our own words, which a district may lengthen or cut. Codes are kept
 * with the answers; one that was taken from the pack stays readable as its code.
 *
 * The fields of the card (unit, skills, free time, wishes) are those of the report card 报到卡 with the survey of willingness
 * 履职意愿调查表; what they offer to tick is no official list. Source: docs/capabilities/members.md, "Report card".
 */
import type { Choice } from '#contracts/members.ts'
import { AppError } from '#platform/errors.ts'

const choice = (code: string, name: string, nameEn: string): Choice => ({ code, name, nameEn })

export const SKILLS: readonly Choice[] = [
  choice('repairs', '小修小补', 'Small repairs'),
  choice('electrics', '水电', 'Water and electrics'),
  choice('phone', '教用手机', 'Help with phones'),
  choice('forms', '帮填表、跑手续', 'Forms and errands'),
  choice('law', '法律常识', 'Points of law'),
  choice('mediation', '劝和调解', 'Talking things over'),
  choice('health', '急救和护理', 'First aid and care'),
  choice('tutoring', '辅导功课', 'Homework'),
  choice('lifting', '搬抬东西', 'Carrying and lifting'),
  choice('driving', '开车接送', 'Driving'),
  choice('greenery', '种花护绿', 'Plants and gardens'),
  choice('arts', '写画唱跳', 'Writing, painting, music'),
]

export const FREE_TIMES: readonly Choice[] = [
  choice('weekdayDay', '工作日白天', 'Weekdays by day'),
  choice('weekdayEvening', '工作日晚上', 'Weekday evenings'),
  choice('saturday', '星期六', 'Saturdays'),
  choice('sunday', '星期日', 'Sundays'),
  choice('holidays', '节假日', 'Holidays'),
  choice('onCall', '有急事随叫', 'At any time when urgent'),
]

export const WANTS: readonly Choice[] = [
  choice('patrol', '看看院子，转转楼道', 'A round through the compound'),
  choice('visit', '陪老人说说话', 'Company for the elderly'),
  choice('children', '陪孩子', 'Company for children'),
  choice('order', '停车和秩序', 'Parking and order'),
  choice('cleaning', '打扫和分类', 'Cleaning and sorting'),
  choice('events', '办活动', 'Events'),
  choice('mediate', '邻里调解', 'Settling quarrels'),
  choice('emergency', '应急值守', 'Standing by in emergencies'),
]

/** Each ticked code is one that the list offers. @throws choice_not_listed */
export function checkChoices(field: string, list: readonly Choice[], codes: readonly string[]): void {
  if (codes.some((code) => !list.some((one) => one.code === code))) throw new AppError('choice_not_listed', { field })
}

/** The ticked answers in words; a code that is offered no longer stands for itself. */
export const inWords = (list: readonly Choice[], codes: readonly string[]): Choice[] =>
  codes.map((code) => list.find((one) => one.code === code) ?? choice(code, code, code))
