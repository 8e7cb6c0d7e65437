/** The promises made to the reporter and whether they were kept, folded away under one line. */
import type { RequestView } from '#contracts/requests.ts'
import { Clock } from '#web/components/Clock.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { clockText, requestText } from '#web/texts/request.ts'

export function ClockList({ clocks }: Pick<RequestView, 'clocks'>) {
  const t = useText(requestText)
  const names = useText(clockText)
  const { dayTime } = useTime()
  if (clocks.length === 0) return null
  return (
    <details className="request-clocks">
      <summary>{t.clocks}</summary>
      <dl>
        {clocks.map((clock) => (
          <div key={clock.kind}>
            <dt>{names[clock.kind]}</dt>
            <dd>{words(clock)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )

  function words({ standing, dueAt, amberAt, stoppedAt }: RequestView['clocks'][number]) {
    if (standing === 'met') return `${t.clockMet}${stoppedAt ? ` ${dayTime(stoppedAt)}` : ''}`
    if (standing === 'missed') return `${t.clockMissed}${stoppedAt ? ` ${dayTime(stoppedAt)}` : ''}`
    if (standing === 'cancelled') return t.clockCancelled
    return <Clock dueAt={dueAt} amberAt={amberAt} paused={standing === 'paused'} />
  }
}
