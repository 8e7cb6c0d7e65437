/** Received and closed, week by week or month by month: whether work piles up. A moment opens what was received in it. */
import { useNavigate } from '@tanstack/react-router'
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { figuresTrend } from '#contracts/figures.ts'
import { Trend, type Moment } from '#web/components/charts/Trend.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded, type LoadedProps } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useNow } from '#web/platform/now.ts'
import { insightText } from '#web/texts/insight.ts'
import { marks } from '#web/texts/marks.ts'
import { monthAndDay } from '#web/texts/time.ts'
import { searchOf, type Look } from './look.ts'
import { isWhole, todayIn, trendWindow } from './period.ts'
import { Waiting } from './Waiting.tsx'
import { useWrite } from './write.ts'

type Reply = ReplyOf<typeof figuresTrend>

export function FlowPanel({ look, query }: { look: Look; query: LoadedProps<Reply>['query'] }) {
  const t = useText(insightText)
  const { comma } = useText(marks)
  const today = todayIn(useNow())
  const { by } = trendWindow(look)
  const last = query.data?.points.at(-1)
  const note = last && !isWhole(last, by, today) ? [t.flowNote[by], t.flowDotted].join(comma) : t.flowNote[by]
  return (
    <Panel title={t.flow} note={note} className="in-flow">
      <Loaded query={query} skeleton={<Waiting />}>
        {({ points }) => <Lines look={look} points={points} by={by} />}
      </Loaded>
    </Panel>
  )
}

function Lines({ look, points, by }: { look: Look; points: Reply['points']; by: 'week' | 'month' }) {
  const t = useText(insightText)
  const { comma } = useText(marks)
  const { count, shortDay } = useWrite()
  const today = todayIn(useNow())
  const navigate = useNavigate()
  const moments = points.map(({ from, to }): Moment & { from: string; to: string } => {
    const { month } = monthAndDay(from)
    return {
      key: from,
      from,
      to,
      short: by === 'month' ? t.monthShort(month) : shortDay(from),
      long: by === 'month' ? t.monthLong(Number(from.slice(0, 4)), month) : t.weekOf(shortDay(from), shortDay(to)),
      unfinished: !isWhole({ from, to }, by, today),
    }
  })
  return (
    <Trend
      label={[t.flow, t.flowNote[by]].join(comma)}
      head={t.flowHead[by]}
      moments={moments}
      write={count}
      lines={[
        { name: t.receivedWord, tone: 1, values: points.map(({ counts }) => counts.received ?? 0) },
        { name: t.closedWord, tone: 2, values: points.map(({ counts }) => counts.closed ?? 0) },
      ]}
      onOpen={({ key }) => {
        const of = moments.find((one) => one.key === key)
        if (of)
          void navigate({
            to: '/insight/rows',
            search: searchOf({ ...look, from: of.from, to: of.to < today ? of.to : today, measure: 'received' }),
          })
      }}
    />
  )
}
