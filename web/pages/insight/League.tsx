/** Places, organisations, categories or channels with a rate, side by side: never residents. Few cases stand at the end, unranked. */
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { figuresTable, RANKED_FROM, RATE_CODES, RATES, TABLE_BY, type RateCode } from '#contracts/figures.ts'
import { CHANNELS } from '#contracts/requests.ts'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { insightText } from '#web/texts/insight.ts'
import { workText } from '#web/texts/work.ts'
import { useFigureWords } from './figure-words.ts'
import { searchOf } from './look.ts'
import { BETTER, ranked, rateOf } from './rates.ts'
import type { Side } from './side.ts'
import { Waiting } from './Waiting.tsx'
import { percent, useWrite } from './write.ts'

const FIELD = {
  place: 'placeId',
  organisation: 'organisationId',
  category: 'categoryCode',
  channel: 'channel',
} as const

export function League({ look }: { look: Side }) {
  const t = useText(insightText)
  const words = useFigureWords()
  const { channels } = useText(workText)
  const { count } = useWrite()
  const [by, setBy] = useState<(typeof TABLE_BY)[number]>('place')
  const [code, setCode] = useState<RateCode>('solved')
  const table = useEndpoint(figuresTable, { query: { ...look, by } }, { keepLast: true })
  return (
    <Panel
      title={t.league}
      note={t.leagueNote(RANKED_FROM)}
      end={
        <span className="end cmp-tools">
          <select
            className="select"
            aria-label={t.leagueWhat}
            value={by}
            onChange={({ target }) => setBy(TABLE_BY.find((one) => one === target.value) ?? 'place')}
          >
            {TABLE_BY.map((one) => (
              <option key={one} value={one}>
                {t.leagueBy[one]}
              </option>
            ))}
          </select>
          <select
            className="select"
            aria-label={t.byRate}
            value={code}
            onChange={({ target }) => setCode(RATE_CODES.find((one) => one === target.value) ?? 'solved')}
          >
            {RATE_CODES.map((one) => (
              <option key={one} value={one}>
                {words.rate(one).name}
              </option>
            ))}
          </select>
        </span>
      }
    >
      <p className="in-legend">{words.rate(code).means}</p>
      <Loaded query={table} skeleton={<Waiting />}>
        {({ rows }) => {
          const list = ranked(
            rows.filter(({ key, counts }) => key !== '' && (counts.received ?? 0) + (counts.closed ?? 0) > 0),
            ({ counts }) => rateOf(counts, code),
            BETTER[code],
          )
          if (list.length === 0) return <p className="panel-none">{t.leagueNone}</p>
          return (
            <ol className="cmp-league">
              {list.map(({ row: { key, name, counts }, place }) => {
                const { share, of, n } = rateOf(counts, code)
                return (
                  <li key={key} data-small={place === null}>
                    <span className="cmp-place">{place ?? t.unranked}</span>
                    <Link
                      to="/insight/rows"
                      search={searchOf({ ...look, [FIELD[by]]: key, measure: RATES[code].n[0] })}
                    >
                      {by === 'channel'
                        ? (CHANNELS.flatMap((one) => (one === key ? channels[one] : []))[0] ?? name)
                        : name}
                    </Link>
                    <span className="cmp-bar" aria-hidden="true">
                      {share !== null && place !== null && <i style={{ width: `${share * 100}%` }} />}
                    </span>
                    <b>{share === null ? '–' : `${percent(share)}%`}</b>
                    <small>{t.ratio(count(of), count(n))}</small>
                  </li>
                )
              })}
            </ol>
          )
        }}
      </Loaded>
    </Panel>
  )
}
