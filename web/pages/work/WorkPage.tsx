/**
 * The desk's first page: what waits, the one in hand, and where it goes. One hand on the keyboard: J and K move, the detail
 * follows, 1 2 3 choose the way, ⌘↵ sends and the next one stands there.
 */
import { useEffect, useMemo, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { viewRequest } from '#contracts/requests.ts'
import { useOutgoing } from '#web/components/desk/outgoing.ts'
import { useShortcuts } from '#web/components/desk/shortcuts.ts'
import { Loaded } from '#web/components/Loaded.tsx'
import { call } from '#web/platform/api.ts'
import { useText } from '#web/platform/i18n.ts'
import { useMe } from '#web/platform/me.ts'
import { useNow } from '#web/platform/now.ts'
import { keyOf } from '#web/platform/query.ts'
import { useSearchWord } from '#web/platform/route.ts'
import { workText } from '#web/texts/work.ts'
import { BulkBar } from './BulkBar.tsx'
import { firstView, useFilter } from './filter.ts'
import { FilterBar } from './FilterBar.tsx'
import { itemsOf } from './groups.ts'
import { ListEnd } from './ListEnd.tsx'
import { RequestDesk } from './RequestDesk.tsx'
import { NotSent } from './NotSent.tsx'
import { useWork } from './use-work.ts'
import { WorkList } from './WorkList.tsx'
import './WorkPage.css'

export function WorkPage() {
  const t = useText(workText)
  const me = useMe().data
  const now = useNow()
  const navigate = useNavigate()
  const [filter, setFilter] = useFilter()
  const first = firstView(me?.rights ?? [])
  const { pages, rows: all, complete } = useWork(filter, first, me?.rights.includes('requests.work') ?? false)
  const away = useOutgoing()
  const gone = new Set(away.flatMap(({ requestId, phase }) => (phase === 'away' ? [requestId] : [])))
  const view = filter.view ?? first
  const items = itemsOf(
    all.filter(({ id }) => !gone.has(id)),
    now,
    view !== 'closed' && filter.sort !== 'newest',
  )
  const rows = items.flatMap((item) => ('row' in item ? [item.row] : []))

  const [chosen, setChosen] = useState(useSearchWord('open'))
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const at = rows.findIndex(({ id }) => id === chosen)
  // Gone from the list (done, or filtered away): what now stands in its place is next.
  const [lastAt, setLastAt] = useState(0)
  const currentAt = at >= 0 ? at : Math.min(lastAt, rows.length - 1)
  const current = rows[currentAt]
  if (currentAt >= 0 && currentAt !== lastAt) setLastAt(currentAt)
  // It stays the one in hand, whatever comes in above it.
  if (current && current.id !== chosen) setChosen(current.id)
  usePrefetch([rows[currentAt + 1]?.id, rows[currentAt - 1]?.id])

  const move = (by: number) => {
    const next = rows[Math.min(Math.max(currentAt + by, 0), rows.length - 1)]
    if (next) setChosen(next.id)
  }
  /** After a step that sends it away; rows that slide out are still there, so the next one is picked now. */
  const moveOn = () => {
    const next = rows[currentAt + 1] ?? rows[currentAt - 1]
    if (next) setChosen(next.id)
  }
  const toggle = (id: string) =>
    setSelected((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  const more =
    pages.hasNextPage && !pages.isFetchingNextPage && !pages.isPlaceholderData
      ? () => void pages.fetchNextPage()
      : undefined
  const field = useRef<HTMLInputElement>(null)
  useShortcuts([
    { keys: 'j', words: t.keys.nextCase, hint: t.nextPrevious, group: 'list', run: () => move(1) },
    { keys: 'k', words: t.keys.previousCase, hint: t.nextPrevious, group: 'list', run: () => move(-1) },
    { keys: '/', words: t.keys.filter, hint: t.keys.filter, group: 'list', run: () => field.current?.focus() },
    { keys: 'x', words: t.keys.select, group: 'list', run: () => current && toggle(current.id) },
    {
      keys: 'Enter',
      words: t.keys.open,
      group: 'list',
      run: () => current && void navigate({ to: '/requests/$id', params: { id: current.id } }),
    },
    {
      keys: 'Escape',
      words: t.keys.clear,
      group: 'list',
      run: () =>
        selected.size > 0 ? setSelected(new Set()) : setFilter(({ view: kept }) => ({ ...(kept && { view: kept }) })),
    },
  ])

  return (
    <div className="work">
      <section className="work-list" aria-label={t.list}>
        <FilterBar
          filter={filter}
          onChange={setFilter}
          view={view}
          shown={rows.length}
          complete={complete}
          field={field}
          personId={me?.personId ?? ''}
        />
        <NotSent onShow={setChosen} />
        <Loaded query={{ data: pages.data, error: pages.error, refetch: pages.refetch }} skeleton={<ListSkeleton />}>
          {() => (
            <WorkList
              items={items}
              query={filter.q ?? ''}
              currentId={current?.id}
              selected={selected}
              onOpen={setChosen}
              onSelect={toggle}
              onMore={more}
              foot={
                <ListEnd
                  count={rows.length}
                  complete={complete}
                  filtered={Object.keys(filter).some((name) => name !== 'view')}
                />
              }
            />
          )}
        </Loaded>
        <BulkBar selected={selected} onSelected={setSelected} rows={rows} />
      </section>
      {current ? (
        <RequestDesk
          id={current.id}
          position={t.of(currentAt + 1, complete ? String(rows.length) : `${rows.length}+`)}
          onNext={currentAt < rows.length - 1 ? () => move(1) : undefined}
          onPrevious={currentAt > 0 ? () => move(-1) : undefined}
          onDone={moveOn}
          onBack={setChosen}
        />
      ) : (
        <div className="work-none">{pages.data && t.empty}</div>
      )}
    </div>
  )
}

/** The neighbours are there before one moves to them. */
function usePrefetch(ids: readonly (string | undefined)[]) {
  const client = useQueryClient()
  const key = ids.join(' ')
  const wanted = useMemo(() => key.split(' ').filter(Boolean), [key])
  useEffect(() => {
    for (const id of wanted)
      void client.prefetchQuery({
        queryKey: keyOf(viewRequest, { params: { id } }),
        queryFn: ({ signal }) => call(viewRequest, { params: { id } }, { signal }),
      })
  }, [client, wanted])
}

const ListSkeleton = () => (
  <div className="rows" aria-busy="true">
    {Array.from({ length: 9 }, (_, nth) => (
      <div key={nth} className="row-shape" />
    ))}
  </div>
)
