/** The three rates large, each with n and how it was counted; the other figures beside those of the period before. */
import { COUNT_WORDS, RATE_WORDS, SHOWN_COUNTS, SHOWN_RATES } from '#contracts/bulletin-words.ts'
import type { Material } from '#contracts/bulletins.ts'
import { RANKED_FROM } from '#contracts/figures.ts'
import { useText } from '#web/platform/i18n.ts'
import { bulletinText } from '#web/texts/bulletins.ts'
import { marks } from '#web/texts/marks.ts'
import { percent } from './paper-data.ts'
import { useSaid } from './said.ts'

const LARGE = 3

export function Figures({ material: { rates, counts } }: { material: Material }) {
  const t = useText(bulletinText)
  const { colon, fullStop } = useText(marks)
  const said = useSaid()
  const rateOf = (code: string) => rates.find(({ rate }) => rate === code) ?? { of: 0, n: 0, ofBefore: 0, nBefore: 0 }
  const countOf = (code: string) => counts.find(({ measure }) => measure === code) ?? { now: 0, before: 0 }
  return (
    <>
      <dl className="paper-tiles">
        {SHOWN_RATES.slice(0, LARGE).map((code) => {
          const { of, n, ofBefore, nBefore } = rateOf(code)
          return (
            <div key={code} title={said(RATE_WORDS[code].how)}>
              <dt>{said(RATE_WORDS[code].name)}</dt>
              <dd>
                <b>{percent(of, n)}</b>
                <span>{`${of}/${n}`}</span>
                <span>{n < RANKED_FROM ? t.few : `${t.before} ${percent(ofBefore, nBefore)}`}</span>
              </dd>
            </div>
          )
        })}
      </dl>
      <table className="paper-table">
        <thead>
          <tr>
            <th />
            <th className="num">{t.now}</th>
            <th className="num">{t.before}</th>
          </tr>
        </thead>
        <tbody>
          {SHOWN_COUNTS.map((code) => (
            <tr key={code}>
              <td>{said(COUNT_WORDS[code])}</td>
              <td className="num">{countOf(code).now}</td>
              <td className="num soft">{countOf(code).before}</td>
            </tr>
          ))}
          {SHOWN_RATES.slice(LARGE).map((code) => {
            const { of, n, ofBefore, nBefore } = rateOf(code)
            return (
              <tr key={code}>
                <td>{said(RATE_WORDS[code].name)}</td>
                <td className="num">
                  <small>{`${of}/${n}`}</small> {percent(of, n)}
                </td>
                <td className="num soft">
                  <small>{`${ofBefore}/${nBefore}`}</small> {percent(ofBefore, nBefore)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="paper-small">
        {SHOWN_RATES.map(
          (code) => `${said(RATE_WORDS[code].name)}${colon}${said(RATE_WORDS[code].how)}${fullStop}`,
        ).join('')}
      </p>
    </>
  )
}

/** Three numbers that can be read in passing. */
export function WallFigures({ material: { counts, standing } }: { material: Material }) {
  const t = useText(bulletinText)
  const countOf = (code: string) => counts.find(({ measure }) => measure === code)?.now ?? 0
  const tiles = [
    [t.received, countOf('received')],
    [t.solvedCount, countOf('solved')],
    [t.inHand, standing.openNow],
  ] as const
  return (
    <dl className="paper-tiles">
      {tiles.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <b>{value}</b>
          </dd>
        </div>
      ))}
    </dl>
  )
}
