/** The category tree in the person's language, by code and by group. */
import { useMemo } from 'react'
import { listCategories, type CategoryView } from '#contracts/requests.ts'
import { useLang } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import type { ReportKind } from './report.ts'

export type Group = { group: CategoryView; leaves: CategoryView[] }

export function useCategories(kind: ReportKind) {
  const { data = [] } = useEndpoint(listCategories, {})
  const english = useLang() === 'en'
  return useMemo(() => {
    const byCode = new Map(data.map((category) => [category.code, category]))
    const suits = ({ kinds, elsewhere }: CategoryView) => elsewhere || kinds.some((one) => KINDS[kind].includes(one))
    const groups: Group[] = data
      .filter(({ parentCode, active }) => parentCode === null && active)
      .map((group) => ({
        group,
        leaves: data.filter((leaf) => leaf.parentCode === group.code && leaf.active && suits(leaf)),
      }))
      .filter(({ leaves }) => leaves.length > 0)
    return {
      groups,
      /** What is asked for most, before anything is written: the first group that is all about this kind. */
      usual: groups.find(({ leaves }) => leaves.every(({ kinds }) => kinds[0] === kind))?.leaves ?? [],
      find: (code: string | undefined) => (code === undefined ? undefined : byCode.get(code)),
      nameOf: (category: CategoryView) => (english ? category.nameEn : category.name),
    }
  }, [data, english, kind])
}

/** What each page takes in: a photo of something wrong may also be a suggestion, a wish for help also a practical matter. */
const KINDS: Record<ReportKind, readonly CategoryView['kinds'][number][]> = {
  problem: ['problem', 'practical', 'suggestion'],
  help: ['help', 'practical'],
}
