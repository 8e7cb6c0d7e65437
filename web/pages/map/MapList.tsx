/** The requests of the map as a list: what is pointed at here stands out there. */
import { Link } from '@tanstack/react-router'
import type { RequestRow } from '#contracts/requests.ts'
import { Facts } from '#web/components/Card.tsx'
import { Clock } from '#web/components/Clock.tsx'
import { LoopRing } from '#web/components/LoopRing.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useStanding } from '#web/pages/requests/standing.ts'
import { mapText } from '#web/texts/map.ts'

type MapListProps = { rows: readonly RequestRow[]; onPoint: (id: string | undefined) => void }

export function MapList({ rows, onPoint }: MapListProps) {
  const t = useText(mapText)
  if (rows.length === 0) return <p className="panel-none mapp-none">{t.none}</p>
  return (
    <ul className="mapp-list" onMouseLeave={() => onPoint(undefined)}>
      {rows.map((row) => (
        <Item key={row.id} row={row} onPoint={() => onPoint(row.id)} />
      ))}
    </ul>
  )
}

function Item({ row, onPoint }: { row: RequestRow; onPoint: () => void }) {
  const { step, tone, words } = useStanding(row)
  const { id, title, placeName, handlerName, dueAt, amberAt, paused, status } = row
  return (
    <li>
      <Link to="/requests/$id" params={{ id }} onMouseEnter={onPoint} onFocus={onPoint}>
        <LoopRing step={step} tone={tone} size={24} label={words} />
        <span className="mapp-words">
          <b>{title}</b>
          <small>
            <Facts items={[placeName, handlerName ?? words]} />
          </small>
        </span>
        {dueAt && status !== 'finished' && <Clock dueAt={dueAt} amberAt={amberAt} paused={paused} />}
      </Link>
    </li>
  )
}
