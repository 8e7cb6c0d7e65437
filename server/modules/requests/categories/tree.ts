/** The rule pack made easy to use: leaves with what they inherit, found by code, and the phrases the text model starts from. */
import type { RequestKind } from '#contracts/requests.ts'
import type { CategoryLimits } from '../clock/limits.ts'
import { RULE_PACK } from './rule-pack.ts'
import type { Department, GroupRow, Icon, LeafRow, Privacy, Question, Words } from './shape.ts'
import type { SignpostCode } from './signposts.ts'

export type Category = Words & {
  code: string
  group: string
  icon: Icon
  kinds: readonly RequestKind[]
  department: Department
  privacy: Privacy
  limits: CategoryLimits
  questions: readonly Question[]
  signposts: readonly SignpostCode[]
  retired: boolean
}

/** Every leaf of the pack with its group's values filled in, in the order residents see. */
export const CATEGORIES: readonly Category[] = RULE_PACK.groups.flatMap((group) =>
  group.leaves.map((leaf) => withGroup(group, leaf)),
)

const BY_CODE = new Map(CATEGORIES.map((category) => [category.code, category]))

/** The category with this code, retired or not. */
export const categoryOf = (code: string): Category | undefined => BY_CODE.get(code)

/** The pack's own phrases with their leaf: what the text model knows before a tenant has taught it anything. */
export const seedSamples = (): { text: string; label: string }[] =>
  RULE_PACK.groups.flatMap((group) =>
    group.leaves.flatMap((leaf) =>
      [...new Set([leaf.zh, ...leaf.seeds.split(' ')])].map((text) => ({ text, label: leaf.code })),
    ),
  )

function withGroup(group: GroupRow, leaf: LeafRow): Category {
  return {
    code: leaf.code,
    zh: leaf.zh,
    en: leaf.en,
    group: group.code,
    icon: group.icon,
    kinds: leaf.kinds ?? group.kinds ?? ['problem'],
    department: leaf.department ?? group.department ?? 'community',
    privacy: leaf.privacy ?? group.privacy ?? 'public',
    limits: { ...group.limits, ...leaf.limits },
    questions: leaf.questions ?? [],
    signposts: leaf.signposts ?? group.signposts ?? [],
    retired: leaf.retired ?? false,
  }
}
