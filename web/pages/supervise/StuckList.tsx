/** What nobody moves, oldest deadline first, each with the order that may be given. */
import type { RequestRow } from '#contracts/requests.ts'
import { Link } from '@tanstack/react-router'
import { Button } from '#web/components/Button.tsx'
import { Facts } from '#web/components/Card.tsx'
import { Clock } from '#web/components/Clock.tsx'
import { LoopRing } from '#web/components/LoopRing.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useStanding } from '#web/pages/requests/standing.ts'
import { superviseText } from '#web/texts/supervise.ts'

type StuckListProps = { rows: readonly RequestRow[]; onOrder: (row: RequestRow) => void }

export function StuckList({ rows, onOrder }: StuckListProps) {
  const t = useText(superviseText)
  if (rows.length === 0) return <p className="panel-none">{t.stuckNone}</p>
  return (
    <ul className="sup-list">
      {rows.map((row) => (
        <StuckRow key={row.id} row={row} onOrder={() => onOrder(row)} />
      ))}
    </ul>
  )
}

function StuckRow({ row, onOrder }: { row: RequestRow; onOrder: () => void }) {
  const t = useText(superviseText)
  const { step, tone, words } = useStanding(row)
  const { id, title, placeName, handlerName, status, urgeCount, dueAt, amberAt, paused, supervised } = row
  const isSentBack = status === 'returned' || status === 'disputed'
  return (
    <li>
      <LoopRing step={step} tone={tone} size={24} label={words} />
      <div>
        <Link to="/requests/$id" params={{ id }} className="sup-title">
          {title}
        </Link>
        <p>
          <Facts
            items={[
              placeName,
              handlerName ?? t.unassigned,
              isSentBack ? t.reasons[status] : words,
              urgeCount > 0 && t.reasons.urged(urgeCount),
            ]}
          />
        </p>
      </div>
      {dueAt && <Clock dueAt={dueAt} amberAt={amberAt} paused={paused} />}
      {supervised ? (
        <Pill tone="doing">{t.already}</Pill>
      ) : (
        <Button kind="soft" size="small" onClick={onOrder}>
          {t.order}
        </Button>
      )}
    </li>
  )
}
