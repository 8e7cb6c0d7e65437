/** What was sent to one webhook, newest first. */
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { listDeliveries } from '#contracts/webhooks.ts'
import { Button } from '#web/components/Button.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { exchangeText } from '#web/texts/exchange.ts'
import { useExchangeWords } from '../exchange/words.ts'

const TONES = { waiting: 'due', delivered: 'good', dead: 'late' } as const

export function Deliveries({ webhookId, onRetry }: { webhookId: string; onRetry: ((id: string) => void) | undefined }) {
  const t = useText(exchangeText)
  const words = useExchangeWords()
  const { dayTime } = useTime()
  const [after, setAfter] = useState<string>()
  const sent = useEndpoint(listDeliveries, { params: { id: webhookId }, query: { ...(after && { after }) } }, { keepLast: true }) // prettier-ignore
  return (
    <Loaded query={sent}>
      {({ rows, next }) => (
        <>
          {rows.length === 0 && <p className="panel-none">{t.nothing}</p>}
          <table className="grid-table ex-table">
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <time dateTime={row.createdAt}>{dayTime(row.createdAt)}</time>
                  </td>
                  <td>{words.event(row.event)}</td>
                  <td>
                    {row.requestId && (
                      <Link to="/requests/$id" params={{ id: row.requestId }}>
                        {row.requestNumber}
                      </Link>
                    )}
                  </td>
                  <td>
                    <Pill tone={TONES[row.state]}>
                      {row.state === 'delivered' ? t.states.done : t.states[row.state]}
                    </Pill>
                    {row.state !== 'delivered' && row.attempts > 0 && (
                      <small>
                        {[words.why(row), t.tries(row.attempts), row.state === 'waiting' && t.next(dayTime(row.dueAt))]
                          .filter(Boolean)
                          .join(' · ')}
                      </small>
                    )}
                    {row.state === 'dead' && onRetry && (
                      <Button size="small" onClick={() => onRetry(row.id)}>
                        {t.again}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {next && (
            <Button kind="quiet" onClick={() => setAfter(next)}>
              {t.more}
            </Button>
          )}
          {after && (
            <Button kind="quiet" onClick={() => setAfter(undefined)}>
              {t.newest}
            </Button>
          )}
        </>
      )}
    </Loaded>
  )
}
