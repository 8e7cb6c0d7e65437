/**
 * Our categories as GeoReport's services: which are offered, how, and what is asked about them.
 *
 * By rule a public category is realtime, a limited one blackbox (taken in, and never seen again from outside), alarms and
 * other bodies' duties are not offered; a district may decide otherwise. `unsorted` takes in what no service fits: the desk
 * gives it its category. Source: docs/capabilities/open311.md, "Services".
 */
import type { GeoAttribute, GeoService } from '#contracts/georeport.ts'
import type { Offered, OwnAttribute } from '#contracts/open311.ts'
import { isElsewhere, listCategoryRows, type Category, type Question } from '#modules/requests/index.ts'
import type { Tx } from '#platform/db.ts'
import { GeoReportError } from './errors.ts'
import { settingRows } from './queries.ts'

export const UNSORTED = 'unsorted'
export type Locale = 'zh' | 'en'
export type Service = {
  code: string
  /** Null for what has no category yet. */
  category: Category | null
  zh: string
  en: string
  groupCode: string
  groupZh: string
  groupEn: string
  byRule: Offered
  offered: Offered
  own: OwnAttribute[]
}

const NO_CATEGORY = { code: UNSORTED, category: null, zh: '其他事项（由社区分类）', en: 'Something else', groupCode: 'other', groupZh: '其他', groupEn: 'Other', byRule: 'realtime' } as const // prettier-ignore

/** Every category that may be offered, as it is offered now. */
export async function allServices(tx: Tx): Promise<Service[]> {
  const categories = await listCategoryRows(tx)
  const settings = new Map((await settingRows(tx)).map((row) => [row.code, row]))
  const groups = new Map(categories.filter(({ parent_code }) => parent_code === null).map((one) => [one.code, one]))
  const leaves = categories.flatMap((category) => {
    const group = groups.get(category.parent_code ?? '')
    if (!group || !category.active || isElsewhere(category)) return []
    const { code, name: zh, name_en: en } = category
    return [{ code, category, zh, en, groupCode: group.code, groupZh: group.name, groupEn: group.name_en, byRule: ruleFor(category) }]
  }) // prettier-ignore
  return [...leaves, NO_CATEGORY].map((one) => {
    const setting = settings.get(one.code)
    return { ...one, offered: setting?.offered ?? one.byRule, own: setting?.attributes ?? [] }
  })
}

/** Nobody waits at this door: an alarm is for the telephone. */
const ruleFor = ({ kinds, privacy }: Category): Offered =>
  kinds.every((kind) => kind === 'urgent') ? 'no' : privacy === 'limited' ? 'blackbox' : 'realtime'

/** A limited category is never listed, whatever a district decides. */
export const kindOf = ({ offered, category }: Service): GeoService['type'] | 'no' =>
  category?.privacy === 'limited' && offered !== 'no' ? 'blackbox' : offered

/** @throws GeoReportError: 404 for what is not offered */
export function findService(services: readonly Service[], code: string): Service {
  const found = services.find((one) => one.code === code && one.offered !== 'no')
  if (!found) throw new GeoReportError(404, `service_code ${code.slice(0, 60)} is unknown`)
  return found
}

export function viewService(
  service: Service,
  { locale, extended }: { locale: Locale; extended: boolean },
): GeoService | undefined {
  // prettier-ignore
  const type = kindOf(service)
  if (type === 'no') return undefined
  const { code, zh, en, groupCode, groupZh, groupEn } = service
  const [name, group] = locale === 'en' ? [en, groupEn] : [zh, groupZh]
  return {
    service_code: code,
    service_name: name,
    description: `${group} · ${name}`,
    metadata: attributesOf(service, locale).length > 0,
    type,
    keywords: [groupCode, zh, en.toLowerCase()].join(', '),
    group,
    ...(extended && { groups: [group] }),
  }
}

/** The category's own questions first, then what this district asks of other systems. */
export function attributesOf({ category, own }: Service, locale: Locale): GeoAttribute[] {
  const questions = (category?.questions ?? []).map((question) => ofQuestion(question, locale))
  const added = own.map(({ hint, values, ...one }) => ({
    ...one,
    datatype_description: hint ?? null,
    ...(values && { values }),
  }))
  return [...questions, ...added].map((one, at) => ({ ...one, order: at + 1 }))
}

const DATATYPE_OF = { choice: 'singlevaluelist', text: 'string', number: 'number' } as const

const ofQuestion = (question: Question, locale: Locale) => ({
  variable: true,
  code: question.code,
  datatype: DATATYPE_OF[question.type],
  required: question.required,
  datatype_description: null,
  description: question[locale],
  ...(question.type === 'choice' && { values: question.choices.map((one) => ({ key: one.code, name: one[locale] })) }),
})
