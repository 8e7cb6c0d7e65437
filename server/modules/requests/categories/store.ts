/** The categories of a district as it keeps them: copied from the rule pack at first, changed by its administrators. */
import { CLOCK_KINDS, type CategoryView, type ClockKind, type RequestKind } from '#contracts/requests.ts'
import { AppError } from '#platform/errors.ts'
import type { Tx } from '#platform/db.ts'
import type { CategoryRow } from '#server/db/schema.gen.ts'
import { limitsFor, sourceOf, type CategoryLimits, type Limits } from '../clock/limits.ts'
import { RULE_PACK } from './rule-pack.ts'
import type { Question } from './shape.ts'
import { SIGNPOSTS } from './signposts.ts'
import { CATEGORIES } from './tree.ts'

export type Category = Omit<CategoryRow, 'kinds' | 'limits' | 'questions' | 'privacy' | 'signposts'> & {
  kinds: RequestKind[]
  limits: CategoryLimits
  questions: Question[]
  privacy: 'public' | 'limited'
  signposts: string[]
}

/** What is another body's duty is never taken in; its signposts are the answer. */
const ELSEWHERE = 'elsewhere'
export const isElsewhere = (category: Pick<Category, 'parent_code'>): boolean => category.parent_code === ELSEWHERE

/** Fills a new district's categories from the rule pack; what is there already stays as it is. */
export async function seedCategories(tx: Tx): Promise<void> {
  const groups = RULE_PACK.groups.map((group) => ({
    ...group,
    parent: null,
    kinds: [],
    privacy: 'public',
    limits: {},
    questions: [],
    signposts: [],
    department: null,
    retired: false,
  }))
  const leaves = CATEGORIES.map((leaf) => ({ ...leaf, parent: leaf.group }))
  for (const [position, row] of [...groups, ...leaves].entries()) {
    await tx.run({
      name: 'category_seed',
      text: `INSERT INTO category (tenant_id, code, parent_code, position, name, name_en, kinds, icon, privacy, signposts, questions, limits, handled_by, active)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT DO NOTHING`,
      values: [
        tx.tenantId, row.code, row.parent, position, row.zh, row.en, row.kinds, row.icon, row.privacy, row.signposts,
        JSON.stringify(row.questions), JSON.stringify(row.limits), row.department, !row.retired,
      ], // prettier-ignore
    })
  }
}

const COLUMNS =
  'code, parent_code, position, name, name_en, kinds, icon, privacy, signposts, questions, limits, handled_by, active'

export const listCategoryRows = (tx: Tx) =>
  tx.many<Category>({
    name: 'category_list',
    text: `SELECT ${COLUMNS} FROM category WHERE tenant_id = $1 ORDER BY position`,
    values: [tx.tenantId],
  })

/** @throws category_not_found */
export async function findCategory(tx: Tx, code: string): Promise<Category> {
  const row = await tx.one<Category>({
    name: 'category_find',
    text: `SELECT ${COLUMNS} FROM category WHERE tenant_id = $1 AND code = $2`,
    values: [tx.tenantId, code],
  })
  if (!row) throw new AppError('category_not_found', { field: 'categoryCode' })
  return row
}

/** A category that a request may be given: in use, and not somebody else's duty. @throws category_not_found, category_not_ours */
export async function usableCategory(tx: Tx, code: string): Promise<Category> {
  const category = await findCategory(tx, code)
  if (!category.active || category.parent_code === null)
    throw new AppError('category_not_found', { field: 'categoryCode' })
  if (isElsewhere(category))
    throw new AppError('category_not_ours', { field: 'categoryCode', signposts: category.signposts })
  return category
}

export const limitsOf = (kind: RequestKind, category: Category | null): Limits =>
  limitsFor(kind, category?.limits ?? {})

type CategoryChange = {
  name?: string
  nameEn?: string
  privacy?: 'public' | 'limited'
  active?: boolean
  limits?: { clock: ClockKind; amount: number; unit: string; source: string }[]
}

/** Running clocks keep the limit they were promised. @throws category_not_found */
export async function changeCategory(tx: Tx, code: string, change: CategoryChange): Promise<Category> {
  const before = await findCategory(tx, code)
  const own = change.limits && Object.fromEntries(change.limits.map(({ clock, ...limit }) => [clock, limit]))
  const level = before.limits.level
  await tx.run({
    name: 'category_change',
    text: `UPDATE category SET name = $3, name_en = $4, privacy = $5, active = $6, limits = $7 WHERE tenant_id = $1 AND code = $2`,
    values: [
      tx.tenantId, code, change.name ?? before.name, change.nameEn ?? before.name_en, change.privacy ?? before.privacy,
      change.active ?? before.active, JSON.stringify(own ? { ...(level && { level }), ...own } : before.limits),
    ], // prettier-ignore
  })
  return findCategory(tx, code)
}

export function viewCategory(row: Category): CategoryView {
  const limits = limitsOf(row.kinds[0] ?? 'problem', row)
  return {
    code: row.code,
    parentCode: row.parent_code,
    name: row.name,
    nameEn: row.name_en,
    kinds: row.kinds,
    icon: row.icon,
    privacy: row.privacy,
    elsewhere: isElsewhere(row),
    signposts: row.signposts.flatMap((code) => signpostOf(code) ?? []),
    questions: row.questions.map((question) => ({
      key: question.code,
      words: question.zh,
      wordsEn: question.en,
      type: question.type,
      choices:
        question.type === 'choice'
          ? question.choices.map(({ code, zh, en }) => ({ code, words: zh, wordsEn: en }))
          : [],
      required: question.required,
    })),
    limits: row.parent_code === null ? [] : CLOCK_KINDS.flatMap((clock) => limitView(clock, limits, row.limits)),
    active: row.active,
  }
}

export const signpostOf = (code: string): CategoryView['signposts'][number] | undefined => {
  const found = SIGNPOSTS.find((one) => one.code === code)
  return (
    found && {
      code,
      name: found.zh,
      nameEn: found.en,
      phone: 'phone' in found ? found.phone : null,
      words: found.sentence.zh,
      wordsEn: found.sentence.en,
    }
  )
}

function limitView(clock: ClockKind, limits: Limits, own: CategoryLimits) {
  const limit = limits[clock]
  if (!limit) return []
  const source = sourceOf(limit)
  return [
    {
      clock,
      amount: limit.amount,
      unit: limit.unit,
      source: source ? `${source.name}：${source.says}` : (limit.source ?? ''),
      own: own[clock] !== undefined,
    },
  ]
}
