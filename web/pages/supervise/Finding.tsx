/** The first sentence of the board: how many are open and late, with whom most, and how old the oldest is. */
import { Link } from '@tanstack/react-router'
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { superviseBoard } from '#contracts/requests.ts'
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { superviseText } from '#web/texts/supervise.ts'

export function Finding({ board: { byHandler, stuck } }: { board: ReplyOf<typeof superviseBoard> }) {
  const t = useText(superviseText)
  const { now, duration } = useTime()
  const open = byHandler.reduce((sum, one) => sum + one.open, 0)
  const late = byHandler.reduce((sum, one) => sum + one.late, 0)
  if (late === 0)
    return <p className="finding">{stuck.length === 0 ? t.finding.none : t.finding.noneLate(open, stuck.length)}</p>

  const most = byHandler.reduce((worst, one) => (one.late > worst.late ? one : worst))
  const dues = byHandler.flatMap(({ oldestDueAt }) => (oldestDueAt ? [new Date(oldestDueAt).getTime()] : []))
  return (
    <p className="finding">
      {t.finding.late(late, open)}
      <Link to="/" search={most.name ? { view: 'late', q: most.name } : { view: 'late' }} className="finding-most">
        {t.finding.most(most.name || t.unassigned, most.late)}
      </Link>
      {t.finding.oldest(duration(now.getTime() - Math.min(...dues)))}
      {t.finding.end}
    </p>
  )
}
