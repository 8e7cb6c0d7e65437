/** One request in a list: its ring, its name, how it stands and until when. */
import type { RequestRow } from '#contracts/requests.ts'
import { Facts } from '#web/components/Card.tsx'
import { Clock } from '#web/components/Clock.tsx'
import { LoopRing } from '#web/components/LoopRing.tsx'
import { Row } from '#web/components/Row.tsx'
import { useTime } from '#web/platform/time.ts'
import { useStanding } from './standing.ts'

export function RequestLine({
  request,
  placed = false,
}: {
  request: RequestRow
  /** Also says where. */ placed?: boolean
}) {
  const { step, tone, words } = useStanding(request)
  const { day } = useTime()
  const { id, title, status, dueAt, amberAt, paused, placeName, closedAt, createdAt } = request
  const runs = dueAt !== null && status !== 'closed' && status !== 'finished'
  return (
    <Row
      to={`/requests/${id}`}
      start={<LoopRing step={step} tone={tone} size={40} />}
      title={title}
      note={
        <Facts
          items={[
            words,
            runs ? <Clock dueAt={dueAt} amberAt={amberAt} paused={paused} /> : day(closedAt ?? createdAt),
            placed && placeName,
          ]}
        />
      }
    />
  )
}
