/** The categories as antd's tree: groups open, leaves chosen; by name in the person's language. */
import type { Static } from 'typebox'
import type { CategoryView } from '#contracts/requests.ts'
import type { Lang } from '#web/platform/settings.ts'

type Category = Static<typeof CategoryView>
export type TreeNode = { value: string; title: string; children: TreeNode[] }

export function categoryTree(all: readonly Category[], lang: Lang, parentCode: string | null = null): TreeNode[] {
  return all
    .filter((one) => one.parentCode === parentCode && one.active)
    .map((one) => ({
      value: one.code,
      title: lang === 'en' ? one.nameEn : one.name,
      children: categoryTree(all, lang, one.code),
    }))
}
