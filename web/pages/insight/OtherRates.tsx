/** The other rates in one table, and apart from all rates what silence closed and what an approval set aside. */
import { Link } from '@tanstack/react-router'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { RANKED_FROM, RATES, type figuresOverview, type RateCode } from '#contracts/figures.ts'
import { Panel } from '#web/components/desk/Page.tsx'
import { useText } from '#web/platform/i18n.ts'
import { insightText } from '#web/texts/insight.ts'
import { useFigureWords } from './figure-words.ts'
import { searchOf, type Look } from './look.ts'
import { daysIn } from './period.ts'
import { rateOf } from './rates.ts'
import { Rise } from './RateCards.tsx'
import { percent, useWrite } from './write.ts'

type Props = { look: Look; figures: ReplyOf<typeof figuresOverview> }
const OTHERS = ['accepted', 'onTime', 'reopened', 'repeated', 'onTheSpot'] as const satisfies readonly RateCode[]

export function OtherRates({ look, figures }: Props) {
  const t = useText(insightText)
  const words = useFigureWords()
  const { count } = useWrite()
  const [what, now, cases] = t.rateHead.split('|')
  return (
    <Panel title={t.rates} note={t.ratesNote} className="in-other">
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{what}</th>
            <th scope="col" className="num">
              {now}
            </th>
            <th scope="col" className="num">
              {cases}
            </th>
            <th scope="col" className="num">
              {figures.before && t.riseHead(daysIn(figures.before))}
            </th>
          </tr>
        </thead>
        <tbody>
          {OTHERS.map((code) => {
            const rate = rateOf(figures.counts, code)
            const { name, means } = words.rate(code)
            return (
              <tr key={code} data-small={rate.small}>
                <th scope="row">
                  {name}
                  <small>{means}</small>
                </th>
                <td className="num">
                  {rate.share === null ? (
                    t.none
                  ) : (
                    <Link
                      to="/insight/rows"
                      search={searchOf({ ...look, measure: RATES[code].of[0] })}
                      className="link"
                    >
                      {percent(rate.share)}%
                    </Link>
                  )}
                </td>
                <td className="num" title={rate.n > 0 && rate.small ? t.small(RANKED_FROM) : undefined}>
                  {t.ratio(count(rate.of), count(rate.n))}
                </td>
                <td className="num">
                  <Rise code={code} figures={figures} bare />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Panel>
  )
}

export function ApartPanel({ look, figures }: Props) {
  const t = useText(insightText)
  const { count } = useWrite()
  const parts = [
    { kind: 'silence', n: figures.counts.bySilence ?? 0, note: t.silenceNote },
    { kind: 'exemption', n: figures.counts.exempted ?? 0, note: t.exemptionNote },
  ] as const
  return (
    <Panel title={t.apart} note={t.apartNote}>
      <ul className="in-apart">
        {parts.map(({ kind, n, note }) => (
          <li key={kind}>
            <Link to="/insight/apart" search={searchOf({ ...look, kind })}>
              <b>{count(n)}</b>
              <span>
                {t[kind]}
                <small>{note}</small>
              </span>
              <em>{t.seeReasons}</em>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
