/**
 * The community's week on one screen: what came, what was done (before and after), what is overdue and with which
 * organisation, what falls due next. It is printed for the Monday meeting. Residents are never named.
 */
import { Link, useNavigate } from '@tanstack/react-router'
import { THREE_RATES } from '#contracts/figures.ts'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Page, Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useSearchWord } from '#web/platform/route.ts'
import { useTime } from '#web/platform/time.ts'
import { useFigureWords } from '#web/pages/insight/figure-words.ts'
import { useOverview } from '#web/pages/insight/figures.ts'
import { ForecastPanel } from '#web/pages/insight/ForecastPanel.tsx'
import { searchOf, type Look } from '#web/pages/insight/look.ts'
import { addDays, mondayOf, todayIn } from '#web/pages/insight/period.ts'
import { PlaceChoice } from '#web/pages/insight/PlaceChoice.tsx'
import { rateOf } from '#web/pages/insight/rates.ts'
import type { Figures } from '#web/pages/insight/side.ts'
import { percent, useWrite } from '#web/pages/insight/write.ts'
import { marks } from '#web/texts/marks.ts'
import { weekText } from '#web/texts/week.ts'
import { CamePanel } from './CamePanel.tsx'
import { DonePanel } from './DonePanel.tsx'
import { LatePanel } from './LatePanel.tsx'
import '#web/pages/insight/insight.css'
import './week.css'

export function WeekPage() {
  const t = useText(weekText)
  return (
    <Allowed right="figures.view" title={t.title}>
      <Week />
    </Allowed>
  )
}

/** The week in the address, any of its days; this one where none is given. */
function useWeek() {
  const navigate = useNavigate()
  const { now } = useTime()
  const today = todayIn(now)
  const given = useSearchWord('from')
  const placeId = useSearchWord('placeId')
  const day = given && /^\d{4}-\d{2}-\d{2}$/.test(given) && given <= today ? given : today
  const from = mondayOf(day)
  const sunday = addDays(from, 6)
  const look: Look = { from, to: sunday < today ? sunday : today, ...(placeId && { placeId }) }
  const go = (to: string | undefined, place: string | undefined) =>
    void navigate({ to: '/week', search: searchOf({ placeId: place, from: to }), replace: true })
  return { look, today, go, isLast: sunday >= today }
}

function Week() {
  const t = useText(weekText)
  const { comma } = useText(marks)
  const { shortDay } = useWrite()
  const { dayTime } = useTime()
  const { look, go, isLast } = useWeek()
  const overview = useOverview(look)
  // the same days of the week before: a week that has just begun is not held against a whole one
  const before = useOverview({ ...look, from: addDays(look.from, -7), to: addDays(look.to, -7) })
  const place = overview.data?.place
  return (
    <Page
      title={isLast ? t.title : t.aWeek}
      note={place && [place.name, t.weekOf(shortDay(look.from), shortDay(addDays(look.from, 6)))].join(comma)}
      tools={
        <div className="in-tools">
          <PlaceChoice label={t.place} placeId={look.placeId} name={place?.name} onChange={(id) => go(look.from, id)} />
          <button type="button" className="text-btn" onClick={() => go(addDays(look.from, -7), look.placeId)}>
            {t.earlier}
          </button>
          {!isLast && (
            <button type="button" className="text-btn" onClick={() => go(addDays(look.from, 7), look.placeId)}>
              {t.later}
            </button>
          )}
          <Link to="/insight" search={searchOf(look)} className="text-btn">
            {t.dashboard}
          </Link>
          <button type="button" className="text-btn" onClick={() => window.print()}>
            {t.print}
          </button>
        </div>
      }
    >
      <Loaded query={overview} skeleton={<div className="in-waiting" aria-busy="true" />}>
        {(figures) => (
          <>
            <Sum figures={figures} before={before.data} unfinished={isLast} />
            <div className="wk">
              <DonePanel look={look} solved={figures.counts.solved ?? 0} />
              <CamePanel look={look} />
              <LatePanel look={look} />
              <Rates look={look} figures={figures} />
              {isLast && <ForecastPanel look={look.placeId ? { placeId: look.placeId } : {}} height={140} />}
            </div>
            <p className="in-legend">{t.printed(dayTime(figures.asOf))}</p>
          </>
        )}
      </Loaded>
    </Page>
  )
}

type SumProps = { figures: Figures; before: Figures | undefined; unfinished: boolean }
function Sum({ figures: { counts }, before, unfinished }: SumProps) {
  const t = useText(weekText)
  const { count } = useWrite()
  const [received, closed] = [counts.received ?? 0, counts.closed ?? 0]
  const rise = before && received - (before.counts.received ?? 0)
  if (received + closed === 0) return <p className="finding">{t.nothing}</p>
  const than = unfinished ? t.sameDays : t.weekBefore
  const change =
    rise === undefined ? '' : rise > 0 ? t.more(rise, than) : rise < 0 ? t.fewer(-rise, than) : t.even(than)
  return (
    <p className="finding">
      {t.sum(count(received), count(closed), change)}
      {unfinished && <small> {t.unfinished}</small>}
    </p>
  )
}

function Rates({ look, figures: { counts } }: { look: Look; figures: Figures }) {
  const t = useText(weekText)
  const { bracketed } = useText(marks)
  const words = useFigureWords()
  const { count } = useWrite()
  return (
    <Panel title={t.rates} className="wk-rates">
      <dl>
        {THREE_RATES.map((code) => {
          const { share, of, n } = rateOf(counts, code)
          const { name, means } = words.rate(code)
          return (
            <div key={code}>
              <dt>{name}</dt>
              <dd>
                {share === null ? (
                  <span className="in-none">{t.none}</span>
                ) : (
                  <Link to="/insight" search={searchOf(look)}>
                    {percent(share)}
                    <small>%</small>
                  </Link>
                )}
              </dd>
              <dd className="wk-means">
                {means}
                {bracketed(t.rate(count(of), count(n)))}
              </dd>
            </div>
          )
        })}
      </dl>
    </Panel>
  )
}
