/** Rows of the exchange, newest first. */
import { Link } from '@tanstack/react-router'
import type { ExchangeItem } from '#contracts/federation.ts'
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { exchangeText } from '#web/texts/exchange.ts'
import { Outcome } from './Outcome.tsx'
import { useExchangeWords } from './words.ts'

export function ExchangeTable({
  rows,
  onRetry,
}: {
  rows: readonly ExchangeItem[]
  onRetry: ((row: ExchangeItem) => void) | undefined
}) {
  const t = useText(exchangeText)
  const words = useExchangeWords()
  const { dayTime } = useTime()
  return (
    <table className="grid-table ex-table">
      <thead>
        <tr>
          {Object.values(t.columns).map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <time dateTime={row.at}>{dayTime(row.at)}</time>
            </td>
            <td>{row.peerName}</td>
            <td>
              <b>
                {t.ways[row.way]} · {t.kinds[row.kind]}
              </b>
              <small>{words.step(row.what)}</small>
            </td>
            <td>
              <Link to="/requests/$id" params={{ id: row.requestId }}>
                {row.ourNumber}
              </Link>
            </td>
            <td>{row.theirNumber ?? '—'}</td>
            <td>
              <Outcome sent={row} onRetry={onRetry && (() => onRetry(row))} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
