/** The plans of a place, the newest first: what was wished, where, and how it stands. */
import { Link } from '@tanstack/react-router'
import { listPlans, type PlanRow, type PlanStatus } from '#contracts/planner.ts'
import { Facts } from '#web/components/Card.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import type { Tone } from '#web/components/tone.ts'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { plannerText } from '#web/texts/planner.ts'

export const TONES: Record<PlanStatus, Tone> = {
  waiting: 'new',
  solving: 'doing',
  solved: 'due',
  infeasible: 'late',
  failed: 'late',
  applied: 'good',
  dropped: 'said',
}
const BUSY: readonly PlanStatus[] = ['waiting', 'solving']
const WATCH_MS = 2_000

export function PlanList({ placeId }: { placeId: string }) {
  const t = useText(plannerText)
  const { dayTime } = useTime()
  const plans = useEndpoint(listPlans, { query: { placeId } }, { keepLast: true, refetchInterval: WATCH_MS * 5 })
  return (
    <Loaded query={plans}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty mood="quiet" icon="layers" title={t.noPlans} note={t.noPlansNote} />
        ) : (
          <ul className="plan-list">
            {rows.map((plan) => (
              <li key={plan.id}>
                <Link to="/planner/$id" params={{ id: plan.id }}>
                  <Icon name={plan.kind === 'grids' ? 'grid' : 'hand-heart'} size={20} />
                  <span>
                    <b>{wishOf(plan, t)}</b>
                    <small>
                      <Facts items={[plan.place.name, dayTime(plan.createdAt)]} />
                    </small>
                  </span>
                  <Pill tone={TONES[plan.status]}>{t.status[plan.status]}</Pill>
                </Link>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

export const isBusy = (status: PlanStatus): boolean => BUSY.includes(status)

/** What was wished, in a few words. */
export function wishOf({ wanted: { grids, pairings } }: Pick<PlanRow, 'wanted'>, t: typeof plannerText.zh): string {
  if (grids) return t.wishGrids(grids.count, t.short[grids.level] ?? '')
  const [from = 0, to = 0] = pairings?.bounds ?? []
  return `${t.kinds.pairings} · ${t.wishPairs(from, to)}`
}
