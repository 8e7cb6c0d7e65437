/** Rows of the exchange, newest first. */
import { Link } from '@tanstack/react-router'
import type { ExchangeItem } from '#contracts/federation.ts'
import { Button } from '#web/components/Button.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { exchangeText } from '#web/texts/exchange.ts'
import { useExchangeWords } from './words.ts'

const TONES = { waiting: 'due', done: 'good', noted: 'new', dead: 'late' } as const

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
              <Pill tone={TONES[row.state]}>{t.states[row.state]}</Pill>
              {row.state !== 'done' && row.attempts > 0 && (
                <small>
                  {[words.why(row), t.tries(row.attempts), row.state === 'waiting' && t.next(dayTime(row.dueAt))]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              )}
              {row.state === 'dead' && onRetry && (
                <Button size="small" onClick={() => onRetry(row)}>
                  {t.again}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
