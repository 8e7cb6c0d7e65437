/** The three rates: number, change to the period before, way over the last weeks, definition with numerator and denominator. */
import { Link } from '@tanstack/react-router'
import type { ReplyOf } from '#contracts/endpoint.ts'
import {
  RANKED_FROM,
  RATES,
  THREE_RATES,
  type figuresOverview,
  type figuresTrend,
  type RateCode,
} from '#contracts/figures.ts'
import { Spark } from '#web/components/charts/Spark.tsx'
import { useText } from '#web/platform/i18n.ts'
import { insightText } from '#web/texts/insight.ts'
import { marks } from '#web/texts/marks.ts'
import { useFigureWords } from './figure-words.ts'
import { searchOf, type Look } from './look.ts'
import { daysIn } from './period.ts'
import { BETTER, rateOf, riseOf } from './rates.ts'
import { percent, signed, useWrite } from './write.ts'

type Figures = ReplyOf<typeof figuresOverview>
type RateCardsProps = { look: Look; figures: Figures; trend: ReplyOf<typeof figuresTrend> | undefined }

export const RateCards = (props: RateCardsProps) => (
  <div className="in-rates">
    {THREE_RATES.map((code) => (
      <RateCard key={code} code={code} {...props} />
    ))}
  </div>
)

function RateCard({ code, look, figures, trend }: RateCardsProps & { code: RateCode }) {
  const t = useText(insightText)
  const { comma } = useText(marks)
  const words = useFigureWords()
  const { count } = useWrite()
  const rate = rateOf(figures.counts, code)
  const points = (trend?.points ?? []).map(({ counts }) => rateOf(counts, code).share)
  const [of, n] = [RATES[code].of[0], RATES[code].n[0]]
  const { name, means } = words.rate(code)
  const said = points.map((share) => (share === null ? t.none : `${percent(share)}%`)).join(comma)
  return (
    <section className="panel in-rate">
      <header>
        <h2>{name}</h2>
        <Rise code={code} figures={figures} />
      </header>
      <div className="in-rate-n">
        {rate.share === null ? (
          <span className="in-none">{t.none}</span>
        ) : (
          <Link to="/insight/rows" search={searchOf({ ...look, measure: of })} className="in-big">
            {percent(rate.share)}
            <small>%</small>
          </Link>
        )}
        <Spark values={points} label={t.spark(name, said)} />
      </div>
      <p className="in-means">
        {means}
        <i className="dt" />
        <Link to="/insight/rows" search={searchOf({ ...look, measure: n })}>
          {t.ratio(count(rate.of), count(rate.n))}
        </Link>
        {rate.small && rate.n > 0 && (
          <>
            <i className="dt" />
            {t.small(RANKED_FROM)}
          </>
        )}
      </p>
    </section>
  )
}

/** By how much it changed, against which days; in words where it cannot be compared. */
export function Rise({
  code,
  figures,
  bare,
}: {
  code: RateCode
  figures: Figures
  /** The number alone. */ bare?: boolean
}) {
  const { counts, before } = figures
  const t = useText(insightText)
  const { days } = useWrite()
  if (!before) return <span title={t.riseGone}>{bare ? '–' : t.riseGone}</span>
  const rise = riseOf(rateOf(counts, code), rateOf(before.counts, code))
  if (rise === null) return <span title={t.riseSmall(RANKED_FROM)}>{bare ? '–' : t.riseSmall(RANKED_FROM)}</span>
  const better = Math.abs(rise) < 0.05 ? 'even' : rise > 0 === (BETTER[code] === 'more') ? 'better' : 'worse'
  return (
    <span className="in-rise" data-turn={better} title={days(before)}>
      {bare ? signed(rise) : t.rise(signed(rise), daysIn(before))}
    </span>
  )
}
