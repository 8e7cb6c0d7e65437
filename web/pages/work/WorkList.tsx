/** The rows of the work list under their clock heads, drawn only as far as seen; more come as one scrolls. */
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { useOutgoing } from '#web/components/desk/outgoing.ts'
import { useText } from '#web/platform/i18n.ts'
import { useSettings } from '#web/platform/settings.ts'
import { workText } from '#web/texts/work.ts'
import type { Item } from './groups.ts'
import { useVisibleRange } from './visible-range.ts'
import { WorkRow } from './WorkRow.tsx'
import './WorkList.css'

const ROW_PX = 57
const HEAD_PX = 30
const LOAD_AHEAD_PX = 800
/** --k of tokens.css by print step; the list needs its heights before they are drawn. */
const SCALE = [1, 1.25, 1.4, 1.55, 1.7, 1.875] as const

export type WorkListProps = {
  items: readonly Item[]
  query: string
  currentId: string | undefined
  selected: ReadonlySet<string>
  onOpen: (id: string) => void
  onSelect: (id: string) => void
  /** Asked for when the end comes near. */
  onMore: (() => void) | undefined
  foot: ReactNode
}

export function WorkList({ items, query, currentId, selected, onOpen, onSelect, onMore, foot }: WorkListProps) {
  const t = useText(workText)
  const box = useRef<HTMLDivElement>(null)
  const { print } = useSettings()
  const leaving = new Set(useOutgoing().flatMap(({ phase, requestId }) => (phase === 'leaving' ? [requestId] : [])))
  const heights = items.map((item) => Math.round(('head' in item ? HEAD_PX : ROW_PX) * SCALE[print]))
  const range = useVisibleRange(box, heights)
  const currentAt = items.findIndex((item) => 'row' in item && item.row.id === currentId)

  const above = heights.slice(0, Math.max(currentAt, 0)).reduce((sum, height) => sum + height, 0)
  const own = heights[currentAt] ?? 0
  const place = useRef({ above, own })
  useLayoutEffect(() => {
    place.current = { above, own }
  })
  // Only when another one is chosen: a live update must not move what is being read.
  useEffect(() => {
    const list = box.current
    if (!list || !currentId) return
    const { above: top, own: height } = place.current
    if (top - HEAD_PX < list.scrollTop) list.scrollTop = top - HEAD_PX
    else if (top + height > list.scrollTop + list.clientHeight) list.scrollTop = top + height - list.clientHeight
  }, [currentId])

  return (
    <div
      ref={box}
      className="rows"
      tabIndex={-1}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        if (scrollHeight - scrollTop - clientHeight < LOAD_AHEAD_PX) onMore?.()
      }}
    >
      <ol aria-label={t.list} style={{ paddingTop: range.before, paddingBottom: range.after }}>
        {items.slice(range.from, range.to).map((item, at) =>
          'head' in item ? (
            <li key={item.head} className="gh" data-group={item.head} style={{ height: heights[range.from + at] }}>
              <h2>{t.groups[item.head]}</h2>
              {item.count}
            </li>
          ) : (
            <WorkRow
              key={item.row.id}
              row={item.row}
              group={item.group}
              query={query}
              current={item.row.id === currentId}
              selected={selected.has(item.row.id)}
              leaving={leaving.has(item.row.id)}
              onOpen={() => onOpen(item.row.id)}
              onSelect={() => onSelect(item.row.id)}
            />
          ),
        )}
      </ol>
      {foot}
    </div>
  )
}
