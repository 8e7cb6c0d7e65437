/** What was sent to one webhook, newest first. */
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { listDeliveries } from '#contracts/webhooks.ts'
import { Further } from '#web/components/desk/Further.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { exchangeText } from '#web/texts/exchange.ts'
import { Outcome } from '../exchange/Outcome.tsx'
import { useExchangeWords } from '../exchange/words.ts'

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
                    <Outcome
                      sent={{ ...row, state: row.state === 'delivered' ? 'done' : row.state }}
                      onRetry={onRetry && (() => onRetry(row.id))}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Further next={next} after={after} onTurn={setAfter} words={{ more: t.more, first: t.newest }} />
        </>
      )}
    </Loaded>
  )
}
