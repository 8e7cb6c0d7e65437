/** What falls due in the next seven days beside what is usually done on such days: where a hand is needed before it is late. */
import { Link } from '@tanstack/react-router'
import { Forecast, type ForecastDay } from '#web/components/charts/Forecast.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { insightText } from '#web/texts/insight.ts'
import { marks } from '#web/texts/marks.ts'
import { useForecast } from './figures.ts'
import { searchOf, type Look } from './look.ts'
import { Waiting } from './Waiting.tsx'
import { useWrite } from './write.ts'

type ForecastPanelProps = { look: Pick<Look, 'placeId'>; height?: number }

export function ForecastPanel({ look: { placeId }, height = 210 }: ForecastPanelProps) {
  const t = useText(insightText)
  const { colon, comma } = useText(marks)
  const { weekday } = useTime()
  const { count, shortDay } = useWrite()
  const query = useForecast(placeId ? { placeId } : {})
  return (
    <Panel
      title={t.forecast}
      note={
        query.data &&
        (query.data.overdue > 0 ? (
          <Link to="/insight/rows" search={searchOf({ placeId, measure: 'overdueNow' })}>
            {t.forecastNote(query.data.overdue)}
          </Link>
        ) : (
          t.forecastNote(0)
        ))
      }
      className="in-forecast"
    >
      <Loaded query={query} skeleton={<Waiting />}>
        {({ days }) => (
          <>
            <Forecast
              label={`${t.forecast}${colon}${days.map(({ on, due }) => `${shortDay(on)} ${due}`).join(comma)}`}
              height={height}
              head={t.forecastHead.split('|')}
              write={count}
              days={days.map(({ on, workday, due, notTakenOn, usuallyDone, expectedLate }): ForecastDay => ({
                key: on,
                name: workday ? weekday(on) : `${weekday(on)} ${t.rest}`,
                note: shortDay(on),
                resting: !workday,
                due,
                notTakenOn,
                usual: usuallyDone,
                late: expectedLate,
                lines: [
                  t.due(due),
                  ...(notTakenOn > 0 ? [t.notTaken(notTakenOn)] : []),
                  usuallyDone === null ? t.noUsual : t.usual(usuallyDone),
                  ...(due > 0 && usuallyDone !== null ? [expectedLate > 0 ? t.late(expectedLate) : t.inTime] : []),
                ],
              }))}
            />
            <p className="in-legend">{t.forecastLegend}</p>
          </>
        )}
      </Loaded>
    </Panel>
  )
}
