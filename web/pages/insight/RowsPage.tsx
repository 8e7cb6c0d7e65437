/**
 * The rows behind a figure: its name, definition and number above, and exactly as many rows under it. The chosen one opens
 * beside the list. Keys: J and K move.
 */
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useInfiniteQuery } from '@tanstack/react-query'
import { listBehind, STANDING_MEASURES, STUCK_AT, type StuckAt } from '#contracts/figures.ts'
import type { RequestRow } from '#contracts/requests.ts'
import { ExportButton } from '#web/components/desk/ExportSheet.tsx'
import { Facts } from '#web/components/Card.tsx'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Page } from '#web/components/desk/Page.tsx'
import { useShortcuts } from '#web/components/desk/shortcuts.ts'
import { Button } from '#web/components/Button.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { LoopRing } from '#web/components/LoopRing.tsx'
import { call } from '#web/platform/api.ts'
import { useText } from '#web/platform/i18n.ts'
import { useSearchWord } from '#web/platform/route.ts'
import { useTime } from '#web/platform/time.ts'
import { useStanding } from '#web/pages/requests/standing.ts'
import { RequestDesk } from '#web/pages/work/RequestDesk.tsx'
import { insightText } from '#web/texts/insight.ts'
import { marks } from '#web/texts/marks.ts'
import { workText } from '#web/texts/work.ts'
import { measureOf, useFigureWords } from './figure-words.ts'
import { useOverview } from './figures.ts'
import { searchOf, useLook, type Look } from './look.ts'
import { Tools } from './Tools.tsx'
import { useWrite } from './write.ts'
import './insight.css'
import './rows.css'

export function RowsPage() {
  const t = useText(insightText)
  return (
    <Allowed right="figures.view" title={t.rows}>
      <Behind />
    </Allowed>
  )
}

const PAGE = 50

type Cell = { stuckAt?: StuckAt; heldBy?: string }
function useBehind(look: Look, measure: Any, cell: Cell) {
  const query = { ...look, ...cell, measure, limit: PAGE }
  return useInfiniteQuery({
    queryKey: [listBehind.path, query, 'pages'] as const,
    queryFn: ({ pageParam, signal }) =>
      call(listBehind, { query: { ...query, ...(pageParam && { after: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    meta: { topics: ['requests'] },
  })
}

function Behind() {
  const t = useText(insightText)
  const { comma } = useText(marks)
  const words = useFigureWords()
  const { count, days } = useWrite()
  const { look, today, change } = useLook()
  const measure = measureOf(useSearchWord('measure'))
  const standing = STANDING_MEASURES.find((one) => one === measure)
  const overview = useOverview(look)
  const cell = useCell()
  const pages = useBehind(look, measure, cell)
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const [chosen, choose] = useState<string>()
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === chosen),
  )
  const current = rows[at]
  const go = (by: 1 | -1) => choose(rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.id)
  useShortcuts([
    { keys: 'j', words: t.nextRow, group: 'list', hint: t.nextRow, run: () => go(1) },
    { keys: 'k', words: t.previousRow, group: 'list', hint: t.previousRow, run: () => go(-1) },
  ])
  const { name, means } = words.measure(measure)
  const counted =
    overview.data && (standing ? overview.data.standing[standing] : (overview.data.counts[asCounted(measure)] ?? 0))
  // a cell of what sticks is few: its rows are its number once all have come
  const n = cell.stuckAt ? (pages.hasNextPage || !pages.data ? undefined : rows.length) : counted
  const title = cell.stuckAt ? [cell.heldBy, t.steps[cell.stuckAt]].join(comma) : name
  const place = overview.data?.place
  return (
    <Page
      whole
      title={title}
      note={place && [place.name, standing ? t.nowCount : days(look)].join(comma)}
      tools={
        <>
          <Tools look={look} today={today} placeName={place?.name} onChange={change} />
          {!cell.stuckAt && <ExportButton kind="behind" query={{ ...look, measure }} />}
          <Link to="/insight" search={searchOf(look)} className="text-btn">
            {t.back}
          </Link>
        </>
      }
    >
      <div className="br">
        <section className="br-side" aria-label={t.list}>
          <header>
            <b className="br-n">{n === undefined ? '' : count(n)}</b>
            <p>
              {means}
              {n !== undefined && pages.data && <small role="status">{t.rowsShown(rows.length, n)}</small>}
            </p>
          </header>
          <Loaded query={{ data: pages.data, error: pages.error, refetch: pages.refetch }}>
            {() =>
              rows.length === 0 ? (
                <p className="panel-none">{t.rowsNone}</p>
              ) : (
                <ol>
                  {rows.map((row) => (
                    <Item key={row.id} row={row} current={row.id === current?.id} onChoose={() => choose(row.id)} />
                  ))}
                  {pages.hasNextPage && (
                    <li>
                      <Button
                        kind="quiet"
                        busy={pages.isFetchingNextPage && t.moreRows}
                        onClick={() => void pages.fetchNextPage()}
                      >
                        {t.moreRows}
                      </Button>
                    </li>
                  )}
                </ol>
              )
            }
          </Loaded>
        </section>
        <div className="br-open">
          {current && (
            <RequestDesk
              id={current.id}
              position={`${at + 1} / ${n ?? rows.length}`}
              onNext={at < rows.length - 1 ? () => go(1) : undefined}
              onPrevious={at > 0 ? () => go(-1) : undefined}
              onDone={() => go(1)}
              onBack={choose}
            />
          )}
        </div>
      </div>
    </Page>
  )
}

type Any = ReturnType<typeof measureOf>

/** A cell of what sticks where and with whom, if the address names one. */
function useCell(): Cell {
  const [at, heldBy] = [useSearchWord('stuckAt'), useSearchWord('heldBy')]
  const stuckAt = STUCK_AT.find((one) => one === at)
  return stuckAt && heldBy ? { stuckAt, heldBy } : {}
}

/** A measure of the counts; the two that stand at this moment are asked elsewhere. */
const asCounted = (measure: Any): Exclude<Any, (typeof STANDING_MEASURES)[number]> =>
  measure === 'openNow' || measure === 'overdueNow' ? 'received' : measure

function Item({ row, current, onChoose }: { row: RequestRow; current: boolean; onChoose: () => void }) {
  const t = useText(insightText)
  const words = useText(workText)
  const { day } = useTime()
  const { step, tone, words: state } = useStanding(row)
  return (
    <li>
      <button type="button" aria-current={current || undefined} onClick={onChoose}>
        <LoopRing step={step} tone={tone} size={20} label={state} />
        <span>
          <b>{row.title}</b>
          <small>
            <Facts items={[row.placeName, words.channels[row.channel], row.handlerName ?? t.nobody]} />
          </small>
        </span>
        <time dateTime={row.createdAt}>{day(row.closedAt ?? row.createdAt)}</time>
      </button>
    </li>
  )
}
