/** How it ended, said for each ending in its own words: only `solved` is told as solved. */
import { Link } from '@tanstack/react-router'
import type { RequestView } from '#contracts/requests.ts'
import { Card } from '#web/components/Card.tsx'
import { newestFirst } from '#web/components/request/event-sentence.ts'
import { isClaimed, isOpen } from '#web/components/request/state.ts'
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { marks } from '#web/texts/marks.ts'
import { requestText } from '#web/texts/request.ts'

export function Ending({ request }: { request: RequestView }) {
  const t = useText(requestText)
  const { colon } = useText(marks)
  const lines = useLines(request)
  if (lines.length === 0) return null
  return (
    <Card padded className="request-ending">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {request.mergedInto && (
        <Link className="link" to={`/requests/${request.mergedInto.id}`}>
          {t.goTo}
          {colon}
          {request.mergedInto.title}
        </Link>
      )}
    </Card>
  )
}

function useLines(request: RequestView): string[] {
  const { ending } = useText(requestText)
  const t = useText(requestText)
  const { day, dayTime } = useTime()
  const last = newestFirst(request.events).find(({ facts }) => facts['outcome'] !== undefined)
  const fact = (key: string) => (typeof last?.facts[key] === 'string' ? last.facts[key] : '')
  const reason = fact('reason') ? [ending.reason(fact('reason'))] : []

  if (isClaimed(request)) return fact('silentAt') ? [t.silentAt(dayTime(fact('silentAt')))] : []
  if (isOpen(request)) {
    if (request.outcome !== 'shelved') return []
    return [ending.shelved, ...(request.reviewOn ? [ending.shelvedOn(day(request.reviewOn))] : [])]
  }
  switch (request.outcome) {
    case 'solved':
      return [request.confirmedBy === 'silence' ? ending.solvedSilent : ending.solved]
    case 'explained':
      return [ending.explained, ...reason]
    case 'notOurs':
      return [ending.notOurs, ...reason, ...(fact('signpost') ? [ending.notOursGo(fact('signpost'))] : [])]
    case 'duplicate':
      return [ending.duplicate]
    case 'withdrawn':
      return [ending.withdrawn]
    default:
      return []
  }
}
