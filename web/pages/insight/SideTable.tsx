/** The figures of two sides in one table; each number opens its rows. */
import { Link } from '@tanstack/react-router'
import { RANKED_FROM, RATES } from '#contracts/figures.ts'
import { useText } from '#web/platform/i18n.ts'
import { insightText } from '#web/texts/insight.ts'
import { useFigureWords } from './figure-words.ts'
import { useFunnel } from './figures.ts'
import { searchOf } from './look.ts'
import { countLines, perHundred, rateLines, type Figures, type RateLine, type Side } from './side.ts'
import { percent, signed, useWrite } from './write.ts'

type Sides<T> = readonly [T, T]
const BOTH = [0, 1] as const

export function SideTable({ sides, figures }: { sides: Sides<Side>; figures: Sides<Figures> }) {
  const t = useText(insightText)
  const words = useFigureWords()
  const { count, days, minutes } = useWrite()
  const [a, b] = figures
  const funnels = [useFunnel(sides[0]).data, useFunnel(sides[1]).data] as const
  const medians = funnels.map((one) => one?.times.find(({ stage }) => stage === 'done'))
  const density = [perHundred(a), perHundred(b)] as const
  const [mine, theirs] = medians.map((one) => one?.medianMinutes ?? null)
  const slower = mine == null || theirs == null ? null : mine - theirs
  return (
    <table className="grid-table cmp-table">
      <thead>
        <tr>
          <th scope="col">{t.figure}</th>
          {figures.map(({ place, from, to }, at) => (
            <th key={at} scope="col" className="num">
              <b>{place.name}</b>
              <br />
              {days({ from, to })}
            </th>
          ))}
          <th scope="col" className="num">
            {t.difference}
          </th>
        </tr>
      </thead>
      <tbody>
        {countLines(a.counts, b.counts).map(({ measure, values }) => {
          const { name, means } = words.measure(measure)
          return (
            <tr key={measure}>
              <Name name={name} means={means} />
              {BOTH.map((at) => (
                <td key={at} className="num">
                  <Link to="/insight/rows" search={searchOf({ ...sides[at], measure })} className="link">
                    {count(values[at])}
                  </Link>
                </td>
              ))}
              <td className="num">{plus(values[0] - values[1], count)}</td>
            </tr>
          )
        })}
        <tr>
          <Name name={t.households100} means={density.includes(null) ? t.tooFew(RANKED_FROM) : t.households100Means} />
          {BOTH.map((at) => (
            <td key={at} className="num">
              {density[at] === null ? '–' : density[at].toFixed(1)}
            </td>
          ))}
          <td className="num">{density[0] === null || density[1] === null ? '–' : signed(density[0] - density[1])}</td>
        </tr>
        <tr>
          <Name name={t.median} means={words.step('done')} />
          {BOTH.map((at) => {
            const median = medians[at]?.medianMinutes
            return (
              <td key={at} className="num">
                {median == null ? '–' : minutes(median)}
              </td>
            )
          })}
          <td className="num">{slower === null ? '–' : plus(slower, minutes)}</td>
        </tr>
        {rateLines(a.counts, b.counts).map((line) => (
          <RateRow key={line.code} line={line} sides={sides} />
        ))}
      </tbody>
    </table>
  )
}

function RateRow({ line: { code, rates, points, better }, sides }: { line: RateLine; sides: Sides<Side> }) {
  const t = useText(insightText)
  const words = useFigureWords()
  const { count } = useWrite()
  const { name, means } = words.rate(code)
  return (
    <tr>
      <Name name={name} means={means} />
      {BOTH.map((at) => {
        const { share, of, n, small } = rates[at]
        return (
          <td key={at} className="num" data-small={small} data-better={better === at}>
            {share === null ? (
              t.none
            ) : (
              <Link to="/insight/rows" search={searchOf({ ...sides[at], measure: RATES[code].of[0] })} className="link">
                {percent(share)}%
              </Link>
            )}
            <small>{t.ratio(count(of), count(n))}</small>
          </td>
        )
      })}
      <td className="num">{points === null ? <small>{t.tooFew(RANKED_FROM)}</small> : t.points(signed(points))}</td>
    </tr>
  )
}

const Name = ({ name, means }: { name: string; means: string }) => (
  <th scope="row">
    {name}
    <small>{means}</small>
  </th>
)

const plus = (value: number, write: (value: number) => string) =>
  value === 0 ? '0' : value > 0 ? `+${write(value)}` : `−${write(-value)}`
