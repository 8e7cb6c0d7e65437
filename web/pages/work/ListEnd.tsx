/** What stands under the last row: more is coming, that was all, or there is nothing. */
import { Empty } from '#web/components/Empty.tsx'
import { useText } from '#web/platform/i18n.ts'
import { workText } from '#web/texts/work.ts'

export function ListEnd({ count, complete, filtered }: { count: number; complete: boolean; filtered: boolean }) {
  const t = useText(workText)
  if (!complete) return <p className="rows-foot">{t.loadingMore}</p>
  if (count > 0) return <p className="rows-foot">{t.end(count)}</p>
  return filtered ? (
    <Empty mood="quiet" icon="search" title={t.nothingFound} note={t.nothingFoundNote} />
  ) : (
    <Empty title={t.empty} note={t.emptyNote} />
  )
}
