/** The sentence at the top, put into words from finding.ts; each remark leads to what it speaks of. */
import { Fragment } from 'react'
import { Link } from '@tanstack/react-router'
import type { figuresFunnel, figuresOverview, figuresStuck, figuresTrend } from '#contracts/figures.ts'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { useText } from '#web/platform/i18n.ts'
import { useNow } from '#web/platform/now.ts'
import { insightText } from '#web/texts/insight.ts'
import { findingOf, type Remark } from './finding.ts'
import { useFigureWords } from './figure-words.ts'
import { isCut, searchOf, type Look } from './look.ts'
import { isWhole, todayIn, trendWindow } from './period.ts'
import { stuckCount } from './stuck.ts'
import { useWrite } from './write.ts'

type HeadlineProps = {
  look: Look
  figures: ReplyOf<typeof figuresOverview>
  funnel: ReplyOf<typeof figuresFunnel> | undefined
  trend: ReplyOf<typeof figuresTrend> | undefined
  stuck: ReplyOf<typeof figuresStuck> | undefined
}

export function Headline({ look, figures, funnel, trend, stuck }: HeadlineProps) {
  const t = useText(insightText)
  const today = todayIn(useNow())
  const { count, period } = useWrite()
  const { by } = trendWindow(look)
  const { received, done, remarks } = findingOf({
    counts: figures.counts,
    before: figures.before?.counts ?? {},
    points: (trend?.points ?? []).filter((point) => isWhole(point, by, today)).map(({ counts }) => counts),
    times: funnel?.times ?? [],
    // what sticks is told of everything: beside one kind alone it would mislead
    stuck: (isCut(look) ? [] : (stuck?.rows ?? [])).map((row) => ({ ...row, count: stuckCount(row) })),
  })
  return (
    <p className="finding in-finding" aria-live="polite">
      {received === 0 ? (
        t.finding.nothing(period(look))
      ) : (
        <>
          {t.finding.received(period(look))}
          <b>{count(received)}</b>
          {t.finding.ofThem}
          <b>{count(done)}</b>
          {t.finding.done}
          {t.finding.stop}
        </>
      )}
      {remarks.map((remark, at) => (
        <Fragment key={remark.is}>
          {at > 0 && t.finding.comma}
          <RemarkWords remark={remark} look={look} />
        </Fragment>
      ))}
      {remarks.length > 0 && t.finding.stop}
    </p>
  )
}

function RemarkWords({ remark, look }: { remark: Remark; look: Look }) {
  const t = useText(insightText)
  const words = useFigureWords()
  const { minutes } = useWrite()
  const unit = t.finding[trendWindow(look).by]
  const rows = (fields: { [name: string]: unknown }) => searchOf({ ...look, ...fields })
  switch (remark.is) {
    case 'stuck':
      return (
        <Link to="/insight/rows" search={rows({ measure: 'overdueNow' })} className="in-remark" data-late>
          {t.finding.stuck(remark.count, remark.name, remark.most)}
        </Link>
      )
    case 'fell':
      return (
        <Link to="/insight/rows" search={rows({ measure: 'asked' })} className="in-remark">
          {t.finding.fell(words.rate(remark.rate).name, remark.points.toFixed(1))}
        </Link>
      )
    case 'behind':
    case 'caughtUp':
      return <span>{t.finding[remark.is](remark.count, unit)}</span>
    case 'slowest':
      return (
        <Link to="/insight/rows" search={rows({ measure: remark.stage })} className="in-remark">
          {t.finding.slowest(words.step(remark.stage), minutes(remark.minutes))}
        </Link>
      )
  }
}
