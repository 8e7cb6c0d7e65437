/**
 * 运行情况: one sentence that says what matters, the three rates, how far things come, where most is reported, what sticks
 * with whom, received and closed, what falls due. Every figure carries its definition and n, and opens its rows.
 * Source: look.md, "desk-b-dashboard".
 */
import { Link } from '@tanstack/react-router'
import { ExportButton } from '#web/components/desk/ExportSheet.tsx'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Page } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { insightText } from '#web/texts/insight.ts'
import { ApartPanel, OtherRates } from './OtherRates.tsx'
import { useFunnel, useOverview, useStuck, useTrend } from './figures.ts'
import { FlowPanel } from './FlowPanel.tsx'
import { ForecastPanel } from './ForecastPanel.tsx'
import { FunnelPanel } from './FunnelPanel.tsx'
import { HeatPanel } from './HeatPanel.tsx'
import { Headline } from './Headline.tsx'
import { searchOf, useLook } from './look.ts'
import { RateCards } from './RateCards.tsx'
import { StuckPanel } from './StuckPanel.tsx'
import { Tools } from './Tools.tsx'
import './insight.css'

export function InsightPage() {
  const t = useText(insightText)
  return (
    <Allowed right="figures.view" title={t.title}>
      <Dashboard />
    </Allowed>
  )
}

function Dashboard() {
  const t = useText(insightText)
  const { look, today, change } = useLook()
  const overview = useOverview(look)
  const trend = useTrend(look)
  const funnel = useFunnel(look)
  const stuck = useStuck(look)
  const place = overview.data?.place
  return (
    <Page
      title={t.title}
      note={place?.name}
      tools={
        <>
          <Tools look={look} today={today} placeName={place?.name} onChange={change} />
          <ExportButton kind="figures" query={{ ...look, by: 'place' }} />
          <Link to="/insight/topics" search={searchOf({ placeId: look.placeId })} className="text-btn">
            {t.topics}
          </Link>
          <Link
            to="/insight/compare"
            search={searchOf({ a: look.placeId, from: look.from, to: look.to })}
            className="text-btn"
          >
            {t.compareThis}
          </Link>
        </>
      }
    >
      <Loaded query={overview} skeleton={<div className="in-waiting" aria-busy="true" />}>
        {(figures) => (
          <div className="in-board">
            <Headline look={look} figures={figures} funnel={funnel.data} trend={trend.data} stuck={stuck.data} />
            <RateCards look={look} figures={figures} trend={trend.data} />
            <FunnelPanel look={look} query={funnel} />
            <HeatPanel look={look} place={figures.place} />
            <StuckPanel look={look} query={stuck} />
            <FlowPanel look={look} query={trend} />
            <div className="in-pair">
              <ForecastPanel look={look} />
              <ApartPanel look={look} figures={figures} />
            </div>
            <OtherRates look={look} figures={figures} />
          </div>
        )}
      </Loaded>
    </Page>
  )
}
