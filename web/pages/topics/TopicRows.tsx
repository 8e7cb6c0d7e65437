/** The requests of a topic, newest first. */
import type { RequestRow } from '#contracts/requests.ts'
import { Link } from '@tanstack/react-router'
import { Facts } from '#web/components/Card.tsx'
import { Clock } from '#web/components/Clock.tsx'
import { LoopRing } from '#web/components/LoopRing.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useStanding } from '#web/pages/requests/standing.ts'
import { topicsText } from '#web/texts/topics.ts'

export const TopicRows = ({ rows, id }: { rows: readonly RequestRow[]; id: string }) => (
  <ul className="topic-rows" id={id}>
    {rows.map((row) => (
      <TopicRow key={row.id} row={row} />
    ))}
  </ul>
)

function TopicRow({ row }: { row: RequestRow }) {
  const t = useText(topicsText)
  const { step, tone, words } = useStanding(row)
  const { id, title, placeName, handlerName, dueAt, amberAt, paused } = row
  return (
    <li>
      <LoopRing step={step} tone={tone} size={24} label={words} />
      <div>
        <Link to="/requests/$id" params={{ id }}>
          {title}
        </Link>
        <p>
          <Facts items={[placeName, handlerName ?? t.nobody, words]} />
        </p>
      </div>
      {dueAt && <Clock dueAt={dueAt} amberAt={amberAt} paused={paused} />}
    </li>
  )
}
