/** Counted apart from every rate: what silence closed, and what an approval set aside; each with its reason. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { listSetApart } from '#contracts/figures.ts'
import { ExportButton } from '#web/components/desk/ExportSheet.tsx'
import { Button } from '#web/components/Button.tsx'
import { Facts } from '#web/components/Card.tsx'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Page, Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { Segments } from '#web/components/Tabs.tsx'
import { call } from '#web/platform/api.ts'
import { useText } from '#web/platform/i18n.ts'
import { useSearchWord } from '#web/platform/route.ts'
import { useTime } from '#web/platform/time.ts'
import { insightText } from '#web/texts/insight.ts'
import { marks } from '#web/texts/marks.ts'
import { useFigureWords } from './figure-words.ts'
import { useOverview } from './figures.ts'
import { searchOf, useLook } from './look.ts'
import { Tools } from './Tools.tsx'
import { useWrite } from './write.ts'
import './insight.css'
import './rows.css'

type Row = ReplyOf<typeof listSetApart>['rows'][number]

export function ApartPage() {
  const t = useText(insightText)
  return (
    <Allowed right="figures.view" title={t.apart}>
      <Apart />
    </Allowed>
  )
}

function Apart() {
  const t = useText(insightText)
  const { comma } = useText(marks)
  const words = useFigureWords()
  const { count, days } = useWrite()
  const navigate = useNavigate()
  const { look, today, change } = useLook()
  const kind = useSearchWord('kind') === 'exemption' ? 'exemption' : 'silence'
  const overview = useOverview(look)
  const pages = useInfiniteQuery({
    queryKey: [listSetApart.path, look, kind, 'pages'] as const,
    queryFn: ({ pageParam, signal }) =>
      call(listSetApart, { query: { ...look, kind, ...(pageParam && { after: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const measure = kind === 'silence' ? 'bySilence' : 'exempted'
  const { means } = words.measure(measure)
  return (
    <Page
      title={t.apart}
      note={overview.data && [overview.data.place.name, days(look)].join(comma)}
      tools={
        <>
          <Tools look={look} today={today} placeName={overview.data?.place.name} onChange={change} />
          <ExportButton kind="setApart" query={{ ...look, kind }} />
          <Link to="/insight" search={searchOf(look)} className="text-btn">
            {t.back}
          </Link>
        </>
      }
    >
      <div className="ap-kinds">
        <Segments
          label={t.which}
          value={kind}
          onChange={(next) =>
            void navigate({ to: '/insight/apart', search: searchOf({ ...look, kind: next }), replace: true })
          }
          segments={[
            { value: 'silence', label: t.silence },
            { value: 'exemption', label: t.exemption },
          ]}
        />
      </div>
      <Panel title={overview.data ? t.items(count(overview.data.counts[measure] ?? 0)) : t[kind]} note={means}>
        <Loaded query={{ data: pages.data, error: pages.error, refetch: pages.refetch }}>
          {() =>
            rows.length === 0 ? (
              <p className="panel-none">{t.apartNone}</p>
            ) : (
              <ul className="ap-list">
                {rows.map((row) => (
                  <Item key={`${row.id} ${row.at}`} row={row} />
                ))}
              </ul>
            )
          }
        </Loaded>
        {pages.hasNextPage && (
          <Button kind="quiet" busy={pages.isFetchingNextPage && t.moreRows} onClick={() => void pages.fetchNextPage()}>
            {t.moreRows}
          </Button>
        )}
      </Panel>
    </Page>
  )
}

function Item({ row: { id, number, title, placeName, handlerName, at, exemption, reason, by, until } }: { row: Row }) {
  const t = useText(insightText)
  const { dayTime } = useTime()
  return (
    <li>
      <div>
        <Link to="/requests/$id" params={{ id }}>
          {title || number}
        </Link>
        <p>
          <Facts items={[number, placeName, handlerName ?? t.nobody]} />
        </p>
      </div>
      <div>
        {exemption ? <q>{reason ?? t.noReason}</q> : <span>{reason ?? t.noAnswer}</span>}
        <p>
          <Facts
            items={[
              exemption ? t.approvedAt(dayTime(at)) : t.closedAt(dayTime(at)),
              by && t.approvedBy(by),
              until && t.until(dayTime(until)),
            ]}
          />
        </p>
      </div>
      {exemption && <Pill tone="new">{t.exemptionKinds[exemption]}</Pill>}
    </li>
  )
}
